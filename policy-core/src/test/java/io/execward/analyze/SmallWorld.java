// SPDX-License-Identifier: Apache-2.0
package io.execward.analyze;

import io.execward.match.Template;
import io.execward.model.Action;
import io.execward.model.ActionPattern;
import io.execward.model.AttachedPolicy;
import io.execward.model.Comparison;
import io.execward.model.Condition;
import io.execward.model.ConditionKey;
import io.execward.model.ConditionOperator;
import io.execward.model.Context;
import io.execward.model.Effect;
import io.execward.model.Policy;
import io.execward.model.PolicyLevel;
import io.execward.model.PolicySet;
import io.execward.model.PrincipalPattern;
import io.execward.model.Request;
import io.execward.model.Resource;
import io.execward.model.ResourcePattern;
import io.execward.model.Scope;
import io.execward.model.SetOperator;
import io.execward.model.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * Random policies over tiny alphabets, and every request that these alphabets make: what a proof says of all requests can be looked up
 * for these.
 */
final class SmallWorld {
    private static final List<String> ACTIONS = List.of("s:a", "s:ab", "t:b");
    private static final List<String> ACTION_PATTERNS =
            List.of("*", "s:*", "s:a", "s:a*", "s:?", "t:b", "?:*b", "S:AB", "t:*");
    private static final String ARN = "arn:aws:s:::";
    private static final List<String> RESOURCE_PATTERNS = List.of(
            "*", "a", "b", "ab", "a*", "*b", "*a*", "a?", "?", "??", "a*b", "*/", "a/*", "*/b", "b*b*", "*:*", "a/b");
    private static final List<String> VARIABLE_PATTERNS = List.of(
            "${aws:PrincipalTag/x}",
            "${aws:PrincipalTag/x}/*",
            "a${aws:PrincipalTag/x}",
            "a/${aws:PrincipalTag/x}*",
            "*${aws:PrincipalTag/x}",
            "${aws:PrincipalTag/x}/${aws:PrincipalTag/y}",
            "${aws:PrincipalTag/x, 'b'}",
            "${aws:PrincipalTag/y}b");
    private static final List<String> TEXTS = List.of("a", "b", "ab", "a/b", "A", "ba", "aa", "c");
    private static final List<String> TEXT_PATTERNS = List.of("a", "b", "ab", "a*", "*b", "?", "*", "a/*", "*a*", "A*");
    private static final List<PrincipalPattern> PRINCIPALS = List.of(
            PrincipalPattern.Aws.of("*"),
            PrincipalPattern.Aws.of("111122223333"),
            PrincipalPattern.Aws.of("arn:aws:iam::111122223333:role/caller"),
            PrincipalPattern.Aws.of("arn:aws:iam::999988887777:root"));
    private static final Map<String, List<List<String>>> VALUES = values();

    private final Random random;
    private final boolean variables;

    SmallWorld(long seed, boolean variables) {
        this.random = new Random(seed);
        this.variables = variables;
    }

    private static Map<String, List<List<String>>> values() {
        Map<String, List<List<String>>> all = new LinkedHashMap<>();
        List<List<String>> texts = new ArrayList<>();
        texts.add(List.of());
        TEXTS.forEach(text -> texts.add(List.of(text)));
        all.put("aws:PrincipalTag/x", texts);
        all.put("aws:PrincipalTag/y", texts);
        all.put("aws:ResourceTag/z", texts);
        all.put("aws:MultiFactorAuthPresent", List.of(List.of(), List.of("true"), List.of("false")));
        all.put(
                "aws:MultiFactorAuthAge",
                List.of(
                        List.of(),
                        List.of("0"),
                        List.of("1"),
                        List.of("1.5"),
                        List.of("2"),
                        List.of("3"),
                        List.of("-7")));
        all.put(
                "aws:CurrentTime",
                List.of(
                        List.of(),
                        List.of("2025-01-01T00:00:00Z"),
                        List.of("2025-06-01T00:00:00Z"),
                        List.of("2026-01-01T00:00:00Z"),
                        List.of("2027-01-01T00:00:00Z"),
                        List.of("2020-01-01T00:00:00Z")));
        all.put(
                "aws:SourceIp",
                List.of(
                        List.of(),
                        List.of("10.0.0.1"),
                        List.of("10.0.0.128"),
                        List.of("10.0.1.0"),
                        List.of("9.9.9.9"),
                        List.of("2001:db8::1")));
        List<List<String>> sets = new ArrayList<>();
        sets.add(List.of());
        List<String> letters = List.of("a", "b", "ab", "c");
        for (int bits = 1; bits < 1 << letters.size(); bits++) {
            List<String> set = new ArrayList<>();
            for (int i = 0; i < letters.size(); i++) {
                if ((bits >> i & 1) != 0) {
                    set.add(letters.get(i));
                }
            }
            sets.add(set);
        }
        all.put("aws:TagKeys", sets);
        return all;
    }

