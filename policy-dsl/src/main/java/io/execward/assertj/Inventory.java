// SPDX-License-Identifier: Apache-2.0
package io.execward.assertj;

import io.execward.account.AccountSnapshot;
import io.execward.account.EcsCluster;
import io.execward.account.EcsService;
import io.execward.account.EcsTask;
import io.execward.account.TaskDefinition;
import io.execward.ecs.Caller;
import io.execward.ecs.ClusterArn;
import io.execward.ecs.Container;
import io.execward.ecs.ExecFlag;
import io.execward.ecs.ExecRequest;
import io.execward.ecs.Launch;
import io.execward.ecs.OperationRequest;
import io.execward.ecs.PassedRole;
import io.execward.ecs.RunTaskRequest;
import io.execward.ecs.ServiceArn;
import io.execward.ecs.SessionDocument;
import io.execward.ecs.StartSessionRequest;
import io.execward.ecs.TaskArn;
import io.execward.ecs.TaskDefinitionArn;
import io.execward.ecs.UpdateClusterRequest;
import io.execward.ecs.UpdateServiceRequest;
import io.execward.model.Arn;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * What there is to do: the calls on which two sets of policies are compared. Immutable.
 *
 * @see CallerAssert#grantsNothingBeyond
 */
public final class Inventory {
    private static final SessionDocument FORWARDING = SessionDocument.named("AWS-StartPortForwardingSession");

    private final List<Function<Caller, OperationRequest>> calls;

    private Inventory(List<Function<Caller, OperationRequest>> calls) {
        this.calls = List.copyOf(calls);
    }

    /** Nothing yet; an inventory without any call is refused where it is used. */
    public static Inventory empty() {
        return new Inventory(List.of());
    }

    /**
     * By the documents of an account: a shell in every container (in one that is not known, if no document tells
     * of a task's containers), a direct session and port forwarding on every task, switching exec on
     * for every service, running every task definition with exec on in every cluster, and changing every cluster.
     */
    public static Inventory of(AccountSnapshot account) {
        List<Function<Caller, OperationRequest>> calls = new ArrayList<>();
        for (EcsTask task : account.tasks()) {
            for (Container container : containers(account, task)) {
                calls.add(caller ->
                        AccountTargets.told(account, ExecRequest.of(caller, task.cluster(), task.arn(), container)));
            }
            calls.addAll(sessions(task.arn(), task.tags()));
        }
        for (EcsService service : account.services()) {
            Launch on = Launch.passing(List.of()).exec(ExecFlag.ON);
            calls.add(caller -> new UpdateServiceRequest(
                    caller, service.cluster(), ServiceArn.of(service.arn()), Optional.empty(), service.tags(), on));
        }
        for (EcsCluster cluster : account.clusters()) {
            for (TaskDefinition definition : account.taskDefinitions()) {
                run(cluster.arn(), definition).ifPresent(calls::add);
            }
            calls.add(caller -> new UpdateClusterRequest(caller, cluster.arn(), cluster.tags()));
        }
        return new Inventory(calls);
    }

    /** The same with a shell in these containers of the task, a direct session and port forwarding; nothing is told of tags. */
    public Inventory withTask(TaskArn task, String container, String... more) {
        List<Function<Caller, OperationRequest>> all = new ArrayList<>(calls);
        List<String> containers = new ArrayList<>(List.of(container));
        containers.addAll(List.of(more));
        for (String name : containers) {
            all.add(caller -> ExecRequest.of(caller, task, Container.named(name)));
        }
        all.addAll(sessions(task, Optional.empty()));
        return new Inventory(all);
    }

    /** The same with this call: {@code with(caller -> DescribeTasksRequest.of(caller, …))}. */
    public Inventory with(Function<Caller, OperationRequest> call) {
        List<Function<Caller, OperationRequest>> all = new ArrayList<>(calls);
        all.add(call);
        return new Inventory(all);
    }

    /** Every call, made by this caller. */
    List<OperationRequest> requests(Caller caller) {
        if (calls.isEmpty()) {
            throw new IllegalArgumentException("the inventory has no call, so there is nothing to compare");
        }
        return calls.stream().map(call -> call.apply(caller)).toList();
    }

    private static List<Function<Caller, OperationRequest>> sessions(TaskArn task, Optional<Map<String, String>> tags) {
        return List.of(
                caller -> new StartSessionRequest(caller, task, tags, SessionDocument.unnamedAndUnchecked()),
                caller -> new StartSessionRequest(caller, task, tags, FORWARDING));
    }

    /** Of a task whose containers no document tells, one that is not known: its shells are not to be left out. */
    private static List<Container> containers(AccountSnapshot account, EcsTask task) {
        List<Container> containers = (task.containers().isEmpty()
                        ? account.taskDefinition(task).map(TaskDefinition::containers).orElse(List.of()).stream()
                                .map(TaskDefinition.ContainerDefinition::name)
                        : task.containers().stream().map(EcsTask.TaskContainer::name))
                .map(Container::named)
                .toList();
        return containers.isEmpty() ? List.of(Container.omitted()) : containers;
    }

    /** A definition runs only where it is. */
    private static Optional<Function<Caller, OperationRequest>> run(ClusterArn cluster, TaskDefinition definition) {
        TaskDefinitionArn arn = TaskDefinitionArn.of(definition.arn());
        if (!arn.region().equals(cluster.region()) || !arn.account().equals(cluster.account())) {
            return Optional.empty();
        }
        List<PassedRole> roles = new ArrayList<>();
        definition.taskRoleArn().ifPresent(role -> roles.add(PassedRole.toTasks(Arn.of(role))));
        definition.executionRoleArn().ifPresent(role -> roles.add(PassedRole.toTasks(Arn.of(role))));
        Launch on = Launch.passing(roles).exec(ExecFlag.ON);
        return Optional.of(caller -> new RunTaskRequest(caller, cluster, arn, definition.tags(), on));
    }
}
