// SPDX-License-Identifier: Apache-2.0
package io.execward.cli;

import io.execward.account.AccountSnapshot;
import io.execward.account.ClusterKey;
import io.execward.account.DocumentKind;
import io.execward.account.EcsTask;
import io.execward.account.IamIdentity;
import io.execward.account.VpcEndpoint;
import io.execward.cases.AccountAnswers;
import io.execward.cases.AccountCalls;
import io.execward.ecs.Caller;
import io.execward.ecs.Container;
import io.execward.ecs.ExecRequest;
import io.execward.ecs.ResourceEngines;
import io.execward.evaluate.PolicyEngine;
import io.execward.model.Context;
import io.execward.readiness.ContainerChoice;
import io.execward.readiness.Readiness;
import io.execward.readiness.ReadinessOptions;
import io.execward.readiness.ReadinessReport;
import java.io.IOException;
import java.io.InputStream;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code execward exec}: may this principal open a shell in that container, by the documents of an account? */
@Command(
        name = "exec",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        synopsisHeading = "Usage: ",
        customSynopsis = {
            "execward exec --account DIR --principal WHO --task TASK [FACTS]",
            "       execward exec --account DIR --questions FILE [--check]"
        },
        descriptionHeading = "%n",
        description = {
            "May this principal open a shell in that container? Policies, tags and the cluster's key come from the documents"
                    + " of the account; cluster, task and key must all be allowed. The answer names the role that the shell"
                    + " would have, and says whether exec would work there at all.",
            "",
            "What no document tells (MFA, source address, time, ...) is unknown until told, and the verdict is UNDECIDED if"
                    + " it matters. So is what a policy says whose text is in no document."
        },
        optionListHeading = "%nOptions:%n",
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {
            "0:the verdict is ALLOWED, or what --expect says; all questions were answered, with --check as expected",
            "1:the verdict is another one; with --check, some question has another answer than expected, or none expects any",
            "2:the command line makes no sense, or names what the documents do not tell of",
            "3:a document cannot be read or is malformed, a question is, or output cannot be written"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  May alice get a shell, with a session made with MFA ten minutes ago?",
            "    execward exec --account samples/account --principal alice \\",
            "      --task 9c741b231b77525b3db897845d887c4a --container web --mfa-age 600",
            "",
            "  Is every question answered as expected?",
            "    execward exec --account samples/account \\",
            "      --questions samples/account/questions.jsonl --check",
            "",
            "policy-cli/docs/account-json.md describes question files and the JSON output."
        })
final class ExecCommand implements Callable<Integer> {
    private final Streams streams;

    @Spec
    private CommandSpec spec;

    @ArgGroup(validate = false, order = 1, heading = "%nThe account:%n")
    private AccountOptions account = new AccountOptions();

    @ArgGroup(validate = false, order = 2, heading = "%nThe shell:%n")
    private ShellOptions shell = new ShellOptions();

    @ArgGroup(validate = false, order = 3, heading = "%nFacts about the call:%n")
    private CallerOptions caller = new CallerOptions();

    @ArgGroup(validate = false, order = 4)
    private FactOptions facts = new FactOptions();

    @ArgGroup(validate = false, order = 5)
    private AbsenceOption absence = new AbsenceOption();

    @ArgGroup(validate = false, order = 6, heading = "%nThe answer:%n")
    private AnswerOptions answer = new AnswerOptions();

    @ArgGroup(validate = false, order = 7, heading = "%nMany questions:%n")
    private QuestionOptions questions = new QuestionOptions();

    ExecCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() {
        GivenOptions given =
                new GivenOptions(spec.commandLine().getParseResult().matchedOptions());
        given.checkOnce();
        questions.check(given);
        return questions.file().isPresent() ? answerMany(questions.file().get()) : answerOne();
    }

    private int answerMany(String file) {
        // The context of a question is complete, tags too (R-EXEC-141).
        AccountSnapshot snapshot = account.read(streams, true);
        Trail trail = new Trail(snapshot, account, questions.trail(), streams);
        String name = InputFiles.name(file);
        LineReport report = new LineReport(name, "questions", questions.isChecked(), streams);
        try (InputStream in = new InputFiles(streams).open(file)) {
            new QuestionRunner(name, questions.isChecked(), report)
                    .run(in, trail::search, AccountAnswers.of(snapshot), streams::print);
        } catch (IOException e) {
            throw new InputError("error: cannot read " + name + ": " + InputFiles.reason(e));
        }
        report.close();
        return report.exitStatus();
    }

    private int answerOne() {
        Context told = facts.context();
        answer.expectation();
        Format format = answer.format();
        shell.principal();
        AccountSnapshot snapshot = account.read(streams);
        ExecAnswer result = judge(snapshot, told);
        if (result.dependsOnTags()) {
            account.warnOfTags(snapshot, EnumSet.of(DocumentKind.TASKS, DocumentKind.CLUSTERS), streams);
        }
        streams.print(
                switch (format) {
                    case JSON -> ExecJson.print(result) + "\n";
                    case TEXT -> result.text(answer.isExplained());
                });
        return answer.exitStatus(result.verdict(), spec.qualifiedName(), streams);
    }

    private ExecAnswer judge(AccountSnapshot snapshot, Context told) {
        IamIdentity identity = shell.identity(snapshot);
        EcsTask task = shell.task(snapshot);
        String container = shell.container(snapshot, task);
        Optional<VpcEndpoint> endpoint = shell.endpoint(snapshot, caller.hasAddress());
        Caller who = caller.told(AccountCalls.caller(snapshot, identity, shell.principal()), told);
        if (endpoint.isPresent()) {
            who = ShellOptions.through(endpoint.get(), who, told);
        }
        ExecRequest request = AccountCalls.tagged(
                snapshot,
                ExecRequest.of(absence.applied(who), task.cluster(), task.arn(), Container.named(container)),
                task);
        ClusterKey key = ClusterKey.of(snapshot, task.cluster());
        Readiness readiness = ReadinessReport.of(
                        snapshot, List.of(task), ReadinessOptions.defaults().with(ContainerChoice.named(container)))
                .containers()
                .get(0);
        return new ExecAnswer(
                key.match(() -> request, request::encryptedWith, name -> request)
                        .explain(engines(snapshot, identity, endpoint)),
                container,
                snapshot.taskRole(task),
                readiness,
                key.match(Optional::empty, arn -> Optional.empty(), Optional::of),
                identity.missingPolicies());
    }

    /** The endpoint is one of ECS: what ECS itself calls for the caller does not pass through it. */
    private static ResourceEngines engines(
            AccountSnapshot account, IamIdentity identity, Optional<VpcEndpoint> endpoint) {
        ResourceEngines plain = account.engines(identity);
        return endpoint.flatMap(VpcEndpoint::policy)
                .<ResourceEngines>map(policy -> resource -> {
                    PolicyEngine engine = plain.on(resource);
                    boolean isEcs = resource.arn()
                            .map(arn -> arn.service().equals("ecs"))
                            .orElse(false);
                    return isEcs
                            ? PolicyEngine.compile(
                                    engine.policies().toBuilder()
                                            .endpoint(policy)
                                            .build(),
                                    account.sources())
                            : engine;
                })
                .orElse(plain);
    }
}
