// SPDX-License-Identifier: Apache-2.0
package io.execward.cli;

import io.execward.account.AccountSnapshot;
import io.execward.account.IamIdentity;
import io.execward.cases.AccountCalls;
import io.execward.cases.AccountNames;
import io.execward.diagnostic.SourceMap;
import io.execward.diagnostic.Visible;
import io.execward.ecs.Caller;
import io.execward.ecs.ExecDecision;
import io.execward.ecs.ExecRequest;
import io.execward.evaluate.PolicyEngine;
import io.execward.model.Action;
import io.execward.model.AttachedPolicy;
import io.execward.model.Context;
import io.execward.model.PolicySet;
import io.execward.model.Request;
import io.execward.model.Resource;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code execward simulate}: is this request allowed, and why? */
@Command(
        name = "simulate",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        synopsisHeading = "Usage: ",
        customSynopsis = {
            "execward simulate POLICIES --principal WHO --action ACTION --resource ARN",
            "                         [FACTS]",
            "       execward simulate POLICIES --principal WHO --exec --task ARN [FACTS]",
            "       execward simulate --account DIR --principal WHO --action ACTION",
            "                         --resource ARN [FACTS]",
            "       execward simulate --cases FILE [--check]"
        },
        descriptionHeading = "%n",
        description = {
            "Is this request allowed, and why? The policies are those that you name: a layer without a policy is"
                    + " `not supplied`, and an organization without SCPs is none.",
            "",
            "With --account the policies are those of the principal in the documents of an account, and what the documents"
                    + " tell of the principal and the tags of the resource is known, tags of resources that they do not"
                    + " tell are unknown; --session, --endpoint and --resource-policy add"
                    + " what no document has.",
            "",
            "With --action and --resource the request is complete: a context key that is not told is absent. With"
                    + " --exec it is a shell in a container, allowed only if cluster and task both are; what follows from"
                    + " caller and target is filled in, and what you do not tell (tags, MFA, source address, time, ...) is"
                    + " unknown. The verdict is UNDECIDED if an unknown fact can change it."
        },
        optionListHeading = "%nOptions:%n",
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {
            "0:the verdict is ALLOWED, or what --expect says; all cases were answered, with --check as expected",
            "1:the verdict is another one; with --check, some case has another verdict than expected, or none expects any",
            "2:the command line makes no sense",
            "3:a file cannot be read, a policy or a case is malformed, or output cannot be written"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  May this role get a shell, and why not?",
            "    execward simulate --explain --identity samples/quickstart/guide.json \\",
            "      --principal arn:aws:iam::111122223333:role/developer \\",
            "      --exec --container app --task-tag environment=development \\",
            "      --task arn:aws:ecs:us-east-1:111122223333:task/dev/0a1b2c3d",
            "",
            "  Does the side door stay shut? The exit status is 0 only if it does.",
            "    execward simulate --expect explicit-deny \\",
            "      --identity samples/quickstart/repaired.json \\",
            "      --principal arn:aws:iam::111122223333:role/developer \\",
            "      --action ssm:StartSession \\",
            "      --resource arn:aws:ecs:us-east-1:111122223333:task/dev/0a1b2c3d",
            "",
            "  Does every case have the verdict that it expects?",
            "    execward simulate --cases samples/quickstart/cases.jsonl --check",
            "",
            "policy-cli/docs/simulate-json.md describes case files and the JSON output."
        })
final class SimulateCommand implements Callable<Integer> {
    private final Streams streams;

    @Spec
    private CommandSpec spec;

    @ArgGroup(
            validate = false,
            order = 0,
            heading = "%nPolicies, of each layer that there is (FILE `-` is standard input):%n")
    private PolicyOptions policies = new PolicyOptions();

    @ArgGroup(validate = false, order = 1, heading = "%nOr the policies of an account:%n")
    private AccountOptions account = new AccountOptions();

    @ArgGroup(validate = false, order = 2, heading = "%nThe request:%n")
    private RequestOptions request = new RequestOptions();

    @ArgGroup(validate = false, order = 3, heading = "%nFacts about the request:%n")
    private FactOptions facts = new FactOptions();

    @ArgGroup(validate = false, order = 4, heading = "%nA shell in a container, instead of --action and --resource:%n")
    private ExecOptions exec = new ExecOptions();

