// SPDX-License-Identifier: Apache-2.0
package io.execward.cli;

import io.execward.account.AccountSnapshot;
import io.execward.ecs.Caller;
import io.execward.model.Context;
import io.execward.model.Principal;
import io.execward.report.ReviewReport;
import io.execward.review.AccessReview;
import io.execward.review.Cell;
import io.execward.review.ReviewOptions;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Spec;

/** {@code execward review}: who can get a shell where, and by which road? */
@Command(
        name = "review",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        synopsisHeading = "Usage: ",
        customSynopsis = {
            "execward review --account DIR [--html FILE] [--format FORMAT] [LIMITS]",
            "                       [FACTS]"
        },
        descriptionHeading = "%n",
        description = {
            "Who can get a shell in which container, and by which road? Judged are every user and role of the documents"
                    + " with every container of every task: ECS Exec itself, and the other roads to what a shell gives, such as"
                    + " a session past ECS Exec, switching exec on, running a task with the role, or tagging oneself into a"
                    + " grant.",
            "",
            "Each open road comes with requests that are allowed, as `execward simulate` commands; each closed one says what"
                    + " closes it. What callers may or may not send (MFA, source address, time, ...) is unknown until told; a road"
                    + " that depends on it is open `only if`. Every form says what it rests on and what was not supplied."
        },
        optionListHeading = "%nOptions:%n",
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {
            "0:the review was made, whatever it says",
            "2:the command line makes no sense, or names what the documents do not tell of",
            "3:a document cannot be read or is malformed, or output cannot be written"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  Who can get a shell where? The answer as text, and as a page.",
            "    execward review --account samples/account --html review.html",
            "",
            "  Who can get one in production without MFA?",
            "    execward review --account samples/account --cluster prod --no-mfa",
            "",
            "  The exact matrix, for a spreadsheet:",
            "    execward review --account samples/account --format csv",
            "",
            "policy-cli/docs/review-json.md describes the JSON form."
        })
final class ReviewCommand implements Callable<Integer> {
    /** Options that change what is asked, and so are told by every form. */
    private static final Set<Class<?>> ASKING =
            Set.of(ReviewScope.class, CallerOptions.class, FactOptions.class, AbsenceOption.class);

    private final Streams streams;

    @Spec
    private CommandSpec spec;

    @ArgGroup(validate = false, order = 1, heading = "%nThe account:%n")
    private AccountOptions account = new AccountOptions();

    @ArgGroup(validate = false, order = 2, heading = "%nLimits:%n")
    private ReviewScope scope = new ReviewScope();

    @ArgGroup(validate = false, order = 3, heading = "%nFacts about every call:%n")
    private CallerOptions caller = new CallerOptions();

    @ArgGroup(validate = false, order = 4)
    private FactOptions facts = new FactOptions();

    @ArgGroup(validate = false, order = 5)
    private AbsenceOption absence = new AbsenceOption();

    @ArgGroup(validate = false, order = 6, heading = "%nThe answer:%n")
    private ReviewOutput output = new ReviewOutput();

    ReviewCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() {
        List<OptionSpec> given = spec.commandLine().getParseResult().matchedOptions();
        new GivenOptions(given).checkOnce();
        output.check(streams);
        Context told = facts.context();
        told(Caller.of(Principal.of("anonymous")), told); // what cannot be told is said before anything is read
        AccountSnapshot snapshot = account.read(streams);
        ReviewOptions options =
                scope.limit(ReviewOptions.everything(), snapshot).telling(who -> told(who, told));
        AccessReview review = AccessReview.of(snapshot, options);
        if (dependsOnTags(review)) {
            account.warnOfTags(snapshot, AccountOptions.TAGGED, streams);
        }
        output.write(new ReviewReport(review, account.name().orElseThrow(), asking(given)), streams);
        return ExitStatus.YES;
    }

    private static boolean dependsOnTags(AccessReview review) {
        Set<Cell> different = Collections.newSetFromMap(new IdentityHashMap<>()); // equal cells are one object
        review.cells().forEach(different::addAll);
        return different.stream()
                .flatMap(cell -> cell.roads().values().stream())
                .flatMap(road -> Stream.concat(road.onlyIf().stream(), Stream.of(road.because())))
                .anyMatch(words -> words.contains(":ResourceTag/"));
    }

    private Caller told(Caller who, Context told) {
        return absence.applied(caller.told(who, told));
    }

    private static List<String> asking(List<OptionSpec> given) {
        List<String> words = new ArrayList<>();
        for (OptionSpec option : given) {
            if (option.group() != null
                    && ASKING.contains(option.group().typeInfo().getType())) {
                if (option.arity().max() == 0) {
                    words.add(option.longestName());
                } else {
                    option.stringValues().forEach(value -> words.addAll(List.of(option.longestName(), value)));
                }
            }
        }
        return words;
    }
}
