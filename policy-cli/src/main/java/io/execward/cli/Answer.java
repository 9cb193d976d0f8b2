// SPDX-License-Identifier: Apache-2.0
package io.execward.cli;

import io.execward.ecs.ExecDecision;
import io.execward.evaluate.Decision;
import io.execward.evaluate.DecisionPrinter;
import io.execward.evaluate.Fact;
import io.execward.evaluate.ResourceDecision;
import io.execward.evaluate.Undecided;
import io.execward.evaluate.Verdict;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The decision on one request.
 *
 * @param exec the same decision as the joint one of a shell, if that was asked for
 */
record Answer(Decision decision, Optional<ExecDecision> exec) {
    Verdict verdict() {
        return exec.map(ExecDecision::verdict).orElseGet(decision::verdict);
    }

    /** What would bring a refused shell closer to being allowed. */
    List<String> fixes() {
        return exec.map(ExecDecision::fixes).orElse(List.of());
    }

    /** The whole explanation; ends with a line break. */
    String explanation() {
        return exec.map(ExecDecision::print).orElseGet(() -> DecisionPrinter.print(decision));
    }

    /** A line for each check, and one for the whole where that is more: after several checks, or if facts are missing. */
    String lines() {
        StringBuilder out = new StringBuilder();
        String action = "  " + decision.request().action();
        for (ResourceDecision check : decision.resources()) {
            out.append(check.verdict())
                    .append(action)
                    .append("  on ")
                    .append(check.resource().text())
                    .append('\n');
        }
        if (decision.resources().size() > 1 || decision.undecided().isPresent()) {
            out.append(verdict()).append(action).append("  ").append(joint()).append('\n');
        }
        return out.toString();
    }

    private String joint() {
        return decision.undecided()
                .map(Answer::dependence)
                .orElse(verdict() == Verdict.ALLOWED ? "as a whole" : "as a whole: every check must be ALLOWED");
    }

    private static String dependence(Undecided undecided) {
        return "depends on "
                + undecided.facts().stream().map(Fact::toString).collect(Collectors.joining(", "))
                + "; --explain says how";
    }
}
