// SPDX-License-Identifier: Apache-2.0
package io.execward.evaluate;

import io.execward.match.Tri;
import java.util.List;
import java.util.Optional;

/**
 * What the layers say about one check. A layer that was not supplied or does not apply limits nothing; identity policies, which
 * grant, say no instead. Filled once, then combined by {@link Rules}.
 */
final class Answers {
    /** Some Deny applies, in whatever layer. */
    Tri denied = Tri.FALSE;
    /** Every level has an Allow (R-ORG-02). */
    Tri serviceControl = Tri.TRUE;

    Tri endpoint = Tri.TRUE;
    Tri identity = Tri.FALSE;
    Tri boundary = Tri.TRUE;
    Tri session = Tri.TRUE;
    Grants resource = Grants.NONE;

    /** How a layer is asked: through its index, or statement by statement with a trace. */
    interface Source {
        Tri denies(Layer layer);

        Tri allows(Layer layer);

        Grants grants(Layer layer);
    }

    /** Asks every layer that applies to the check (F.1 steps 1 and 2, and what the later steps need). */
    static Answers ask(Rules rules, Layers layers, Source source) {
        Answers answers = new Answers();
        boolean hasIdentitySide = rules.identityExemption().isEmpty();
        boolean hasSession = rules.sessionExemption().isEmpty();
        boolean bound = layers.serviceControl().isPresent()
                && rules.serviceControlExemption().isEmpty();
        boolean guarded = layers.resourceControl().isPresent()
                && rules.resourceControlExemption().isEmpty();
        Tri denied = denies(layers.resource(), source).or(denies(layers.endpoint(), source));
        if (hasIdentitySide) {
            denied = denied.or(denies(layers.identity(), source)).or(denies(layers.boundary(), source));
        }
        if (hasSession) {
            denied = denied.or(denies(layers.session(), source));
        }
        if (bound) {
            denied = denied.or(anyDenies(layers.serviceControl(), source));
        }
        if (guarded) {
            denied = denied.or(anyDenies(layers.resourceControl(), source));
        }
        answers.denied = denied;
        if (bound) {
            answers.serviceControl = everyLevelAllows(layers.serviceControl().get(), source);
        }
        if (layers.endpoint().isPresent()) {
            answers.endpoint = source.allows(layers.endpoint().get());
        }
        if (hasIdentitySide && layers.identity().isPresent()) {
            answers.identity = source.allows(layers.identity().get());
        }
        if (hasIdentitySide && layers.boundary().isPresent()) {
            answers.boundary = source.allows(layers.boundary().get());
        }
        if (hasSession && layers.session().isPresent()) {
            answers.session = source.allows(layers.session().get());
        } else if (hasSession) {
            answers.session = Tri.of(!rules.needsSessionPolicy());
        }
        if (layers.resource().isPresent()) {
            answers.resource = source.grants(layers.resource().get());
        }
        return answers;
    }

    private static Tri denies(Optional<Layer> layer, Source source) {
        return layer.isPresent() ? source.denies(layer.get()) : Tri.FALSE;
    }

    private static Tri anyDenies(Optional<List<Layer>> levels, Source source) {
        Tri any = Tri.FALSE;
        if (levels.isPresent()) {
            for (Layer level : levels.get()) {
                any = any.or(source.denies(level));
            }
        }
        return any;
    }

    private static Tri everyLevelAllows(List<Layer> levels, Source source) {
        Tri all = Tri.TRUE;
        for (Layer level : levels) {
            all = all.and(source.allows(level));
        }
        return all;
    }
}
