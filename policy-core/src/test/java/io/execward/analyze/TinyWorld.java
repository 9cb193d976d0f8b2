// SPDX-License-Identifier: Apache-2.0
package io.execward.analyze;

import io.execward.evaluate.PolicyEngine;
import io.execward.evaluate.Verdict;
import io.execward.model.ActionPattern;
import io.execward.model.Condition;
import io.execward.model.ConditionKey;
import io.execward.model.ConditionOperator;
import io.execward.model.Context;
import io.execward.model.Effect;
import io.execward.model.Policy;
import io.execward.model.PolicySet;
import io.execward.model.Request;
import io.execward.model.ResourcePattern;
import io.execward.model.Scope;
import io.execward.model.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Policies over so few actions, resources and values that all requests that they can tell apart can be listed. */
final class TinyWorld {
    static final String CALLER = "arn:aws:iam::111122223333:role/caller";

    private static final List<String> ACTIONS = List.of("s:a", "s:b", "s:ab", "t:a");
    private static final List<String> ACTION_PATTERNS =
            List.of("*", "s:*", "s:a", "s:a", "s:b", "s:a*", "s:?", "s:*b", "t:*", "s:ab", "?:a");
    private static final List<String> RESOURCES =
            List.of("*", "arn:aws:s:::x", "arn:aws:s:::y", "arn:aws:s:::xy", "arn:aws:s:::z");
    private static final List<String> RESOURCE_PATTERNS = List.of(
            "*",
            "*",
            "arn:aws:s:::*",
            "arn:aws:s:::x",
            "arn:aws:s:::y",
            "arn:aws:s:::x*",
            "arn:aws:s:::?",
            "arn:aws:s:::*y",
            "arn:aws:*:::x*");
    private static final String VARIABLE = "arn:aws:s:::${aws:username}";

    private static final Map<String, List<List<String>>> FACTS = new LinkedHashMap<>(Map.of(
            "aws:username", List.of(List.of(), List.of("x"), List.of("y"), List.of("xy"), List.of("z")),
            "aws:TagKeys",
                    List.of(List.of(), List.of("x"), List.of("y"), List.of("z"), List.of("x", "y"), List.of("x", "z")),
            "aws:MultiFactorAuthPresent", List.of(List.of(), List.of("true"), List.of("false"))));
    private static final List<List<String>> CONDITIONS = List.of(
            List.of("StringEquals", "aws:username", "x", "y"),
            List.of("StringNotEquals", "aws:username", "x", "y"),
            List.of("StringLike", "aws:username", "x*", "*y"),
            List.of("StringNotLike", "aws:username", "x*", "z"),
            List.of("StringEqualsIfExists", "aws:username", "x", "z"),
            List.of("Null", "aws:username", "true", "false"),
            List.of("Bool", "aws:MultiFactorAuthPresent", "true", "false"),
            List.of("BoolIfExists", "aws:MultiFactorAuthPresent", "true", "false"),
            List.of("ForAnyValue:StringEquals", "aws:TagKeys", "x", "y"),
            List.of("ForAllValues:StringEquals", "aws:TagKeys", "x", "y"),
            List.of("ForAllValues:StringNotEquals", "aws:TagKeys", "x", "y"));

    private final Random random;
    private final boolean variables;

    TinyWorld(Random random, boolean variables) {
        this.random = random;
        this.variables = variables;
    }

    Policy policy(int most) {
        int count = 1 + random.nextInt(most);
        Statement[] statements = new Statement[count];
        for (int i = 0; i < count; i++) {
            statements[i] = statement(i > 0 && random.nextInt(3) == 0 ? Effect.DENY : Effect.ALLOW);
        }
        return Policy.of(statements);
    }