    private <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    private boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    /** Identity policies and, now and then, other layers. */
    PolicySet policies(List<String> keys) {
        PolicySet.Builder set = PolicySet.builder().identity(policy(keys));
        if (chance(20)) {
            set.identity(policy(keys));
        }
        if (chance(15)) {
            set.boundary(policy(keys));
        }
        if (chance(15)) {
            set.session(policy(keys));
        }
        if (chance(15)) {
            set.serviceControl(new PolicyLevel("root", List.of(new AttachedPolicy("scp", serviceControl(keys)))));
        }
        if (chance(15)) {
            set.resource(named(keys));
        }
        if (chance(10)) {
            set.endpoint(named(keys));
        }
        return set.build();
    }

    /** A policy whose statements name principals, the caller of all requests among them. */
    private Policy named(List<String> keys) {
        return Policy.of(policy(keys).statements().stream().map(this::named).toArray(Statement[]::new));
    }

    private Statement named(Statement statement) {
        PrincipalPattern one = one(PRINCIPALS);
        boolean exempts = statement.effect() == Effect.DENY && chance(30);
        return new Statement(
                statement.sid(),
                statement.effect(),
                Optional.of(exempts ? Scope.allExcept(one) : Scope.only(one)),
                statement.actions(),
                statement.resources(),
                statement.conditions());
    }

    private Policy serviceControl(List<String> keys) {
        Statement everything = Statement.allow(List.of("*"), List.of("*"));
        Statement deny = statement(keys, Effect.DENY);
        return Policy.of(everything, deny);
    }

    Policy policy(List<String> keys) {
        List<Statement> statements = new ArrayList<>();
        int count = 1 + random.nextInt(3);
        for (int i = 0; i < count; i++) {
            statements.add(statement(keys, i > 0 && chance(40) ? Effect.DENY : Effect.ALLOW));
        }
        return Policy.of(statements.toArray(Statement[]::new));
    }

    /** Two or so of the keys, for what is enumerated grows with each. */
    List<String> keys() {
        List<String> all = new ArrayList<>(VALUES.keySet());
        List<String> some = new ArrayList<>();
        int count = 1 + random.nextInt(2);
        for (int i = 0; i < count; i++) {
            some.add(one(all));
        }
        if (variables) {
            some.add("aws:PrincipalTag/x");
        }
        return some.stream().distinct().toList();
    }

    Region region(List<String> keys) {
        Statement statement = statement(keys, Effect.ALLOW);
        return new Region(statement.actions(), statement.resources().orElseThrow(), statement.conditions());
    }

    private Statement statement(List<String> keys, Effect effect) {
        List<ActionPattern> actions = new ArrayList<>();
        List<ResourcePattern> resources = new ArrayList<>();
        for (int i = random.nextInt(2); i >= 0; i--) {
            actions.add(new ActionPattern(one(ACTION_PATTERNS)));
        }
        for (int i = random.nextInt(3); i >= 0; i--) {
            resources.add(new ResourcePattern(resource()));
        }
        Map<String, Condition> conditions = new LinkedHashMap<>();
        for (int i = random.nextInt(3); i > 0; i--) {
            Condition condition = condition(one(keys));
            conditions.putIfAbsent(condition.operator() + " " + condition.key().folded(), condition);
        }
        Scope<ActionPattern> asked = chance(15) ? new Scope.AllExcept<>(actions) : new Scope.Only<>(actions);
        Scope<ResourcePattern> on = chance(15) ? new Scope.AllExcept<>(resources) : new Scope.Only<>(resources);
        return Statement.of(effect, asked, on).where(conditions.values().toArray(Condition[]::new));
    }

    private String resource() {
        if (variables && chance(40)) {
            return ARN + one(VARIABLE_PATTERNS);
        }
        String pattern = one(RESOURCE_PATTERNS);
        return pattern.equals("*") && chance(70) ? pattern : ARN + pattern;
    }

