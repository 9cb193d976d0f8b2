// SPDX-License-Identifier: Apache-2.0
package io.execward.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.execward.diagnostic.DiagnosticPrinter;
import io.execward.diagnostic.PolicySyntaxException;
import io.execward.diagnostic.Source;
import io.execward.lang.ExecLanguage;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which policies a test is under when it does not say, and that none of them gets lost on the way. */
class PolicyChoiceTest {
    private static final String ALLOW = """
            account 111122223333
            partition aws
            region us-east-1
            policy "all" for role "OnCall" { allow action "*" resource "*" }
            """;

    private static final String BUCKET = """
            test "t" {
              as role "OnCall" session "a"
              expect action "s3:GetObject" on "arn:aws:s3:::b/k" is explicitly denied
            }
            """;

    @Test
    void two_policies_on_one_resource_are_refused() {
        assertThat(problems(ALLOW + """
                resource policy "no" on "arn:aws:s3:::b/k" { deny principal anyone action "*" resource "*" }
                resource policy "yes" on "arn:aws:s3:::b/k" { allow principal anyone action "*" resource "*" }
                """ + BUCKET))
                .contains("`no` and `yes` cannot both be the policy of `arn:aws:s3:::b/k`");
    }

    @Test
    void a_policy_of_one_resource_is_not_lost_beside_that_of_any() {
        assertThat(problems(ALLOW + """
                resource policy "any" { allow principal anyone action "*" resource "*" }
                resource policy "own" on "arn:aws:s3:::b/k" { deny principal anyone action "*" resource "*" }
                """ + BUCKET)).contains("`any` is the policy of any resource, and `own` that of");
    }

    @Test
    void a_trust_policy_does_not_replace_a_resource_policy() {
        assertThat(run(ALLOW + """
                resource policy "no" { deny principal anyone action "*" resource "*" }
                trust policy "trust" { allow principal service "ecs-tasks.amazonaws.com" action "sts:AssumeRole" }
                """ + BUCKET).held()).isTrue();
    }

    @Test
    void a_trust_policy_speaks_about_roles_only() {
        assertThat(run("""
                trust policy "trust" {
                  allow principal aws "arn:aws:iam::111122223333:role/OnCall" action "*"
                }
                test "t" {
                  as "arn:aws:iam::111122223333:role/OnCall"
                  expect action "ecs:StopTask" on "arn:aws:ecs:us-east-1:111122223333:task/c/0a1b2c3d" is denied
                  expect action "sts:AssumeRole" on "arn:aws:iam::111122223333:role/Other" is allowed
                }
                """).held()).isTrue();
    }

    @Test
    void two_trust_policies_of_no_role_in_particular_are_refused() {
        assertThat(problems("""
                trust policy "one" { deny principal anyone action "sts:AssumeRole" }
                trust policy "two" { allow principal anyone action "sts:AssumeRole" }
                test "t" {
                  as "arn:aws:iam::111122223333:role/OnCall"
                  expect action "sts:AssumeRole" on "arn:aws:iam::111122223333:role/Other" is denied
                }
                """)).contains("`one` and `two` cannot both be the policy of roles");
    }

    @Test
    void a_caller_that_no_policy_is_for_is_no_passing_test() {
        String text = ALLOW + """
                service control policy "guard" { allow action "*" resource "*" }
                test "t" {
                  as role "Oncall" session "a"
                  expect action "s3:GetObject" on "arn:aws:s3:::b/k" is denied
                  expect action "s3:PutObject" on "arn:aws:s3:::b/k" is denied
                }
                """;
        String problems = problems(text);

        assertThat(problems)
                .containsOnlyOnce("error[TEST-16]")
                .contains("did you mean `arn:aws:iam::111122223333:role/OnCall`?");
    }

    @Test
    void a_file_without_policies_tests_nothing() {
        assertThat(problems(BUCKET.replace("role \"OnCall\"", "\"arn:aws:iam::111122223333:role/OnCall\"")))
                .contains("error[TEST-16]");
    }

    @Test
    void no_policy_can_be_meant() {
        assertThat(run(ALLOW + """
                test "t" {
                  as role "Other" session "a"
                  under no policy
                  expect action "s3:GetObject" on "arn:aws:s3:::b/k" is denied
                }
                """).held()).isTrue();
    }

    private static SuiteResult run(String text) {
        return suite(text).run();
    }

    private static String problems(String text) {
        PolicySyntaxException thrown = catchThrowableOfType(PolicySyntaxException.class, () -> suite(text));
        assertThat(thrown).as("it is accepted").isNotNull();
        return DiagnosticPrinter.print(thrown.diagnostics());
    }

    private static Suite suite(String text) {
        return Suite.of(List.of(ExecLanguage.read(Source.of("t.exec", text))), (place, folder) -> {
            throw new AssertionError(folder);
        });
    }
}
