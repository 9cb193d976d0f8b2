// SPDX-License-Identifier: Apache-2.0
package io.execward.lang;

import io.execward.diagnostic.SourceSpan;
import io.execward.dsl.ExecPolicy;
import io.execward.dsl.Place;
import io.execward.dsl.Sentence;
import io.execward.ecs.ClusterArn;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Sentences about ECS Exec, said again in Java: what they mean is told in one place, and what cannot be meant is refused there. A part
 * that is refused is reported and left out; the policy is then never used.
 */
final class SentenceLowering {
    private final Names names;
    private final Problems problems;
    private final SentenceParts parts;

    SentenceLowering(Names names, Problems problems) {
        this.names = names;
        this.problems = problems;
        this.parts = new SentenceParts(names, problems);
    }

    /** The sentence; empty if something is wrong with it, which is reported. */
    Optional<Sentence> lower(Stmt.AllowExec statement) {
        Optional<ExecPolicy.AllowExec> grant = parts.clusters(statement.clusters())
                .flatMap(list -> parts.said(
                        statement.clusters().span(),
                        () -> ExecPolicy.allowExec()
                                .inCluster(list.get(0), SentenceParts.rest(list, ClusterArn[]::new))));
        for (Limit limit : statement.limits()) {
            grant = limit(grant, limit);
        }
        for (GrantOption option : statement.options()) {
            grant = option(grant, option);
        }
        return grant.map(sentence -> sentence);
    }

    /** What follows is looked at even if what came before is wrong. */
    private Optional<ExecPolicy.AllowExec> limit(Optional<ExecPolicy.AllowExec> grant, Limit limit) {
        ExecPolicy.AllowExec before = grant.orElseGet(SentenceLowering::somewhere);
        Optional<ExecPolicy.AllowExec> after = limit.match(new LimitReader(before));
        return grant.isPresent() ? after : Optional.empty();
    }

    private Optional<ExecPolicy.AllowExec> option(Optional<ExecPolicy.AllowExec> grant, GrantOption option) {
        ExecPolicy.AllowExec before = grant.orElseGet(SentenceLowering::somewhere);
        Optional<ExecPolicy.AllowExec> after = option.match(
                closed -> Optional.of(before.closingSideDoors()),
                listing -> Optional.of(before.withListing()),
                silent -> Optional.of(before.withoutDescribing()),
                encrypted -> parts.key(encrypted.key()).map(before::encryptedWith));
        return grant.isPresent() ? after : Optional.empty();
    }

    private static ExecPolicy.AllowExec somewhere() {
        return ExecPolicy.allowExec().inCluster(new ClusterArn("aws", "us-east-1", "111122223333", "nowhere"));
    }

    /** Answers with the grant as far as it is said. */
    private final class LimitReader implements Limit.Cases<Optional<ExecPolicy.AllowExec>> {
        private final ExecPolicy.AllowExec grant;

        LimitReader(ExecPolicy.AllowExec grant) {
            this.grant = grant;
        }

        @Override
        public Optional<ExecPolicy.AllowExec> tag(Limit.Tag limit) {
            String key = limit.key().text();
            if (limit.values().isEmpty()) {
                return parts.said(
                        limit.span(),
                        () -> limit.onCluster()
                                ? grant.onlyClustersTaggedAsCaller(key)
                                : grant.onlyTasksTaggedAsCaller(key));
            }
            return parts.texts(
                    limit.values().get(),
                    (first, more) -> limit.onCluster()
                            ? grant.onlyClustersTagged(key, first, more)
                            : grant.onlyTasksTagged(key, first, more));
        }

        @Override
        public Optional<ExecPolicy.AllowExec> container(Limit.Container limit) {
            return parts.texts(limit.names(), grant::onlyContainer);
        }

        @Override
        public Optional<ExecPolicy.AllowExec> mfa(Limit.Mfa limit) {
            return parts.said(
                    limit.span(), () -> grant.onlyWithMfaYoungerThan(limit.age().duration()));
        }

        @Override
        public Optional<ExecPolicy.AllowExec> from(Limit.From limit) {
            return parts.texts(limit.addresses(), grant::onlyFrom);
        }

