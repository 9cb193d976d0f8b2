// SPDX-License-Identifier: Apache-2.0
package io.execward.analyze;

import io.execward.model.ActionPattern;
import io.execward.model.AttachedPolicy;
import io.execward.model.Condition;
import io.execward.model.Effect;
import io.execward.model.Policy;
import io.execward.model.PolicySet;
import io.execward.model.ResourcePattern;
import io.execward.model.Scope;
import io.execward.model.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Statements as regions and back. */
final class Regions {
    private Regions() {}

    /** What a statement without principals speaks about; empty for one of a role trust policy, which has no resources. */
    static Optional<Region> of(Policy policy, Statement statement) {
        if (statement.resources().isEmpty() || statement.principals().isPresent()) {
            return Optional.empty();
        }
        Scope<ResourcePattern> resources = statement.resources().get();
        if (policy.hasVariables()) {
            return Optional.of(new Region(statement.actions(), resources, statement.conditions()));
        }
        return Optional.of(new Region(
                statement.actions(),
                mapped(resources, pattern -> new ResourcePattern(escaped(pattern.text()))),
                statement.conditions().stream().map(Regions::escaped).toList()));
    }

    private static Condition escaped(Condition condition) {
        return condition.operator().comparison().family().takesVariables()
                ? new Condition(
                        condition.operator(),
                        condition.key(),
                        condition.values().stream().map(Regions::escaped).toList())
                : condition;
    }

    /** A region knows variables, a document of the old version does not (R-VAR-02). */
    private static String escaped(String text) {
        return text.replace("${", "${$}{");
    }

    private static <P> Scope<P> mapped(Scope<P> scope, Function<P, P> change) {
        List<P> patterns = scope.patterns().stream().map(change).toList();
        return scope.match(only -> new Scope.Only<>(patterns), allExcept -> new Scope.AllExcept<>(patterns));
    }

    static Statement statement(Effect effect, Region region) {
        return new Statement(
                Optional.empty(),
                effect,
                Optional.empty(),
                region.actions(),
                Optional.of(region.resources()),
                region.conditions());
    }

    /** Some role that may do what lies in the region and nothing else. */
    static Subject allowing(Region region) {
        return Subject.of(Policy.of(statement(Effect.ALLOW, region)));
    }

    /** The same but for what lies in the regions. */
    static Subject without(Subject subject, List<Region> regions) {
        if (regions.isEmpty()) {
            return subject;
        }
        Statement[] denies =
                regions.stream().map(region -> statement(Effect.DENY, region)).toArray(Statement[]::new);
        PolicySet less =
                subject.policies().toBuilder().identity(Policy.of(denies)).build();
        return new Subject(subject.principal(), less, subject.known());
    }

    /**
     * True if a Deny of the region reaches as far as an Allow of it: variables that may have no value are read against the grant, so a
     * Deny can reach farther (U-14, U-23, U-24).
     */
    static boolean deniesWhatItAllows(Region region) {
        boolean listed = !region.actions().patterns().isEmpty()
                && !region.resources().patterns().isEmpty();
        boolean only = region.resources() instanceof Scope.Only;
        return listed && region.resources().patterns().stream().allMatch(pattern -> isSettled(pattern.text(), only));
    }

    private static boolean isSettled(String pattern, boolean only) {
        int variable = pattern.indexOf("${");
        int field = ResourcePattern.resourceFieldStart(pattern);
        return variable < 0 || (only && field >= 0 && variable >= field);
    }

    /** Every statement of this effect as a region, layer by layer, but for those that name principals. */
    static List<Region> ofEffect(PolicySet policies, Effect effect) {
        List<Region> all = new ArrayList<>();
        policies.forEachPolicy(attached -> all.addAll(ofEffect(attached, effect)));
        return all;
    }

    static List<Region> ofEffect(AttachedPolicy attached, Effect effect) {
        Policy policy = attached.policy();
        return policy.statements().stream()
                .filter(statement -> statement.effect() == effect)
                .flatMap(statement -> of(policy, statement).stream())
                .toList();
    }

    static Region withActions(Region region, List<ActionPattern> patterns) {
        return new Region(new Scope.Only<>(patterns), region.resources(), region.conditions());
    }

    static Region withResources(Region region, List<ResourcePattern> patterns) {
        return new Region(region.actions(), new Scope.Only<>(patterns), region.conditions());
    }

    static Region withValues(Region region, int condition, List<String> values) {
        List<Condition> conditions = new ArrayList<>(region.conditions());
        Condition old = conditions.get(condition);
        conditions.set(condition, new Condition(old.operator(), old.key(), values));
        return new Region(region.actions(), region.resources(), conditions);
    }
}
