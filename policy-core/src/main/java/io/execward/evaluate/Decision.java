// SPDX-License-Identifier: Apache-2.0
package io.execward.evaluate;

import io.execward.model.Request;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A verdict and why: what every layer and every statement says about every resource of the request. {@link DecisionPrinter} prints
 * it.
 *
 * @param resources one for each resource of the request, in its order
 * @param undecided which unknown facts matter; present if the verdict is {@link Verdict#UNDECIDED}
 */
public record Decision(
        Verdict verdict, Request request, List<ResourceDecision> resources, Optional<Undecided> undecided) {
    public Decision {
        Objects.requireNonNull(verdict, "verdict");
        Objects.requireNonNull(request, "request");
        resources = List.copyOf(resources);
        Objects.requireNonNull(undecided, "undecided");
    }
}
