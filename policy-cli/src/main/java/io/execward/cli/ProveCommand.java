// SPDX-License-Identifier: Apache-2.0
package io.execward.cli;

import io.execward.account.AccountSnapshot;
import io.execward.account.DocumentKind;
import io.execward.account.IamIdentity;
import io.execward.ecs.Caller;
import io.execward.model.Action;
import io.execward.model.Context;
import io.execward.model.PolicySet;
import io.execward.model.Principal;
import io.execward.proof.PolicyHolder;
import io.execward.proof.Proof;
import io.execward.proof.Property;
import io.execward.proof.Prover;
import io.execward.report.ProofReport;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code execward prove}: does this never happen? */
@Command(
        name = "prove",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        synopsisHeading = "Usage: ",
        customSynopsis = {
            "execward prove --account DIR PROPERTIES [--principal PATTERN]",
            "                      [--except PATTERN]",
            "       execward prove POLICIES PROPERTIES [--principal ARN]",
            "       execward prove --cases FILE [--check]"
        },
        descriptionHeading = "%n",
        description = {
            "Does this never happen? Asked is about all requests, not about some: the answer is HOLDS with the statements"
                    + " that see to it, FAILS with a request that is allowed, as an `execward simulate` command, or UNKNOWN with"
                    + " what stands in the way. UNKNOWN is no yes.",
            "",
            "With --account, every user and role of the documents is asked about, by name or all of them; otherwise one caller"
                    + " with the policies that you name. A policy whose text was not supplied makes UNKNOWN what it could decide."
        },
        optionListHeading = "%nOptions:%n",
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {
            "0:everything holds; all cases were answered, with --check as expected",
            "1:something fails or is not known; with --check, some case has another answer than expected",
            "2:the command line makes no sense, or names what the documents do not tell of",
            "3:a file cannot be read or is malformed, or output cannot be written"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  Can anybody but two roles get a shell in production, ever?",
            "    execward prove --account samples/account --no-shell-in prod \\",
            "      --except role/BreakGlass role/ProdSupport",
            "",
            "  Does this policy stay inside that one?",
            "    execward prove --identity samples/proof/after.json \\",
            "      --inside samples/proof/ceiling.json",
            "",
            "  Does it never open a session past ECS Exec?",
            "    execward prove --identity samples/quickstart/repaired.json \\",
            "      --never ssm:StartSession --on 'arn:aws:ecs:*:*:task/*'",
            "",
            "policy-cli/docs/prove.md describes what each property covers, property files and",
            "the JSON output."
        })
final class ProveCommand implements Callable<Integer> {
    /** Who calls if nobody is named; what follows from who it is, is not known then. */
    static final Caller SOMEBODY = Caller.of(Principal.of("arn:aws:iam::111122223333:role/caller"))
            .with(Context.builder()
                    .unknown("aws:PrincipalArn")
                    .unknown("aws:PrincipalAccount")
                    .unknown("aws:PrincipalType")
                    .unknown("aws:PrincipalIsAWSService")
                    .unknown("aws:username")
                    .unknownFamily("")
                    .build());

    private final Streams streams;

    @Spec
    private CommandSpec spec;

    @ArgGroup(validate = false, order = 0, heading = "%nThe properties:%n")
    private PropertyOptions properties = new PropertyOptions();

    @ArgGroup(validate = false, order = 1, heading = "%nThe account:%n")
    private AccountOptions account = new AccountOptions();

    @ArgGroup(
            validate = false,
            order = 2,
            heading = "%nOr the policies, of each layer that there is (FILE `-` is standard input):%n")
    private PolicyOptions policies = new PolicyOptions();

    @Option(
            names = "--principal",
            order = 3,
            arity = "1..*",
            paramLabel = "WHO",
            description = {
                "With --account: only these users and roles, by the patterns of --except. Otherwise the ARN of who has the"
                        + " policies; left out, anybody."
            })
    private List<String> principals = new ArrayList<>();

    @ArgGroup(validate = false, order = 4, heading = "%nThe answer:%n")
    private FormatOption format = new FormatOption();

    @ArgGroup(validate = false, order = 5)
    private BudgetOptions budget = new BudgetOptions();

    @ArgGroup(validate = false, order = 6, heading = "%nMany questions:%n")
    private CaseOptions cases = new CaseOptions();

    ProveCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() {
        GivenOptions given =
                new GivenOptions(spec.commandLine().getParseResult().matchedOptions());
        given.checkOnce();
        Optional<String> file = cases.file();
        if (file.isPresent()) {
            given.only(
                    option -> List.of("--cases", "--check", "--time-limit").contains(option),
                    "and --cases exclude each other: a case holds its question and its policies");
            return answerCases(file.get());
        }
        given.none("--check", "--check needs --cases");
        Format form = format.format();
        AskedProblems problems = new AskedProblems();
        InputFiles inputs = new InputFiles(streams);
        PolicyFiles files = new PolicyFiles(inputs);
        List<AskedProperty> asked = properties.read(inputs, problems);
        ProofReport report =
                account.isGiven() ? ofAccount(given, asked, files, problems) : ofPolicies(asked, files, problems);
        streams.print(form == Format.JSON ? report::json : report::text);
        return report.holds() ? ExitStatus.YES : ExitStatus.NO;
    }

    private ProofReport ofAccount(
            GivenOptions given, List<AskedProperty> asked, PolicyFiles files, AskedProblems problems) {
        if (given.options().stream().anyMatch(ProveCommand::isOfPolicies)) {
            throw new UsageError(
                    "--account and policy files exclude each other: the documents of the account tell them");
        }
        AccountSnapshot documents = account.read(streams);
        AskedMeaning meaning = new AskedMeaning(Optional.of(documents), files, problems);
        List<PolicyHolder> holders = holders(documents);
        String folder = account.name().orElseThrow();
        return report(
                asked, meaning, holders, Prover.of(budget.budget(), documents), ofAccount(folder), basis(documents));
    }

