// SPDX-License-Identifier: Apache-2.0
package io.execward.ecs;

import io.execward.diagnostic.Visible;
import io.execward.evaluate.Decision;
import io.execward.evaluate.DecisionPrinter;
import io.execward.evaluate.Verdict;
import java.util.List;
import java.util.Objects;

/**
 * The joint verdict on any operation but ExecuteCommand.
 *
 * @param decisions the same on as few requests as possible: those of {@link OperationRequest#requests}, unless engines differ
 */
public record CheckedDecision(
        OperationRequest request, Verdict verdict, List<CheckDecision> checks, List<Decision> decisions)
        implements OperationDecision {
    public CheckedDecision {
        Objects.requireNonNull(request, "request");
        Objects.requireNonNull(verdict, "verdict");
        checks = List.copyOf(checks);
        decisions = List.copyOf(decisions);
    }

    @Override
    public String print() {
        StringBuilder out = new StringBuilder(heading(this));
        decisions.forEach(decision -> out.append(DecisionPrinter.print(decision)));
        return out.toString();
    }

    /** The joint verdict, and a line for each check. */
    static String heading(OperationDecision decision) {
        StringBuilder out = new StringBuilder();
        boolean several = decision.checks().size() > 1 && decision.verdict() != Verdict.ALLOWED;
        out.append(decision.verdict())
                .append("  ")
                .append(decision.request().operation())
                .append(several ? ": every check must be ALLOWED\n" : "\n");
        for (CheckDecision check : decision.checks()) {
            out.append("  ").append(Visible.line(line(check))).append('\n');
        }
        return out.toString();
    }

    private static String line(CheckDecision decision) {
        var request = decision.check().request();
        return decision.check().subject() + " " + decision.verdict() + "  " + request.action() + " on "
                + request.resources().get(0).text();
    }
}
