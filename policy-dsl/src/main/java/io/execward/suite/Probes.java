// SPDX-License-Identifier: Apache-2.0
package io.execward.suite;

import io.execward.ecs.Caller;
import io.execward.evaluate.Verdict;
import io.execward.model.Action;
import io.execward.model.ActionPattern;
import io.execward.model.Arn;
import io.execward.model.Comparison;
import io.execward.model.Condition;
import io.execward.model.ConditionKey;
import io.execward.model.Context;
import io.execward.model.ContextValue;
import io.execward.model.Request;
import io.execward.model.Resource;
import io.execward.model.ResourcePattern;
import io.execward.model.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Looks for an expectation that would notice a mutant: a single check, made from what the changed statement says, that the policies of
 * some test judge differently with the mutant in place. What is found was decided by the engine; if nothing is found, that proves nothing.
 */
final class Probes {
    /** A hint is not worth more. */
    private static final int MOST_TRIES = 2_000;

    private final List<Statement> statements;
    private final Optional<ConditionKey> changed;
    private final List<Expectation> expectations;
    private final Function<Expectation, Judges> mutants;

    Probes(
            TestedPolicy policy,
            Mutation mutation,
            List<Expectation> expectations,
            Function<Expectation, Judges> mutants) {
        this.statements = mutation.statements().stream()
                .map(number -> policy.policy().statements().get(number))
                .toList();
        List<String> steps = mutation.at().steps();
        this.changed = steps.size() > 4 && steps.get(2).equals("Condition")
                ? Optional.of(ConditionKey.of(steps.get(4)))
                : Optional.empty();
        this.expectations = expectations;
        this.mutants = mutants;
    }

    /** One single check: the caller of an expectation, and facts on top, by the folded name of the key. */
    private record Probe(Expectation base, Action action, String resource, Map<ConditionKey, ContextValue> facts) {
        Request request(Judges judges) {
            Context.Builder told = Context.builder();
            facts.forEach(told::put);
            Caller caller = base.caller().with(told.build());
            return SingleCheck.request(caller, action, resource, Optional.empty(), judges.policies());
        }

        Probe with(ConditionKey key, ContextValue value) {
            Map<ConditionKey, ContextValue> more = ordered();
            more.put(key, value);
            return new Probe(base, action, resource, more);
        }

        Probe without(ConditionKey key) {
            Map<ConditionKey, ContextValue> less = ordered();
            less.remove(key);
            return new Probe(base, action, resource, less);
        }

        private Map<ConditionKey, ContextValue> ordered() {
            Map<ConditionKey, ContextValue> copy =
                    new TreeMap<>((a, b) -> a.folded().compareTo(b.folded()));
            copy.putAll(facts);
            return copy;
        }
    }

    /** The first that is found, as the language writes it. */
    Optional<String> expectation() {
        int tries = 0;
        for (Expectation base : expectations) {
            for (Probe probe : probes(base)) {
                if (tries++ >= MOST_TRIES) {
                    return Optional.empty();
                }
                Optional<Verdict> verdict = tells(probe);
                if (verdict.isPresent()) {
                    return Optional.of(print(smallest(probe), verdict.get()));
                }
            }
        }
        return Optional.empty();
    }

    /** The verdict under the policies as they are, if it is sure and another one with the mutant. */
    private Optional<Verdict> tells(Probe probe) {
        Judges judges = probe.base().judges();
        Judges mutant = mutants.apply(probe.base());
        Request request = probe.request(judges);
        Verdict now = judges.on(request.resources().get(0)).decide(request);
        if (now == Verdict.UNDECIDED) {
            return Optional.empty();
        }
        Verdict then = mutant.on(request.resources().get(0)).decide(request);
        return then == now ? Optional.empty() : Optional.of(now);
    }

    private Probe smallest(Probe probe) {
        Probe least = probe;
        Optional<Verdict> verdict = tells(probe);
        for (ConditionKey key : List.copyOf(probe.facts().keySet())) {
            Probe less = least.without(key);
            if (tells(less).equals(verdict)) {
                least = less;
            }
        }
        return least;
    }

    /** Near what the expectation asks, then near what the changed statement says. */
    private List<Probe> probes(Expectation base) {
        List<Probe> all = new ArrayList<>();
        for (Request request : base.call().requests()) {
            for (Resource resource : request.resources()) {
                Map<ConditionKey, ContextValue> told = told(base, request, resource);
                near(new Probe(base, request.action(), resource.text(), told), all);
            }
        }
        return all;
    }

    private void near(Probe asked, List<Probe> all) {
        for (Statement statement : statements) {
            Probe met = asked;
            for (Map.Entry<ConditionKey, ContextValue> fact : met(statement).entrySet()) {
                met = met.with(fact.getKey(), fact.getValue());
            }
            for (Probe probe : List.of(asked, met)) {
                all.add(probe);
                values(probe, statement, all);
                resources(statement).forEach(resource -> {
                    Probe there = new Probe(probe.base(), probe.action(), resource, probe.facts());
                    all.add(there);
                    values(there, statement, all);
                });
            }
            for (String action : actions(statement)) {
                Probe other = new Probe(met.base(), Action.of(action), met.resource(), met.facts());
                all.add(other);
                values(other, statement, all);
                resources(statement)
                        .forEach(resource -> all.add(new Probe(other.base(), other.action(), resource, other.facts())));
            }
        }
    }

    private void values(Probe probe, Statement statement, List<Probe> all) {
        for (Condition condition : statement.conditions()) {
            if (changed.map(key -> key.sameAs(condition.key())).orElse(true)) {
                variants(condition).forEach(value -> all.add(probe.with(condition.key(), value)));
            }
        }
    }

