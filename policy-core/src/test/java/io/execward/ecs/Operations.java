// SPDX-License-Identifier: Apache-2.0
package io.execward.ecs;

import io.execward.model.Arn;
import io.execward.model.Principal;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** One request of every operation, about one task, service and definition of one cluster. */
final class Operations {
    static final Principal ALICE = Principal.of("arn:aws:iam::111122223333:user/alice");
    static final ClusterArn CLUSTER = ClusterArn.of("arn:aws:ecs:us-east-1:111122223333:cluster/dev");
    static final TaskArn TASK = CLUSTER.task("0a1b2c3d4e5f60718293a4b5c6d7e8f9");
    static final ServiceArn SERVICE = CLUSTER.service("web");
    static final TaskDefinitionArn DEFINITION =
            TaskDefinitionArn.of("arn:aws:ecs:us-east-1:111122223333:task-definition/web:7");
    static final SessionArn SESSION =
            SessionArn.of("arn:aws:ssm:us-east-1:111122223333:session/alice-0a1b2c3d4e5f60718");
    static final Arn KEY = Arn.of("arn:aws:kms:us-east-1:111122223333:key/0a1b2c3d-0000-4000-8000-000000000001");
    static final Arn TASK_ROLE = Arn.of("arn:aws:iam::111122223333:role/web-task");
    static final Arn EXECUTION_ROLE = Arn.of("arn:aws:iam::111122223333:role/service/execution");
    static final Arn INSTANCE = Arn.of("arn:aws:ecs:us-east-1:111122223333:container-instance/dev/0a1b");
    static final List<PassedRole> ROLES = List.of(PassedRole.toTasks(TASK_ROLE), PassedRole.toTasks(EXECUTION_ROLE));
    static final Launch LAUNCH = Launch.passing(ROLES);
    static final Map<String, String> TAGS = Map.of("team", "payments");

    private static final Map<String, String> SESSION_TAGS =
            Map.of("aws:ssmmessages:session-id", "alice", "aws:ssmmessages:target-id", "i-0a1b");

    /** Everything that there is to tell. */
    private static final LaunchSettings SETTINGS = LaunchSettings.untold()
            .capacityProviders(Arn.of("arn:aws:ecs:us-east-1:111122223333:capacity-provider/spot"))
            .subnets("subnet-0a", "subnet-0b")
            .publicIp(false)
            .managedTags(true)
            .propagateTags(LaunchSettings.PropagateTags.NONE)
            .serviceConnect(false)
            .namespace(Arn.of("arn:aws:servicediscovery:us-east-1:111122223333:namespace/ns-0a"))
            .vpcLattice(false)
            .ebsVolumes(false)
            .cpu(1024)
            .memory(2048)
            .privileged(false)
            .computeCompatibilities("FARGATE", "EC2");

    private Operations() {}

    /** Requests about whose targets nothing is told. */
    static List<OperationRequest> bare(Caller caller) {
        return List.of(
                ExecRequest.of(caller, TASK, Container.omitted()).encryptedWith(KEY),
                RunTaskRequest.of(caller, CLUSTER, DEFINITION, LAUNCH),
                StartTaskRequest.of(caller, CLUSTER, DEFINITION, List.of(INSTANCE), LAUNCH),
                CreateServiceRequest.of(caller, CLUSTER, "web", DEFINITION, LAUNCH),
                UpdateServiceRequest.of(caller, CLUSTER, SERVICE, LAUNCH),
                RegisterTaskDefinitionRequest.of(caller, DEFINITION, ROLES),
                TagResourceRequest.of(caller, Arn.of(CLUSTER.toString()), TAGS),
                UntagResourceRequest.of(caller, Arn.of(TASK.toString()), Set.of("team")),
                StartSessionRequest.of(caller, TASK, SessionDocument.unnamed()),
                DescribeTasksRequest.of(caller, CLUSTER, TASK),
                UpdateClusterRequest.of(caller, CLUSTER),
                TerminateSessionRequest.of(caller, SESSION),
                ResumeSessionRequest.of(caller, SESSION));
    }

    /** Requests about whose targets everything is told; resources are tagged with a team, requests set an owner and a team. */
    static List<OperationRequest> told(Caller caller) {
        Map<String, String> set = Map.of("owner", "alice", "team", "payments");
        Launch launch = LAUNCH.exec(ExecFlag.ON).tagging(set).with(SETTINGS);
        return List.of(
                ExecRequest.of(caller, TASK, Container.named("app"))
                        .clusterTagged(TAGS)
                        .taskTagged(TAGS)
                        .encryptedWith(KEY),
                RunTaskRequest.of(caller, CLUSTER, DEFINITION, launch).definitionTagged(TAGS),
                StartTaskRequest.of(caller, CLUSTER, DEFINITION, List.of(INSTANCE), launch)
                        .definitionTagged(TAGS),
                CreateServiceRequest.of(caller, CLUSTER, "web", DEFINITION, launch),
                UpdateServiceRequest.of(caller, CLUSTER, SERVICE, launch.tagging(Map.of()))
                        .to(DEFINITION)
                        .serviceTagged(TAGS),
                RegisterTaskDefinitionRequest.of(caller, DEFINITION, ROLES)
                        .tagging(set)
                        .with(SETTINGS),
                TagResourceRequest.of(caller, Arn.of(CLUSTER.toString()), set).resourceTagged(TAGS),
                UntagResourceRequest.of(caller, Arn.of(TASK.toString()), Set.of("team"))
                        .resourceTagged(TAGS),
                StartSessionRequest.of(caller, TASK, SessionDocument.named("AWS-StartPortForwardingSession"))
                        .taskTagged(TAGS),
                DescribeTasksRequest.of(caller, CLUSTER, TASK).taskTagged(TAGS),
                UpdateClusterRequest.of(caller, CLUSTER).clusterTagged(TAGS),
                TerminateSessionRequest.of(caller, SESSION).sessionTagged(SESSION_TAGS),
                ResumeSessionRequest.of(caller, SESSION).sessionTagged(SESSION_TAGS));
    }
}
