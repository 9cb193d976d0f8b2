// SPDX-License-Identifier: Apache-2.0
package io.execward.crosscheck;

import io.execward.evaluate.PolicyEngine;
import io.execward.evaluate.Verdict;
import io.execward.model.Action;
import io.execward.model.ActionPattern;
import io.execward.model.Arn;
import io.execward.model.Condition;
import io.execward.model.ConditionKey;
import io.execward.model.Context;
import io.execward.model.ContextValue;
import io.execward.model.Policy;
import io.execward.model.PolicySet;
import io.execward.model.PolicyVariables;
import io.execward.model.PolicyVariables.Escaped;
import io.execward.model.PolicyVariables.Literal;
import io.execward.model.PolicyVariables.Piece;
import io.execward.model.PolicyVariables.Variable;
import io.execward.model.Request;
import io.execward.model.Resource;
import io.execward.model.ResourcePattern;
import io.execward.model.Scope;
import io.execward.model.SetOperator;
import io.execward.model.Statement;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * The requests of a tiny universe that a question can be refuted by. Values that the question's patterns do not tell apart are
 * represented by one, but for what a policy variable touches: there every value is kept. {@code sts:GetCallerIdentity} is not in it:
 * no policy has a say about that action (R-EVAL-21), so no claim is about it; nor are resources of other partitions.
 */
final class World {
    private static final List<String> ACTIONS =
            List.of("s:x", "s:xy", "s:y", "s:q", "s:axb", "t:x", "t:xy", "u:q", "sq:ay");
    private static final List<String> OTHER_RESOURCES = List.of(
            "*",
            "arn:aws:s::1:a",
            "arn:aws:s:xr:1:a",
            "arn:aws:s:rr:1:b",
            "arn:aws:s:r:2:a",
            "arn:aws:s:r:2:b",
            "arn:aws:t:r:1:a",
            "arn:aws:st:r:1:a",
            "arn:aws:s:r:x:y:a",
            "arn:aws:s:r:1:x:a",
            "arn:aws:s:q:1:ba",
            "arn:aws:s:a:a:a",
            "arn:aws:s:a:1:aa:1:a",
            "arn:aws:s:r::ab");
    private static final String HOME = "arn:aws:s:r:1:";

    private final Question question;
    private final Request prototype;
    private final List<String> actions;
    private final List<String> resources;
    private final Map<String, List<ContextValue>> keys = new LinkedHashMap<>();
    private final List<Templated> templates = new ArrayList<>();

    /** A text with variables, and the key that is compared with it; none for a resource. */
    private record Templated(String key, List<Piece> pieces) {}

    World(Question question) {
        this.question = question;
        this.prototype = Request.of(question.a().principal(), Action.of("s:x"), Resource.of("*"))
                .ownedBy(question.a().principal().account().orElseThrow());
        Map<String, List<Versioned>> conditions = new TreeMap<>();
        List<String> touched = new ArrayList<>();
        List<ResourcePattern> patterns = new ArrayList<>();
        List<ActionPattern> asked = new ArrayList<>();
        forEachStatement((policy, statement) -> {
            asked.addAll(statement.actions().patterns());
            statement.resources().map(Scope::patterns).orElse(List.of()).forEach(pattern -> {
                patterns.add(pattern);
                note(policy, "", pattern.text(), touched);
            });
            for (Condition condition : statement.conditions()) {
                String key = condition.key().folded();
                conditions
                        .computeIfAbsent(key, k -> new ArrayList<>())
                        .add(new Versioned(policy.hasVariables(), condition));
                if (condition.operator().comparison().family().takesVariables()) {
                    condition.values().forEach(value -> note(policy, key, value, touched));
                }
            }
        });
        touched.forEach(key -> {
            if (!key.isEmpty()) {
                conditions.computeIfAbsent(key, k -> new ArrayList<>());
            }
        });
        actions = distinct(
                ACTIONS,
                action -> request(action, "*", Context.empty()),
                asked.stream()
                        .distinct()
                        .map(pattern -> engine(pattern.text(), "*"))
                        .toList());
        List<String> arns = resources(patterns);
        resources = touched.contains("")
                ? arns
                : distinct(
                        arns,
                        resource -> request("s:x", resource, Context.empty()),
                        patterns.stream()
                                .distinct()
                                .map(pattern -> engine("*", pattern.text()))
                                .toList());
        conditions.forEach((key, all) -> keys.put(key, values(key, all, touched)));
    }

