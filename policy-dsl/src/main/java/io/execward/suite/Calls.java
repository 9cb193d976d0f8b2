// SPDX-License-Identifier: Apache-2.0
package io.execward.suite;

import io.execward.ecs.Caller;
import io.execward.ecs.ClusterArn;
import io.execward.ecs.Container;
import io.execward.ecs.CreateServiceRequest;
import io.execward.ecs.DescribeTasksRequest;
import io.execward.ecs.ExecFlag;
import io.execward.ecs.ExecRequest;
import io.execward.ecs.Launch;
import io.execward.ecs.LaunchSettings;
import io.execward.ecs.OperationRequest;
import io.execward.ecs.PassedRole;
import io.execward.ecs.RegisterTaskDefinitionRequest;
import io.execward.ecs.ResumeSessionRequest;
import io.execward.ecs.RunTaskRequest;
import io.execward.ecs.ServiceArn;
import io.execward.ecs.SessionArn;
import io.execward.ecs.SessionDocument;
import io.execward.ecs.StartSessionRequest;
import io.execward.ecs.StartTaskRequest;
import io.execward.ecs.TagResourceRequest;
import io.execward.ecs.TaskArn;
import io.execward.ecs.TaskDefinitionArn;
import io.execward.ecs.TerminateSessionRequest;
import io.execward.ecs.UntagResourceRequest;
import io.execward.ecs.UpdateClusterRequest;
import io.execward.ecs.UpdateServiceRequest;
import io.execward.lang.Operation;
import io.execward.lang.ResourceType;
import io.execward.model.Action;
import io.execward.model.Arn;
import io.execward.model.PolicySet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Operations as tests write them, with what is told of their targets. */
final class Calls {
    private final Parts parts;
    private final Caller caller;
    private final Givens givens;
    private final Complaints complaints;
    private boolean rolesTold = true;

    Calls(Parts parts, Caller caller, Givens givens, Complaints complaints) {
        this.parts = parts;
        this.caller = caller;
        this.givens = givens;
        this.complaints = complaints;
    }

    /**
     * False for a launch of which nothing tells what roles it passes: then a check may be missing, and it must not be said to be
     * allowed.
     */
    boolean isWhole() {
        return rolesTold;
    }

    Call of(Operation operation, PolicySet policies) {
        Call call = operation.verb() == Operation.Verb.ACTION
                ? single(operation, policies)
                : new Call.Operation(request(operation.verb()));
        parts.checkUsed();
        return call;
    }

    private Call single(Operation operation, PolicySet policies) {
        Action action = Action.of(parts.action(operation));
        String resource = parts.on().orElse("*");
        Optional<Map<String, String>> tags = resource.equals("*") ? Optional.of(Map.of()) : givenTags(resource);
        return new Call.Check(SingleCheck.request(caller, action, resource, tags, policies));
    }

    private Optional<Map<String, String>> givenTags(String arn) {
        return givens.has(arn) ? givens.thing(arn).tags() : Optional.empty();
    }

    private OperationRequest request(Operation.Verb verb) {
        return switch (verb) {
            case EXEC -> exec();
            case START_SESSION -> startSession();
            case TERMINATE_SESSION ->
                new TerminateSessionRequest(caller, session(), tags(session().toString()));
            case RESUME_SESSION ->
                new ResumeSessionRequest(caller, session(), tags(session().toString()));
            case RUN_TASK -> runTask();
            case START_TASK -> startTask();
            case CREATE_SERVICE -> createService();
            case UPDATE_SERVICE -> updateService();
            case UPDATE_CLUSTER -> updateCluster();
            case REGISTER_TASK_DEFINITION -> register();
            case DESCRIBE_TASKS -> describe();
            case TAG -> tag();
            case UNTAG -> untag();
            case ACTION -> throw new IllegalStateException("a single check is no operation");
        };
    }

    private Optional<Map<String, String>> tags(String arn) {
        return givens.thing(arn).tags();
    }

    private ExecRequest exec() {
        TaskArn task = TaskArn.of(parts.needed(ResourceType.TASK));
        ClusterArn cluster = cluster(task);
        ExecRequest request = ExecRequest.of(caller, cluster, task, container(task));
        Optional<Arn> key = parts.one(ResourceType.KEY).map(Arn::of).or(() -> givens.key(cluster));
        if (key.isPresent()) {
            request = request.encryptedWith(key.get());
        }
        Optional<Map<String, String>> ofCluster = tags(cluster.toString());
        if (ofCluster.isPresent()) {
            request = request.clusterTagged(ofCluster.get());
        }
        return tags(task.toString()).map(request::taskTagged).orElse(request);
    }

    /** Of the expectation, else of the task's ARN, else of what is given of the task. */
    private ClusterArn cluster(TaskArn task) {
        return parts.one(ResourceType.CLUSTER)
                .map(ClusterArn::of)
                .or(task::clusterArn)
                .or(() -> givens.thing(task.toString()).cluster().map(ClusterArn::of))
                .orElseThrow(() -> parts.missing(
                        "`" + task + "` does not tell its cluster (R-EXEC-05)",
                        "name the cluster too: `in cluster …`"));
    }

    private Container container(TaskArn task) {
        Optional<String> named = parts.oneText(ResourceType.CONTAINER);
        Optional<List<String>> known = givens.thing(task.toString()).containers();
        if (named.isPresent() && known.isPresent() && !known.get().contains(named.get())) {
            throw complaints.fatal(
                    "TEST-07",
                    parts.spanOf(ResourceType.CONTAINER).orElse(parts.span()),
                    "the task has no container `" + named.get() + "`",
                    Complaints.suggestion(named.get(), known.get(), "the task is given without containers"));
        }
        return named.map(Container::named).orElseGet(Container::omitted);
    }

