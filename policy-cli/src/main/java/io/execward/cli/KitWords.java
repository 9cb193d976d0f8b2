// SPDX-License-Identifier: Apache-2.0
package io.execward.cli;

import io.execward.diagnostic.Diagnostic;
import io.execward.diagnostic.DiagnosticPrinter;
import io.execward.diagnostic.RuleId;
import io.execward.diagnostic.Severity;
import io.execward.diagnostic.SourceSpan;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * All that was said of a kit, and all that is wrong with it. Problems are collected; {@link #throwIfWrong} tells them in the form that
 * fits where the words stood: on the command line, or in a file.
 */
final class KitWords {
    private final Optional<SourceSpan> file;
    private final Map<KitField, List<KitWord>> said = new EnumMap<>(KitField.class);
    private final List<Diagnostic> inFile = new ArrayList<>();
    private final List<String> onCommandLine = new ArrayList<>();

    private KitWords(Optional<SourceSpan> file) {
        this.file = file;
    }

    static KitWords onCommandLine() {
        return new KitWords(Optional.empty());
    }

    /** @param beginning where to point for what is missing */
    static KitWords inFile(SourceSpan beginning) {
        return new KitWords(Optional.of(beginning));
    }

    void add(KitWord word) {
        List<KitWord> words = said.computeIfAbsent(word.field(), field -> new ArrayList<>());
        boolean repeated = words.stream()
                .anyMatch(before ->
                        before.key().equals(word.key()) && before.text().equals(word.text()));
        if (repeated) {
            refuse(word, Refusal.KIT_FILES, "`" + word.text() + "` is there twice", "leave one out");
        }
        words.add(word);
    }

    boolean says(KitField field) {
        return said.containsKey(field);
    }

    /** The fields that are said, in the order of their list. */
    List<KitField> fields() {
        return List.copyOf(said.keySet());
    }

    Optional<KitWord> one(KitField field) {
        return all(field).stream().findFirst();
    }

    /** As they were written; none if nothing is said. */
    List<KitWord> all(KitField field) {
        return List.copyOf(said.getOrDefault(field, List.of()));
    }

    /** What the user calls a field that is not said. */
    String name(KitField field) {
        return file.isPresent() ? "`" + field.member() + "`" : field.option();
    }

    /** What the parser makes of the word; empty if it refuses. */
    <T> Optional<T> tried(KitWord word, Function<String, T> parser) {
        try {
            return Optional.of(parser.apply(word.text()));
        } catch (IllegalArgumentException e) {
            refuse(word, e);
            return Optional.empty();
        }
    }

    void refuse(KitWord word, IllegalArgumentException e) {
        Refusal refusal = Refusal.of(e);
        refuse(word, refusal.rule(), refusal.message(), refusal.help());
    }

    void refuse(KitWord word, String rule, String message, String help) {
        refuse(word.place(), word.field().option() + ": ", new Refusal(rule, message, help));
    }

    /** Refuses what is not there. */
    void missing(KitField field, String rule, String message, String help) {
        refuse(file, field.option() + " is missing: ", new Refusal(rule, message, help));
    }

    /** Refuses what is no word of a kit. */
    void refuse(SourceSpan place, String message, String help) {
        refuse(Optional.of(place), "", new Refusal(Refusal.KIT_FILES, message, help));
    }

    private void refuse(Optional<SourceSpan> place, String option, Refusal refusal) {
        if (place.isEmpty()) {
            onCommandLine.add(option + refusal.line());
            return;
        }
        inFile.add(new Diagnostic(
                new RuleId(refusal.rule()),
                Severity.ERROR,
                place.get(),
                refusal.message(),
                Optional.of(refusal.help()).filter(help -> !help.isEmpty()),
                List.of()));
    }

    boolean isWrong() {
        return !inFile.isEmpty() || !onCommandLine.isEmpty();
    }

    /**
     * Tells all problems, in document order.
     *
     * @throws UsageError if the words stood on the command line
     * @throws InputError if they stood in a file
     */
    void throwIfWrong(String command) {
        if (!onCommandLine.isEmpty()) {
            throw new UsageError(String.join("\n" + command + ": ", onCommandLine));
        }
        if (!inFile.isEmpty()) {
            throw new InputError(problems());
        }
    }

    /** The problems of the file as they are printed; empty if there is none. */
    String problems() {
        List<Diagnostic> ordered = new ArrayList<>(inFile);
        ordered.sort(Comparator.comparingInt(problem -> problem.span().start()));
        return DiagnosticPrinter.print(ordered).stripTrailing();
    }
}