        @Override
        public Optional<ExecPolicy.AllowExec> through(Limit.Through limit) {
            return parts.texts(limit.endpoints(), grant::onlyThrough);
        }

        @Override
        public Optional<ExecPolicy.AllowExec> time(Limit.Time limit) {
            return parts.instant(limit.time())
                    .flatMap(time -> parts.said(
                            limit.span(), () -> limit.end() ? grant.onlyUntil(time) : grant.onlyNotBefore(time)));
        }
    }

    Optional<Sentence> lower(Stmt.OwnSessions statement) {
        Settings settings = names.settings();
        SourceSpan span = statement.span();
        List<Item.Setting.Kind> needed = statement.anyRegion()
                ? List.of(Item.Setting.Kind.PARTITION, Item.Setting.Kind.ACCOUNT)
                : List.of(Item.Setting.Kind.PARTITION, Item.Setting.Kind.REGION, Item.Setting.Kind.ACCOUNT);
        if (!settings.has(needed, span, problems)) {
            return Optional.empty();
        }
        return parts.said(span, () -> {
            Place place = Place.of(
                    settings.known(Item.Setting.Kind.PARTITION),
                    statement.anyRegion() ? "*" : settings.known(Item.Setting.Kind.REGION),
                    settings.known(Item.Setting.Kind.ACCOUNT));
            return statement.ofRoles()
                    ? ExecPolicy.allowEndingOwnSessions().ofRoles(place)
                    : ExecPolicy.allowEndingOwnSessions().ofUsers(place);
        });
    }

    Optional<Sentence> lower(Stmt.DenyExec statement) {
        ExecPolicy.NeedsReach denial = ExecPolicy.denyExec();
        int before = problems.errorCount();
        Optional<ExecPolicy.DenyExec> said = Optional.empty();
        List<Reach.ExceptFor> exceptions = new ArrayList<>();
        for (Reach reach : statement.reach()) {
            if (reach instanceof Reach.ExceptFor exception) {
                exceptions.add(exception);
                continue;
            }
            Optional<ExecPolicy.DenyExec> more = reach.match(
                    new ReachReader(said.<ExecPolicy.NeedsReach>map(it -> it).orElse(denial)));
            said = more.isPresent() ? more : said;
        }
        if (said.isEmpty() && problems.errorCount() == before) {
            problems.error(
                    "LANG-031",
                    statement.span(),
                    "the denial does not say where",
                    "write `anywhere`, or `in cluster …` or `into container …` before `except for`");
        }
        Optional<ExecPolicy.DenyExec> whole = said;
        for (Reach.ExceptFor exception : exceptions) {
            whole = whole.flatMap(sentence -> parts.roles(exception)
                    .flatMap(roles -> parts.said(exception.span(), () -> sentence.exceptFor(roles))));
        }
        return problems.errorCount() == before ? whole.map(sentence -> sentence) : Optional.empty();
    }

    private final class ReachReader implements Reach.Cases<Optional<ExecPolicy.DenyExec>> {
        private final ExecPolicy.NeedsReach denial;

        ReachReader(ExecPolicy.NeedsReach denial) {
            this.denial = denial;
        }

        @Override
        public Optional<ExecPolicy.DenyExec> containers(Reach.Containers reach) {
            return parts.texts(reach.names(), reach.except() ? denial::intoContainersExcept : denial::intoContainer);
        }

        @Override
        public Optional<ExecPolicy.DenyExec> clusters(Reach.Clusters reach) {
            return parts.clusters(reach.clusters())
                    .flatMap(list -> parts.said(reach.span(), () -> {
                        ClusterArn[] more = SentenceParts.rest(list, ClusterArn[]::new);
                        return reach.except()
                                ? denial.inClustersExcept(list.get(0), more)
                                : denial.inCluster(list.get(0), more);
                    }));
        }

        @Override
        public Optional<ExecPolicy.DenyExec> withoutMfa(Reach.WithoutMfa reach) {
            return parts.said(
                    reach.span(), () -> denial.withoutMfaYoungerThan(reach.age().duration()));
        }

