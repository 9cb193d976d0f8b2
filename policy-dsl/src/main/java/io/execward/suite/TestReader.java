// SPDX-License-Identifier: Apache-2.0
package io.execward.suite;

import io.execward.account.AccountSnapshot;
import io.execward.diagnostic.SourceSpan;
import io.execward.ecs.Caller;
import io.execward.lang.Outcome;
import io.execward.lang.Reference;
import io.execward.lang.ResourceType;
import io.execward.lang.TestBlock;
import io.execward.lang.TestItem;
import io.execward.lang.Text;
import io.execward.lang.Values;
import io.execward.model.ConditionKey;
import io.execward.model.PolicyKind;
import io.execward.model.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads one test block: what is given, who calls, under what, and what is expected, in the order of writing. */
final class TestReader implements TestItem.Cases<Boolean> {
    private final TestBlock block;
    private final Meaning names;
    private final PolicyChoice choice;
    private final BiFunction<SourceSpan, String, AccountSnapshot> accounts;
    private final Complaints complaints;
    private final Givens givens = new Givens();
    private final Callers callers;
    private final List<Expectation> expectations = new ArrayList<>();
    private final Map<List<VisiblePolicy>, Judges> judges = new HashMap<>();
    private int expected;
    private @Nullable Caller caller;
    private @Nullable List<VisiblePolicy> under;

    /** @param accounts reads the documents of an account in a folder that is named at this place */
    TestReader(
            TestBlock block,
            Meaning names,
            PolicyChoice choice,
            BiFunction<SourceSpan, String, AccountSnapshot> accounts,
            Complaints complaints) {
        this.block = block;
        this.names = names;
        this.choice = choice;
        this.accounts = accounts;
        this.complaints = complaints;
        this.callers = new Callers(names, givens, complaints);
    }

    List<Expectation> read() {
        // What exists holds for the whole test, wherever it stands.
        block.items().stream().filter(TestReader::isGiven).forEach(this::item);
        block.items().stream().filter(item -> !isGiven(item)).forEach(this::item);
        if (expected == 0) {
            complaints.error(
                    "TEST-09",
                    block.name().span(),
                    "the test `" + block.name().value() + "` expects nothing",
                    "add an expectation: `expect exec into task \"…\" is denied`");
        }
        return List.copyOf(expectations);
    }

    private static boolean isGiven(TestItem item) {
        return item instanceof TestItem.Given || item instanceof TestItem.GivenAccount;
    }

    private void item(TestItem item) {
        complaints.at(item.span(), () -> item.match(this));
    }

    @Override
    public Boolean given(TestItem.Given given) {
        ResourceType type = given.thing()
                .type()
                .orElseThrow(() -> new IllegalArgumentException("say what is given, such as a task or a cluster"));
        Givens.Thing thing = new Facts(given).thing();
        for (String arn : names.arns(type, given.thing().values())) {
            if (!givens.add(arn, thing)) {
                throw complaints.fatal(
                        "TEST-05",
                        given.span(),
                        "`" + arn + "` is given twice",
                        "say all that is known of it in one place");
            }
        }
        return true;
    }

    @Override
    public Boolean account(TestItem.GivenAccount given) {
        if (givens.account().isPresent()) {
            throw complaints.fatal("TEST-05", given.span(), "a second account is given", "keep one of the two");
        }
        givens.account(accounts.apply(given.folder().span(), names.text(given.folder())));
        return true;
    }

    @Override
    public Boolean as(TestItem.As as) {
        caller = null; // If this one cannot be read, the one before does not stand in.
        caller = callers.of(as);
        return true;
    }

    @Override
    public Boolean under(TestItem.Under chosen) {
        under = List.of();
        under = choice.named(chosen);
        return true;
    }

    @Override
    public Boolean expect(TestItem.Expect expect) {
        expected++;
        add(expect, needed(expect.span()));
        return true;
    }

