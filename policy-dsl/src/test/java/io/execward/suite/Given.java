// SPDX-License-Identifier: Apache-2.0
package io.execward.suite;

import io.execward.diagnostic.Source;
import io.execward.diagnostic.SourceMap;
import io.execward.ecs.Caller;
import io.execward.evaluate.Verdict;
import io.execward.model.AttachedPolicy;
import io.execward.model.Policy;
import io.execward.model.PolicyKind;
import io.execward.model.PolicySet;
import io.execward.model.Principal;
import io.execward.model.Request;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Expectations made without a file. */
final class Given {
    static final Principal CALLER = Principal.of("arn:aws:iam::111122223333:role/OnCall");

    private Given() {}

    static TestedPolicy tested(Policy policy) {
        SourceMap nowhere = path -> Optional.empty();
        return new TestedPolicy(
                PolicyKind.IDENTITY,
                new AttachedPolicy("policy", policy),
                nowhere,
                Source.of("file", "policy").span(0, 6));
    }

    static Judges judges(TestedPolicy policy) {
        return new Judges(PolicySet.builder().identity(policy.attached()).build(), Map.of(), Map.of());
    }

    /** That the request comes out as it does. */
    static Expectation asItIs(TestedPolicy policy, Request request) {
        Judges judges = judges(policy);
        Verdict verdict = judges.engine().decide(request);
        return expectation(judges, request, Expected.of(verdict));
    }

    static Expectation expectation(Judges judges, Request request, Expected expected) {
        return new Expectation(
                "test",
                Source.of("file", "expect").span(0, 6),
                Caller.of(CALLER),
                new Call.Check(request),
                expected,
                List.of(),
                Optional.empty(),
                judges);
    }
}
