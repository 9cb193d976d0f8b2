// SPDX-License-Identifier: Apache-2.0
package io.execward.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * One statement of a policy. Which elements a kind of policy allows is {@link PolicyKind}'s business; here only what no policy
 * may say is refused.
 *
 * @param sid the statement id, if it has one (R-GRAM-13)
 * @param principals {@code Principal} or {@code NotPrincipal}; entries of one member stand together, as in a document
 * @param actions {@code Action} or {@code NotAction}
 * @param resources {@code Resource} or {@code NotResource}; empty only in role trust policies
 * @param conditions every test must pass (R-COND-01, R-COND-02); tests below one operator stand together, as in a document
 */
public record Statement(
        Optional<String> sid,
        Effect effect,
        Optional<Scope<PrincipalPattern>> principals,
        Scope<ActionPattern> actions,
        Optional<Scope<ResourcePattern>> resources,
        List<Condition> conditions) {
    private static final int MAX_LOOKED_BACK = 16;

    /**
     * @throws IllegalArgumentException if a bare {@code "*"} principal stands beside others (R-PRIN-01), {@code NotPrincipal}
     *     has an Allow (R-TYPE-04), or one operator tests one key twice (R-GRAM-07)
     */
    public Statement {
        sid.ifPresent(text -> Text.wellFormed("Sid", text));
        Objects.requireNonNull(effect, "effect");
        Objects.requireNonNull(actions, "actions");
        Objects.requireNonNull(resources, "resources");
        principals = principals.map(Statement::groupedByMember);
        conditions = grouped(conditions, Condition::operator);
        boolean exempts = principals.isPresent() && principals.get() instanceof Scope.AllExcept;
        if (exempts && effect == Effect.ALLOW) {
            throw new IllegalArgumentException("`NotPrincipal` goes with Deny only (R-TYPE-04)");
        }
        if (conditions.size() > 1) {
            requireNoTwins(conditions);
        }
    }

    private static void requireNoTwins(List<Condition> conditions) {
        Map<ConditionOperator, Set<String>> keys = new HashMap<>();
        for (Condition condition : conditions) {
            if (!keys.computeIfAbsent(condition.operator(), o -> new HashSet<>())
                    .add(condition.key().folded())) {
                throw new IllegalArgumentException("`" + condition.operator().text() + "` tests `"
                        + condition.key().name() + "` twice (R-GRAM-07)");
            }
        }
    }

    private static Scope<PrincipalPattern> groupedByMember(Scope<PrincipalPattern> scope) {
        List<PrincipalPattern> grouped = grouped(scope.patterns(), PrincipalPattern::member);
        if (grouped.size() > 1 && grouped.stream().anyMatch(PrincipalPattern.Anyone.class::isInstance)) {
            throw new IllegalArgumentException("a bare `\"*\"` principal stands alone (R-PRIN-01)");
        }
        return scope.match(only -> new Scope.Only<>(grouped), allExcept -> new Scope.AllExcept<>(grouped));
    }

    /** Stable: groups in the order of their first member, so that what a document can say is already in this order. */
    private static <T, G> List<T> grouped(List<T> items, Function<T, G> group) {
        if (isGrouped(items, group)) {
            return List.copyOf(items);
        }
        Map<G, List<T>> groups = new LinkedHashMap<>();
        for (T item : items) {
            groups.computeIfAbsent(group.apply(item), g -> new ArrayList<>()).add(item);
        }
        return groups.values().stream().flatMap(List::stream).toList();
    }

    /** Nearly every list is: looking first spares building the groups. */
    private static <T, G> boolean isGrouped(List<T> items, Function<T, G> group) {
        for (int i = 1; i < items.size(); i++) {
            G current = group.apply(items.get(i));
            if (current.equals(group.apply(items.get(i - 1)))) {
                continue;
            }
            for (int before = 0; before < i - 1; before++) {
                if (before >= MAX_LOOKED_BACK || current.equals(group.apply(items.get(before)))) {
                    return false;
                }
            }
        }
        return true;
    }

    /** A statement without Sid, principals and conditions; see {@link #where} and {@link #withSid}. */
    public static Statement of(Effect effect, Scope<ActionPattern> actions, Scope<ResourcePattern> resources) {
        return new Statement(Optional.empty(), effect, Optional.empty(), actions, Optional.of(resources), List.of());
    }

    /** An Allow of these actions on these resources. */
    public static Statement allow(List<String> actions, List<String> resources) {
        return of(Effect.ALLOW, actionsOf(actions), resourcesOf(resources));
    }

    /** A Deny of these actions on these resources. */
    public static Statement deny(List<String> actions, List<String> resources) {
        return of(Effect.DENY, actionsOf(actions), resourcesOf(resources));
    }

    private static Scope<ActionPattern> actionsOf(List<String> texts) {
        return new Scope.Only<>(texts.stream().map(ActionPattern::new).toList());
    }

    private static Scope<ResourcePattern> resourcesOf(List<String> texts) {
        return new Scope.Only<>(texts.stream().map(ResourcePattern::new).toList());
    }

    /** The same statement with these tests added. */
    public Statement where(Condition... more) {
        List<Condition> all = new ArrayList<>(conditions);
        all.addAll(List.of(more));
        return new Statement(sid, effect, principals, actions, resources, all);
    }

    /** The same statement with this id. */
    public Statement withSid(String text) {
        return new Statement(Optional.of(text), effect, principals, actions, resources, conditions);
    }

    /** The same statement with its id, numbered from 2 if one of the others has it too: each id stands once in a document (R-GRAM-13). */
    public Statement withSidFreeIn(List<Statement> others) {
        if (sid.isEmpty()) {
            return this;
        }
        String free = sid.get();
        for (int number = 2; isTaken(free, others); number++) {
            free = sid.get() + number;
        }
        return free.equals(sid.get()) ? this : withSid(free);
    }

    private static boolean isTaken(String sid, List<Statement> statements) {
        return statements.stream().anyMatch(statement -> statement.sid().equals(Optional.of(sid)));
    }

    /** The same statement for these principals only. */
    public Statement forPrincipals(PrincipalPattern... patterns) {
        return new Statement(sid, effect, Optional.of(Scope.only(patterns)), actions, resources, conditions);
    }
}
