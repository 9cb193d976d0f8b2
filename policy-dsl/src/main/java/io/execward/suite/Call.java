// SPDX-License-Identifier: Apache-2.0
package io.execward.suite;

import io.execward.ecs.CheckDecision;
import io.execward.ecs.OperationDecision;
import io.execward.ecs.OperationRequest;
import io.execward.ecs.ResourceEngines;
import io.execward.evaluate.Decision;
import io.execward.evaluate.DecisionPrinter;
import io.execward.evaluate.Verdict;
import io.execward.model.Request;
import java.util.List;
import java.util.Objects;

/** What an expectation is about: an operation with all its checks, or a single check of some action. */
public sealed interface Call {
    /** What the engine is asked, in order. */
    List<Request> requests();

    /** The verdict alone. */
    Verdict decide(ResourceEngines engines);

    /** The verdict with its reasons. */
    Judgement explain(ResourceEngines engines);

    /** One call of an AWS API operation. */
    record Operation(OperationRequest request) implements Call {
        public Operation {
            Objects.requireNonNull(request, "request");
        }

        @Override
        public List<Request> requests() {
            return request.requests();
        }

        @Override
        public Verdict decide(ResourceEngines engines) {
            return engines instanceof Judges judges && judges.isOne()
                    ? request.decide(judges.engine())
                    : request.explain(engines).verdict();
        }

        @Override
        public Judgement explain(ResourceEngines engines) {
            OperationDecision decision = request.explain(engines);
            return new Judgement(
                    decision.verdict(),
                    decision.checks().stream().map(CheckDecision::decision).toList(),
                    decision.print());
        }
    }

    /** One action on one resource. */
    record Check(Request request) implements Call {
        public Check {
            Objects.requireNonNull(request, "request");
        }

        @Override
        public List<Request> requests() {
            return List.of(request);
        }

        @Override
        public Verdict decide(ResourceEngines engines) {
            return engines.on(request.resources().get(0)).decide(request);
        }

        @Override
        public Judgement explain(ResourceEngines engines) {
            Decision decision = engines.on(request.resources().get(0)).explain(request);
            return new Judgement(decision.verdict(), List.of(decision), DecisionPrinter.print(decision));
        }
    }
}
