// SPDX-License-Identifier: Apache-2.0
package io.execward.dsl;

import static org.assertj.core.api.Assertions.assertThat;

import io.execward.diagnostic.Source;
import io.execward.ecs.Caller;
import io.execward.ecs.ClusterArn;
import io.execward.ecs.Container;
import io.execward.ecs.ExecRequest;
import io.execward.ecs.TaskArn;
import io.execward.evaluate.PolicyEngine;
import io.execward.evaluate.Verdict;
import io.execward.json.PolicyJson;
import io.execward.model.Policy;
import io.execward.model.PolicyKind;
import io.execward.model.PolicySet;
import io.execward.model.Principal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Predicate;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/**
 * A sentence means what it says in English. The meaning of each step is said again here, over plain facts and without policies; the
 * sentence is printed, read, compiled and asked.
 */
class SentenceProperties {
    private static final List<String> NAMES = List.of("app", "worker", "vault");
    private static final List<String> CLUSTERS = List.of("dev", "prod", "prod-copy");
    private static final List<String> TEAMS = List.of("payments", "search");
    private static final Instant NOON = Instant.parse("2030-06-01T12:00:00Z");

    /** What happens, in plain facts. */
    private record Call(
            String cluster,
            boolean shortArn,
            Optional<String> container,
            Map<String, String> clusterTags,
            Map<String, String> taskTags,
            Map<String, String> callerTags,
            Optional<Duration> mfa,
            String address,
            Instant time) {
        ExecRequest request() {
            ClusterArn where = Examples.HERE.cluster(cluster);
            TaskArn task = shortArn ? Examples.SHORT_TASK : where.task(Examples.TASK.id());
            Caller caller = Caller.of(Principal.of("arn:aws:iam::111122223333:role/R"))
                    .tagged(callerTags)
                    .from(address)
                    .at(time)
                    .complete();
            Caller withMfa = mfa.map(caller::withMfa).orElse(caller.withoutMfaKeys());
            Container into = container.map(Container::named).orElse(Container.omittedAndAbsent());
            return ExecRequest.of(withMfa, where, task, into)
                    .clusterTagged(clusterTags)
                    .taskTagged(taskTags);
        }
    }

    private static Call call(Random random) {
        return new Call(
                pick(random, CLUSTERS),
                random.nextInt(4) == 0,
                random.nextInt(5) == 0 ? Optional.empty() : Optional.of(pick(random, NAMES)),
                tags(random),
                tags(random),
                tags(random),
                random.nextInt(4) == 0 ? Optional.empty() : Optional.of(Duration.ofMinutes(random.nextInt(30))),
                random.nextBoolean() ? "203.0.113.7" : "198.51.100.9",
                NOON.plusSeconds(random.nextInt(7) - 3));
    }

    private static Map<String, String> tags(Random random) {
        Map<String, String> tags = new HashMap<>();
        if (random.nextInt(4) > 0) {
            tags.put("team", pick(random, TEAMS));
        }
        if (random.nextBoolean()) {
            tags.put("stage", random.nextBoolean() ? "dev" : "prod");
        }
        return tags;
    }

    private static String pick(Random random, List<String> values) {
        return values.get(random.nextInt(values.size()));
    }

    /** A grant and what it means. */
    private static final class Grant {
        private ExecPolicy.AllowExec sentence;
        private Predicate<Call> meaning;

        Grant(String cluster) {
            sentence = ExecPolicy.allowExec().inCluster(Examples.HERE.cluster(cluster));
            meaning = call -> call.cluster().equals(cluster);
        }

        void limit(ExecPolicy.AllowExec limited, Predicate<Call> means) {
            sentence = limited;
            meaning = meaning.and(means);
        }
    }

