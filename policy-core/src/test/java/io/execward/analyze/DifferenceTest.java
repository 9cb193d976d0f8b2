// SPDX-License-Identifier: Apache-2.0
package io.execward.analyze;

import static org.assertj.core.api.Assertions.assertThat;

import io.execward.catalog.ServiceCatalog;
import io.execward.model.Comparison;
import io.execward.model.Condition;
import io.execward.model.Policy;
import io.execward.model.PolicySet;
import io.execward.model.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;

class DifferenceTest {
    private static final PolicyAnalyzer ANALYZER = PolicyAnalyzer.create();
    private static final String PROD = "arn:aws:ecs:*:*:task/prod/*";
    private static final String TEST = "arn:aws:ecs:*:*:task/test/*";

    @Test
    void what_was_there_is_not_told() {
        Policy before = Policy.of(Statement.allow(List.of("ecs:ExecuteCommand", "ecs:StopTask"), List.of(TEST)));
        Policy after = Policy.of(Statement.allow(List.of("ecs:ExecuteCommand", "ecs:StopTask"), List.of(TEST, PROD)));

        assertThat(gained(before, after)).containsExactly("ecs:ExecuteCommand or ecs:StopTask on " + PROD);
        assertThat(gained(after, before)).isEmpty();
    }

    @Test
    void actions_with_the_same_resources_stand_together() {
        Policy before = Policy.of(Statement.allow(List.of("ecs:StopTask"), List.of(TEST)));
        Policy after = Policy.of(
                Statement.allow(List.of("ecs:ExecuteCommand", "ecs:RunTask", "ecs:StopTask"), List.of(TEST, PROD)));

        assertThat(gained(before, after))
                .containsExactly(
                        "ecs:ExecuteCommand or ecs:RunTask on " + TEST + " or " + PROD, "ecs:StopTask on " + PROD);
    }

    @Test
    void a_deny_that_went_shapes_what_is_gained() {
        Statement allow = Statement.allow(List.of("ecs:*"), List.of("*"));
        Policy before = Policy.of(allow, Statement.deny(List.of("ecs:ExecuteCommand"), List.of(PROD)));

        assertThat(gained(before, Policy.of(allow))).containsExactly("ecs:ExecuteCommand on " + PROD);
    }

    @Test
    void a_value_more_is_told_alone() {
        Statement exec = Statement.allow(List.of("ecs:ExecuteCommand"), List.of("*"));
        Policy before = Policy.of(exec.where(Condition.of(Comparison.STRING_EQUALS, "ecs:container-name", "app")));
        Policy after = Policy.of(exec.where(Condition.of(Comparison.STRING_EQUALS, "ecs:container-name", "app", "db")));

        assertThat(gained(before, after))
                .containsExactly("ecs:ExecuteCommand on any resource if ecs:container-name StringEquals db");
    }

    @Test
    void what_a_condition_let_through_before_is_an_exception() {
        Statement exec = Statement.allow(List.of("ecs:ExecuteCommand"), List.of("*"));
        Policy before = Policy.of(exec.where(Condition.of(Comparison.BOOL, "aws:MultiFactorAuthPresent", "true")));

        assertThat(gained(before, Policy.of(exec)))
                .containsExactly("ecs:ExecuteCommand on any resource, except ecs:ExecuteCommand on any resource if "
                        + "aws:MultiFactorAuthPresent Bool true");
    }

    @Test
    void a_catalog_names_the_actions() {
        Policy before = Policy.of(Statement.allow(List.of("ecs:D*", "ecs:L*"), List.of("*")));
        Policy after = Policy.of(Statement.allow(List.of("ecs:D*", "ecs:L*", "ecs:*Exec*"), List.of("*")));
        PolicyAnalyzer catalog = ANALYZER.within(ServiceCatalog.bundled());

        Difference difference = Difference.of(catalog, Subject.of(before), Subject.of(after));

        assertThat(difference.gained().changes())
                .singleElement()
                .satisfies(change -> assertThat(change.text()).startsWith("ecs:*Exec* on any resource"));
        assertThat(difference.gained().isComplete()).isTrue();
        Policy wide = Policy.of(Statement.allow(List.of("ecs:*Command", "ecs:D*"), List.of("*")));
        assertThat(Difference.of(catalog, Subject.of(before), Subject.of(wide))
                        .gained()
                        .changes())
                .singleElement()
                .satisfies(change ->
                        assertThat(change.region().actions().patterns()).hasToString("[ecs:*Command]"));
    }

    @Test
    void a_wider_boundary_shows_its_own_shape() {
        Policy identity = Policy.of(Statement.allow(List.of("*"), List.of("*")));
        PolicySet narrow = PolicySet.builder()
                .identity(identity)
                .boundary(Policy.of(Statement.allow(List.of("ecs:StopTask"), List.of("*"))))
                .build();
        PolicySet wide = PolicySet.builder()
                .identity(identity)
                .boundary(Policy.of(Statement.allow(List.of("ecs:StopTask", "ecs:RunTask"), List.of("*"))))
                .build();

        Difference difference = Difference.of(ANALYZER, Subject.of(narrow), Subject.of(wide));

        assertThat(difference.gained().changes())
                .singleElement()
                .satisfies(change ->
                        assertThat(change.region().actions().patterns()).hasToString("[ecs:RunTask]"));
        assertThat(difference.lost().isNothing()).isTrue();
    }

    private static List<String> gained(Policy before, Policy after) {
        Difference.Side side =
                Difference.of(ANALYZER, Subject.of(before), Subject.of(after)).gained();
        assertThat(side.isComplete()).isTrue();
        return side.changes().stream().map(Difference.Change::text).toList();
    }
}
