// SPDX-License-Identifier: Apache-2.0
package io.execward.cli;

import io.execward.cases.CaseException;
import io.execward.diagnostic.Visible;
import java.util.Optional;

/**
 * Counts what came of the lines of a file, and tells people what they must know: on standard error, and not too much.
 */
final class LineReport {
    private static final int SHOWN_ERRORS = 20;
    private static final int SHOWN_DIFFERENCES = 100;
    private static final long SLOW_NANOS = 2_000_000_000L;

    private final String name;
    private final String noun;
    private final boolean check;
    private final Streams streams;
    private final long startNanos = System.nanoTime();
    private long answered;
    private long refused;
    private long compared;
    private long different;
    private long differentUncertain;

    /**
     * @param name what messages call the file
     * @param noun what its lines are, in the plural
     */
    LineReport(String name, String noun, boolean check, Streams streams) {
        this.name = name;
        this.noun = noun;
        this.check = check;
        this.streams = streams;
    }

    /** A line was answered, and expects nothing. */
    void answered() {
        answered++;
    }

    /**
     * A line was answered, and expects something.
     *
     * @param difference what is not as expected, if anything
     * @param uncertain true if the expectation pins a choice where AWS is silent
     */
    void answered(long line, Optional<String> difference, boolean uncertain) {
        answered++;
        compared++;
        if (difference.isPresent()) {
            different++;
            differentUncertain += uncertain ? 1 : 0;
            if (different <= SHOWN_DIFFERENCES) {
                complain(name + ":" + line + ": " + difference.get());
            }
        }
    }

    void refused(long line, CaseException error) {
        refused++;
        if (refused <= SHOWN_ERRORS) {
            String column = error.column() > 0 ? ":" + error.column() : "";
            complain(name + ":" + line + column + ": " + error.text());
        }
    }

    /** Tells what was left out and what it sums up to. */
    void close() {
        if (refused > SHOWN_ERRORS) {
            complain(name + ": and " + (refused - SHOWN_ERRORS) + " more lines that are no " + noun);
        }
        if (different > SHOWN_DIFFERENCES) {
            complain(name + ": and " + (different - SHOWN_DIFFERENCES) + " more differences");
        }
        if (answered + refused == 0) {
            complain(name + ": there are no " + noun + " in it");
        } else if (checksNothing()) {
            complain(name + ": none of the " + noun + " expects anything, so that nothing is checked");
        }
        if (check || System.nanoTime() - startNanos > SLOW_NANOS) {
            complain(name + ": " + summary());
        }
    }

    int exitStatus() {
        return refused > 0 ? ExitStatus.BROKEN : different > 0 || checksNothing() ? ExitStatus.NO : ExitStatus.YES;
    }

    /** A check that compared nothing is no yes: the file may be the wrong one, or have lost its lines. */
    private boolean checksNothing() {
        return check && compared == 0 && refused == 0;
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
