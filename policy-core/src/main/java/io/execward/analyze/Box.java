// SPDX-License-Identifier: Apache-2.0
package io.execward.analyze;

import io.execward.evaluate.StatementRef;
import io.execward.match.ConditionMatcher;
import io.execward.match.Glob;
import io.execward.match.ResourceMatcher;
import io.execward.match.StatementMatcher;
import io.execward.model.Action;
import io.execward.model.Condition;
import io.execward.model.Context;
import io.execward.model.Effect;
import io.execward.model.Policy;
import io.execward.model.PolicyKind;
import io.execward.model.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A set of requests that one statement or filter describes: a product of one test for each variable. */
final class Box {
    private static final Patterns NOTHING = Patterns.of(List.of(), false);

    private final StatementMatcher matcher;
    private final Optional<StatementRef> ref;
    private final Field actions;
    private final boolean everyResource;
    private final List<Patterns> constantResources = new ArrayList<>();
    private final List<ResourceMatcher> variableResources = new ArrayList<>();
    /** What the resources are where the matcher does not say so. */
    private final Optional<Patterns> instead;

    /** The texts that patterns accept, or all others. */
    record Field(Patterns patterns, boolean complement) {
        static final Field EVERYTHING = new Field(NOTHING, true);

        boolean isEverything() {
            return complement && patterns.isNothing();
        }

        boolean acceptsStar() {
            return complement != patterns.acceptsStar();
        }

        boolean accepts(String text) {
            return complement != patterns.accepts(text);
        }

        /** False only if no text is in both. */
        boolean mayMeet(Field other) {
            if (complement) {
                return other.complement || !patterns.covers(other.patterns);
            }
            return other.complement ? !other.patterns.covers(patterns) : patterns.meets(other.patterns);
        }

        /** True only if every text of the other is in this. */
        boolean covers(Field other) {
            if (complement) {
                return other.complement ? other.patterns.covers(patterns) : !patterns.meets(other.patterns);
            }
            return !other.complement && patterns.covers(other.patterns);
        }
    }

    private Box(StatementMatcher matcher, Optional<StatementRef> ref, Optional<Patterns> instead) {
        this.matcher = matcher;
        this.ref = ref;
        this.instead = instead;
        boolean emptyExempts = matcher.exemptsActions() && matcher.effect() == Effect.DENY;
        this.actions = matcher.actions().length == 0
                ? new Field(NOTHING, emptyExempts)
                : new Field(Patterns.ofActions(matcher.actions()), matcher.exemptsActions());
        instead.ifPresent(constantResources::add);
        boolean every = !matcher.hasResources();
        for (ResourceMatcher resource : matcher.resources()) {
            every |= resource.isEverything() && !matcher.exemptsResources();
            if (instead.isPresent()) {
                continue;
            }
            if (resource.template().isConstant()) {
                constantResources.add(Patterns.ofResources(Context.empty(), resource));
            } else {
                variableResources.add(resource);
            }
        }
        this.everyResource = every && instead.isEmpty();
    }

    static Box of(StatementRef ref, Policy policy, Statement statement) {
        return new Box(
                StatementMatcher.of(statement, ref.kind(), policy.hasVariables()), Optional.of(ref), Optional.empty());
    }

    static Box of(Region region) {
        return of(region, Optional.empty());
    }

    /** A region whose resources are these, whatever it says. */
    static Box of(Region region, Glob arns) {
        return of(region, Optional.of(Patterns.of(List.of(arns), false)));
    }

    /** Read as a Deny is: what is unclear counts as in the region, so that a claim is about more requests, never about fewer (U-14, U-23). */
    private static Box of(Region region, Optional<Patterns> instead) {
        Statement filter = new Statement(
                Optional.empty(),
                Effect.DENY,
                Optional.empty(),
                region.actions(),
                Optional.of(region.resources()),
                region.conditions());
        return new Box(StatementMatcher.of(filter, PolicyKind.IDENTITY, true), Optional.empty(), instead);
    }

    StatementMatcher matcher() {
        return matcher;
    }

    /** The statement; empty for a filter. */
    Optional<StatementRef> ref() {
        return ref;
    }

    Field actions() {
        return actions;
    }

    boolean matches(Action action) {
        return matcher.matchesAction(action);
    }

