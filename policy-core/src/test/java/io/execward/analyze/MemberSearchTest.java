// SPDX-License-Identifier: Apache-2.0
package io.execward.analyze;

import static org.assertj.core.api.Assertions.assertThat;

import io.execward.match.ActionMatcher;
import io.execward.match.ResourceMatcher;
import io.execward.model.Action;
import io.execward.model.ActionPattern;
import io.execward.model.Context;
import io.execward.model.PolicyKind;
import io.execward.model.Resource;
import io.execward.model.ResourcePattern;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MemberSearchTest {
    private static final String A = "arn:aws:ecs:us-east-1:111122223333:";

    private static Patterns resources(String... patterns) {
        return Patterns.ofResources(
                Context.empty(),
                Arrays.stream(patterns)
                        .map(pattern -> ResourceMatcher.of(
                                new ResourcePattern(pattern),
                                PolicyKind.IDENTITY,
                                true,
                                false,
                                ResourceMatcher.Voided.MATCHES_NOTHING))
                        .toArray(ResourceMatcher[]::new));
    }

    private static Patterns actions(String... patterns) {
        return Patterns.ofActions(Arrays.stream(patterns)
                .map(pattern -> ActionMatcher.of(new ActionPattern(pattern)))
                .toArray(ActionMatcher[]::new));
    }

    private static String find(Universe universe, Patterns one, Patterns none, Budget budget) {
        return MemberSearch.find(universe, List.of(one), none, budget)
                .match(
                        text -> text,
                        () -> "none",
                        shortfall -> shortfall.limit().name());
    }

    private static String resource(Patterns one, Patterns none) {
        String found = find(Universe.ARN, one, none, Budget.standard());
        if (!found.equals("none")) {
            assertThat(Resource.of(found).arn()).isPresent();
        }
        return found;
    }

    @Test
    void witnesses_read_well() {
        assertThat(resource(resources("*"), resources())).isEqualTo("arn:aws:ecs:us-east-1:111122223333:other");
        assertThat(resource(resources("arn:aws:ecs:*:*:task/prod/*"), resources(A + "task/dev/*")))
                .isEqualTo(A + "task/prod/other");
        assertThat(resource(resources(A + "task/*"), resources(A + "task/other", A + "task/another")))
                .startsWith(A + "task/");
        assertThat(find(Universe.ACTION, actions("ECS:Describe*"), actions(), Budget.standard()))
                .isEqualTo("ecs:describeother");
    }

    @Test
    void stars_that_run_over_colons_are_seen() {
        assertThat(resource(resources("arn:aws:ecs:us-east-1:*"), resources("arn:aws:ecs:*:*:*")))
                .isEqualTo("none");
        assertThat(resource(resources("arn:aws:ecs:*:task/a"), resources("arn:aws:ecs:*:*:task/a")))
                .isNotEqualTo("none");
        assertThat(resource(resources("*"), resources("arn:*"))).isEqualTo("none");
        assertThat(resource(resources(A + "task/ab*b*b*b"), resources(A + "task/a*b*b*b")))
                .isEqualTo("none");
        assertThat(resource(resources(A + "task/a*b*b*b"), resources(A + "task/ab*b*b*b")))
                .isNotEqualTo("none");
    }

    @Test
    void a_union_can_cover_what_none_of_its_members_does() {
        assertThat(resource(resources(A + "task/*"), resources(A + "task/", A + "task/?", A + "task/??*")))
                .isEqualTo("none");
        assertThat(resource(resources(A + "task/*"), resources(A + "task/", A + "task/?", A + "task/???*")))
                .hasSize((A + "task/").length() + 2);
    }

    @Test
    void the_lone_star_is_a_resource_of_its_own() {
        assertThat(resources("*").acceptsStar()).isTrue();
        assertThat(resources("arn:*").acceptsStar()).isFalse();
        assertThat(resources("arn:*").covers(resources("*"))).isFalse();
    }

    @Test
    void actions_are_such_as_a_request_can_name() {
        String found = find(Universe.ACTION, actions("ecs:*"), actions("ecs:?*other", "ecs:other"), Budget.standard());
        assertThat(Action.of(found).service()).isEqualTo("ecs");
        assertThat(find(Universe.ACTION, actions("ecs:a b"), actions(), Budget.standard()))
                .isEqualTo("none");
        assertThat(find(Universe.ACTION, actions("*"), actions("?*:*"), Budget.standard()))
                .isEqualTo("none");
    }

    @Test
    void running_out_is_no_answer() {
        Budget few = new Budget(20, 1, 1, 1, Optional.empty());
        Patterns none = resources(A + "*o*", A + "?c");
        assertThat(find(Universe.ARN, resources(A + "?*c*"), none, few)).isEqualTo("STATES");
        assertThat(resource(resources(A + "?*c*"), none)).startsWith(A);
    }
}
