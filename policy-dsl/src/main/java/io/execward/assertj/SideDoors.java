// SPDX-License-Identifier: Apache-2.0
package io.execward.assertj;

import io.execward.ecs.Caller;
import io.execward.ecs.ExecDecision;
import io.execward.ecs.ExecRequest;
import io.execward.ecs.OperationDecision;
import io.execward.ecs.OperationRequest;
import io.execward.ecs.ResourceEngines;
import io.execward.ecs.SessionDocument;
import io.execward.ecs.StartSessionRequest;
import io.execward.ecs.TagResourceRequest;
import io.execward.ecs.TaskArn;
import io.execward.ecs.UntagResourceRequest;
import io.execward.ecs.UpdateClusterRequest;
import io.execward.evaluate.Fact;
import io.execward.evaluate.Undecided;
import io.execward.model.Arn;
import io.execward.model.Context;
import io.execward.review.RoadKind;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The other roads into the task of a shell, as far as the task alone tells them. */
final class SideDoors {
    private static final List<String> FORWARDING =
            List.of("AWS-StartPortForwardingSession", "AWS-StartPortForwardingSessionToRemoteHost");

    private record Door(RoadKind kind, String with, OperationRequest request) {
        String words() {
            return kind.text() + ": " + request.operation() + " " + with;
        }
    }

    private SideDoors() {}

    /** The roads that are not closed, in words; empty if all are. */
    static Optional<String> open(ExecDecision decision, ResourceEngines engines) {
        ExecRequest exec = decision.request();
        List<Door> doors = sessions(exec);
        if (Refusal.isSure(decision)) {
            doors.addAll(tags(exec, engines));
        } else {
            doors.add(new Door(
                    RoadKind.LOWER_LOGGING,
                    "of " + exec.cluster(),
                    new UpdateClusterRequest(exec.caller(), exec.cluster(), exec.clusterTags())));
        }
        List<String> open = new ArrayList<>();
        List<String> why = new ArrayList<>();
        for (Door door : doors) {
            OperationDecision it = door.request().explain(engines);
            if (!Refusal.isSure(it)) {
                open.add(door.words() + "  " + it.verdict());
                why.add(it.print());
            }
        }
        return open.isEmpty()
                ? Optional.empty()
                : Optional.of("Expected every side door to be closed for "
                        + exec.caller().principal().text() + "\ninto " + exec.task() + ", but of " + doors.size()
                        + " these are not:\n" + Words.list(open, why));
    }

    private static List<Door> sessions(ExecRequest exec) {
        List<Door> doors = new ArrayList<>();
        List<TaskArn> forms = List.of(exec.task(), exec.inOtherTaskForm().task());
        for (TaskArn task : forms) {
            doors.add(new Door(
                    RoadKind.DIRECT_SESSION,
                    "on " + task + " with a document that goes unchecked",
                    session(exec, task, SessionDocument.unnamedAndUnchecked())));
        }
        for (TaskArn task : forms) {
            for (String document : FORWARDING) {
                doors.add(new Door(
                        RoadKind.PORT_FORWARDING,
                        "on " + task + " with " + document,
                        session(exec, task, SessionDocument.named(document))));
            }
        }
        return doors;
    }

    private static StartSessionRequest session(ExecRequest exec, TaskArn task, SessionDocument document) {
        return new StartSessionRequest(exec.caller(), task, exec.taskTags(), document);
    }

    /** Tags that would matter if they were not told can be changed; one that may be set to some value counts. */
    private static List<Door> tags(ExecRequest exec, ResourceEngines engines) {
        ExecRequest untagged = new ExecRequest(
                exec.caller(),
                exec.cluster(),
                exec.task(),
                exec.container(),
                Optional.empty(),
                Optional.empty(),
                exec.key(),
                exec.model());
        Set<Fact> facts = new LinkedHashSet<>(untagged.explain(engines)
                .decision()
                .undecided()
                .map(Undecided::facts)
                .orElse(List.of()));
        List<Door> doors = new ArrayList<>();
        for (Fact fact : facts) {
            String key = fact.key().name();
            int slash = key.indexOf('/');
            if (slash >= 0 && fact.key().folded().contains(":resourcetag/")) {
                fact.resource()
                        .map(Arn::of)
                        .ifPresent(arn -> doors.addAll(tagging(exec, arn, key.substring(slash + 1))));
            }
        }
        return doors;
    }

    private static List<Door> tagging(ExecRequest exec, Arn resource, String tag) {
        Optional<Map<String, String>> before =
                resource.toString().equals(exec.cluster().toString()) ? exec.clusterTags() : exec.taskTags();
        Caller toAnyValue = exec.caller()
                .with(Context.builder().unknown("aws:RequestTag/" + tag).build());
        return List.of(
                new Door(
                        RoadKind.RETAG_IN,
                        "of `" + tag + "` on " + resource,
                        new TagResourceRequest(toAnyValue, resource, Map.of(tag, "any"), before)),
                new Door(
                        RoadKind.RETAG_OUT,
                        "of `" + tag + "` on " + resource,
                        new UntagResourceRequest(exec.caller(), resource, Set.of(tag), before)));
    }
}
