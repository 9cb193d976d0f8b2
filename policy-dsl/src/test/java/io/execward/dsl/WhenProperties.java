// SPDX-License-Identifier: Apache-2.0
package io.execward.dsl;

import static org.assertj.core.api.Assertions.assertThat;

import io.execward.diagnostic.Source;
import io.execward.ecs.ClusterArn;
import io.execward.evaluate.PolicyEngine;
import io.execward.evaluate.Verdict;
import io.execward.json.PolicyJson;
import io.execward.model.Context;
import io.execward.model.Policy;
import io.execward.model.PolicyKind;
import io.execward.model.PolicySet;
import io.execward.model.Request;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Predicate;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Each condition holds when its name says so; the meaning is said here over the facts, an absent one included. */
class WhenProperties {
    private static final Instant NOON = Instant.parse("2030-06-01T12:00:00Z");
    private static final List<String> WORDS = List.of("app", "app*", "App", "${aws:username}", "worker", "a?p");
    private static final List<String> ADDRESSES = List.of("203.0.113.7", "203.0.113.255", "203.0.114.0", "2001:db8::1");
    private static final ClusterArn DEV = Examples.HERE.cluster("dev");
    private static final ClusterArn DEV2 = Examples.HERE.cluster("dev-2");
    private static final ClusterArn PROD = Examples.HERE.cluster("prod");

    /** The request's facts; what is not among them is absent. */
    private record Facts(Map<String, String> values) {
        Optional<String> get(String key) {
            return Optional.ofNullable(values.get(key));
        }

        boolean is(String key, Predicate<String> test) {
            return get(key).filter(test).isPresent();
        }
    }

    private record Case(When when, Predicate<Facts> meaning) {}

    private static Case draw(Random random) {
        String word = WORDS.get(random.nextInt(WORDS.size()));
        String other = WORDS.get(random.nextInt(WORDS.size()));
        Instant time = NOON.plusSeconds(random.nextInt(5) - 2);
        Duration age = Duration.ofSeconds(1 + random.nextInt(5));
        String tag = "aws:ResourceTag/team";
        return switch (random.nextInt(16)) {
            case 0 ->
                new Case(
                        When.tagged("team", word, other),
                        facts -> facts.is(tag, v -> v.equals(word) || v.equals(other)));
            case 1 -> new Case(When.notTagged("team", word), facts -> !facts.is(tag, word::equals));
            case 2 -> new Case(When.taggedLike("team", "app*"), facts -> facts.is(tag, v -> v.startsWith("app")));
            case 3 ->
                new Case(
                        When.taggedAsCaller("team"),
                        facts -> facts.is(tag, v -> facts.is("aws:PrincipalTag/team", v::equals)));
            case 4 ->
                new Case(When.callerTagged("team", word), facts -> facts.is("aws:PrincipalTag/team", word::equals));
            case 5 ->
                new Case(
                        When.inCluster(DEV, PROD),
                        facts -> facts.is("ecs:cluster", v -> v.equals(DEV.toString()) || v.equals(PROD.toString())));
            case 6 ->
                new Case(
                        When.inClusterLike(Examples.HERE.clustersLike("dev*")),
                        facts -> facts.is("ecs:cluster", v -> v.startsWith(DEV.toString())));
            case 7 -> new Case(When.notInCluster(DEV), facts -> !facts.is("ecs:cluster", DEV.toString()::equals));
            case 8 ->
                new Case(
                        When.before(time),
                        facts -> facts.is(
                                "aws:CurrentTime", v -> Instant.parse(v).isBefore(time)));
            case 9 ->
                new Case(
                        When.notBefore(time),
                        facts -> facts.is(
                                "aws:CurrentTime", v -> !Instant.parse(v).isBefore(time)));
            case 10 ->
                new Case(
                        When.between(time, time.plusSeconds(1)),
                        facts -> facts.is(
                                "aws:CurrentTime", v -> Instant.parse(v).equals(time)));
            case 11 ->
                new Case(
                        When.mfaYoungerThan(age),
                        facts -> facts.is("aws:MultiFactorAuthAge", v -> Long.parseLong(v) < age.toSeconds()));
            case 12 ->
                new Case(
                        When.mfaMissingOrAsOldAs(age),
                        facts -> !facts.is("aws:MultiFactorAuthAge", v -> Long.parseLong(v) < age.toSeconds()));
            case 13 -> new Case(When.mfaMissing(), facts -> !facts.is("aws:MultiFactorAuthPresent", "true"::equals));
            case 14 ->
                new Case(
                        When.from("203.0.113.0/24"),
                        facts -> facts.is("aws:SourceIp", v -> v.startsWith("203.0.113.")));
            default ->
                new Case(
                        When.notFrom("203.0.113.0/24"),
                        facts -> !facts.is("aws:SourceIp", v -> v.startsWith("203.0.113.")));
        };
    }

    private static Facts facts(Random random) {
        Map<String, String> values = new HashMap<>();
        put(random, values, "aws:ResourceTag/team", WORDS);
        put(random, values, "aws:PrincipalTag/team", WORDS);
        put(random, values, "ecs:cluster", List.of(DEV.toString(), DEV2.toString(), PROD.toString()));
        put(random, values, "aws:SourceIp", ADDRESSES);
        if (random.nextInt(4) > 0) {
            values.put(
                    "aws:CurrentTime", NOON.plusSeconds(random.nextInt(7) - 3).toString());
        }
        if (random.nextInt(3) > 0) {
            values.put("aws:MultiFactorAuthPresent", "true");
            values.put("aws:MultiFactorAuthAge", Integer.toString(random.nextInt(7)));
        } else if (random.nextBoolean()) {
            values.put("aws:MultiFactorAuthPresent", "false");
        }
        values.put("aws:username", "alice");
        return new Facts(values);
    }

    private static void put(Random random, Map<String, String> values, String key, List<String> choices) {
        if (random.nextInt(4) > 0) {
            values.put(key, choices.get(random.nextInt(choices.size())));
        }
    }

    @Property
    void a_condition_holds_when_its_name_says_so(@ForAll Random random) {
        Case first = draw(random);
        Policy policy = IamPolicy.identity(IamPolicy.allow(Actions.Ecs.EXECUTE_COMMAND)
                        .on(Examples.HERE.tasks())
                        .when(first.when()))
                .policy();
        Policy read = PolicyJson.parse(Source.of("said", PolicyJson.print(policy)), PolicyKind.IDENTITY)
                .policy();
        PolicyEngine engine = PolicyEngine.compile(PolicySet.identity(read));

        assertThat(read).isEqualTo(policy);
        for (int i = 0; i < 20; i++) {
            Facts facts = facts(random);
            Context.Builder context = Context.builder();
            facts.values().forEach(context::put);
            Request request = Request.of(
                            "arn:aws:iam::111122223333:user/alice", "ecs:ExecuteCommand", Examples.TASK.toString())
                    .with(context.build());
            assertThat(engine.decide(request))
                    .as("%s %s", first.when(), facts)
                    .isEqualTo(first.meaning().test(facts) ? Verdict.ALLOWED : Verdict.IMPLICIT_DENY);
        }
    }
}
