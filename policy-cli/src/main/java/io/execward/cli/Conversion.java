// SPDX-License-Identifier: Apache-2.0
package io.execward.cli;

import io.execward.diagnostic.DiagnosticPrinter;
import io.execward.diagnostic.PolicySyntaxException;
import io.execward.diagnostic.Source;
import io.execward.json.PolicyDocument;
import io.execward.json.PolicyJson;
import io.execward.lang.ExecLanguage;
import io.execward.lang.LoweredFile;
import io.execward.lang.LoweredPolicy;
import io.execward.lang.PolicyBlock;
import io.execward.model.PolicyKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** Policies from JSON to text and back, and what is to be said about it. */
final class Conversion {
    private final LanguageInput input;
    private final Optional<PolicyKind> kind;
    private final Optional<String> name;
    private final boolean compact;
    private final StringBuilder notes = new StringBuilder();

    /**
     * @param kind of JSON documents, if it is told
     * @param name of the policy that a JSON document becomes, if it is told
     */
    Conversion(LanguageInput input, Optional<PolicyKind> kind, Optional<String> name, boolean compact) {
        this.input = input;
        this.kind = kind;
        this.name = name;
        this.compact = compact;
    }

    LanguageInput input() {
        return input;
    }

    /** Warnings, and what was decided or left behind; empty or ends with a line break. */
    String notes() {
        return notes.toString();
    }

    /** A JSON document as a file of the language. */
    List<OutputFolder.Document> toText(Source source, InputTree.Found file) {
        String base = base(file, ".json");
        PolicyDocument document = document(source);
        warn(DiagnosticPrinter.print(document.warnings()));
        String text = ExecLanguage.print(
                document.kind(), name.orElseGet(() -> base.substring(base.lastIndexOf('/') + 1)), document.policy());
        return List.of(new OutputFolder.Document(base + LanguageInput.ENDING, text, source.name()));
    }

    /** Only identity policies are common that do not say what they are; but they name no principals. */
    private PolicyDocument document(Source source) {
        if (kind.isPresent()) {
            return PolicyJson.parse(source, kind.get());
        }
        try {
            return PolicyJson.parse(source, PolicyKind.IDENTITY);
        } catch (PolicySyntaxException e) {
            for (PolicyKind other : List.of(PolicyKind.RESOURCE, PolicyKind.ROLE_TRUST)) {
                Optional<PolicyDocument> document = readable(source, other);
                if (document.isPresent()) {
                    notes.append("note: ")
                            .append(source.name())
                            .append(" is read as ")
                            .append(other.withArticle())
                            .append(", for its statements name principals; --kind says otherwise\n");
                    return document.get();
                }
            }
            throw e;
        }
    }

    private static Optional<PolicyDocument> readable(Source source, PolicyKind kind) {
        try {
            return Optional.of(PolicyJson.parse(source, kind));
        } catch (PolicySyntaxException e) {
            return Optional.empty();
        }
    }

    /** The file's own policies as JSON documents. */
    List<OutputFolder.Document> toJson(Source source, InputTree.Found file) {
        LoweredFile lowered = input.lowered(source);
        warn(DiagnosticPrinter.print(lowered.warnings()));
        List<PolicyBlock> own = lowered.file().policies();
        if (own.isEmpty()) {
            notes.append("note: ").append(source.name()).append(" has no policy of its own\n");
        }
        List<OutputFolder.Document> documents = new ArrayList<>();
        for (PolicyBlock block : own) {
            LoweredPolicy policy =
                    lowered.policy(block.kind(), block.name().value()).orElseThrow();
            String base = base(file, LanguageInput.ENDING)
                    + (own.size() == 1 ? "" : "." + fileName(block.name().value()));
            String json = compact ? PolicyJson.printCompact(policy.policy()) : PolicyJson.print(policy.policy());
            documents.add(new OutputFolder.Document(base + ".json", json + "\n", source.name()));
        }
        noteWhatStays(source, lowered, own);
        return documents;
    }

    private void noteWhatStays(Source source, LoweredFile lowered, List<PolicyBlock> own) {
        TreeSet<String> left = new TreeSet<>();
        if (!lowered.file().tests().isEmpty()) {
            left.add("tests");
        }
        if (!lowered.file().comments().isEmpty()) {
            left.add("comments");
        }
        if (own.stream()
                .flatMap(block -> block.statements().stream())
                .anyMatch(it -> it.because().isPresent())) {
            left.add("reasons");
        }
        if (own.stream()
                .anyMatch(
                        block -> block.holder().isPresent() || block.resource().isPresent())) {
            left.add("attachments");
        }
        if (!left.isEmpty()) {
            notes.append("note: the ")
                    .append(listed(List.copyOf(left)))
                    .append(" of ")
                    .append(source.name())
                    .append(" stay there: JSON has no place for them\n");
        }
    }

    private static String listed(List<String> words) {
        int last = words.size() - 1;
        return last == 0 ? words.get(0) : String.join(", ", words.subList(0, last)) + " and " + words.get(last);
    }

    private void warn(String warnings) {
        notes.append(warnings);
    }

    /** The path below the folder, without its ending. */
    private static String base(InputTree.Found file, String ending) {
        if (file.name().equals(Streams.DASH)) {
            return "policy";
        }
        String path = InputTree.slashed(file.inFolder());
        return path.endsWith(ending) ? path.substring(0, path.length() - ending.length()) : path;
    }

    /** A name that every file system takes. */
    private static String fileName(String policy) {
        StringBuilder name = new StringBuilder();
        policy.codePoints().forEach(c -> {
            boolean plain = c < 128 && (Character.isLetterOrDigit(c) || c == '_' || c == '.');
            if (plain || (!name.isEmpty() && name.charAt(name.length() - 1) != '-')) {
                name.append(plain ? (char) c : '-');
            }
        });
        String text = name.toString();
        return text.endsWith("-") ? text.substring(0, text.length() - 1) : text;
    }
}