    @Override
    public Boolean table(TestItem.ExpectTable table) {
        expected++;
        for (Tables.Written row : new Tables(table, complaints).rows()) {
            complaints.at(row.expect().span(), () -> {
                Caller calls = row.caller()
                        .map(value -> callers.of(
                                names.arns(new Reference(
                                                value.span(),
                                                Optional.empty(),
                                                new Values(value.span(), List.of(value))))
                                        .get(0),
                                Optional.empty()))
                        .orElseGet(() -> needed(table.span()));
                add(row.expect(), calls);
            });
        }
        return true;
    }

    private Caller needed(SourceSpan span) {
        Caller known = caller;
        if (known == null) {
            throw complaints.fatal(
                    "TEST-04",
                    span,
                    "nobody calls",
                    "say who, before the expectation: `as role \"OnCall\" session \"alice\"`");
        }
        return known;
    }

    private void add(TestItem.Expect expect, Caller base) {
        Parts parts = new Parts(expect.operation(), names, complaints);
        Caller calls = callers.with(base, parts.facts());
        List<VisiblePolicy> chosen = under == null ? choice.standard(calls, expect.span()) : under;
        Judges judge = judges.computeIfAbsent(chosen, it -> PolicyChoice.judges(it, givens.keyPolicies()));
        Calls reader = new Calls(parts, calls, givens, complaints);
        Call call = reader.of(expect.operation(), judge.policies());
        Expected outcome = outcome(expect.outcome().verdict());
        if (!reader.isWhole() && outcome == Expected.ALLOWED) {
            throw complaints.fatal(
                    "TEST-11",
                    expect.operation().span(),
                    "nothing tells what roles are passed, each of which needs iam:PassRole (R-EXEC-36)",
                    "name them: `role \"web-task\"`, or `role none`; or give the task definition with its roles");
        }
        expectations.add(new Expectation(
                block.name().value(),
                expect.span(),
                base,
                call,
                outcome,
                missing(expect, outcome),
                expect.outcome().because().map(reason -> because(reason, chosen)),
                judge));
    }

    private static Expected outcome(Outcome.Verdict verdict) {
        return switch (verdict) {
            case ALLOWED -> Expected.ALLOWED;
            case DENIED -> Expected.DENIED;
            case EXPLICITLY_DENIED -> Expected.EXPLICITLY_DENIED;
            case IMPLICITLY_DENIED -> Expected.IMPLICITLY_DENIED;
            case UNDECIDED -> Expected.UNDECIDED;
        };
    }

    private List<MissingFact> missing(TestItem.Expect expect, Expected outcome) {
        List<Outcome.Missing> without = expect.outcome().without();
        if (!without.isEmpty() && outcome != Expected.UNDECIDED) {
            throw complaints.fatal(
                    "TEST-12",
                    without.get(0).span(),
                    "only what is undecided is so without something",
                    "write `undecided without …`, or leave `without` out");
        }
        return without.stream().map(TestReader::missing).toList();
    }

    private static MissingFact missing(Outcome.Missing missing) {
        String detail = missing.detail().map(word -> word.text()).orElse("");
        return switch (missing.kind()) {
            case TASK_TAG -> tag(missing, detail, "task");
            case CLUSTER_TAG -> tag(missing, detail, "cluster");
            case CALLER_TAG -> fact(missing, "aws:PrincipalTag/" + detail);
            case CONTAINER -> fact(missing, "ecs:container-name");
            case MFA -> fact(missing, "aws:MultiFactorAuthPresent", "aws:MultiFactorAuthAge");
            case ADDRESS -> fact(missing, "aws:SourceIp");
            case TIME -> fact(missing, "aws:CurrentTime", "aws:EpochTime");
            case KEY -> fact(missing, detail);
        };
    }

    private static MissingFact tag(Outcome.Missing missing, String key, String type) {
        return new MissingFact(
                missing.span().text(),
                List.of(ConditionKey.of("aws:ResourceTag/" + key), ConditionKey.of("ecs:ResourceTag/" + key)),
                Optional.of(type));
    }