    private StartSessionRequest startSession() {
        TaskArn task = TaskArn.of(parts.needed(ResourceType.TASK));
        SessionDocument document =
                parts.oneText(ResourceType.DOCUMENT).map(SessionDocument::named).orElseGet(SessionDocument::unnamed);
        return new StartSessionRequest(caller, task, tags(task.toString()), document);
    }

    private SessionArn session() {
        return SessionArn.of(parts.needed(ResourceType.SESSION));
    }

    private DescribeTasksRequest describe() {
        TaskArn task = TaskArn.of(parts.needed(ResourceType.TASK));
        return new DescribeTasksRequest(caller, cluster(task), task, tags(task.toString()));
    }

    private RunTaskRequest runTask() {
        TaskDefinitionArn definition = definition();
        return new RunTaskRequest(
                caller, cluster(), definition, tags(definition.toString()), launch(Optional.of(definition)));
    }

    private StartTaskRequest startTask() {
        TaskDefinitionArn definition = definition();
        List<Arn> instances = parts
                .all(ResourceType.INSTANCE)
                .orElseThrow(() -> parts.missing("no container instance is named", "name one: `on instance \"…\"`"))
                .stream()
                .map(Arn::of)
                .toList();
        return new StartTaskRequest(
                caller, cluster(), definition, instances, tags(definition.toString()), launch(Optional.of(definition)));
    }

    private CreateServiceRequest createService() {
        ServiceArn service = ServiceArn.of(parts.needed(ResourceType.SERVICE));
        TaskDefinitionArn definition = definition();
        return new CreateServiceRequest(caller, cluster(service), service, definition, launch(Optional.of(definition)));
    }

    private UpdateServiceRequest updateService() {
        ServiceArn service = ServiceArn.of(parts.needed(ResourceType.SERVICE));
        Optional<TaskDefinitionArn> definition =
                parts.one(ResourceType.TASK_DEFINITION).map(TaskDefinitionArn::of);
        return new UpdateServiceRequest(
                caller, cluster(service), service, definition, tags(service.toString()), launch(definition));
    }

    private UpdateClusterRequest updateCluster() {
        ClusterArn cluster = cluster();
        return new UpdateClusterRequest(caller, cluster, tags(cluster.toString()));
    }

    private RegisterTaskDefinitionRequest register() {
        TaskDefinitionArn definition = definition();
        return new RegisterTaskDefinitionRequest(
                caller,
                definition,
                roles(Optional.of(definition)),
                parts.tags().orElse(Map.of()),
                LaunchSettings.untold());
    }

    private TagResourceRequest tag() {
        String resource = target();
        Map<String, String> tags = parts.tags()
                .orElseThrow(() -> parts.missing("no tag is named", "write the tags: `with { team = \"payments\" }`"));
        return new TagResourceRequest(caller, Arn.of(resource), tags, tags(resource));
    }

    private UntagResourceRequest untag() {
        String resource = target();
        Set<String> keys = new TreeSet<>(parts.tagKeys()
                .orElseThrow(() -> parts.missing("no tag key is named", "write the keys: `tag team, stage`")));
        return new UntagResourceRequest(caller, Arn.of(resource), keys, tags(resource));
    }

    /** Whatever of ECS is named: a task, a cluster, a service, a task definition, a container instance, or an ARN. */
    private String target() {
        for (ResourceType type : List.of(
                ResourceType.TASK,
                ResourceType.SERVICE,
                ResourceType.TASK_DEFINITION,
                ResourceType.INSTANCE,
                ResourceType.CLUSTER)) {
            Optional<String> named = parts.one(type);
            if (named.isPresent()) {
                return named.get();
            }
        }
        return parts.on().orElseThrow(() -> parts.missing("nothing is named", "name a task, a cluster, a service …"));
    }

    private TaskDefinitionArn definition() {
        return TaskDefinitionArn.of(parts.needed(ResourceType.TASK_DEFINITION));
    }

    private ClusterArn cluster() {
        return ClusterArn.of(parts.needed(ResourceType.CLUSTER));
    }

    private ClusterArn cluster(ServiceArn service) {
        return parts.one(ResourceType.CLUSTER)
                .map(ClusterArn::of)
                .or(service::clusterArn)
                .orElseThrow(() -> parts.missing(
                        "`" + service + "` does not tell its cluster", "name the cluster too: `in cluster …`"));
    }

    private Launch launch(Optional<TaskDefinitionArn> definition) {
        ExecFlag flag = parts.exec()
                .map(enabled -> enabled ? ExecFlag.ON : ExecFlag.OFF)
                .orElse(ExecFlag.OMITTED);
        return Launch.passing(roles(definition)).exec(flag).tagging(parts.tags().orElse(Map.of()));
    }

    /** Those of the expectation, else those that the definition is given with; without a definition the service keeps its own. */
    private List<PassedRole> roles(Optional<TaskDefinitionArn> definition) {
        Optional<List<String>> told = parts.all(ResourceType.ROLE)
                .or(() -> definition.isPresent()
                        ? givens.thing(definition.get().toString()).roles()
                        : Optional.of(List.of()));
        rolesTold = told.isPresent();
        return told.orElse(List.of()).stream()
                .map(Arn::of)
                .map(PassedRole::toTasks)
                .toList();
    }
}
