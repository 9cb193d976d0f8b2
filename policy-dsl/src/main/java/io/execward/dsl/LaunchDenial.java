// SPDX-License-Identifier: Apache-2.0
package io.execward.dsl;

import io.execward.ecs.ClusterArn;
import io.execward.model.Effect;
import java.util.ArrayList;
import java.util.List;

/** The denial of launches with exec while it is said: every action that carries the flag, as the catalog knows (R-EXEC-31). */
record LaunchDenial(boolean refusesOmitted, List<When> whens)
        implements ExecPolicy.NeedsAnswerForOmittedFlag, ExecPolicy.LaunchGuard {
    LaunchDenial {
        whens = List.copyOf(whens);
    }

    LaunchDenial() {
        this(false, List.of());
    }

    @Override
    public ExecPolicy.LaunchGuard omittedFlagPasses() {
        return new LaunchDenial(false, whens);
    }

    @Override
    public ExecPolicy.LaunchGuard omittedFlagIsRefused() {
        return new LaunchDenial(true, whens);
    }

    @Override
    public ExecPolicy.LaunchGuard inCluster(ClusterArn cluster, ClusterArn... orClusters) {
        return with(When.inCluster(cluster, orClusters));
    }

    @Override
    public ExecPolicy.LaunchGuard exceptFor(Target<Target.Role> roles) {
        return with(When.notAs(roles));
    }

    private LaunchDenial with(When when) {
        List<When> all = new ArrayList<>(whens);
        all.add(when);
        LaunchDenial denial = new LaunchDenial(refusesOmitted, all);
        denial.clauses();
        return denial;
    }

    @Override
    public List<Clause> clauses() {
        return StatementDraft.of(Effect.DENY, ActionSet.carrying("ecs:enable-execute-command"), false)
                .onEverything()
                .when(refusesOmitted ? When.execNotDisabled() : When.execEnabled(true))
                .when(whens)
                .sid("NoLaunchWithExec")
                .clauses();
    }
}