    private static MissingFact fact(Outcome.Missing missing, String... keys) {
        return new MissingFact(
                missing.span().text(),
                List.of(keys).stream().map(ConditionKey::of).toList(),
                Optional.empty());
    }

    private Because because(Outcome.Reason reason, List<VisiblePolicy> chosen) {
        Optional<PolicyKind> layer = reason.layer();
        if (layer.isPresent()
                && chosen.stream().noneMatch(policy -> policy.tested().kind() == layer.get())) {
            throw complaints.fatal(
                    "TEST-08",
                    reason.span(),
                    "the test is under no " + layer.get().text() + ", so that it decides nothing",
                    "name the policies with `under`, or expect another reason");
        }
        if (reason.name().isEmpty()) {
            return new Because.Layer(layer.orElseThrow());
        }
        Text name = reason.name().get();
        List<String> known = chosen.stream()
                .filter(policy ->
                        layer.map(kind -> policy.tested().kind() == kind).orElse(true))
                .flatMap(policy -> Stream.concat(
                        Stream.of(policy.tested().name()),
                        policy.tested().policy().statements().stream()
                                .map(Statement::sid)
                                .flatMap(Optional::stream)))
                .distinct()
                .toList();
        if (!known.contains(name.value())) {
            throw complaints.fatal(
                    "TEST-08",
                    name.span(),
                    "`" + name.value() + "` is neither a Sid nor a policy that the test is under",
                    Complaints.suggestion(name.value(), known, "the test is under no policy"));
        }
        return new Because.Named(name.value(), layer);
    }

    /** What is told of a thing that is given. */
    private final class Facts {
        private final TestItem.Given given;
        private Optional<Map<String, String>> tags = Optional.empty();
        private final Map<ResourceType, List<String>> related = new HashMap<>();

        Facts(TestItem.Given given) {
            this.given = given;
            given.facts().forEach(this::add);
        }

        private void add(TestItem.Fact fact) {
            if (fact instanceof TestItem.Fact.Tagged tagged) {
                once(tags.isEmpty(), fact);
                tags = Optional.of(names.tags(tagged.tags()));
            } else if (fact instanceof TestItem.Fact.Related other) {
                ResourceType type = other.reference().type().orElseThrow();
                List<String> values = type == ResourceType.CONTAINER
                        ? names.texts(other.reference().values())
                        : names.arns(type, other.reference().values());
                once(related.put(type, values) == null, fact);
            } else {
                throw complaints.fatal(
                        "TEST-06",
                        fact.span(),
                        "no verdict depends on whether exec is enabled on what exists",
                        "leave it out; of a launch it is said in the expectation");
            }
        }

        private void once(boolean first, TestItem.Fact fact) {
            if (!first) {
                throw complaints.fatal("TEST-05", fact.span(), "this is said twice", "keep one of the two");
            }
        }

        Givens.Thing thing() {
            ResourceType type = given.thing().type().orElseThrow();
            Givens.Thing thing = new Givens.Thing(
                    tags,
                    take(type, ResourceType.TASK, ResourceType.CONTAINER),
                    take(type, ResourceType.TASK, ResourceType.CLUSTER)
                            .or(() -> take(type, ResourceType.SERVICE, ResourceType.CLUSTER))
                            .map(all -> all.get(0)),
                    take(type, ResourceType.CLUSTER, ResourceType.KEY).map(all -> all.get(0)),
                    take(type, ResourceType.TASK_DEFINITION, ResourceType.ROLE));
            if (!related.isEmpty()) {
                throw complaints.fatal(
                        "TEST-06",
                        given.span(),
                        "a " + type.word() + " has no "
                                + related.keySet().iterator().next().word() + " here",
                        "a task has containers and a cluster, a cluster a key, a task-definition roles");
            }
            return thing;
        }

        private Optional<List<String>> take(ResourceType actual, ResourceType of, ResourceType what) {
            return actual == of ? Optional.ofNullable(related.remove(what)) : Optional.empty();
        }
    }
}
