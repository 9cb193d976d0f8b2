// SPDX-License-Identifier: Apache-2.0
package io.execward.review;

import io.execward.ecs.Caller;
import io.execward.ecs.ClusterArn;
import io.execward.ecs.CreateServiceRequest;
import io.execward.ecs.ExecFlag;
import io.execward.ecs.Launch;
import io.execward.ecs.OperationRequest;
import io.execward.ecs.PassedRole;
import io.execward.ecs.RegisterTaskDefinitionRequest;
import io.execward.ecs.RunTaskRequest;
import io.execward.ecs.StartTaskRequest;
import io.execward.ecs.TaskDefinitionArn;
import io.execward.ecs.UpdateServiceRequest;
import io.execward.model.Arn;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Ways that a caller of {@link SmallAccounts} may choose to run something with a role, tried one by one. */
final class ChosenWays {
    private static final List<Map<String, String>> TAGS =
            List.of(Map.of(), Map.of("team", "a"), Map.of("team", "b", "env", "c"));

    private ChosenWays() {}

    static List<List<OperationRequest>> of(RoadKind kind, Target target, Caller caller) {
        if (target.roleArn().isEmpty()) {
            return List.of();
        }
        List<PassedRole> roles =
                List.of(PassedRole.toTasks(Arn.of(target.roleArn().get())));
        List<List<OperationRequest>> ways = new ArrayList<>();
        String ecs = "arn:aws:ecs:us-east-1:111122223333:";
        for (String name : List.of("web:3", "job:3", "tools:1", "jobs", "x:1")) {
            TaskDefinitionArn definition = TaskDefinitionArn.of(ecs + "task-definition/" + name);
            for (String clusterName : List.of("prod", "dev", "other")) {
                ClusterArn cluster = ClusterArn.of(ecs + "cluster/" + clusterName);
                for (Map<String, String> tags : TAGS) {
                    for (ExecFlag flag : List.of(ExecFlag.ON, ExecFlag.OMITTED)) {
                        Launch launch = Launch.passing(roles).exec(flag).tagging(tags);
                        OperationRequest run = RunTaskRequest.of(caller, cluster, definition, launch);
                        Arn instance = Arn.of(ecs + "container-instance/" + clusterName + "/1");
                        OperationRequest start =
                                StartTaskRequest.of(caller, cluster, definition, List.of(instance), launch);
                        if (kind == RoadKind.RUN_WITH_ROLE) {
                            ways.add(List.of(run));
                            ways.add(List.of(start));
                        } else if (kind == RoadKind.REGISTER_WITH_ROLE
                                && definition.revision().isPresent()) {
                            OperationRequest register = RegisterTaskDefinitionRequest.of(caller, definition, roles);
                            ways.add(List.of(register, run));
                            ways.add(List.of(register, start));
                            for (String service : List.of("web", "x")) {
                                ways.add(List.of(
                                        register,
                                        CreateServiceRequest.of(caller, cluster, service, definition, launch)));
                                ways.add(List.of(
                                        register,
                                        UpdateServiceRequest.of(
                                                        caller,
                                                        cluster,
                                                        cluster.service(service),
                                                        Launch.passing(roles))
                                                .to(definition)));
                            }
                        }
                    }
                }
            }
        }
        return ways;
    }
}