    private static Grant grant(Random random) {
        Grant grant = new Grant(pick(random, CLUSTERS));
        if (random.nextInt(3) == 0) {
            String team = pick(random, TEAMS);
            grant.limit(
                    grant.sentence.onlyTasksTagged("team", team),
                    call -> team.equals(call.taskTags().get("team")));
        } else if (random.nextInt(3) == 0) {
            grant.limit(
                    grant.sentence.onlyTasksTaggedAsCaller("team"),
                    call -> call.callerTags().containsKey("team")
                            && call.callerTags()
                                    .get("team")
                                    .equals(call.taskTags().get("team")));
        }
        if (random.nextInt(3) == 0) {
            grant.limit(
                    grant.sentence.onlyClustersTagged("stage", "dev", "test"),
                    call -> "dev".equals(call.clusterTags().get("stage")));
        }
        if (random.nextInt(4) == 0) {
            grant.limit(
                    grant.sentence.onlyClustersTaggedAsCaller("team"),
                    call -> call.callerTags().containsKey("team")
                            && call.callerTags()
                                    .get("team")
                                    .equals(call.clusterTags().get("team")));
        }
        if (random.nextBoolean()) {
            String one = pick(random, NAMES);
            String other = pick(random, NAMES);
            grant.limit(
                    grant.sentence.onlyContainer(one, other),
                    call -> call.container()
                            .filter(name -> name.equals(one) || name.equals(other))
                            .isPresent());
        }
        if (random.nextInt(3) == 0) {
            Duration age = Duration.ofMinutes(1 + random.nextInt(30));
            grant.limit(
                    grant.sentence.onlyWithMfaYoungerThan(age),
                    call -> call.mfa().filter(it -> it.compareTo(age) < 0).isPresent());
        }
        if (random.nextInt(4) == 0) {
            grant.limit(
                    grant.sentence.onlyFrom("203.0.113.0/24"),
                    call -> call.address().startsWith("203.0.113."));
        }
        if (random.nextInt(3) == 0) {
            grant.limit(grant.sentence.onlyNotBefore(NOON), call -> !call.time().isBefore(NOON));
        }
        if (random.nextInt(3) == 0) {
            Instant end = NOON.plusSeconds(random.nextInt(3));
            grant.limit(grant.sentence.onlyUntil(end), call -> call.time().isBefore(end));
        }
        if (random.nextBoolean()) {
            grant.limit(grant.sentence.closingSideDoors(), call -> true);
        }
        return grant;
    }

    @Property(tries = 600)
    void a_grant_allows_what_it_says_and_nothing_else(@ForAll Random random) {
        Grant grant = grant(random);
        PolicyEngine engine = read(grant.sentence);

        for (int i = 0; i < 30; i++) {
            Call call = call(random);
            assertThat(call.request().decide(engine))
                    .as("%s%n%s", call, grant.sentence.toPolicy())
                    .isEqualTo(grant.meaning.test(call) ? Verdict.ALLOWED : Verdict.IMPLICIT_DENY);
        }
    }

    /** A denial and what it means. */
    private record Denial(Sentence.InIdentity sentence, Predicate<Call> meaning) {}

    private static Denial denial(Random random) {
        ExecPolicy.NeedsReach reach = ExecPolicy.denyExec();
        ExecPolicy.DenyExec sentence = reach.anywhere();
        List<Predicate<Call>> meanings = new ArrayList<>();
        String name = pick(random, NAMES);
        switch (random.nextInt(3)) {
            case 0 -> {
                sentence = sentence.intoContainer(name);
                meanings.add(call -> call.container().map(name::equals).orElse(true));
            }
            case 1 -> {
                sentence = sentence.intoContainersExcept(name);
                meanings.add(call -> !call.container().equals(Optional.of(name)));
            }
            default -> meanings.add(call -> true);
        }
        String cluster = pick(random, CLUSTERS);
        switch (random.nextInt(3)) {
            case 0 -> {
                sentence = sentence.inCluster(Examples.HERE.cluster(cluster));
                meanings.add(call -> call.cluster().equals(cluster));
            }
            case 1 -> {
                sentence = sentence.inClustersExcept(Examples.HERE.cluster(cluster));
                meanings.add(call -> !call.cluster().equals(cluster));
            }
            default -> meanings.add(call -> true);
        }
        if (random.nextBoolean()) {
            Duration age = Duration.ofMinutes(1 + random.nextInt(30));
            sentence = sentence.withoutMfaYoungerThan(age);
            meanings.add(call -> call.mfa().map(it -> it.compareTo(age) >= 0).orElse(true));
        }
        if (random.nextInt(4) == 0) {
            sentence = sentence.exceptFor(Examples.HERE.role("R"));
            meanings.add(call -> false);
        }
        return new Denial(sentence, call -> meanings.stream().allMatch(meaning -> meaning.test(call)));
    }

    @Property(tries = 600)
    void a_denial_stops_what_it_says_and_nothing_else(@ForAll Random random) {
        Denial denial = denial(random);
        Policy policy = denial.sentence().toPolicy();
        PolicyEngine engine = PolicyEngine.compile(PolicySet.identity(reread(policy), Policy.of(Examples.EVERYTHING)));

        for (int i = 0; i < 30; i++) {
            Call call = call(random);
            assertThat(call.request().decide(engine))
                    .as("%s%n%s", call, policy)
                    .isEqualTo(denial.meaning().test(call) ? Verdict.EXPLICIT_DENY : Verdict.ALLOWED);
        }
    }

    private static PolicyEngine read(Sentence.InIdentity sentence) {
        return PolicyEngine.compile(PolicySet.identity(reread(sentence.toPolicy())));
    }

    /** Through JSON, which must not change it. */
    private static Policy reread(Policy policy) {
        Policy read = PolicyJson.parse(Source.of("said", PolicyJson.print(policy)), PolicyKind.IDENTITY)
                .policy();
        assertThat(read).isEqualTo(policy);
        return read;
    }
}
