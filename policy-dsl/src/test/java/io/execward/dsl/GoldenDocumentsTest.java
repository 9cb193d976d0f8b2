// SPDX-License-Identifier: Apache-2.0
package io.execward.dsl;

import static io.execward.dsl.Examples.DEPLOY;
import static io.execward.dsl.Examples.HERE;
import static io.execward.dsl.Examples.KEY;
import static io.execward.dsl.Examples.ONCALL;
import static io.execward.dsl.Examples.PAYMENTS;
import static io.execward.dsl.Examples.QUARTER;
import static io.execward.dsl.Examples.WEB_TASK;
import static org.assertj.core.api.Assertions.assertThat;

import io.execward.Golden;
import io.execward.diagnostic.Source;
import io.execward.ecs.ExecConfiguration;
import io.execward.json.PolicyJson;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every document that templates, kits and sentences write, as text: same words, same bytes. */
class GoldenDocumentsTest {
    static Stream<GuidePolicies.Template> templates() {
        return Stream.of(
                GuidePolicies.taskRole(),
                GuidePolicies.taskRoleKey(KEY),
                GuidePolicies.callerKey(KEY),
                GuidePolicies.cloudWatchLogs(PAYMENTS, "/aws/ecs/payments"),
                GuidePolicies.s3Logs(PAYMENTS, "exec-logs", "payments/"),
                GuidePolicies.execIntoTagged(PAYMENTS, "environment", "development"),
                GuidePolicies.denyContainer("production-app"),
                GuidePolicies.launchWithExecOff(),
                GuidePolicies.denySessionsInCluster(PAYMENTS),
                GuidePolicies.denySessionsByTag("aws", "Task-Tag-Key", "Exec-Task"));
    }

    @ParameterizedTest
    @MethodSource("templates")
    void a_template_prints_the_same_bytes(GuidePolicies.Template template) {
        document("guide/" + template.name() + ".page", template.page());
        document("guide/" + template.name() + ".recommended", template.recommended());
    }

    @Test
    void a_kit_prints_the_same_bytes() {
        Map<String, ExecKit> kits = new LinkedHashMap<>();
        kits.put("plain", ExecKit.forCluster(PAYMENTS, ExecConfiguration.standard()));
        kits.put(
                "full",
                ExecKit.forCluster(PAYMENTS, Examples.everythingOn())
                        .callers(exec -> exec.onlyTasksTaggedAsCaller("team")
                                .onlyContainer("app")
                                .onlyWithMfaYoungerThan(QUARTER)
                                .withListing())
                        .callersAre(ONCALL)
                        .tasksRunAs(WEB_TASK)
                        .launchersAre(DEPLOY)
                        .omittedFlagIsRefused());
        kits.put("no-logs", ExecKit.forCluster(PAYMENTS, Examples.everythingOn().withoutLogs()));

        kits.forEach(
                (kit, it) -> it.documents().forEach((name, policy) -> document("kit/" + kit + "/" + name, policy)));
    }

    @Test
    void own_sessions_have_two_forms() {
        ExecPolicy.NeedsKindOfCaller own = ExecPolicy.allowEndingOwnSessions();

        document("sentence/own-sessions-of-users", IamPolicy.identity(own.ofUsers(HERE)));
        document("sentence/own-sessions-of-roles", IamPolicy.identity(own.ofRoles(HERE)));
    }

    @Test
    void guards_have_exceptions() {
        document(
                "sentence/guards",
                IamPolicy.serviceControl(
                        ExecPolicy.denyExec()
                                .intoContainer("vault")
                                .inCluster(PAYMENTS)
                                .exceptFor(ONCALL),
                        ExecPolicy.denyExec().intoContainersExcept("app"),
                        ExecPolicy.denyExec().withoutMfaYoungerThan(QUARTER),
                        ExecPolicy.denyLaunchWithExec().omittedFlagIsRefused().exceptFor(DEPLOY),
                        ExecPolicy.denyDirectSessions().onTasksOf(PAYMENTS).exceptFor(ONCALL),
                        ExecPolicy.protectTags("team", "environment")
                                .onPrincipalsToo()
                                .exceptFor(DEPLOY)));
    }

    /** And each can be read again, says the same, and has a reason for each of its stars. */
    private static void document(String name, IamPolicy policy) {
        Golden.assertSame(name + ".json", policy.json() + "\n");
        assertThat(PolicyJson.parse(Source.of(name, policy.json()), policy.kind())
                        .policy())
                .isEqualTo(policy.policy());
        assertThat(policy.unexplainedStars()).as(name).isEmpty();
    }
}
