// SPDX-License-Identifier: Apache-2.0
package io.execward.readiness;

import io.execward.account.IamRole;
import io.execward.evaluate.Decision;
import io.execward.evaluate.PolicyEngine;
import io.execward.evaluate.Verdict;
import io.execward.model.Action;
import io.execward.model.AttachedPolicy;
import io.execward.model.Context;
import io.execward.model.PolicySet;
import io.execward.model.Principal;
import io.execward.model.Request;
import io.execward.model.Resource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Whether the task role lets ECS take it on (R-EXEC-74). */
final class TrustRule {
    private static final String SERVICE = "ecs-tasks.amazonaws.com";

    private TrustRule() {}

    static Judgement judge(Subject subject) {
        return subject.taskRole()
                .judge((IamRole role) -> Known.of(
                                role.trust(), "the document of the task role does not say who may assume it")
                        .judge(trust -> judge(subject, role, trust)));
    }

    /**
     * Which ARN of the account ECS sends as {@code aws:SourceArn} is not documented, only that it must match all of the account's and
     * Region's ECS and that one cluster is too narrow (R-EXEC-53). So several are tried: what all allow holds, what none allows or
     * only the cluster's is a blocker, and all else cannot be decided.
     */
    private static Judgement judge(Subject subject, IamRole role, AttachedPolicy trust) {
        PolicySet.Builder set = PolicySet.builder().resource(trust);
        subject.account().resourceControl().ifPresent(levels -> levels.forEach(set::resourceControl));
        PolicyEngine engine = subject.facts().trust(set.build());
        Decision ofCluster =
                engine.explain(request(subject, role, subject.task().cluster().toString()));
        List<Decision> others = new ArrayList<>();
        for (String source :
                List.of(subject.task().arn().toString(), subject.task().taskDefinitionArn())) {
            others.add(engine.explain(request(subject, role, source)));
        }
        List<Decision> all = new ArrayList<>(others);
        all.add(ofCluster);
        if (others.stream().allMatch(decision -> decision.verdict().isDenied())
                && ofCluster.verdict() != Verdict.UNDECIDED) {
            return applies(role, ofCluster.verdict() == Verdict.ALLOWED, others.get(0));
        }
        if (all.stream().allMatch(decision -> decision.verdict() == Verdict.ALLOWED)) {
            return subject.account().resourceControl().isPresent()
                    ? Judgement.clear()
                    : new Judgement.Unknown(
                            NotChecked.Reason.AS_FAR_AS_SUPPLIED,
                            Reading.asFarAsSupplied(List.of("resource control policies")));
        }
        return new Judgement.Unknown(NotChecked.Reason.UNDECIDED, depends(all));
    }

    private static Judgement applies(IamRole role, boolean narrow, Decision decision) {
        List<String> evidence = new ArrayList<>();
        evidence.add("role: " + role.arn());
        decision.resources().get(0).blockers().forEach(blocker -> {
            evidence.add(blocker.message());
            blocker.statements().forEach(statement -> evidence.add(statement.toString()));
        });
        return Judgement.applies(
                narrow
                        ? "the trust policy of the task role narrows aws:SourceArn to a cluster, which ECS does not support"
                        : "the trust policy of the task role does not let ECS tasks assume it for this account",
                "let " + SERVICE + " do sts:AssumeRole; aws:SourceArn, if at all, like arn:aws:ecs:REGION:ACCOUNT:*",
                evidence.toArray(String[]::new));
    }

    private static String depends(List<Decision> all) {
        return all.stream()
                .flatMap(decision -> decision.undecided().stream())
                .findFirst()
                .map(undecided -> Reading.depends(List.of("sts:AssumeRole"), Reading.facts(undecided)))
                .orElse("sts:AssumeRole depends on which ARN ECS sends as aws:SourceArn, which is not documented");
    }

    private static Request request(Subject subject, IamRole role, String source) {
        Context context = Context.builder()
                .put("aws:PrincipalIsAWSService", "true")
                .put("aws:PrincipalServiceName", SERVICE)
                .put("aws:RequestedRegion", subject.region())
                .put("aws:ResourceAccount", role.arn().account())
                .put("aws:SourceAccount", subject.accountId())
                .put("aws:SourceArn", source)
                .unknown("aws:CurrentTime")
                .unknown("aws:EpochTime")
                .unknown("aws:PrincipalServiceNamesList")
                .unknown("aws:SecureTransport")
                .unknown("aws:SourceIp")
                .unknown("aws:SourceOrgID")
                .unknown("aws:SourceOrgPaths")
                .unknown("aws:UserAgent")
                .unknown("aws:ResourceOrgID")
                .unknown("aws:ResourceOrgPaths")
                .unknownFamily("sts:")
                .absent("sts:ExternalId")
                .unknownFamily("aws:ResourceTag/")
                .build();
        return new Request(
                new Principal.Service(SERVICE),
                Action.of("sts:AssumeRole"),
                List.of(Resource.of(role.arn().toString())),
                Optional.empty(),
                context,
                Set.of());
    }
}