    private record Versioned(boolean variables, Condition condition) {}

    private interface Visitor {
        void visit(Policy policy, Statement statement);
    }

    private void forEachStatement(Visitor visitor) {
        for (Policy policy : question.policies()) {
            policy.statements().forEach(statement -> visitor.visit(policy, statement));
        }
    }

    private void note(Policy policy, String key, String text, List<String> touched) {
        if (!policy.hasVariables() || PolicyVariables.isPlain(text)) {
            return;
        }
        List<Piece> pieces = PolicyVariables.parse(text).pieces();
        templates.add(new Templated(key, pieces));
        touched.add(key);
        for (Piece piece : pieces) {
            if (piece instanceof Variable variable) {
                touched.add(variable.key().folded());
            }
        }
    }

    /** The usual ones, and some that the patterns match. */
    private static List<String> resources(List<ResourcePattern> patterns) {
        Set<String> all = new LinkedHashSet<>(OTHER_RESOURCES);
        List<String> letters = List.of("a", "b", "/", ":");
        for (String one : letters) {
            all.add(HOME + one);
            for (String two : letters) {
                all.add(HOME + one + two);
                for (String three : List.of("a", "b")) {
                    all.add(HOME + one + two + three);
                }
            }
        }
        for (String more : List.of("A", "aA", "*", "a*", "abab", "aabb", "a/b/", "a:b:a", "\uD83D\uDE00", "$", "?")) {
            all.add(HOME + more);
        }
        patterns.forEach(pattern -> instances(pattern.text(), all));
        all.removeIf(text -> !text.equals("*") && !isPossible(text));
        return List.copyOf(all);
    }

    /** The text itself, and with its wildcards filled in. */
    private static void instances(String pattern, Set<String> all) {
        all.add(pattern);
        for (String run : List.of("", "a", "b", "/", "ab")) {
            for (String one : List.of("a", "b", ":")) {
                all.add(pattern.replace("*", run).replace("?", one));
            }
        }
    }

    private List<ContextValue> values(String key, List<Versioned> conditions, List<String> touched) {
        ConditionKey asKey = ConditionKey.of(key);
        Context known = question.a().known();
        if (known.keys().stream().anyMatch(asKey::sameAs)) {
            return List.of(known.get(asKey));
        }
        Family family = Family.of(key);
        List<ContextValue> all = new ArrayList<>(family.choices());
        if (isText(family)) {
            Set<String> texts = new LinkedHashSet<>();
            conditions.forEach(c -> c.condition().values().forEach(value -> instances(value, texts)));
            texts.stream()
                    .filter(text -> !text.isEmpty() && !text.contains("${"))
                    .forEach(text -> all.add(ContextValue.of(List.of(text))));
        }
        boolean underSetOperator =
                conditions.stream().anyMatch(c -> c.condition().operator().set() != SetOperator.NONE);
        boolean several = key.equals("aws:tagkeys") || (!key.startsWith("aws:") && underSetOperator);
        if (!several) {
            all.removeIf(value -> value instanceof ContextValue.Present present
                    && present.values().size() > 1);
        } else if (family != Family.SET) {
            all.add(ContextValue.of(family.patterns().subList(0, 2)));
        }
        if (touched.contains(key)) {
            return all;
        }
        return distinct(
                all,
                value -> prototype.with(Context.builder().put(asKey, value).build()),
                conditions.stream()
                        .map(c -> engine(c.condition(), c.variables()))
                        .toList());
    }

    private static PolicyEngine engine(Condition condition, boolean variables) {
        Statement statement = Statement.allow(List.of("*"), List.of("*")).where(condition);
        Policy policy = Policy.of(statement);
        return PolicyEngine.compile(PolicySet.identity(
                variables ? policy : new Policy(Optional.empty(), policy.id(), policy.statements())));
    }

    private static PolicyEngine engine(String action, String resource) {
        return PolicyEngine.compile(PolicySet.identity(Policy.of(Statement.allow(List.of(action), List.of(resource)))));
    }

