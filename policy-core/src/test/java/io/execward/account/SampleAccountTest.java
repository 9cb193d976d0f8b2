// SPDX-License-Identifier: Apache-2.0
package io.execward.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.execward.Golden;
import io.execward.diagnostic.DiagnosticPrinter;
import io.execward.diagnostic.SourceSpan;
import io.execward.model.AttachedPolicy;
import io.execward.model.PolicyPath;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The sample account, as read. */
class SampleAccountTest {
    private final AccountSnapshot account = Samples.account();

    @Test
    void the_snapshot_is_what_the_documents_say() {
        StringBuilder dump = new StringBuilder();
        section(dump, "supplied", List.copyOf(account.supplied()));
        section(dump, "inputs", account.inputs());
        section(dump, "identities", account.identities());
        section(dump, "clusters", account.clusters());
        section(dump, "tasks", account.tasks());
        section(dump, "task definitions", account.taskDefinitions());
        section(dump, "services", account.services());
        section(dump, "container instances", account.containerInstances());
        section(dump, "endpoints", account.vpcEndpoints());
        section(dump, "subnets", account.subnets());
        section(dump, "log groups", account.logGroups());
        section(dump, "keys", account.keys());
        section(dump, "client", account.client().stream().toList());
        section(dump, "service control", account.serviceControl().orElseThrow());
        section(dump, "resource control", account.resourceControl().stream().toList());
        dump.append("== warnings\n").append(DiagnosticPrinter.print(account.warnings()));
        dump.append("== sources\n");
        account.sources()
                .forEach((policy, sources) -> dump.append(policy.name())
                        .append(" at ")
                        .append(sources.span(PolicyPath.statement(0))
                                .map(SourceSpan::toString)
                                .orElse("nowhere"))
                        .append('\n'));
        Golden.assertSame("account/sample.txt", dump.toString());
    }

    private static void section(StringBuilder dump, String title, List<?> things) {
        dump.append("== ").append(title).append('\n');
        things.forEach(thing -> dump.append(thing).append('\n'));
    }

    @Test
    void every_policy_has_a_place_and_a_name_of_its_own() {
        for (IamIdentity identity : account.identities()) {
            assertThat(account.sources().keySet()).as(identity.name()).containsAll(identity.policies());
        }
        assertThat(account.sources().keySet()).extracting(AttachedPolicy::name).doesNotHaveDuplicates();
    }
}
