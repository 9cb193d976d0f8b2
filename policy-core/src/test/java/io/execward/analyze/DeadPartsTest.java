// SPDX-License-Identifier: Apache-2.0
package io.execward.analyze;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.execward.catalog.ServiceCatalog;
import io.execward.json.PolicyQuota;
import io.execward.model.Comparison;
import io.execward.model.Condition;
import io.execward.model.Policy;
import io.execward.model.PolicyKind;
import io.execward.model.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DeadPartsTest {
    private static final PolicyAnalyzer ANALYZER = PolicyAnalyzer.create();
    private static final String TASKS = "arn:aws:ecs:*:*:task/*";
    private static final Statement EXEC = Statement.allow(List.of("ecs:ExecuteCommand"), List.of(TASKS));

    @Test
    void each_kind_of_dead_part_is_found_at_its_place() {
        Policy policy = Policy.of(
                Statement.allow(List.of("ecs:*", "ecs:RunTask"), List.of(TASKS, "arn:aws:ecs:*:*:task/prod/*")),
                EXEC,
                EXEC.where(
                        Condition.of(Comparison.BOOL, "aws:MultiFactorAuthPresent", "true"),
                        Condition.of(Comparison.NULL, "aws:MultiFactorAuthPresent", "true")),
                Statement.deny(List.of("ssm:*"), List.of("*")).withSid("NoSession"),
                Statement.allow(List.of("ssm:StartSession"), List.of("*")).withSid("Session"),
                Statement.deny(List.of("ssm:*"), List.of("*")));

        assertThat(dead(policy))
                .containsExactly(
                        "/Statement/5 statement 6: the statement stands there twice",
                        "/Statement/4 Session: everything that the statement allows is denied",
                        "/Statement/2 statement 3: the statement matches no request",
                        "/Statement/1 statement 2: other statements say all that the statement says",
                        "/Statement/0/Resource/1 arn:aws:ecs:*:*:task/prod/*: the pattern adds nothing",
                        "/Statement/0/Action/1 ecs:RunTask: the pattern adds nothing");
    }

    @Test
    void a_deny_of_what_nobody_allows_here_is_not_dead() {
        assertThat(dead(Policy.of(EXEC, Statement.deny(List.of("iam:*"), List.of("*")))))
                .isEmpty();
    }

    @Test
    void other_partitions_and_accounts_are_alive() {
        assertThat(dead(Policy.of(
                        Statement.allow(List.of("s3:GetObject"), List.of("arn:aws:s3:::x/*", "arn:aws-cn:s3:::x/*")))))
                .isEmpty();
        assertThat(dead(Policy.of(
                        Statement.allow(List.of("kms:Decrypt"), List.of("arn:aws:kms:us-east-1:999999999999:key/1")))))
                .isEmpty();
    }

    @Test
    void conditions_and_values_that_change_nothing() {
        Policy policy = Policy.of(EXEC.where(
                Condition.of(Comparison.STRING_LIKE, "aws:username", "ana*", "ana", "bob"),
                Condition.of(Comparison.NULL, "aws:username", "false")));

        assertThat(dead(policy))
                .containsExactlyInAnyOrder(
                        "/Statement/0/Condition/StringLike/aws:username/1 ana: the value changes nothing",
                        "/Statement/0/Condition/Null/aws:username Null aws:username: the condition changes nothing");
    }

    @Test
    void the_catalog_is_named_where_it_is_needed() {
        Policy policy = Policy.of(Statement.allow(List.of("ecs:ExecuteCommand", "ecs:NoSuchAction"), List.of("*")));

        List<DeadPart> parts = DeadParts.of(ANALYZER.within(ServiceCatalog.bundled()), PolicyKind.IDENTITY, policy);

        assertThat(dead(policy)).isEmpty();
        assertThat(parts).singleElement().satisfies(part -> {
            assertThat(part.text()).isEqualTo("ecs:NoSuchAction");
            assertThat(part.proof().catalog()).contains(ServiceCatalog.bundled().date());
        });
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DeadParts.of(ANALYZER, PolicyKind.ROLE_TRUST, policy))
                .withMessageContaining("principals");
    }

    @Test
    void actions_are_folded_on_request_and_by_catalog_only() {
        List<String> all = ServiceCatalog.bundled().service("ecs").orElseThrow().actions().stream()
                .map(action -> "ecs:" + action.name())
                .filter(name -> name.startsWith("ecs:List"))
                .toList();
        Policy policy = Policy.of(Statement.allow(all, List.of("*")));
        PolicyMinimizer minimizer = PolicyMinimizer.of(ANALYZER.within(ServiceCatalog.bundled()), PolicyKind.IDENTITY);

        assertThat(minimizer.minimize(policy).policy()).isEqualTo(policy);
        Minimized folded = minimizer.byCatalog().minimize(policy);
        assertThat(folded.policy()).isEqualTo(Policy.of(Statement.allow(List.of("ecs:List*"), List.of("*"))));
        assertThat(folded.steps()).singleElement().satisfies(step -> {
            assertThat(step.text()).isEqualTo("fold " + all.size() + " actions into `ecs:List*` in statement 1");
            assertThat(step.proof().catalog()).isPresent();
        });
    }

    @Test
    void statements_that_differ_in_one_element_are_merged() {
        Policy policy = Policy.of(
                Statement.allow(List.of("ecs:StopTask"), List.of(TASKS)).withSid("Stop"),
                EXEC.withSid("Exec"),
                Statement.allow(List.of("ecs:RunTask"), List.of("*")));

        Minimized minimized = PolicyMinimizer.of(ANALYZER, PolicyKind.IDENTITY).minimize(policy);

        assertThat(minimized.policy())
                .isEqualTo(Policy.of(
                        Statement.allow(List.of("ecs:StopTask", "ecs:ExecuteCommand"), List.of(TASKS))
                                .withSid("Stop"),
                        Statement.allow(List.of("ecs:RunTask"), List.of("*"))));
        assertThat(minimized.steps()).extracting(Minimized.Step::text).containsExactly("merge `Exec` into `Stop`");
        assertThat(minimized.proof()).isInstanceOf(Answer.Holds.class);
    }

    @Test
    void a_tightened_policy_is_written_out() {
        Policy policy = Policy.of(Statement.allow(List.of("ecs:*"), List.of("*")));
        Policy ceiling = Policy.of(
                EXEC.where(Condition.of(Comparison.BOOL, "aws:MultiFactorAuthPresent", "true")),
                Statement.allow(List.of("s3:*"), List.of("*")));

        assertThat(Tightening.of(ANALYZER, policy, ceiling))
                .hasValueSatisfying(tight -> assertThat(tight.policy())
                        .isEqualTo(Policy.of(
                                EXEC.where(Condition.of(Comparison.BOOL, "aws:MultiFactorAuthPresent", "true")))));
    }

    @Test
    void documents_of_a_split_together_mean_the_whole() {
        List<Statement> statements = new ArrayList<>();
        IntStream.range(0, 60)
                .forEach(i -> statements.add(Statement.allow(
                        List.of("ecs:StopTask", "ecs:RunTask"),
                        List.of("arn:aws:ecs:us-east-1:111122223333:task/cluster-with-a-long-name-" + i + "/*"))));
        PolicySplit split = PolicySplit.of(
                PolicyKind.IDENTITY, Policy.of(statements.toArray(Statement[]::new)), PolicyQuota.MANAGED_POLICY);

        assertThat(split.parts()).hasSizeGreaterThan(1);
        assertThat(split.check(ANALYZER)).isInstanceOf(Answer.Holds.class);
        PolicySplit lossy = new PolicySplit(
                split.kind(),
                split.whole(),
                split.parts().subList(1, split.parts().size()));
        assertThat(lossy.check(ANALYZER)).isInstanceOf(Answer.Fails.class);
    }

    private static List<String> dead(Policy policy) {
        return DeadParts.of(ANALYZER, PolicyKind.IDENTITY, policy).stream()
                .map(DeadPart::toString)
                .toList();
    }
}
