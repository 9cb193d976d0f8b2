// SPDX-License-Identifier: Apache-2.0
package io.execward.samples.leastprivilege;

import static io.execward.assertj.ExecwardAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.execward.account.AccountReader;
import io.execward.account.EcsCluster;
import io.execward.dsl.ExecKit;
import io.execward.ecs.ClusterArn;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class LeastPrivilegeTest {
    private static final String CALLER = "arn:aws:iam::111122223333:role/on-call";
    private static final String TASK =
            "arn:aws:ecs:us-east-1:111122223333:task/payments/0123456789abcdef0123456789abcdef";

    private static final List<EcsCluster> CLUSTERS =
            AccountReader.create().read(Path.of("documents")).clusters();

    private static ExecKit kit(String cluster) {
        return ExecKit.forCluster(CLUSTERS.stream()
                .filter(it -> it.arn().equals(ClusterArn.of("arn:aws:ecs:us-east-1:111122223333:cluster/" + cluster)))
                .findFirst()
                .orElseThrow());
    }

    @Test
    void the_callers_policy_opens_a_shell_and_no_side_door() {
        assertThat(kit("payments").caller().policy())
                .forPrincipal(CALLER)
                .complete()
                .allowsExec()
                .into(TASK)
                .container("app")
                .closesSideDoors();
        assertThat(kit("dev").caller().policy())
                .forPrincipal(CALLER)
                .deniesExec()
                .into(TASK)
                .container("app");
    }

    @Test
    void a_cluster_without_key_needs_none() {
        assertThat(kit("dev").keyPolicy()).isEmpty();
        assertThat(kit("dev").taskRole().json()).doesNotContain("kms:", "logs:");
        assertThat(kit("payments").taskRole().json()).contains("kms:Decrypt", "logs:PutLogEvents");
    }
}
