// SPDX-License-Identifier: Apache-2.0
package io.execward.match;

import io.execward.model.Action;
import io.execward.model.ActionPattern;
import io.execward.model.CaseFolding;

/** One entry of {@code Action} or {@code NotAction}: service with service, name with name, letter case ignored (section B.1). */
public final class ActionMatcher {
    private final ActionPattern pattern;
    private final Glob service;
    private final Glob name;

    private ActionMatcher(ActionPattern pattern) {
        this.pattern = pattern;
        this.service = Glob.of(CaseFolding.fold(pattern.servicePattern()));
        this.name = Glob.of(CaseFolding.fold(pattern.namePattern()));
    }

    public static ActionMatcher of(ActionPattern pattern) {
        return new ActionMatcher(pattern);
    }

    public boolean matches(Action action) {
        return service.matches(action.service()) && name.matches(action.name());
    }

    /** Service, colon and name as one pattern over folded actions. */
    public Glob whole() {
        return new Glob.Builder()
                .wildcards(CaseFolding.fold(pattern.servicePattern()), true)
                .literal(":")
                .wildcards(CaseFolding.fold(pattern.namePattern()), false)
                .build();
    }

    /** The pattern of the service prefix, folded. */
    public Glob service() {
        return service;
    }

    /** The pattern of the name, folded. */
    public Glob name() {
        return name;
    }

    @Override
    public String toString() {
        return pattern.text();
    }
}
