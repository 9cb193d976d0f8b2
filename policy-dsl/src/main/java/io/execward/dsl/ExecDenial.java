// SPDX-License-Identifier: Apache-2.0
package io.execward.dsl;

import io.execward.ecs.ClusterArn;
import io.execward.model.Effect;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The denial of shells while it is said. It is on {@code *}: either check is enough to stop the call, and {@code ecs:cluster} and
 * {@code ecs:container-name} are in both (R-EXEC-16).
 *
 * @param hidden true if the key of the container may be left out to get past {@code whens}
 */
record ExecDenial(List<When> whens, Optional<When> container, boolean hidden) implements ExecPolicy.DenyExec {
    ExecDenial {
        whens = List.copyOf(whens);
    }

    ExecDenial() {
        this(List.of(), Optional.empty(), false);
    }

    @Override
    public ExecPolicy.DenyExec intoContainer(String name, String... orNames) {
        return withContainer(When.container(name, orNames), true);
    }

    @Override
    public ExecPolicy.DenyExec intoContainersExcept(String name, String... orNames) {
        return withContainer(When.containerIsNot(name, orNames), false);
    }

    private ExecDenial withContainer(When when, boolean mayHide) {
        if (container.isPresent()) {
            throw new IllegalArgumentException(
                    "the containers are said twice: name all of them at once, or write two sentences (R-GRAM-07)");
        }
        return new ExecDenial(whens, Optional.of(when), mayHide);
    }

    @Override
    public ExecPolicy.DenyExec inCluster(ClusterArn cluster, ClusterArn... orClusters) {
        return with(When.inCluster(cluster, orClusters));
    }

    @Override
    public ExecPolicy.DenyExec inClustersExcept(ClusterArn cluster, ClusterArn... norClusters) {
        return with(When.notInCluster(cluster, norClusters));
    }

    @Override
    public ExecPolicy.DenyExec withoutMfaYoungerThan(Duration age) {
        return with(When.mfaMissingOrAsOldAs(age));
    }

    @Override
    public ExecPolicy.DenyExec exceptFor(Target<Target.Role> roles) {
        return with(When.notAs(roles));
    }

    @Override
    public ExecPolicy.DenyExec anywhere() {
        return this;
    }

    private ExecDenial with(When when) {
        List<When> all = new ArrayList<>(whens);
        all.add(when);
        ExecDenial denial = new ExecDenial(all, container, hidden);
        denial.clauses();
        return denial;
    }

    @Override
    public List<Clause> clauses() {
        List<Clause> clauses = new ArrayList<>(deny().when(container.stream().toList())
                .when(whens)
                .sid("NoExec")
                .clauses());
        if (hidden) {
            clauses.addAll(deny().when(When.noContainerIsNamed())
                    .when(whens)
                    .sid("NoExecWithoutContainer")
                    .clauses());
        }
        return List.copyOf(clauses);
    }

    private static StatementDraft deny() {
        return StatementDraft.of(Effect.DENY, Actions.Ecs.EXECUTE_COMMAND, false)
                .onEverything();
    }
}
