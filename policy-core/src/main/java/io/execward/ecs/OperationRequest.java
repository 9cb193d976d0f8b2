// SPDX-License-Identifier: Apache-2.0
package io.execward.ecs;

import io.execward.evaluate.PolicyEngine;
import io.execward.evaluate.Verdict;
import io.execward.model.Request;
import java.util.List;

/**
 * One call of an AWS API operation, as the checks that authorise it: the operation's own action on each of its resources, then linked
 * checks such as {@code iam:PassRole}. It is allowed only if every check is.
 *
 * <p>In each check, keys that follow from caller and target are filled in, keys that the action never carries are absent (R-EXEC-38),
 * and what was not told is unknown. Immutable.
 */
public sealed interface OperationRequest
        permits CreateServiceRequest,
                DescribeTasksRequest,
                ExecRequest,
                RegisterTaskDefinitionRequest,
                ResumeSessionRequest,
                RunTaskRequest,
                StartSessionRequest,
                StartTaskRequest,
                TagResourceRequest,
                TerminateSessionRequest,
                UntagResourceRequest,
                UpdateClusterRequest,
                UpdateServiceRequest {
    /** Who calls. */
    Caller caller();

    /** The name of the API operation, such as {@code RunTask}. */
    String operation();

    /** At least one, in the order of authorisation, linked checks last. */
    List<OperationCheck> checks();

    /** The same checks in as few requests as possible: those of one action with one context together, on several resources. */
    default List<Request> requests() {
        return Joint.requests(checks());
    }

    /** The verdict alone: the fast way. The same as {@code explain(engine).verdict()}. */
    default Verdict decide(PolicyEngine engine) {
        return Joint.decide(requests(), engine);
    }

    /** Judges all checks with one engine. */
    default OperationDecision explain(PolicyEngine engine) {
        return explain(resource -> engine);
    }

    /** Judges all checks, each with the engine of its resource. */
    default OperationDecision explain(ResourceEngines engines) {
        return Joint.of(checks(), engines).of(this);
    }
}
