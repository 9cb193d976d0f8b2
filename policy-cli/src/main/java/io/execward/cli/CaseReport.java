// SPDX-License-Identifier: Apache-2.0
package io.execward.cli;

import io.execward.diagnostic.Visible;
import io.execward.evaluate.Verdict;

/** Counts what came of the cases, and tells people what they must know: on standard error, and not too much. */
final class CaseReport {
    private static final int SHOWN_ERRORS = 20;
    private static final int SHOWN_DIFFERENCES = 100;
    private static final long SLOW_NANOS = 2_000_000_000L;

    private final String name;
    private final boolean check;
    private final Streams streams;
    private final long startNanos = System.nanoTime();
    private long answered;
    private long refused;
    private long compared;
    private long different;
    private long differentUncertain;

    CaseReport(String name, boolean check, Streams streams) {
        this.name = name;
        this.check = check;
        this.streams = streams;
    }

    void answered(long line, Case one, Verdict verdict) {
        answered++;
        if (!check || one.expected().isEmpty()) {
            return;
        }
        compared++;
        if (one.expected().get() != verdict) {
            different++;
            differentUncertain += one.uncertain() ? 1 : 0;
            if (different <= SHOWN_DIFFERENCES) {
                String why = one.rule().orElse("") + (one.uncertain() ? " uncertain" : "");
                complain(name + ":" + line + ": " + one.id() + " is " + verdict + ", expected "
                        + one.expected().get() + (why.isBlank() ? "" : " (" + why.strip() + ")"));
            }
        }
    }

    void refused(long line, CaseError error) {
        refused++;
        if (refused <= SHOWN_ERRORS) {
            String column = error.column() > 0 ? ":" + error.column() : "";
            complain(name + ":" + line + column + ": " + error.text());
        }
    }

    /** Tells what was left out and what it sums up to. */
    void close() {
        if (refused > SHOWN_ERRORS) {
            complain(name + ": and " + (refused - SHOWN_ERRORS) + " more lines that are no cases");
        }
        if (different > SHOWN_DIFFERENCES) {
            complain(name + ": and " + (different - SHOWN_DIFFERENCES) + " more differences");
        }
        if (check || System.nanoTime() - startNanos > SLOW_NANOS) {
            complain(name + ": " + summary());
        }
    }

    int exitStatus() {
        return refused > 0 ? ExitStatus.BROKEN : different > 0 ? ExitStatus.NO : ExitStatus.YES;
    }

    private String summary() {
        StringBuilder text = new StringBuilder();
        text.append(answered).append(" answered, ").append(refused).append(" malformed");
        if (check) {
            text.append("; of ").append(compared).append(" expectations ");
            text.append(compared - different)
                    .append(" hold, ")
                    .append(different)
                    .append(" do not");
            text.append(different == 0 ? "" : " (" + differentUncertain + " of them uncertain)");
        }
        return text.toString();
    }

    private void complain(String line) {
        streams.complain(Visible.line(line) + "\n");
    }
}