        @Override
        public Optional<ExecPolicy.DenyExec> anywhere(Reach.Anywhere reach) {
            return Optional.of(denial.anywhere());
        }

        @Override
        public Optional<ExecPolicy.DenyExec> exceptFor(Reach.ExceptFor reach) {
            return Optional.empty();
        }
    }

    Optional<Sentence> lower(Stmt.DenyLaunch statement) {
        int before = problems.errorCount();
        if (statement.omitted().size() != 1) {
            problems.error(
                    "LANG-031",
                    statement.span(),
                    statement.omitted().isEmpty()
                            ? "the denial does not say what happens to a launch that leaves the flag out"
                            : "the denial says twice what happens to a launch that leaves the flag out",
                    "write `omitted flag passes` or `omitted flag is refused`, once");
        }
        boolean passes =
                !statement.omitted().isEmpty() && statement.omitted().get(0).passes();
        ExecPolicy.LaunchGuard guard = passes
                ? ExecPolicy.denyLaunchWithExec().omittedFlagPasses()
                : ExecPolicy.denyLaunchWithExec().omittedFlagIsRefused();
        for (Values values : statement.clusters()) {
            ExecPolicy.LaunchGuard sentence = guard;
            guard = parts.clusters(values)
                    .flatMap(list -> parts.said(
                            values.span(),
                            () -> sentence.inCluster(list.get(0), SentenceParts.rest(list, ClusterArn[]::new))))
                    .orElse(sentence);
        }
        guard = except(guard, statement.exceptions());
        return problems.errorCount() == before ? Optional.of(guard) : Optional.empty();
    }

    Optional<Sentence> lower(Stmt.DenySessions statement) {
        int before = problems.errorCount();
        Optional<ExecPolicy.SessionGuard> guard =
                statement.clusters().map(this::sessionsOf).orElseGet(() -> sessionsAnywhere(statement.span()));
        guard = guard.map(sentence -> except(sentence, statement.exceptions()));
        return problems.errorCount() == before ? guard.map(sentence -> sentence) : Optional.empty();
    }

    private Optional<ExecPolicy.SessionGuard> sessionsAnywhere(SourceSpan span) {
        Settings settings = names.settings();
        return settings.has(List.of(Item.Setting.Kind.PARTITION), span, problems)
                ? parts.said(
                        span,
                        () -> ExecPolicy.denyDirectSessions().onAnyTask(settings.known(Item.Setting.Kind.PARTITION)))
                : Optional.empty();
    }

    private Optional<ExecPolicy.SessionGuard> sessionsOf(Values values) {
        Optional<List<ClusterArn>> list = parts.clusters(values);
        if (list.isPresent() && list.get().size() > 1) {
            problems.error(
                    "LANG-025",
                    values.span(),
                    "the sentence is about the tasks of one cluster",
                    "write a sentence for each cluster, or `on any task`");
            return Optional.empty();
        }
        return list.map(one -> ExecPolicy.denyDirectSessions().onTasksOf(one.get(0)));
    }

    Optional<Sentence> lower(Stmt.ProtectTags statement) {
        int before = problems.errorCount();
        List<String> keys = statement.keys().stream().map(Word::text).toList();
        Optional<ExecPolicy.TagGuard> guard = parts.said(
                statement.span(), () -> ExecPolicy.protectTags(keys.get(0), SentenceParts.rest(keys, String[]::new)));
        guard = guard.map(sentence -> statement.onPrincipals() ? sentence.onPrincipalsToo() : sentence)
                .map(sentence -> except(sentence, statement.exceptions()));
        return problems.errorCount() == before ? guard.map(sentence -> sentence) : Optional.empty();
    }

    // What sentences are made of

    private <S extends ExecPolicy.Exceptable<S>> S except(S guard, List<Reach.ExceptFor> exceptions) {
        S sentence = guard;
        for (Reach.ExceptFor exception : exceptions) {
            S before = sentence;
            sentence = parts.roles(exception)
                    .flatMap(roles -> parts.said(exception.span(), () -> before.exceptFor(roles)))
                    .orElse(before);
        }
        return sentence;
    }
}
