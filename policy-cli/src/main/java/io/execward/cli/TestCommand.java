// SPDX-License-Identifier: Apache-2.0
package io.execward.cli;

import io.execward.diagnostic.Diagnostic;
import io.execward.diagnostic.DiagnosticPrinter;
import io.execward.report.SuiteReport;
import io.execward.suite.CoverageReport;
import io.execward.suite.MutationReport;
import io.execward.suite.Suite;
import io.execward.suite.SuiteResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code execward test}: do the expectations in language files hold, what do they see, what would they miss? */
@Command(
        name = "test",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        synopsisHeading = "Usage: ",
        customSynopsis = {"execward test [OPTIONS] FILE|FOLDER..."},
        descriptionHeading = "%n",
        description = {
            "Runs the tests in files of the text language (*.exec). A folder means all such files in it and below.",
            "",
            "An expectation that fails is shown with the explained decision. What a test does not tell is unknown, never"
                    + " taken to be absent; a name that nothing has is an error, never a test that passes."
        },
        parameterListHeading = "%nFiles:%n",
        optionListHeading = "%nOptions:%n",
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {
            "0:all expectations hold",
            "1:one does not, or coverage or score is below what was asked for",
            "2:the command line makes no sense",
            "3:a file cannot be read, is malformed or has no test, or output cannot be written"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  Do the tests of these policies pass, and what do they see of them?",
            "    execward test samples/language --coverage",
            "",
            "  Would the tests notice if a condition were dropped?",
            "    execward test samples/language --mutate"
        })
final class TestCommand implements Callable<Integer> {
    private final Streams streams;

    @Spec
    private CommandSpec spec;

    @Parameters(
            arity = "0..*",
            paramLabel = "FILE",
            description = "Files of the text language, or folders; `-` is standard input.")
    private List<String> files = new ArrayList<>();

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "`text`, `json` (one object on one line), `junit` (XML), `github` (annotations) or `tap`.")
    private @Nullable String format;

    @Option(
            names = "--coverage",
            arity = "0..1",
            fallbackValue = "text",
            paramLabel = "FORM",
            description = {
                "Shows which statements and conditions the expectations saw matching and not matching: with the results"
                        + " (`text`), or as a page (`html:FILE`)."
            })
    private @Nullable String coverage;

    @Option(
            names = "--mutate",
            description =
                    "Changes each policy one small step at a time, and lists the changes that no expectation notices.")
    private boolean mutate;

    @Option(names = "--min-coverage", paramLabel = "PERCENT", description = "Exit status 1 if the coverage is lower.")
    private @Nullable String minCoverage;

    @Option(
            names = "--min-score",
            paramLabel = "PERCENT",
            description = "Exit status 1 if fewer of the changes are noticed; means --mutate.")
    private @Nullable String minScore;

    TestCommand(Streams streams) {
        this.streams = streams;
    }

    /** The forms of the answer. */
    private enum Form {
        TEXT,
        JSON,
        JUNIT,
        GITHUB,
        TAP;

        static Form of(String text) {
            for (Form form : values()) {
                if (form.name().equalsIgnoreCase(text)) {
                    return form;
                }
            }
            throw new UsageError(
                    "--format: `" + text + "` is not a format: write `text`, `json`, `junit`, `github` or `tap`");
        }

        String print(SuiteReport report) {
            return switch (this) {
                case TEXT -> report.text();
                case JSON -> report.json();
                case JUNIT -> report.junit();
                case GITHUB -> report.github();
                case TAP -> report.tap();
            };
        }
    }

    @Override
    public Integer call() {
        new GivenOptions(spec.commandLine().getParseResult().matchedOptions()).checkOnce();
        Form form = format == null ? Form.TEXT : Form.of(format);
        if (files.isEmpty()) {
            throw new UsageError("no file is named: name files of the text language, or folders with them");
        }
        Optional<Integer> leastCoverage = percent("--min-coverage", minCoverage);
        Optional<Integer> leastScore = percent("--min-score", minScore);
        Optional<OutputFile> page = page();
        Suite suite = suite();
        SuiteResult result = suite.run();
        boolean shown = coverage != null && page.isEmpty();
        Optional<CoverageReport> seen =
                coverage != null || leastCoverage.isPresent() ? Optional.of(suite.coverage()) : Optional.empty();
        Optional<MutationReport> mutants =
                mutate || leastScore.isPresent() ? Optional.of(suite.mutate(result)) : Optional.empty();
        page.ifPresent(file -> {
            String html = new SuiteReport(result, seen, mutants).html();
            file.write(out -> out.accept(html));
        });
        streams.print(form.print(new SuiteReport(result, shown ? seen : Optional.empty(), mutants)));
        boolean covered = isEnough("coverage", seen.map(CoverageReport::percent), leastCoverage);
        boolean noticed = isEnough("mutation score", mutants.map(MutationReport::score), leastScore);
        return result.held() && covered && noticed ? ExitStatus.YES : ExitStatus.NO;
    }

    private Suite suite() {
        Suite suite = new TestFiles(streams).suite(files);
        List<Diagnostic> warnings = suite.warnings();
        if (!warnings.isEmpty()) {
            streams.complain(DiagnosticPrinter.print(warnings));
        }
        if (suite.isEmpty()) {
            throw new InputError("error: there is no test, so that nothing was tested");
        }
        return suite;
    }

    private Optional<OutputFile> page() {
        if (coverage == null || coverage.equals("text")) {
            return Optional.empty();
        }
        if (!coverage.startsWith("html:")) {
            throw new UsageError(
                    "--coverage: `" + coverage + "` is no form: write `--coverage`, or `--coverage=html:FILE`");
        }
        return Optional.of(OutputFile.of("--coverage", coverage.substring("html:".length()), streams));
    }

    private static Optional<Integer> percent(String option, @Nullable String text) {
        if (text == null) {
            return Optional.empty();
        }
        boolean digits = !text.isEmpty() && text.length() <= 3 && text.chars().allMatch(c -> c >= '0' && c <= '9');
        if (!digits || Integer.parseInt(text) > 100) {
            throw new UsageError(option + ": `" + text + "` is not a percentage: write a number from 0 to 100");
        }
        return Optional.of(Integer.parseInt(text));
    }

    private boolean isEnough(String what, Optional<Integer> found, Optional<Integer> least) {
        if (least.isEmpty() || found.orElse(0) >= least.get()) {
            return true;
        }
        streams.complain(what + " is " + found.orElse(0) + " %, below " + least.get() + " %\n");
        return false;
    }
}
