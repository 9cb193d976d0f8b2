// SPDX-License-Identifier: Apache-2.0
package io.execward.cli;

import io.execward.cases.Case;
import io.execward.evaluate.PolicyEngine;
import io.execward.evaluate.Verdict;
import io.execward.json.JsonText;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Optional;

/** Answers a file of cases, one JSON line each, in order. */
final class CaseRunner {
    private final String name;
    private final boolean check;
    private final LineReport report;
    private final OutputStream out;

    CaseRunner(String name, boolean check, LineReport report, OutputStream out) {
        this.name = name;
        this.check = check;
        this.report = report;
        this.out = out;
    }

    /** @throws InputError if reading fails; what was answered until then is written */
    void run(InputStream in) {
        new LineAnswers(name, report, out, (number, value) -> answer(number, Case.read(value))).run(in);
    }

    private String answer(long number, Case one) {
        Verdict verdict = PolicyEngine.compile(one.policies()).decide(one.request());
        StringBuilder text = new StringBuilder("{\"id\":");
        JsonText.appendQuoted(text, one.id());
        text.append(",\"verdict\":\"").append(verdict).append('"');
        if (check) {
            text.append(",\"expected\":");
            one.expected()
                    .ifPresentOrElse(
                            expected -> text.append('"').append(expected).append('"'), () -> text.append("null"));
        }
        report(number, one, verdict);
        return text.append('}').toString();
    }

    private void report(long number, Case one, Verdict verdict) {
        if (!check || one.expected().isEmpty()) {
            report.answered();
            return;
        }
        String notes = one.rule().orElse("") + (one.uncertain() ? " uncertain" : "");
        Optional<String> difference = one.expected()
                .filter(expected -> expected != verdict)
                .map(expected -> one.id() + " is " + verdict + ", expected " + expected
                        + (notes.isBlank() ? "" : " (" + notes.strip() + ")"));
        report.answered(number, difference, one.uncertain());
    }
}
