// SPDX-License-Identifier: Apache-2.0
package io.execward.samples.execrules;

import static io.execward.assertj.ExecwardAssertions.assertThat;

import io.execward.assertj.CallerAssert;
import io.execward.assertj.ExecwardSoftAssertions;
import io.execward.assertj.Inventory;
import io.execward.assertj.Reason;
import io.execward.diagnostic.Source;
import io.execward.ecs.TaskArn;
import io.execward.evaluate.PolicyEngine;
import io.execward.json.PolicyJson;
import io.execward.junit.CaseFiles;
import io.execward.model.AttachedPolicy;
import io.execward.model.Policy;
import io.execward.model.PolicyKind;
import io.execward.model.PolicySet;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What people on call for the team payments may do, and what they may not. */
class OnCallRulesTest {
    private static final String TASK =
            "arn:aws:ecs:us-east-1:111122223333:task/payments/0123456789abcdef0123456789abcdef";
    private static final PolicyEngine POLICIES = policies();

    private static CallerAssert onCall() {
        return assertThat(POLICIES).forPrincipal("arn:aws:iam::111122223333:role/on-call");
    }

    private static CallerAssert withMfa() {
        return onCall().withMfa(Duration.ofMinutes(5));
    }

    @Test
    void with_mfa_there_is_a_shell_in_the_app_and_no_side_door() {
        withMfa()
                .allowsExec()
                .into(TASK)
                .taskTagged(Map.of("team", "payments"))
                .container("app")
                .isUndecidedWithout("aws:MultiFactorAuthPresent")
                .isUndecidedWithout("aws:ResourceTag/team")
                .closesSideDoors();
    }

    @Test
    void without_mfa_there_is_none() {
        onCall().withoutMfaKeys()
                .deniesExec()
                .into(TASK)
                .taskTagged(Map.of("team", "payments"))
                .container("app")
                .because(Reason.condition("aws:MultiFactorAuthPresent"));
    }

    @Test
    void other_containers_and_other_teams_stay_shut() {
        ExecwardSoftAssertions softly = new ExecwardSoftAssertions();
        CallerAssert onCall = softly.assertThat(POLICIES)
                .forPrincipal("arn:aws:iam::111122223333:role/on-call")
                .withMfa(Duration.ofMinutes(5));
        onCall.deniesExec().into(TASK).container("vault-agent").implicitly().because(PolicyKind.IDENTITY);
        onCall.deniesExec()
                .into(TASK)
                .taskTagged(Map.of("team", "web"))
                .container("app")
                .because(Reason.check("task"));
        softly.assertAll();
    }

    @Test
    void nothing_is_granted_beyond_shells_in_the_cluster() {
        Policy ceiling = PolicyJson.parse(Source.of("ceiling.json", """
                                {"Version": "2012-10-17", "Statement": [{
                                  "Effect": "Allow", "Action": "ecs:ExecuteCommand", "Resource": "arn:aws:ecs:*:*:*/payments*"}]}
                                """), PolicyKind.IDENTITY)
                .policy();
        withMfa()
                .grantsNothingBeyond(
                        PolicySet.identity(ceiling),
                        Inventory.empty().withTask(TaskArn.of(TASK), "app", "vault-agent"));
    }

    @TestFactory
    Stream<DynamicNode> every_case_of_the_file_holds() {
        return CaseFiles.conformance(OnCallRulesTest.class, "cases.jsonl");
    }

    @TestFactory
    Stream<DynamicNode> every_question_about_the_sample_account_is_answered() {
        return CaseFiles.questions(Path.of("..", "account"), OnCallRulesTest.class, "questions.jsonl");
    }

    private static PolicyEngine policies() {
        try (InputStream in = OnCallRulesTest.class.getResourceAsStream("on-call.json")) {
            if (in == null) {
                throw new AssertionError("on-call.json is not there");
            }
            Source text = Source.of("on-call.json", new String(in.readAllBytes(), StandardCharsets.UTF_8));
            var document = PolicyJson.parse(text, PolicyKind.IDENTITY);
            AttachedPolicy policy = new AttachedPolicy("on-call.json", document.policy());
            return PolicyEngine.compile(
                    PolicySet.builder().identity(policy).build(), Map.of(policy, document.sources()));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