    private static List<String> ofAccount(String folder) {
        return folder.startsWith("-") ? List.of("--account=" + folder) : List.of("--account", folder);
    }

    private ProofReport ofPolicies(List<AskedProperty> asked, PolicyFiles files, AskedProblems problems) {
        if (policies.files().isEmpty()) {
            throw new UsageError(
                    "whose policies? name them, such as `--identity policy.json`, or an account with --account");
        }
        if (principals.size() > 1) {
            throw new UsageError("--principal: policies that are named one by one belong to one caller");
        }
        Caller caller = principals.isEmpty()
                ? SOMEBODY
                : Arguments.parsed("--principal", principals.get(0), text -> Caller.of(Principal.of(text)));
        if (principals.isEmpty()) {
            asked.stream().filter(each -> each.kind().isOfAccount()).findFirst().ifPresent(each -> {
                throw new UsageError(
                        "--principal is missing: `" + each.kind().word() + "` is about an account, so say whose"
                                + " policies they are, such as `--principal arn:aws:iam::111122223333:role/dev`");
            });
        }
        PolicySet set = policies.read(files, Action.of("ecs:ExecuteCommand"));
        AskedMeaning meaning = new AskedMeaning(Optional.empty(), files, problems);
        PolicyHolder holder = PolicyHolder.of(caller, set, files.sources());
        PolicyHolder shown = principals.isEmpty() ? holder.named("whoever has these policies") : holder;
        return report(
                asked,
                meaning,
                List.of(shown),
                Prover.of(budget.budget()),
                policies.words(),
                List.of("the policies that were named and no others: a layer that was not named plays no part"));
    }

    private ProofReport report(
            List<AskedProperty> asked,
            AskedMeaning meaning,
            List<PolicyHolder> holders,
            Prover prover,
            List<String> words,
            List<String> basis) {
        List<Optional<Property>> meant = asked.stream().map(meaning::property).toList();
        List<List<IamIdentity>> except = asked.stream().map(meaning::except).toList();
        meaning.problems().throwIfAny();
        meaning.files().throwIfBroken();
        streams.complain(meaning.files().warnings());
        List<ProofReport.Section> sections = new ArrayList<>();
        Set<String> all = new LinkedHashSet<>(basis);
        if (asked.stream().anyMatch(each -> !each.kind().isOfAccount())) {
            all.add(
                    "no policy of a resource takes part unless it was named: what one grants by itself, as those of buckets,"
                            + " keys and roles can, is not covered");
        }
        for (int i = 0; i < asked.size(); i++) {
            Property property = meant.get(i).orElseThrow();
            Proof proof = prover.prove(property, AskedMeaning.without(holders, except.get(i)));
            List<String> names =
                    except.get(i).stream().map(each -> each.arn().resource()).toList();
            sections.add(new ProofReport.Section(proof, names));
            meaning.untold(property)
                    .forEach(cluster -> all.add("no document tells of the cluster " + cluster
                            + ": what is said of it is said of this very ARN"));
        }
        return new ProofReport(sections, words, List.copyOf(all));
    }

    private List<PolicyHolder> holders(AccountSnapshot documents) {
        for (String text : principals) {
            if (documents.identities().stream().noneMatch(new NamePattern(text)::accepts)) {
                throw new UsageError("--principal: no user or role of the documents fits `" + text + "`");
            }
        }
        return documents.identities().stream()
                .filter(identity -> !PolicyHolder.isServiceLinked(identity))
                .filter(this::isWanted)
                .map(identity -> PolicyHolder.of(documents, identity))
                .toList();
    }

    private boolean isWanted(IamIdentity identity) {
        return principals.isEmpty() || principals.stream().anyMatch(text -> new NamePattern(text).accepts(identity));
    }

    private static List<String> basis(AccountSnapshot documents) {
        List<String> all = new ArrayList<>();
        if (!documents.supplied().contains(DocumentKind.ACCOUNT_AUTHORIZATION_DETAILS)) {
            all.add("users, roles and policies were not supplied, so nobody was asked about and nothing is proved");
        }
        if (!documents.supplied().contains(DocumentKind.SERVICE_CONTROL_POLICIES)) {
            all.add(
                    "service control policies were not supplied: what holds, holds without them; what fails may fail only"
                            + " for want of them");
        }
        long linked = documents.identities().stream()
                .filter(PolicyHolder::isServiceLinked)
                .count();
        if (linked > 0) {
            all.add("service-linked roles were not asked about (" + linked
                    + " left out): only AWS services can assume them");
        }
        all.add("the root user was not asked about: of the policies here only those of the organization bind it");
        all.add(
                "what people may do through roles that they can assume stands with those roles; who may assume those that"
                        + " are excepted was not asked");
        all.add("policies, trust and membership are those of the documents: who may change them was not asked about");
        all.add("session policies and policies of VPC endpoints play no part: they could only take away");
        return all;
    }

    private static boolean isOfPolicies(OptionSpec option) {
        return option.group() != null && option.group().typeInfo().getType() == PolicyOptions.class;
    }

    private int answerCases(String file) {
        String name = InputFiles.name(file);
        LineReport report = new LineReport(name, "cases", cases.isChecked(), streams);
        try (InputStream in = new InputFiles(streams).open(file)) {
            new AnalysisRunner(name, cases.isChecked(), budget.budget(), report, streams.out()).run(in);
        } catch (IOException e) {
            throw new InputError("error: cannot read " + name + ": " + InputFiles.reason(e));
        }
        report.close();
        return report.exitStatus();
    }
}
