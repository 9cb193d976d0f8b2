// SPDX-License-Identifier: Apache-2.0
package io.execward.dsl;

import io.execward.ecs.ClusterArn;
import io.execward.model.Effect;
import java.util.ArrayList;
import java.util.List;

/** The denial of direct sessions while it is said (R-EXEC-23). It names task ARNs, so that sessions on instances go on. */
record SessionDenial(List<Target<Target.Task>> tasks, List<When> whens)
        implements ExecPolicy.NeedsTasks, ExecPolicy.SessionGuard {
    SessionDenial {
        tasks = List.copyOf(tasks);
        whens = List.copyOf(whens);
    }

    SessionDenial() {
        this(List.of(), List.of());
    }

    @Override
    public ExecPolicy.SessionGuard onAnyTask(String partition) {
        return new SessionDenial(List.of(Place.anywhereIn(partition).tasks()), whens);
    }

    @Override
    public ExecPolicy.SessionGuard onTasksOf(ClusterArn cluster) {
        Place place = Place.of(cluster);
        return new SessionDenial(
                List.of(place.tasksWithLongArnsOf(cluster.name()).and(place.tasksWithShortArns())), whens);
    }

    @Override
    public ExecPolicy.SessionGuard exceptFor(Target<Target.Role> roles) {
        List<When> all = new ArrayList<>(whens);
        all.add(When.notAs(roles));
        SessionDenial denial = new SessionDenial(tasks, all);
        denial.clauses();
        return denial;
    }

    @Override
    public List<Clause> clauses() {
        return StatementDraft.of(Effect.DENY, Actions.Ssm.START_SESSION, false)
                .on(tasks.get(0))
                .when(whens)
                .sid("NoDirectSessions")
                .clauses();
    }
}
