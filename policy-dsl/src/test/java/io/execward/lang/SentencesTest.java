// SPDX-License-Identifier: Apache-2.0
package io.execward.lang;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.execward.diagnostic.Source;
import io.execward.dsl.ExecPolicy;
import io.execward.dsl.IamPolicy;
import io.execward.dsl.Place;
import io.execward.dsl.Sentence;
import io.execward.dsl.Target;
import io.execward.ecs.ClusterArn;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The same sentence in the text language and in Java means the same policy. */
class SentencesTest {
    private static final Place HERE = Place.of("aws", "us-east-1", "111122223333");
    private static final ClusterArn A = HERE.cluster("a");
    private static final ClusterArn B = HERE.cluster("b");

    static Stream<Arguments> sentences() {
        Instant start = Instant.parse("2026-01-01T00:00:00Z");
        Instant end = Instant.parse("2027-01-01T00:00:00Z");
        Target<Target.Role> roles = HERE.role("X").and(HERE.rolesLike("ops/*"));
        String key = "arn:aws:kms:us-east-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab";
        return Stream.of(
                arguments("allow exec in cluster \"a\"", ExecPolicy.allowExec().inCluster(A)),
                arguments(
                        "allow exec in clusters \"a\", \"b\"",
                        ExecPolicy.allowExec().inCluster(A, B)),
                arguments(
                        "allow exec in cluster \"a\" where task tag team = \"x\", \"y${z\" and cluster tag stage in \"p\"",
                        ExecPolicy.allowExec()
                                .inCluster(A)
                                .onlyTasksTagged("team", "x", "y${z")
                                .onlyClustersTagged("stage", "p")),
                arguments(
                        "allow exec in cluster \"a\" where task tag team as caller and cluster tag \"t 1\" = \"v\""
                                + " with side doors closed",
                        ExecPolicy.allowExec()
                                .inCluster(A)
                                .onlyTasksTaggedAsCaller("team")
                                .onlyClustersTagged("t 1", "v")
                                .closingSideDoors()),
                arguments(
                        "allow exec in cluster \"a\" where cluster tag team as caller and container in \"app\", \"worker\"",
                        ExecPolicy.allowExec()
                                .inCluster(A)
                                .onlyClustersTaggedAsCaller("team")
                                .onlyContainer("app", "worker")),
                arguments(
                        "allow exec in cluster \"a\" where mfa younger than 15 minutes and from \"10.0.0.0/8\", \"192.0.2.1\""
                                + " and not before \"2026-01-01T00:00:00Z\" and before \"2027-01-01T00:00:00Z\"",
                        ExecPolicy.allowExec()
                                .inCluster(A)
                                .onlyWithMfaYoungerThan(Duration.ofMinutes(15))
                                .onlyFrom("10.0.0.0/8", "192.0.2.1")
                                .onlyNotBefore(start)
                                .onlyUntil(end)),
                arguments(
                        "allow exec in cluster \"a\" where through \"vpce-1\", \"vpce-2\" with listing without describing"
                                + " encrypted with key \"1234abcd-12ab-34cd-56ef-1234567890ab\"",
                        ExecPolicy.allowExec()
                                .inCluster(A)
                                .onlyThrough("vpce-1", "vpce-2")
                                .withListing()
                                .withoutDescribing()
                                .encryptedWith(Target.key(key))),
                arguments(
                        "allow ending own sessions of users",
                        ExecPolicy.allowEndingOwnSessions().ofUsers(HERE)),
                arguments(
                        "allow ending own sessions of roles in any region",
                        ExecPolicy.allowEndingOwnSessions().ofRoles(HERE.anyRegion())),
                arguments("deny exec anywhere", ExecPolicy.denyExec().anywhere()),
                arguments(
                        "deny exec into container \"vault\", \"proxy\" in cluster \"a\"",
                        ExecPolicy.denyExec().intoContainer("vault", "proxy").inCluster(A)),
                arguments(
                        "deny exec into containers except \"app\" in clusters except \"a\", \"b\"",
                        ExecPolicy.denyExec().intoContainersExcept("app").inClustersExcept(A, B)),
                arguments(
                        "deny exec without mfa younger than 1 hour except for role \"X\", \"ops/*\"",
                        ExecPolicy.denyExec()
                                .withoutMfaYoungerThan(Duration.ofHours(1))
                                .exceptFor(roles)),
                arguments(
                        "deny launch with exec enabled, omitted flag passes",
                        ExecPolicy.denyLaunchWithExec().omittedFlagPasses()),
                arguments(
                        "deny launch with exec enabled in cluster \"a\" except for role \"X\" omitted flag is refused",
                        ExecPolicy.denyLaunchWithExec()
                                .omittedFlagIsRefused()
                                .inCluster(A)
                                .exceptFor(HERE.role("X"))),
                arguments(
                        "deny sessions on any task",
                        ExecPolicy.denyDirectSessions().onAnyTask("aws")),
                arguments(
                        "deny sessions on tasks of cluster \"a\" except for role \"ops/*\"",
                        ExecPolicy.denyDirectSessions().onTasksOf(A).exceptFor(HERE.rolesLike("ops/*"))),
                arguments("protect tag team, \"cost center\"", ExecPolicy.protectTags("team", "cost center")),
                arguments(
                        "protect tags team also on principals except for role \"X\"",
                        ExecPolicy.protectTags("team").onPrincipalsToo().exceptFor(HERE.role("X"))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("sentences")
    void text_and_java_mean_the_same(String text, Sentence.InIdentity sentence) {
        LoweredPolicy policy = read(text);

        assertThat(policy.policy()).isEqualTo(IamPolicy.identity(sentence).policy());
        assertThat(policy.statements())
                .allSatisfy(one -> assertThat(one.source().span().text()).isEqualTo(text));
    }

    @Test
    void sentences_together_are_numbered_as_in_java() {
        LoweredPolicy policy = read(
                "deny exec anywhere deny exec in cluster \"a\" deny exec anywhere deny exec in cluster \"b\" protect tag x");

        assertThat(policy.policy())
                .isEqualTo(IamPolicy.identity(
                                ExecPolicy.denyExec().anywhere(),
                                ExecPolicy.denyExec().inCluster(A),
                                ExecPolicy.denyExec().anywhere(),
                                ExecPolicy.denyExec().inCluster(B),
                                ExecPolicy.protectTags("x"))
                        .policy());
    }

    private static LoweredPolicy read(String text) {
        Source source = Source.of(
                "s.exec", "partition aws account 111122223333 region us-east-1 policy \"p\" { " + text + " }");
        return ExecLanguage.read(source).policies().get(0);
    }
}
