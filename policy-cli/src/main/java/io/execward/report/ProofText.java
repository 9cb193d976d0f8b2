// SPDX-License-Identifier: Apache-2.0
package io.execward.report;

import io.execward.diagnostic.Visible;
import io.execward.evaluate.StatementRef;
import io.execward.model.Request;
import io.execward.proof.Outcome;
import io.execward.proof.PolicyHolder;
import io.execward.proof.Proof;
import io.execward.proof.Property;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Proofs for a terminal: each property with its verdict, then whom it fails for and why, then for whom it holds. */
final class ProofText {
    private static final String BLANK = "           ";

    private final ProofReport report;
    private final SimulateCommands commands;
    private final TextLines lines;

    ProofText(ProofReport report, Consumer<String> out) {
        this.report = report;
        this.commands = new SimulateCommands(report.policies(), true);
        this.lines = new TextLines(text -> out.accept(Visible.text(text)));
    }

    void print() {
        report.sections().forEach(this::section);
        lines.line("RESTS ON");
        report.basis().forEach(sentence -> lines.wrapped("  ", "  ", sentence));
    }

    private void section(ProofReport.Section section) {
        Proof proof = section.proof();
        String except = section.except().isEmpty() ? "" : ", except for " + String.join(", ", section.except());
        lines.wrapped(word(proof.verdict()), "         ", proof.property().text() + except);
        proof.principals().stream()
                .filter(principal -> principal.verdict() == Proof.Verdict.FAILS)
                .forEach(this::failing);
        proof.principals().stream()
                .filter(principal -> principal.verdict() == Proof.Verdict.UNKNOWN)
                .forEach(this::unknown);
        holding(proof);
        if (proof.principals().isEmpty()) {
            lines.line("  nobody is left to ask about, so nothing is proved");
        }
        lines.blank();
    }

    private static String word(Proof.Verdict verdict) {
        return (verdict + "       ").substring(0, 9);
    }

    /** The first road that is open in full, the others by name: who is let in by one is let in. */
    private void failing(Proof.OfPrincipal principal) {
        List<String> more = new ArrayList<>();
        boolean shown = false;
        for (Proof.OfRoad road : principal.roads()) {
            Optional<Outcome.Open> open =
                    road.outcome().match(closed -> Optional.empty(), Optional::of, unknown -> Optional.empty());
            if (open.isPresent() && shown) {
                more.add(road.what());
            } else if (open.isPresent()) {
                open(principal.holder(), road.what(), open.get());
                shown = true;
            }
        }
        if (!more.isEmpty()) {
            lines.wrapped("    and can  ", BLANK + "  ", String.join("; ", more));
        }
        unknown(principal);
    }

    private void unknown(Proof.OfPrincipal principal) {
        for (Proof.OfRoad road : principal.roads()) {
            road.outcome()
                    .match(closed -> "", open -> "", unknown -> unknown(principal.holder(), road.what(), unknown));
        }
    }

    private void open(PolicyHolder holder, String what, Outcome.Open open) {
        lines.wrapped("  ", "    ", holder.name() + " can " + what + ":");
        for (Request request : open.requests()) {
            lines.wrapped("    allowed  ", BLANK + "  ", RequestWords.of(request));
        }
        for (StatementRef ref : RequestWords.granting(open.because())) {
            lines.wrapped("    because  ", BLANK + "  ", RequestWords.of(ref));
        }
        open.notes().forEach(note -> lines.wrapped("    but      ", BLANK + "  ", note));
        for (Request request : open.requests()) {
            commands.of(request).ifPresent(all -> all.forEach(lines::command));
        }
    }

    private String unknown(PolicyHolder holder, String what, Outcome.Unknown unknown) {
        lines.wrapped("  ", "    ", "nobody knows whether " + holder.name() + " can " + what + ": " + unknown.why());
        return what;
    }

    /** Those who are kept out by the same statements, together. */
    private void holding(Proof proof) {
        Map<List<String>, List<String>> byReason = new LinkedHashMap<>();
        for (Proof.OfPrincipal principal : proof.principals()) {
            if (principal.verdict() == Proof.Verdict.HOLDS) {
                byReason.computeIfAbsent(reasons(principal), reason -> new ArrayList<>())
                        .add(principal.holder().name());
            }
        }
        byReason.forEach((reasons, names) -> {
            lines.wrapped("  holds for  ", BLANK + "  ", String.join(", ", names));
            if (reasons.isEmpty()) {
                lines.line("    because  " + withoutReasons(proof.property()));
            }
            reasons.forEach(reason -> lines.wrapped("    because  ", BLANK + "  ", reason));
        });
    }

    private static String withoutReasons(Property property) {
        return property instanceof Property.NoSelfTagging
                ? "no shell, no shell that looks at a tag, or no way to change that tag"
                : "nothing allows anything of the kind";
    }

    private static List<String> reasons(Proof.OfPrincipal principal) {
        List<String> all = new ArrayList<>();
        for (Proof.OfRoad road : principal.roads()) {
            road.outcome()
                    .<Optional<Outcome.Closed>>match(
                            Optional::of, open -> Optional.empty(), unknown -> Optional.empty())
                    .ifPresent(closed -> {
                        closed.catalog().ifPresent(date -> add(all, "the service catalog of " + date));
                        RequestWords.tellingFirst(closed.because()).forEach(ref -> add(all, RequestWords.of(ref)));
                    });
        }
        return all;
    }

    private static void add(List<String> all, String reason) {
        if (!all.contains(reason)) {
            all.add(reason);
        }
    }
}