    private Condition condition(String key) {
        if (chance(12)) {
            return Condition.of(Comparison.NULL, key, chance(50) ? "true" : "false");
        }
        return switch (key) {
            case "aws:MultiFactorAuthPresent" ->
                of(SetOperator.NONE, List.of(Comparison.BOOL), key, List.of("true", "false"));
            case "aws:MultiFactorAuthAge" ->
                of(
                        SetOperator.NONE,
                        List.of(
                                Comparison.NUMERIC_EQUALS,
                                Comparison.NUMERIC_NOT_EQUALS,
                                Comparison.NUMERIC_LESS_THAN,
                                Comparison.NUMERIC_LESS_THAN_EQUALS,
                                Comparison.NUMERIC_GREATER_THAN,
                                Comparison.NUMERIC_GREATER_THAN_EQUALS),
                        key,
                        List.of("1", "2", "1.0"));
            case "aws:CurrentTime" ->
                of(
                        SetOperator.NONE,
                        List.of(
                                Comparison.DATE_EQUALS,
                                Comparison.DATE_NOT_EQUALS,
                                Comparison.DATE_LESS_THAN,
                                Comparison.DATE_LESS_THAN_EQUALS,
                                Comparison.DATE_GREATER_THAN,
                                Comparison.DATE_GREATER_THAN_EQUALS),
                        key,
                        List.of("2025-06-01T00:00:00Z", "2026-01-01T00:00:00Z"));
            case "aws:SourceIp" ->
                of(
                        SetOperator.NONE,
                        List.of(Comparison.IP_ADDRESS, Comparison.NOT_IP_ADDRESS),
                        key,
                        List.of("10.0.0.0/24", "10.0.0.0/25", "10.0.0.128/25", "2001:db8::/32", "10.0.0.1"));
            case "aws:TagKeys" ->
                of(
                        chance(50) ? SetOperator.FOR_ALL_VALUES : SetOperator.FOR_ANY_VALUE,
                        List.of(
                                Comparison.STRING_EQUALS,
                                Comparison.STRING_NOT_EQUALS,
                                Comparison.STRING_LIKE,
                                Comparison.STRING_NOT_LIKE),
                        key,
                        List.of("a", "b", "ab", "a*", "*"));
            default -> text(key);
        };
    }

    private Condition text(String key) {
        List<String> values = new ArrayList<>(TEXT_PATTERNS);
        if (variables && !key.equals("aws:PrincipalTag/x")) {
            values.addAll(List.of("${aws:PrincipalTag/x}", "${aws:PrincipalTag/x}", "a${aws:PrincipalTag/x}*"));
        }
        return of(
                chance(90) ? SetOperator.NONE : SetOperator.FOR_ANY_VALUE,
                List.of(
                        Comparison.STRING_EQUALS,
                        Comparison.STRING_NOT_EQUALS,
                        Comparison.STRING_EQUALS_IGNORE_CASE,
                        Comparison.STRING_NOT_EQUALS_IGNORE_CASE,
                        Comparison.STRING_LIKE,
                        Comparison.STRING_NOT_LIKE),
                key,
                values);
    }

    private Condition of(SetOperator set, List<Comparison> comparisons, String key, List<String> values) {
        List<String> some = new ArrayList<>();
        for (int i = random.nextInt(2); i >= 0; i--) {
            some.add(one(values));
        }
        ConditionOperator operator = new ConditionOperator(set, one(comparisons), chance(20));
        return new Condition(operator, ConditionKey.of(key), some);
    }

    /** The keys that policies and regions look at. */
    static List<ConditionKey> keysOf(List<PolicySet> sets, Region... regions) {
        Map<String, ConditionKey> keys = new TreeMap<>();
        for (PolicySet set : sets) {
            set.forEachPolicy(one -> one.policy().statements().forEach(statement -> {
                statement.resources().orElseThrow().patterns().forEach(pattern -> add(keys, pattern.text()));
                statement.conditions().forEach(condition -> add(keys, condition));
            }));
        }
        for (Region region : regions) {
            region.resources().patterns().forEach(pattern -> add(keys, pattern.text()));
            region.conditions().forEach(condition -> add(keys, condition));
        }
        return List.copyOf(keys.values());
    }

    private static void add(Map<String, ConditionKey> keys, Condition condition) {
        keys.put(condition.key().folded(), condition.key());
        condition.values().forEach(value -> add(keys, value));
    }

    private static void add(Map<String, ConditionKey> keys, String text) {
        Template.of(text, true).forEachKey(key -> keys.put(key.folded(), key));
    }

    /** Every request with these keys and no others. */
    static List<Request> requests(List<ConditionKey> keys) {
        List<Context> contexts = new ArrayList<>(List.of(Context.empty()));
        for (ConditionKey key : keys) {
            List<Context> more = new ArrayList<>();
            for (Context context : contexts) {
                for (List<String> values : VALUES.getOrDefault(key.name(), List.of())) {
                    Context one = Context.of(key.name(), values.toArray(String[]::new));
                    more.add(values.isEmpty() ? context : context.plus(one));
                }
            }
            contexts = more;
        }
        List<Request> all = new ArrayList<>();
        for (String action : ACTIONS) {
            for (String resource : resources()) {
                Request plain = Request.of(
                                Subject.of(PolicySet.none()).principal(), Action.of(action), Resource.of(resource))
                        .ownedBy("111122223333");
                contexts.forEach(context -> all.add(plain.with(context)));
            }
        }
        return all;
    }

    private static List<String> resources() {
        List<String> all = new ArrayList<>(List.of("*"));
        for (String text : List.of(
                "a", "b", "/", "c", "ab", "ba", "aa", "a/", "/b", "a/b", "b/a", "aab", "ab/", "abb", "a:b", "A", "ba/b",
                "a/b/b")) {
            all.add(ARN + text);
        }
        all.add("arn:aws:s:a::b");
        return all;
    }

    /** The first that passes. */
    static Optional<Request> first(List<Request> requests, Predicate<Request> test) {
        return requests.stream().filter(test).findFirst();
    }
}