    @ArgGroup(validate = false, order = 5)
    private CallerOptions caller = new CallerOptions();

    @ArgGroup(validate = false, order = 6)
    private AbsenceOption absence = new AbsenceOption();

    @ArgGroup(validate = false, order = 7, heading = "%nThe answer:%n")
    private AnswerOptions answer = new AnswerOptions();

    @ArgGroup(validate = false, order = 8, heading = "%nMany requests:%n")
    private CaseOptions cases = new CaseOptions();

    SimulateCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() {
        new OptionRules(spec.commandLine().getParseResult().matchedOptions()).check();
        Optional<String> file = cases.file();
        if (file.isPresent()) {
            return answerCases(file.get());
        }
        return account.isGiven() ? answerOfAccount() : answerOne();
    }

    private int answerCases(String file) {
        String name = InputFiles.name(file);
        LineReport report = new LineReport(name, "cases", cases.isChecked(), streams);
        try (InputStream in = new InputFiles(streams).open(file)) {
            new CaseRunner(name, cases.isChecked(), report, streams.out()).run(in);
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
        Optional<ExecRequest> shell =
                exec.isAsked() ? Optional.of(exec.request(request.caller(), caller, told, absence)) : Optional.empty();
        Request asked = shell.map(ExecRequest::toRequest).orElseGet(() -> plain(told));
        checkStandardInput(policies.files());
        PolicyFiles files = new PolicyFiles(new InputFiles(streams));
        PolicySet set = policies.read(files, asked.action());
        files.throwIfBroken();
        streams.complain(files.warnings());
        PolicyEngine engine = PolicyEngine.compile(set, files.sources());
        Optional<ExecDecision> joint = shell.map(it -> it.explain(engine));
        Answer result = new Answer(joint.map(ExecDecision::decision).orElseGet(() -> engine.explain(asked)), joint);
        streams.print(print(result, format));
        return answer.exitStatus(result.verdict(), spec.qualifiedName(), streams);
    }

    private int answerOfAccount() {
        Context told = facts.context();
        answer.expectation();
        Format format = answer.format();
        List<Resource> resources = request.resources();
        Action action = request.action();
        String who = request.principalText();
        checkStandardInput(policies.files());
        PolicyFiles files = new PolicyFiles(new InputFiles(streams));
        PolicySet more = policies.read(files, action);
        files.throwIfBroken();
        AccountSnapshot snapshot = account.read(streams);
        streams.complain(files.warnings());
        IamIdentity identity = Arguments.parsed("--principal", who, new AccountNames(snapshot)::identity);
        PolicySet set = AccountTargets.policies(snapshot, identity, action, resources, more);
        Map<AttachedPolicy, SourceMap> sources = new HashMap<>(snapshot.sources());
        sources.putAll(files.sources());
        Caller asking =
                AccountCalls.caller(snapshot, identity, who).complete().with(AccountTargets.tags(snapshot, resources));
        Caller informed = asking.with(told);
        Answer result = new Answer(
                PolicyEngine.compile(set, sources)
                        .explain(new Request(
                                informed.principal(),
                                action,
                                resources,
                                request.resourceAccount(),
                                informed.context(),
                                request.flags())),
                Optional.empty());
        boolean dependsOnTags = result.decision().undecided().stream()
                .flatMap(undecided -> undecided.facts().stream())
                .anyMatch(fact -> fact.key().folded().contains(":resourcetag/"));
        if (dependsOnTags) {
            account.warnOfTags(snapshot, AccountOptions.TAGGED, streams);
        }
        streams.print(print(result, format));
        return answer.exitStatus(result.verdict(), spec.qualifiedName(), streams);
    }

    private Request plain(Context told) {
        return new Request(
                request.principal(),
                request.action(),
                request.resources(),
                request.resourceAccount(),
                told,
                request.flags());
    }

    private String print(Answer result, Format format) {
        return switch (format) {
            case JSON -> DecisionJson.print(result) + "\n";
            case TEXT -> Visible.text(answer.isExplained() ? result.explanation() : result.lines());
        };
    }

    private static void checkStandardInput(List<String> files) {
        if (files.stream().filter(Streams.DASH::equals).count() > 1) {
            throw new UsageError("`-` is there twice: standard input holds one policy");
        }
    }
}
