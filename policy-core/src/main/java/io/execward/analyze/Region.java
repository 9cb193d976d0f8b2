// SPDX-License-Identifier: Apache-2.0
package io.execward.analyze;

import io.execward.model.ActionPattern;
import io.execward.model.Condition;
import io.execward.model.ResourcePattern;
import io.execward.model.Scope;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * A set of requests, written as a statement is but without effect: those to which a Deny that says the same would apply. Policy
 * variables are those of version 2012-10-17; where one has no value a Deny reaches farther than an Allow (U-14, U-23), and so the
 * set is the larger one.
 */
public record Region(Scope<ActionPattern> actions, Scope<ResourcePattern> resources, List<Condition> conditions) {
    public Region {
        Objects.requireNonNull(actions, "actions");
        Objects.requireNonNull(resources, "resources");
        conditions = List.copyOf(conditions);
    }

    /** Every request. */
    public static Region everything() {
        return of(List.of("*"), List.of("*"));
    }

    /** Requests by patterns; see {@link #where}. */
    public static Region of(List<String> actions, List<String> resources) {
        return new Region(
                new Scope.Only<>(actions.stream().map(ActionPattern::new).toList()),
                new Scope.Only<>(resources.stream().map(ResourcePattern::new).toList()),
                List.of());
    }

    /** Those of them that meet these conditions too. */
    public Region where(Condition... more) {
        List<Condition> all = new ArrayList<>(conditions);
        all.addAll(Arrays.asList(more));
        return new Region(actions, resources, all);
    }
}