    Statement statement(Effect effect) {
        Statement statement = Statement.of(effect, scope(actions()), scope(resources()));
        for (int left = random.nextInt(5); left > 2; left--) {
            Condition condition = condition();
            boolean twin = statement.conditions().stream()
                    .anyMatch(other -> other.operator().equals(condition.operator())
                            && other.key().equals(condition.key()));
            statement = twin ? statement : statement.where(condition);
        }
        return statement;
    }

    /** The policy with one change. */
    Policy mutant(Policy policy) {
        List<Statement> statements = new ArrayList<>(policy.statements());
        int at = random.nextInt(statements.size());
        Statement old = statements.get(at);
        switch (random.nextInt(6)) {
            case 0 -> statements.remove(at);
            case 1 -> statements.add(at, statement(random.nextBoolean() ? Effect.DENY : Effect.ALLOW));
            case 2 -> statements.set(at, Edits.withActions(old, scope(actions())));
            case 3 -> statements.set(at, Edits.withResources(old, scope(resources())));
            case 4 -> statements.set(at, Edits.withConditions(old, List.of(condition())));
            default -> statements.set(at, Edits.withConditions(old, List.of()));
        }
        return Policy.of(statements.toArray(Statement[]::new));
    }

    Condition condition() {
        List<String> parts = CONDITIONS.get(random.nextInt(CONDITIONS.size()));
        List<String> values = random.nextInt(3) == 0 ? parts.subList(2, 4) : List.of(parts.get(2 + random.nextInt(2)));
        return new Condition(ConditionOperator.of(parts.get(0)).orElseThrow(), ConditionKey.of(parts.get(1)), values);
    }

    private List<ActionPattern> actions() {
        List<ActionPattern> patterns = new ArrayList<>();
        for (int left = 1 + random.nextInt(3); left > 0; left--) {
            patterns.add(new ActionPattern(ACTION_PATTERNS.get(random.nextInt(ACTION_PATTERNS.size()))));
        }
        return patterns;
    }

    private List<ResourcePattern> resources() {
        List<ResourcePattern> patterns = new ArrayList<>();
        for (int left = 1 + random.nextInt(2); left > 0; left--) {
            String text = variables && random.nextInt(3) == 0
                    ? VARIABLE
                    : RESOURCE_PATTERNS.get(random.nextInt(RESOURCE_PATTERNS.size()));
            patterns.add(new ResourcePattern(text));
        }
        return patterns;
    }

    private <P> Scope<P> scope(List<P> patterns) {
        return random.nextInt(6) == 0 ? new Scope.AllExcept<>(patterns) : new Scope.Only<>(patterns);
    }

    /** Every request that differs in something that one of the policies looks at. */
    static List<Request> requests(Policy... policies) {
        List<Context> contexts = List.of(Context.empty());
        for (Map.Entry<String, List<List<String>>> fact : FACTS.entrySet()) {
            if (List.of(policies).toString().contains(fact.getKey())) {
                contexts = contexts.stream()
                        .flatMap(
                                context -> fact.getValue().stream().map(values -> with(context, fact.getKey(), values)))
                        .toList();
            }
        }
        List<Request> requests = new ArrayList<>();
        for (String action : ACTIONS) {
            for (String resource : RESOURCES) {
                Request request = Request.of(CALLER, action, resource);
                contexts.forEach(context -> requests.add(request.with(context)));
            }
        }
        return requests;
    }

    private static Context with(Context context, String key, List<String> values) {
        return values.isEmpty() ? context : context.plus(Context.of(key, values.toArray(String[]::new)));
    }

    static PolicyEngine engine(Policy policy) {
        return PolicyEngine.compile(PolicySet.identity(policy));
    }

    static boolean allows(PolicyEngine engine, Request request) {
        return engine.decide(request) == Verdict.ALLOWED;
    }

    /** Whether an Allow of the region matches. */
    static boolean isInside(Region region, Request request) {
        return engine(Policy.of(Regions.statement(Effect.DENY, region))).decide(request) == Verdict.EXPLICIT_DENY;
    }
}
