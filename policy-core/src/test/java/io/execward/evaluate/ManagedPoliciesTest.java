// SPDX-License-Identifier: Apache-2.0
package io.execward.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import io.execward.ManagedPolicies;
import io.execward.json.PolicyJson;
import io.execward.model.Context;
import io.execward.model.Policy;
import io.execward.model.PolicyKind;
import io.execward.model.PolicySet;
import io.execward.model.Request;
import io.execward.reference.ReferenceEvaluator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Real policies compile, and the engine judges them as the reference does, alone and all in one layer. */
class ManagedPoliciesTest {
    private static final String TASK =
            "arn:aws:ecs:us-east-1:111122223333:task/AmazonECSManaged-prod/0123456789abcdef0123456789abcdef";
    private static final List<Request> REQUESTS = List.of(
            request("ecs:ExecuteCommand", TASK),
            request("ecs:ExecuteCommand", "arn:aws:ecs:us-east-1:111122223333:cluster/prod"),
            request("ecs:RunTask", "arn:aws:ecs:us-east-1:111122223333:task-definition/app:7"),
            request("ecs:ListClusters", "*"),
            request("ssm:StartSession", TASK),
            request("ssm:StartSession", "arn:aws:ssm:us-east-1::document/AWS-StartSSHSession"),
            request("iam:PassRole", "arn:aws:iam::111122223333:role/ecsTaskExecutionRole"),
            request("logs:PutLogEvents", "arn:aws:logs:us-east-1:111122223333:log-group:/aws/ecs:log-stream:a"),
            request("ec2:CreateTags", "arn:aws:ec2:us-east-1:111122223333:instance/i-0abc1234def567890"));

    private static Request request(String action, String resource) {
        return Request.of("arn:aws:iam::111122223333:role/Ops", action, resource)
                .with(Context.builder()
                        .put("aws:PrincipalAccount", "111122223333")
                        .put("aws:ResourceAccount", "111122223333")
                        .put("aws:RequestedRegion", "us-east-1")
                        .put("aws:ResourceTag/AmazonECSManaged", "true")
                        .put("iam:PassedToService", "ecs-tasks.amazonaws.com")
                        .put("ecs:container-name", "app")
                        .put("aws:TagKeys", "Name", "AmazonECSManaged")
                        .build());
    }

    @Test
    void every_managed_policy_is_judged_as_the_reference_judges_it() {
        Map<Verdict, Integer> verdicts = new EnumMap<>(Verdict.class);
        for (var document : ManagedPolicies.documents()) {
            PolicySet set = PolicySet.identity(
                    PolicyJson.parse(document, PolicyKind.IDENTITY).policy());
            PolicyEngine engine = PolicyEngine.compile(set);
            for (Request request : REQUESTS) {
                Verdict verdict = engine.decide(request);
                assertThat(verdict.name())
                        .as("%s on %s", request, document.span().text())
                        .isEqualTo(ReferenceEvaluator.decide(set, request).name());
                verdicts.merge(verdict, 1, Integer::sum);
            }
        }
        assertThat(verdicts.keySet()).contains(Verdict.ALLOWED, Verdict.IMPLICIT_DENY);
    }

    @Test
    void all_of_them_in_one_layer_are_judged_alike_with_and_without_the_index() {
        Policy[] all = ManagedPolicies.documents().stream()
                .map(document -> PolicyJson.parse(document, PolicyKind.IDENTITY).policy())
                .toArray(Policy[]::new);
        PolicyEngine engine = PolicyEngine.compile(PolicySet.identity(all));
        for (Request request : REQUESTS) {
            assertThat(engine.decide(request)).isEqualTo(engine.explain(request).verdict());
        }
    }
}
