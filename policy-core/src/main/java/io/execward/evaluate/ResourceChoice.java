// SPDX-License-Identifier: Apache-2.0
package io.execward.evaluate;

import io.execward.match.ConditionMatcher;
import io.execward.match.ResourceMatcher;
import io.execward.match.Tri;
import io.execward.model.Effect;
import io.execward.model.Request;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What policies say about an action whose resource the caller picks from all of a kind: whether it is refused on every one of them,
 * and which ones the policies mention. It errs to one side: {@link #isClosed} is a proof, its absence is none.
 */
public final class ResourceChoice {
    private final boolean closed;
    private final List<String> mentioned;

    private ResourceChoice(boolean closed, List<String> mentioned) {
        this.closed = closed;
        this.mentioned = List.copyOf(mentioned);
    }

    /**
     * Looks at the statements about an action.
     *
     * @param request the action on some resource of the kind, which has no policy of its own, with every fact unknown that depends on
     *     the choice
     * @param kind the ARNs of the kind, as a pattern of six fields such as {@code arn:aws:ecs:*:111122223333:task-definition/*}
     */
    public static ResourceChoice of(PolicyEngine engine, Request request, String kind) {
        Check check = Check.of(request, request.resources().get(0));
        Rules rules = new Rules(check);
        Layers layers = engine.layers();
        Set<String> mentioned = new LinkedHashSet<>();
        layers.all()
                .forEach(layer -> layer.statements().stream()
                        .filter(statement -> statement.matchesAction(check))
                        .forEach(statement -> patterns(statement).forEach(mentioned::add)));
        if (!rules.identityExemption().isEmpty() || layers.resource().isPresent()) {
            return new ResourceChoice(false, List.copyOf(mentioned));
        }
        if (!rules.isSameAccount()) {
            return new ResourceChoice(true, List.copyOf(mentioned)); // nobody but the owner's account is let in
        }
        List<Layer> needed = new ArrayList<>();
        layers.identity().ifPresent(needed::add);
        layers.boundary().ifPresent(needed::add);
        if (rules.sessionExemption().isEmpty()) {
            layers.session().ifPresent(needed::add);
        }
        if (rules.serviceControlExemption().isEmpty()) {
            layers.serviceControl().ifPresent(needed::addAll);
        }
        List<CompiledStatement> denies = new ArrayList<>();
        needed.forEach(layer -> layer.statements().stream()
                .filter(statement -> statement.effect() == Effect.DENY && conditions(statement, check) == Tri.TRUE)
                .forEach(denies::add));
        boolean closed = needed.stream()
                .anyMatch(layer ->
                        layer.statements().stream().noneMatch(statement -> mayAllow(statement, check, kind, denies)));
        return new ResourceChoice(closed, List.copyOf(mentioned));
    }

    /** Action and conditions. */
    private static Tri conditions(CompiledStatement statement, Check check) {
        if (!statement.matchesAction(check)) {
            return Tri.FALSE;
        }
        Tri all = Tri.TRUE;
        for (ConditionMatcher condition : statement.conditions()) {
            all = all.and(condition.test(check.context()));
        }
        return all;
    }

    private static boolean mayAllow(
            CompiledStatement statement, Check check, String kind, List<CompiledStatement> denies) {
        if (statement.effect() != Effect.ALLOW || conditions(statement, check) == Tri.FALSE) {
            return false;
        }
        List<String> allowed = statement.exemptsResources() || !statement.hasResources()
                ? List.of(kind)
                : patterns(statement).stream()
                        .filter(pattern -> ArnOverlap.of(pattern, kind).isPossible())
                        .toList();
        return allowed.stream().anyMatch(pattern -> denies.stream().noneMatch(deny -> denies(deny, pattern, kind)));
    }

    /** True if the Deny hits whatever the pattern matches of the kind. */
    private static boolean denies(CompiledStatement deny, String pattern, String kind) {
        List<String> own = patterns(deny);
        if (!deny.exemptsResources()) {
            return own.stream()
                    .anyMatch(each -> ArnOverlap.of(each, pattern, kind).isCover());
        }
        return own.stream().noneMatch(each -> ArnOverlap.of(each, pattern, kind).isPossible());
    }

    private static List<String> patterns(CompiledStatement statement) {
        List<String> all = new ArrayList<>();
        for (ResourceMatcher resource : statement.resources()) {
            all.add(resource.toString());
        }
        return all;
    }

    /** True if no resource of the kind can be allowed, however unknown facts fall. */
    public boolean isClosed() {
        return closed;
    }

    /** The resource patterns of the statements about the action, as they are written, each once. */
    public List<String> mentioned() {
        return mentioned;
    }
}
