// SPDX-License-Identifier: Apache-2.0
package io.execward.assertj;

import io.execward.account.AccountSnapshot;
import io.execward.account.ClusterKey;
import io.execward.account.DocumentKind;
import io.execward.account.EcsCluster;
import io.execward.account.EcsTask;
import io.execward.ecs.ClusterArn;
import io.execward.ecs.ExecRequest;
import io.execward.model.Arn;
import java.util.Optional;

/** What an account's documents tell about the target of a shell. */
final class AccountTargets {
    private AccountTargets() {}

    /**
     * The request with the tags of task and cluster, as far as they are told, and with the cluster's key.
     *
     * @throws IllegalArgumentException if the cluster names its key so that no document tells which it is
     */
    static ExecRequest told(AccountSnapshot account, ExecRequest request) {
        Optional<EcsCluster> cluster = account.cluster(request.cluster());
        return new ExecRequest(
                request.caller(),
                request.cluster(),
                request.task(),
                request.container(),
                cluster.flatMap(EcsCluster::tags),
                account.task(request.task().toString()).flatMap(EcsTask::tags),
                key(account, request.cluster()),
                request.model());
    }

    /** Without its key a shell would lose a check, so a key that nobody can tell is no key to leave out. */
    private static Optional<Arn> key(AccountSnapshot account, ClusterArn cluster) {
        return ClusterKey.of(account, cluster).match(Optional::empty, Optional::of, name -> {
            throw new IllegalArgumentException("no document tells which key the cluster `" + cluster + "` means by `"
                    + name + "`: add " + DocumentKind.KMS_KEYS.madeBy() + " (R-EXEC-26)");
        });
    }
}
