// SPDX-License-Identifier: Apache-2.0
package io.execward.lang;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.execward.diagnostic.Diagnostic;
import io.execward.diagnostic.DiagnosticPrinter;
import io.execward.diagnostic.PolicySyntaxException;
import io.execward.diagnostic.Source;
import io.execward.json.PolicyJson;
import io.execward.lang.internal.parser.ExecParser;
import io.execward.model.PolicyPath;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.DiagnosticErrorListener;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Recognizer;
import org.antlr.v4.runtime.atn.PredictionMode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The corpus: good files beside the documents that they lower to, bad files beside what is said of them. With {@code
 * -Dgolden.update=true} the files beside them are written instead; read the difference before you commit it.
 */
class CorpusTest {
    static final Path FOLDER = Path.of("src", "test", "resources", "lang");

    static Stream<Path> good() {
        return files("good");
    }

    static Stream<Path> bad() {
        return files("bad");
    }

    static Stream<Path> all() {
        return Stream.concat(good(), bad());
    }

    private static Stream<Path> files(String folder) {
        try (Stream<Path> files = Files.list(FOLDER.resolve(folder))) {
            List<Path> list = files.filter(file -> file.toString().endsWith(".exec"))
                    .sorted()
                    .toList();
            return list.stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String text(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Source source(Path file) {
        return Source.of(file.getFileName().toString(), text(file));
    }

    /** Includes what stands beside it in the folder {@code shared}, and nothing else. */
    static LoweredFile read(Path file) {
        return ExecLanguage.read(source(file), "corpus/" + file.getFileName(), path -> {
            Path below = FOLDER.resolve(path);
            if (!Files.isRegularFile(below)) {
                throw new IOException("there is no such file");
            }
            return Source.of(path, text(below));
        });
    }

    @Test
    void the_corpus_is_large() {
        assertThat(all()).hasSizeGreaterThanOrEqualTo(60);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("good")
    void good_files_lower_to_their_documents(Path file) {
        assertBeside(file, ".json", describe(read(file)));
    }

    private static String describe(LoweredFile file) {
        StringBuilder out = new StringBuilder();
        for (LoweredPolicy policy : file.policies()) {
            out.append("// ")
                    .append(policy.kind().text())
                    .append(" \"")
                    .append(policy.name())
                    .append('"');
            policy.holders().forEach(holder -> out.append(" for ").append(holder.text()));
            policy.resource().ifPresent(resource -> out.append(" on ").append(resource.text()));
            policy.level().ifPresent(level -> out.append(" level ").append(level));
            out.append('\n').append(PolicyJson.print(policy.policy())).append('\n');
            for (int i = 0; i < policy.statements().size(); i++) {
                LoweredStatement statement = policy.statements().get(i);
                out.append("// ").append(i).append(": line ");
                out.append(statement.source().span().position().line());
                statement.because().ifPresent(reason -> out.append(", because ").append(reason));
                out.append('\n');
            }
        }
        if (!file.warnings().isEmpty()) {
            out.append(DiagnosticPrinter.print(file.warnings()));
        }
        return out.toString();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("bad")
    void bad_files_are_explained(Path file) {
        try {
            read(file);
            fail(file + " should be refused");
        } catch (PolicySyntaxException e) {
            assertBeside(file, ".txt", DiagnosticPrinter.print(e.diagnostics()));
            for (Diagnostic diagnostic : e.diagnostics()) {
                assertThat(diagnostic.help()).as(diagnostic.message()).isPresent();
                assertThat(diagnostic.message()).doesNotContainIgnoringCase("expecting", "input", "viable");
            }
        }
    }

    private static void assertBeside(Path file, String ending, String text) {
        Path golden = Path.of(file.toString().replace(".exec", ending));
        try {
            if (Boolean.getBoolean("golden.update")) {
                Files.writeString(golden, text, StandardCharsets.UTF_8);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        assertThat(text).as(golden.toString()).isEqualTo(text(golden));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("good")
    void every_statement_knows_its_place(Path file) {
        for (LoweredPolicy policy : read(file).policies()) {
            for (int i = 0; i < policy.statements().size(); i++) {
                assertThat(policy.sources().span(PolicyPath.statement(i)))
                        .contains(policy.statements().get(i).source().span());
            }
        }
    }

    /** One way to read each file, found without looking at what stands around. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("good")
    void the_grammar_is_not_ambiguous(Path file) {
        CommonTokenStream tokens = SyntaxFront.tokens(source(file));
        ExecParser parser = new ExecParser(tokens);
        parser.removeErrorListeners();
        parser.getInterpreter().setPredictionMode(PredictionMode.LL_EXACT_AMBIG_DETECTION);
        List<String> reports = new ArrayList<>();
        parser.addErrorListener(new DiagnosticErrorListener(false) {
            @Override
            public void syntaxError(
                    Recognizer<?, ?> recognizer,
                    Object symbol,
                    int line,
                    int column,
                    String message,
                    RecognitionException e) {
                reports.add(message);
            }
        });
        parser.file();

        assertThat(reports).isEmpty();
    }
}