    /** The resources in a context that knows every key which is a variable in them. */
    Field resources(Context context) {
        if (everyResource) {
            return Field.EVERYTHING;
        }
        if (instead.isPresent()) {
            return new Field(instead.get(), false);
        }
        if (matcher.resources().length == 0) {
            return new Field(NOTHING, matcher.exemptsResources() && matcher.effect() == Effect.DENY);
        }
        return new Field(Patterns.ofResources(context, matcher.resources()), matcher.exemptsResources());
    }

    /** False only if no request is in both. */
    boolean mayMeet(Box other) {
        return actions.mayMeet(other.actions) && mayMeetResources(other);
    }

    private boolean mayMeetResources(Box other) {
        if (everyResource || other.everyResource || matcher.exemptsResources() || other.matcher.exemptsResources()) {
            return true;
        }
        for (ResourceMatcher a : variableResources) {
            for (ResourceMatcher b : other.matcher.resources()) {
                if (agree(a.prefix(), b.prefix())) {
                    return true;
                }
            }
        }
        for (ResourceMatcher b : other.variableResources) {
            for (ResourceMatcher a : matcher.resources()) {
                if (agree(a.prefix(), b.prefix())) {
                    return true;
                }
            }
        }
        for (Patterns a : constantResources) {
            for (Patterns b : other.constantResources) {
                if (a.meets(b) || (a.acceptsStar() && b.acceptsStar())) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean agree(String prefix, String other) {
        return prefix.startsWith(other) || other.startsWith(prefix);
    }

    /** True only if every request of the other is in this; wildcards are read as symbols, so not whenever it could be said. */
    boolean covers(Box other) {
        return coversConditions(other) && actions.covers(other.actions) && coversResources(other);
    }

    private boolean coversResources(Box other) {
        if (everyResource) {
            return true;
        }
        if (matcher.exemptsResources() != other.matcher.exemptsResources() || other.everyResource) {
            return false;
        }
        Box narrow = matcher.exemptsResources() ? this : other;
        Box wide = matcher.exemptsResources() ? other : this;
        boolean empty = matcher.resources().length == 0 || other.matcher.resources().length == 0;
        boolean exemptsVariables = matcher.exemptsResources() && !(narrow.isConstant() && wide.isConstant());
        if (empty || exemptsVariables) {
            return false; // what such a list means depends on the effect
        }
        return narrow.constantResources.stream()
                        .allMatch(inner -> wide.constantResources.stream().anyMatch(outer -> isCovered(outer, inner)))
                && narrow.variableResources.stream()
                        .allMatch(inner -> wide.variableResources.stream().anyMatch(outer -> isSame(outer, inner)));
    }

    private boolean isConstant() {
        return variableResources.isEmpty();
    }

    private static boolean isCovered(Patterns outer, Patterns inner) {
        return outer.covers(inner) && (outer.acceptsStar() || !inner.acceptsStar());
    }

    private static boolean isSame(ResourceMatcher a, ResourceMatcher b) {
        return a.isPlainArn()
                && b.isPlainArn()
                && a.template().source().equals(b.template().source());
    }

    private boolean coversConditions(Box other) {
        for (ConditionMatcher mine : matcher.conditions()) {
            boolean found = false;
            for (ConditionMatcher theirs : other.matcher.conditions()) {
                found |= isSame(mine, theirs);
            }
            if (!found) {
                return false;
            }
        }
        return true;
    }

    private static boolean isSame(ConditionMatcher a, ConditionMatcher b) {
        Condition one = a.condition();
        Condition two = b.condition();
        return one.operator().equals(two.operator())
                && one.key().sameAs(two.key())
                && readsAlike(a, b)
                && new HashSet<>(one.values()).equals(new HashSet<>(two.values()));
    }

    /** The same text means something else in a document without variables. */
    private static boolean readsAlike(ConditionMatcher a, ConditionMatcher b) {
        boolean plain = a.condition().values().stream().noneMatch(text -> text.contains("${"));
        Set<String> ofA = new HashSet<>();
        Set<String> ofB = new HashSet<>();
        a.templates().forEach(template -> template.forEachKey(key -> ofA.add(key.folded())));
        b.templates().forEach(template -> template.forEachKey(key -> ofB.add(key.folded())));
        return plain || (!ofA.isEmpty() && ofA.equals(ofB));
    }

    @Override
    public String toString() {
        return ref.map(StatementRef::toString).orElse("the region asked about");
    }
}
