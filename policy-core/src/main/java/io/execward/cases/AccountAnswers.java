// SPDX-License-Identifier: Apache-2.0
package io.execward.cases;

import io.execward.account.AccountSnapshot;
import io.execward.account.DocumentKind;
import io.execward.account.EcsTask;
import io.execward.account.IamIdentity;
import io.execward.audit.EventMatches;
import io.execward.audit.EventQuestion;
import io.execward.ecs.Caller;
import io.execward.ecs.Container;
import io.execward.ecs.ExecDecision;
import io.execward.ecs.ExecRequest;
import io.execward.ecs.ResourceEngines;
import io.execward.evaluate.Decision;
import io.execward.evaluate.DecisionPrinter;
import io.execward.evaluate.Fact;
import io.execward.evaluate.Undecided;
import io.execward.evaluate.Verdict;
import io.execward.json.JsonString;
import io.execward.json.JsonValue;
import io.execward.model.Context;
import io.execward.model.Request;
import io.execward.readiness.ContainerChoice;
import io.execward.readiness.Finding;
import io.execward.readiness.Readiness;
import io.execward.readiness.ReadinessOptions;
import io.execward.readiness.ReadinessReport;
import io.execward.readiness.Severity;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * Answers questions about an account, by its documents alone (R-EXEC-141). The context of a question is complete: what is neither
 * named nor derived is absent.
 */
public final class AccountAnswers implements Question.Cases<QuestionAnswer> {
    private final AccountSnapshot account;
    private final Map<EventQuestion, EventMatches> matches;
    /** Those of each principal that was asked about, by ARN. */
    private final Map<String, ResourceEngines> engines;

    private AccountAnswers(
            AccountSnapshot account, Map<EventQuestion, EventMatches> matches, Map<String, ResourceEngines> engines) {
        this.account = account;
        this.matches = Map.copyOf(matches);
        this.engines = engines;
    }

    /** Answers about this account, of whose trail nothing is known. */
    public static AccountAnswers of(AccountSnapshot account) {
        return new AccountAnswers(account, Map.of(), new ConcurrentHashMap<>());
    }

    /** The same with what the trail tells, for each question about it. */
    public AccountAnswers knowing(Map<EventQuestion, EventMatches> all) {
        return new AccountAnswers(account, all, engines);
    }

    /**
     * The answer to a question.
     *
     * @throws CaseException if it names what the documents do not tell of, or asks about documents that were not supplied
     */
    public QuestionAnswer answer(Question question) {
        return question.ask().match(this);
    }

    /**
     * Why the answer is what it is, for people: the explained decision of a question about a call; empty for other questions, whose
     * answers say all.
     *
     * @throws CaseException as {@link #answer} does
     */
    public Optional<String> explanation(Question question) {
        return question.ask().match(new Explanations());
    }

    private final class Explanations implements Question.Cases<Optional<String>> {
        @Override
        public Optional<String> exec(Question.Exec ask) {
            return Optional.of(decision(ask).print());
        }

        @Override
        public Optional<String> action(Question.Act ask) {
            return Optional.of(DecisionPrinter.print(decision(ask)));
        }

        @Override
        public Optional<String> readiness(Question.Ready ask) {
            return Optional.empty();
        }

        @Override
        public Optional<String> events(Question.Events ask) {
            return Optional.empty();
        }

        @Override
        public Optional<String> client(Question.Client ask) {
            return Optional.empty();
        }
    }

    @Override
    public QuestionAnswer exec(Question.Exec ask) {
        ExecDecision decision = decision(ask);
        QuestionAnswer answer = verdict(decision.verdict());
        if (decision.clusterCheck().isPresent()) {
            answer = answer.with(
                    "clusterCheck", word(decision.clusterCheck().get().verdict()));
        }
        answer = answer.with("taskCheck", word(decision.taskCheck().verdict()));
        return undecided(answer, decision.decision().undecided());
    }

    @Override
    public QuestionAnswer action(Question.Act ask) {
        Decision decision = decision(ask);
        return undecided(verdict(decision.verdict()), decision.undecided());
    }

    private ExecDecision decision(Question.Exec ask) {
        IamIdentity identity = identity(ask.principal());
        EcsTask task = task(ask.task(), ask.cluster());
        String container = container(task, ask.container(), ask.task());
        Caller caller = caller(ask.principal(), identity, ask.context());
        ExecRequest request = AccountCalls.tagged(
                account, ExecRequest.of(caller, task.cluster(), task.arn(), Container.named(container)), task);
        return request.explain(engines(identity));
    }

