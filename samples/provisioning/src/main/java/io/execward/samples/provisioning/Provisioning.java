// SPDX-License-Identifier: Apache-2.0
package io.execward.samples.provisioning;

import io.execward.dsl.ExecKit;
import io.execward.dsl.IamPolicy;
import io.execward.ecs.Caller;
import io.execward.ecs.CheckDecision;
import io.execward.ecs.Container;
import io.execward.ecs.ExecDecision;
import io.execward.ecs.ExecRequest;
import io.execward.evaluate.PolicyEngine;
import io.execward.evaluate.Verdict;
import io.execward.model.Policy;
import io.execward.model.PolicySet;
import io.execward.model.Principal;
import java.util.Map;
import java.util.stream.Collectors;

/** Makes the policies that a team needs, if the ceiling lets them work. */
public final class Provisioning {
    /** A task that the team could have. */
    private static final String SOME_TASK = "0123456789abcdef0123456789abcdef";

    private final Policy ceiling;

    /** @param ceiling the permissions boundary of every role that teams get */
    public Provisioning(Policy ceiling) {
        this.ceiling = ceiling;
    }

    /** A request that the ceiling does not let through, with what stands against it. */
    public static final class RefusedException extends Exception {
        private static final long serialVersionUID = 1L;

        RefusedException(ExecDecision decision) {
            super(decision.failing().stream()
                    .map(check -> check.check().subject() + " check: " + because(check))
                    .collect(Collectors.joining("\n")));
        }

        private static String because(CheckDecision check) {
            return check.decision().resources().get(0).blockers().stream()
                    .map(blocker -> blocker.message() + (blocker.isExplicit() ? " by " + blocker.statements() : ""))
                    .collect(Collectors.joining(", and "));
        }
    }

    /**
     * The documents to deploy, by name.
     *
     * @throws RefusedException if the team would not get its shell below the ceiling
     */
    public Map<String, IamPolicy> provision(TeamRequest request) throws RefusedException {
        ExecKit kit = ExecKit.forCluster(request.cluster(), request.configuration())
                .callers(exec -> exec.onlyTasksTagged("team", request.team()).onlyContainer(request.container()));
        PolicyEngine engine = PolicyEngine.compile(PolicySet.builder()
                .identity(kit.caller().policy())
                .boundary(ceiling)
                .build());
        Principal role = Principal.of("arn:" + request.cluster().partition() + ":iam::"
                + request.cluster().account() + ":role/" + request.team() + "-exec");
        ExecDecision decision = ExecRequest.of(
                        Caller.of(role), request.cluster().task(SOME_TASK), Container.named(request.container()))
                .taskTagged(Map.of("team", request.team()))
                .clusterTagged(Map.of())
                .explain(engine);
        if (decision.verdict() != Verdict.ALLOWED) {
            throw new RefusedException(decision);
        }
        return kit.documents();
    }
}