    /** What the request knows beyond the caller's own facts. */
    private static Map<ConditionKey, ContextValue> told(Expectation base, Request request, Resource resource) {
        Map<ConditionKey, ContextValue> facts =
                new TreeMap<>((a, b) -> a.folded().compareTo(b.folded()));
        Context own = base.caller().context();
        Context whole = request.context().plus(resource.context());
        for (ConditionKey key : whole.keys()) {
            ContextValue value = whole.get(key);
            if (!(value instanceof ContextValue.Unknown) && !value.equals(own.get(key))) {
                facts.put(key, value);
            }
        }
        return facts;
    }

    /** Facts with which every condition of the statement holds, as far as that is simple. */
    private static Map<ConditionKey, ContextValue> met(Statement statement) {
        Map<ConditionKey, ContextValue> facts =
                new TreeMap<>((a, b) -> a.folded().compareTo(b.folded()));
        for (Condition condition : statement.conditions()) {
            variants(condition).stream()
                    .filter(value -> meets(condition, value))
                    .findFirst()
                    .ifPresent(value -> facts.put(condition.key(), value));
        }
        return facts;
    }

    /** Asks the engine whether the condition holds of the value. */
    private static boolean meets(Condition condition, ContextValue value) {
        Context context = Context.builder().put(condition.key(), value).build();
        return Conditions.holds(condition, context) == Verdict.EXPLICIT_DENY;
    }

    private static List<ContextValue> variants(Condition condition) {
        Set<ContextValue> values = new LinkedHashSet<>();
        for (String value : condition.values()) {
            near(condition.operator().comparison(), value).forEach(near -> values.add(ContextValue.of(List.of(near))));
        }
        values.add(
                ContextValue.of(List.of(other(condition.operator().comparison().family()))));
        values.add(ContextValue.ABSENT);
        condition.values().forEach(value -> values.add(ContextValue.of(List.of(swappedCase(plain(value))))));
        if (condition.values().size() > 1) {
            values.add(ContextValue.of(
                    condition.values().stream().map(Probes::plain).toList()));
        }
        return List.copyOf(values);
    }

    private static Collection<String> near(Comparison comparison, String value) {
        return switch (comparison.family()) {
            case STRING -> List.of(plain(value), value);
            case ARN -> List.of(plain(value));
            case BOOL, NULL -> List.of("true", "false");
            case NUMERIC -> numbers(value);
            case IP -> List.of(address(value));
            case DATE, BINARY -> List.of(value);
        };
    }

    private static List<String> numbers(String value) {
        try {
            long number = Long.parseLong(value);
            return List.of(value, Long.toString(number - 1), Long.toString(number + 1));
        } catch (NumberFormatException e) {
            return List.of(value);
        }
    }

    private static String address(String range) {
        int slash = range.indexOf('/');
        return slash < 0 ? range : range.substring(0, slash);
    }

    private static String other(Comparison.Family family) {
        return switch (family) {
            case STRING, BINARY -> "other";
            case NUMERIC -> "1000000";
            case DATE -> "2999-01-01T00:00:00Z";
            case BOOL, NULL -> "true";
            case IP -> "198.51.100.7";
            case ARN -> "arn:aws:ecs:us-east-1:999999999999:cluster/other";
        };
    }

    private static String swappedCase(String text) {
        StringBuilder swapped = new StringBuilder(text.length());
        text.chars()
                .map(c -> Character.isUpperCase(c) ? Character.toLowerCase(c) : Character.toUpperCase(c))
                .forEach(c -> swapped.append((char) c));
        return swapped.toString();
    }

    /** One thing that the pattern matches. */
    private static String plain(String pattern) {
        return pattern.replace("*", "x").replace("?", "x");
    }

    private static Set<String> actions(Statement statement) {
        Set<String> actions = new LinkedHashSet<>();
        for (ActionPattern pattern : statement.actions().patterns()) {
            if (!pattern.isEverything()) {
                actions.add(plain(pattern.servicePattern()) + ":" + plain(pattern.namePattern()));
                actions.add(plain(pattern.servicePattern()) + ":Another");
            }
        }
        actions.add("s3:GetObject");
        return actions;
    }

    private static Set<String> resources(Statement statement) {
        Set<String> resources = new LinkedHashSet<>();
        List<ResourcePattern> patterns =
                statement.resources().map(scope -> scope.patterns()).orElse(List.of());
        for (ResourcePattern pattern : patterns) {
            if (!pattern.isEverything() && pattern.text().indexOf('$') < 0 && isArn(plain(pattern.text()))) {
                resources.add(plain(pattern.text()));
                Looser.arn(pattern.text())
                        .map(Probes::plain)
                        .filter(Probes::isArn)
                        .ifPresent(resources::add);
            }
        }
        resources.add("arn:aws:s3:::other/thing");
        return resources;
    }

    private static boolean isArn(String text) {
        return Arn.tryOf(text).isPresent();
    }

    private static String print(Probe probe, Verdict verdict) {
        String facts = probe.facts().entrySet().stream()
                .map(entry -> fact(entry.getKey(), entry.getValue()))
                .collect(Collectors.joining());
        return "in the test `" + probe.base().test() + "` this notices it: expect action \"" + probe.action()
                + "\" on \"" + probe.resource() + "\"" + facts + " is "
                + Expected.of(verdict).text();
    }

    private static String fact(ConditionKey key, ContextValue value) {
        if (value instanceof ContextValue.Present present) {
            return " with \"" + key + "\" = "
                    + present.values().stream().map(it -> "\"" + it + "\"").collect(Collectors.joining(", "));
        }
        return " without \"" + key + "\"";
    }
}
