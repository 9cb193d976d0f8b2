// SPDX-License-Identifier: Apache-2.0
package io.execward.suite;

import io.execward.evaluate.PolicyEngine;
import io.execward.evaluate.Verdict;
import io.execward.model.Action;
import io.execward.model.Condition;
import io.execward.model.Context;
import io.execward.model.Policy;
import io.execward.model.PolicySet;
import io.execward.model.PolicyVersion;
import io.execward.model.Principal;
import io.execward.model.Request;
import io.execward.model.Resource;
import io.execward.model.Statement;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Asks the engine about one condition by itself, as the only one of a Deny of everything. */
final class Conditions {
    /** Only the context matters to a condition; a plain caller and action let it be asked of every check. */
    private static final Principal ANYBODY = Principal.of("arn:aws:iam::111122223333:role/anybody");

    private static final Action ANY = Action.of("ecs:ExecuteCommand");

    private final PolicyEngine engine;

    /** @param version of the policy, which says whether there are variables */
    Conditions(Optional<PolicyVersion> version, Condition condition) {
        Statement deny = Statement.deny(List.of("*"), List.of("*")).where(condition);
        engine = PolicyEngine.compile(PolicySet.identity(new Policy(version, Optional.empty(), List.of(deny))));
    }

    /** {@code EXPLICIT_DENY} if it holds, {@code IMPLICIT_DENY} if it does not, {@code UNDECIDED} if that is not known. */
    Verdict test(Request request) {
        return engine.decide(
                new Request(ANYBODY, ANY, request.resources(), request.resourceAccount(), request.context(), Set.of()));
    }

    static Verdict holds(Condition condition, Context context) {
        return new Conditions(Optional.of(PolicyVersion.V2012_10_17), condition)
                .test(Request.of(ANYBODY, ANY, Resource.of("*")).with(context));
    }
}