    /** The first of each group of which the same engines allow the request. */
    private static <T> List<T> distinct(List<T> all, Function<T, Request> requests, List<PolicyEngine> engines) {
        Map<BitSet, T> first = new LinkedHashMap<>();
        for (T one : all) {
            Request request = requests.apply(one);
            BitSet allowed = new BitSet();
            for (int i = 0; i < engines.size(); i++) {
                allowed.set(i, engines.get(i).decide(request) == Verdict.ALLOWED);
            }
            first.putIfAbsent(allowed, one);
        }
        return List.copyOf(first.values());
    }

    private List<ContextValue> valuesOf(String key) {
        return keys.getOrDefault(key, List.of());
    }

    /** How many requests there are; at most {@link Long#MAX_VALUE}. */
    long size() {
        double size = (double) actions.size() * resources.size();
        for (List<ContextValue> values : keys.values()) {
            size *= values.size();
        }
        return (long) size;
    }

    /** All requests until one satisfies. */
    boolean everyRequest(Predicate<Request> until) {
        return context(new ArrayList<>(keys.keySet()), 0, Context.empty(), context -> {
            for (String resource : resources) {
                for (String action : actions) {
                    if (until.test(request(action, resource, context))) {
                        return true;
                    }
                }
            }
            return false;
        });
    }

    private boolean context(List<String> names, int at, Context sofar, Predicate<Context> until) {
        if (at == names.size()) {
            return until.test(sofar);
        }
        for (ContextValue value : valuesOf(names.get(at))) {
            Context.Builder more = Context.builder().addAll(sofar);
            more.put(ConditionKey.of(names.get(at)), value);
            if (context(names, at + 1, more.build(), until)) {
                return true;
            }
        }
        return false;
    }

    /** So many random requests, most of them made to match a text with variables, until one satisfies. */
    boolean someRequests(int count, Dice dice, Predicate<Request> until) {
        for (int i = 0; i < count; i++) {
            if (until.test(random(dice))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isText(Family family) {
        return family == Family.STRING || family == Family.SET || family == Family.ARN;
    }

    /** Of a key that is no text only the values of its type. */
    private boolean canBe(String key, String text) {
        List<ContextValue> values = valuesOf(key);
        return values.size() > 1 && (isText(Family.of(key)) || values.contains(ContextValue.of(List.of(text))));
    }

    private Request random(Dice dice) {
        Map<String, ContextValue> chosen = new LinkedHashMap<>();
        keys.forEach((key, values) -> chosen.put(key, dice.pick(values)));
        String resource = dice.pick(resources);
        for (int i = 0; i < 2 && !templates.isEmpty(); i++) {
            Templated templated = dice.pick(templates);
            String text = instance(templated.pieces(), chosen, dice);
            if (templated.key().isEmpty()) {
                resource = isPossible(text) ? text : resource;
            } else if (!text.isEmpty() && canBe(templated.key(), text) && dice.chance(60)) {
                chosen.put(templated.key(), ContextValue.of(List.of(text)));
            }
        }
        Context.Builder context = Context.builder();
        chosen.forEach((key, value) -> context.put(ConditionKey.of(key), value));
        return request(dice.pick(actions), resource, context.build());
    }

    /** Nobody owns a resource in another partition (R-ARN-03). */
    private static boolean isPossible(String text) {
        return Arn.tryOf(text).filter(arn -> arn.partition().equals("aws")).isPresent();
    }

    private static String instance(List<Piece> pieces, Map<String, ContextValue> chosen, Dice dice) {
        StringBuilder text = new StringBuilder();
        for (Piece piece : pieces) {
            if (piece instanceof Literal literal) {
                literal.text().codePoints().forEach(c -> {
                    if (c == '*') {
                        text.append(dice.pick("", "", "a", "b", "ab", "/"));
                    } else if (c == '?') {
                        text.append(dice.pick("a", "b"));
                    } else {
                        text.appendCodePoint(c);
                    }
                });
            } else if (piece instanceof Escaped escaped) {
                text.append(escaped.character());
            } else if (piece instanceof Variable variable) {
                ContextValue value = chosen.getOrDefault(variable.key().folded(), ContextValue.ABSENT);
                text.append(
                        value instanceof ContextValue.Present present
                                ? present.values().get(0)
                                : variable.defaultValue().orElse("a"));
            }
        }
        return text.toString();
    }

    private Request request(String action, String resource, Context context) {
        return new Request(
                prototype.principal(),
                Action.of(action),
                List.of(Resource.of(resource)),
                prototype.resourceAccount(),
                context,
                prototype.flags());
    }
}
