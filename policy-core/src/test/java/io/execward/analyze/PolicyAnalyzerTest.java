// SPDX-License-Identifier: Apache-2.0
package io.execward.analyze;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.execward.catalog.ServiceCatalog;
import io.execward.model.Comparison;
import io.execward.model.Condition;
import io.execward.model.Context;
import io.execward.model.Policy;
import io.execward.model.PolicySet;
import io.execward.model.Principal;
import io.execward.model.Statement;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PolicyAnalyzerTest {
    private static final PolicyAnalyzer ANY = PolicyAnalyzer.create();
    private static final String EXEC = "ecs:ExecuteCommand";
    private static final Region CLUSTER =
            Region.of(List.of(EXEC), List.of("arn:aws:ecs:us-east-1:111122223333:cluster/prod"));
    private static final Region TASK =
            Region.of(List.of(EXEC), List.of("arn:aws:ecs:us-east-1:111122223333:task/prod/*"));

    private static Policy allow(String action, String resource, Condition... conditions) {
        return Policy.of(Statement.allow(List.of(action), List.of(resource)).where(conditions));
    }

    @Test
    void checks_of_one_call_share_what_is_known_of_the_caller() {
        Policy policy = Policy.of(
                Statement.allow(List.of(EXEC), List.of("arn:aws:ecs:us-east-1:111122223333:cluster/*"))
                        .where(Condition.of(Comparison.STRING_EQUALS, "aws:PrincipalTag/team", "red")),
                Statement.allow(List.of(EXEC), List.of("arn:aws:ecs:us-east-1:111122223333:task/*"))
                        .where(Condition.of(Comparison.STRING_EQUALS, "aws:PrincipalTag/team", "blue")));
        assertThat(ANY.neverAllows(Subject.of(policy), CLUSTER)).isInstanceOf(Answer.Fails.class);
        assertThat(ANY.neverAllows(Subject.of(policy), TASK)).isInstanceOf(Answer.Fails.class);
        assertThat(ANY.neverAllowsTogether(Subject.of(policy), List.of(CLUSTER, TASK)))
                .isInstanceOf(Answer.Holds.class);
    }

    @Test
    void checks_of_one_call_have_resources_with_tags_of_their_own() {
        Policy policy = Policy.of(
                Statement.allow(List.of(EXEC), List.of("arn:aws:ecs:us-east-1:111122223333:cluster/*"))
                        .where(Condition.of(Comparison.STRING_EQUALS, "aws:ResourceTag/team", "red")),
                Statement.allow(List.of(EXEC), List.of("arn:aws:ecs:us-east-1:111122223333:task/*"))
                        .where(Condition.of(Comparison.STRING_EQUALS, "aws:ResourceTag/team", "blue")));
        Answer answer = ANY.neverAllowsTogether(Subject.of(policy), List.of(CLUSTER, TASK));
        assertThat(answer)
                .isInstanceOfSatisfying(
                        Answer.Fails.class,
                        fails -> assertThat(fails.witness().requests()).hasSize(2));
    }

    @Test
    void what_is_known_of_the_subject_is_the_same_in_all_requests() {
        Policy policy = allow(EXEC, "*", Condition.of(Comparison.STRING_EQUALS, "aws:PrincipalTag/team", "red"));
        Subject blue = new Subject(
                Subject.of(policy).principal(),
                PolicySet.identity(policy),
                Context.of("aws:PrincipalTag/team", "blue"));
        Subject red = new Subject(
                Subject.of(policy).principal(), PolicySet.identity(policy), Context.of("aws:PrincipalTag/team", "red"));
        assertThat(ANY.neverAllows(blue, TASK)).isInstanceOf(Answer.Holds.class);
        assertThat(ANY.alwaysAllows(red, TASK)).isInstanceOf(Answer.Holds.class);
        assertThatThrownBy(() -> ANY.noNewAccess(red, blue)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void what_holds_only_within_the_catalog_is_dated() {
        PolicyAnalyzer catalog = ANY.within(ServiceCatalog.bundled());
        Subject services = Subject.of(allow(EXEC, "arn:aws:ecs:*:*:service/*"));
        Region exec = Region.of(List.of(EXEC), List.of("*"));
        assertThat(ANY.neverAllows(services, exec)).isInstanceOf(Answer.Fails.class);
        assertThat(catalog.neverAllows(services, exec))
                .isInstanceOfSatisfying(
                        Answer.Holds.class,
                        holds -> assertThat(holds.catalog())
                                .contains(ServiceCatalog.bundled().date()));
        assertThat(catalog.neverAllows(services, Region.of(List.of("s3:*"), List.of("*"))))
                .isInstanceOfSatisfying(
                        Answer.Holds.class, holds -> assertThat(holds.catalog()).isEmpty());
    }

    @Test
    void a_proof_names_what_covers() {
        Policy narrow = allow(EXEC, "arn:aws:ecs:us-east-1:111122223333:task/prod/*");
        Policy wide = allow("ecs:*", "*");
        assertThat(ANY.noNewAccess(Subject.of(wide), Subject.of(narrow)))
                .isInstanceOfSatisfying(
                        Answer.Holds.class, holds -> assertThat(holds.because()).hasSize(1));
    }

    @Test
    void a_role_that_may_be_assumed_is_new_access_if_its_own_policy_agrees() {
        Answer answer = ANY.noNewAccess(
                Subject.of(PolicySet.none()), Subject.of(allow("sts:AssumeRole", "arn:aws:iam::111122223333:role/x")));
        assertThat(answer)
                .isInstanceOfSatisfying(
                        Answer.Fails.class,
                        fails -> assertThat(fails.witness().breaks()).hasSize(1));
        assertThat(ANY.alwaysAllows(Subject.of(allow("*", "*")), Region.of(List.of("sts:AssumeRole"), List.of("*"))))
                .isInstanceOf(Answer.Fails.class);
    }

    @Test
    void a_root_user_needs_no_policy_and_cannot_assume_roles() {
        Subject root = new Subject(Principal.of("arn:aws:iam::111122223333:root"), PolicySet.none(), Context.empty());
        assertThat(ANY.neverAllows(root, TASK)).isInstanceOf(Answer.Fails.class);
        assertThat(ANY.neverAllows(root, Region.of(List.of("sts:AssumeRole"), List.of("*"))))
                .isInstanceOf(Answer.Holds.class);
    }

    @Test
    void a_witness_names_the_tie_that_it_breaks() {
        Policy policy = allow(
                EXEC,
                "arn:aws:ecs:us-east-1:111122223333:task/prod/*",
                Condition.of(Comparison.ARN_EQUALS, "ecs:cluster", "arn:aws:ecs:us-east-1:111122223333:cluster/dev"));
        assertThat(ANY.neverAllows(Subject.of(policy), TASK))
                .isInstanceOfSatisfying(
                        Answer.Fails.class,
                        fails -> assertThat(fails.witness().breaks())
                                .containsExactly(
                                        "`ecs:cluster` is the cluster that the resource's ARN names (R-EXEC-07),"
                                                + " `arn:aws:ecs:us-east-1:111122223333:cluster/prod`"));
    }

    @Test
    void what_needs_no_permission_is_unknown() {
        Region needsNothing = Region.of(List.of("sts:GetCallerIdentity"), List.of("*"));
        assertThat(ANY.neverAllows(Subject.of(PolicySet.none()), needsNothing)).isInstanceOf(Answer.Unknown.class);
    }

    @Test
    void a_budget_that_runs_out_has_a_name() {
        Budget none = new Budget(400_000, 1, 20_000, 4_096, Optional.empty());
        assertThat(ANY.with(none).neverAllows(Subject.of(allow("*", "*")), TASK))
                .isInstanceOfSatisfying(
                        Answer.Unknown.class,
                        unknown -> assertThat(unknown.limit()).isEqualTo(Limit.NODES));
    }
}
