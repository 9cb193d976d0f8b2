// SPDX-License-Identifier: Apache-2.0
package io.execward.suite;

import io.execward.model.ActionPattern;
import io.execward.model.Comparison;
import io.execward.model.Condition;
import io.execward.model.ConditionKey;
import io.execward.model.ConditionOperator;
import io.execward.model.Context;
import io.execward.model.Effect;
import io.execward.model.Policy;
import io.execward.model.PolicyVersion;
import io.execward.model.Request;
import io.execward.model.ResourcePattern;
import io.execward.model.Scope;
import io.execward.model.SetOperator;
import io.execward.model.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** Small policies and requests that meet often. */
final class Draws {
    private static final List<String> ACTIONS =
            List.of("ecs:ExecuteCommand", "ecs:RunTask", "ecs:*", "ssm:Start*", "*");
    private static final List<String> ASKED = List.of("ecs:ExecuteCommand", "ecs:RunTask", "ssm:StartSession");
    private static final String ARN = "arn:aws:ecs:us-east-1:111122223333:";
    private static final List<String> RESOURCES =
            List.of("*", ARN + "task/a/*", ARN + "task/a/1", ARN + "cluster/a", ARN + "task/${aws:username}/*");
    private static final List<String> TARGETS = List.of(ARN + "task/a/1", ARN + "task/b/1", ARN + "cluster/a");
    private static final List<String> VALUES = List.of("x", "X", "x*", "y", "5", "10", "true", "false", "10.0.0.0/8");
    private static final List<String> KEYS = List.of("ecs:one", "ecs:two", "aws:tagkeys");

    private final Random random;

    Draws(long seed) {
        random = new Random(seed);
    }

    private <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    Policy policy() {
        List<Statement> statements = new ArrayList<>();
        int count = 1 + random.nextInt(3);
        for (int i = 0; i < count; i++) {
            statements.add(statement());
        }
        Optional<PolicyVersion> version = random.nextInt(4) == 0
                ? Optional.of(PolicyVersion.V2008_10_17)
                : Optional.of(PolicyVersion.V2012_10_17);
        return new Policy(version, Optional.empty(), statements);
    }

    private Statement statement() {
        List<ActionPattern> actions = List.of(new ActionPattern(one(ACTIONS)), new ActionPattern(one(ACTIONS)));
        List<ResourcePattern> resources = List.of(new ResourcePattern(one(RESOURCES)));
        Scope<ActionPattern> scope =
                random.nextInt(5) == 0 ? new Scope.AllExcept<>(actions) : new Scope.Only<>(actions);
        Statement statement =
                Statement.of(random.nextBoolean() ? Effect.ALLOW : Effect.DENY, scope, new Scope.Only<>(resources));
        int count = random.nextInt(3);
        for (int i = 0; i < count; i++) {
            Condition more = condition();
            boolean twin = statement.conditions().stream()
                    .anyMatch(it ->
                            it.operator().equals(more.operator()) && it.key().equals(more.key()));
            statement = twin ? statement : statement.where(more);
        }
        return statement;
    }

    private Condition condition() {
        Comparison comparison = one(List.of(Comparison.values()));
        boolean ifExists = comparison.family() != Comparison.Family.NULL && random.nextBoolean();
        ConditionOperator operator = new ConditionOperator(one(List.of(SetOperator.values())), comparison, ifExists);
        return new Condition(operator, ConditionKey.of(one(KEYS)), List.of(one(VALUES), one(VALUES)));
    }

    /** A request of the caller; in some keys may be unknown. */
    Request request(boolean unknowns) {
        Context.Builder context = Context.builder();
        for (String key : KEYS) {
            switch (random.nextInt(unknowns ? 8 : 7)) {
                case 0 -> context.absent(key);
                case 7 -> context.unknown(key);
                case 2 -> context.put(key, one(VALUES), one(VALUES));
                default -> context.put(key, one(VALUES));
            }
        }
        return Request.of(Given.CALLER.text(), one(ASKED), one(TARGETS)).with(context.build());
    }
}