    private Decision decision(Question.Act ask) {
        IamIdentity identity = identity(ask.principal());
        Caller caller = caller(ask.principal(), identity, ask.context());
        Request request = new Request(
                caller.principal(),
                ask.action(),
                List.of(ask.resource()),
                Optional.empty(),
                caller.context(),
                caller.flags());
        return AccountCalls.engine(account, identity, engines(identity), ask.action(), ask.resource())
                .explain(request);
    }

    @Override
    public QuestionAnswer readiness(Question.Ready ask) {
        EcsTask task = task(ask.task(), ask.cluster());
        ContainerChoice choice = ask.container()
                .map(name -> ContainerChoice.named(container(task, Optional.of(name), ask.task())))
                .orElse(ContainerChoice.omitted());
        Readiness readiness = ReadinessReport.of(
                        account, List.of(task), ReadinessOptions.defaults().with(choice))
                .containers()
                .get(0);
        return new QuestionAnswer(new QuestionAnswer.Word(readiness.isReady() ? "READY" : "NOT_READY"))
                .with("blockers", codes(readiness.blockers()))
                .with("warnings", codes(readiness.warnings()));
    }

    @Override
    public QuestionAnswer events(Question.Events ask) {
        EventMatches found = matches.get(ask.question());
        if (found == null) {
            throw new CaseException(
                    0,
                    "the documents hold no CloudTrail records: add a trail file to the folder, or to the command `--trail FILE`");
        }
        return new QuestionAnswer(
                switch (ask.answerAs()) {
                    case COUNT -> new QuestionAnswer.Count(found.count());
                    case EVENT_IDS -> new QuestionAnswer.Words(found.eventIds());
                    case PRINCIPALS -> new QuestionAnswer.Words(found.principals());
                });
    }

    @Override
    public QuestionAnswer client(Question.Client ask) {
        if (account.client().isEmpty()) {
            throw new CaseException(
                    0,
                    "the documents do not tell what is installed where the caller calls from: add "
                            + DocumentKind.CLIENT_ENVIRONMENT.madeBy());
        }
        ReadinessReport report = ReadinessReport.of(account, List.of(), ReadinessOptions.defaults());
        return new QuestionAnswer(codes(report.client().findings().stream()
                .filter(finding -> finding.severity() == Severity.BLOCKER)
                .toList()));
    }

    private ResourceEngines engines(IamIdentity identity) {
        return engines.computeIfAbsent(identity.arn().toString(), arn -> account.engines(identity));
    }

    private Caller caller(JsonValue who, IamIdentity identity, Context context) {
        return AccountCalls.caller(account, identity, text(who)).complete().with(context);
    }

    private IamIdentity identity(JsonValue who) {
        return at(who, () -> new AccountNames(account).identity(text(who)));
    }

    private EcsTask task(JsonValue task, Optional<JsonValue> cluster) {
        return at(task, () -> new AccountNames(account).task(text(task), cluster.map(AccountAnswers::text)));
    }

    private String container(EcsTask task, Optional<JsonValue> name, JsonValue place) {
        return at(name.orElse(place), () -> new AccountNames(account).container(task, name.map(AccountAnswers::text)));
    }

    private static <T> T at(JsonValue place, Supplier<T> found) {
        try {
            return found.get();
        } catch (IllegalArgumentException e) {
            throw CaseException.at(place, String.valueOf(e.getMessage()));
        }
    }

    private static String text(JsonValue value) {
        return value instanceof JsonString string ? string.value() : "";
    }

    private static QuestionAnswer verdict(Verdict verdict) {
        return new QuestionAnswer(word(verdict));
    }

    private static QuestionAnswer.Word word(Verdict verdict) {
        return new QuestionAnswer.Word(verdict.name());
    }

    /** With a verdict that depends on what was not supplied, what that is. */
    private static QuestionAnswer undecided(QuestionAnswer answer, Optional<Undecided> undecided) {
        return undecided
                .map(why -> answer.with(
                        "dependsOn",
                        new QuestionAnswer.Words(
                                why.facts().stream().map(Fact::toString).toList())))
                .orElse(answer);
    }

    private static QuestionAnswer.Words codes(Collection<Finding> findings) {
        TreeSet<String> codes = new TreeSet<>();
        findings.forEach(finding -> codes.add(finding.rule().name()));
        return new QuestionAnswer.Words(new ArrayList<>(codes));
    }
}
