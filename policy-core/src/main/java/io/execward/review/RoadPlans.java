// SPDX-License-Identifier: Apache-2.0
package io.execward.review;

import io.execward.account.AccountSnapshot;
import io.execward.account.EcsCluster;
import io.execward.account.EcsService;
import io.execward.account.EcsTask;
import io.execward.account.TaskDefinition;
import io.execward.account.TaskRole;
import io.execward.ecs.Caller;
import io.execward.ecs.ClusterArn;
import io.execward.ecs.Container;
import io.execward.ecs.CreateServiceRequest;
import io.execward.ecs.ExecConfiguration;
import io.execward.ecs.ExecFlag;
import io.execward.ecs.ExecRequest;
import io.execward.ecs.Launch;
import io.execward.ecs.LaunchSettings;
import io.execward.ecs.OperationRequest;
import io.execward.ecs.PassedRole;
import io.execward.ecs.RegisterTaskDefinitionRequest;
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
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/** The roads to a target (R-EXEC-19, R-EXEC-124 to R-EXEC-127, R-EXEC-136), but for those by tags: {@link Retagging}. */
final class RoadPlans {
    /** The id of a task that does not exist yet: nobody can know it, so no policy can mean it. */
    private static final String NEW_TASK = "0".repeat(32);

    private final ReviewOptions options;
    private final Caller nobody;
    /** The tags that policies look at, folded; nothing else can be changed to any effect. */
    private final Set<String> tagsRead;

    private final Choices choices;

    RoadPlans(AccountSnapshot account, ReviewOptions options, Caller nobody, Set<String> tagsRead) {
        this.choices = new Choices(this, account);
        this.options = options;
        this.nobody = nobody;
        this.tagsRead = tagsRead;
    }

    /** What the roads that start a new task depend on; many tasks share one origin. */
    record Origin(
            ClusterArn cluster,
            Optional<ServiceArn> service,
            String definition,
            Optional<Map<String, String>> tags,
            String container,
            boolean execEnabled,
            TaskRole role) {
        static Origin of(Target target) {
            EcsTask task = target.task();
            return new Origin(
                    task.cluster(),
                    task.serviceName().map(name -> serviceArn(target)),
                    task.taskDefinitionArn(),
                    task.tags(),
                    target.container(),
                    task.enableExecuteCommand(),
                    target.role());
        }
    }

    List<RoadPlan> of(Target target) {
        List<RoadPlan> plans = new ArrayList<>(ofTask(target));
        plans.addAll(ofOrigin(target));
        return plans;
    }

    /** The roads into the task itself. */
    List<RoadPlan> ofTask(Target target) {
        List<RoadPlan> plans = new ArrayList<>();
        Call exec = exec(target);
        plans.add(RoadPlan.of(RoadKind.EXEC, "", List.of(List.of(exec))));
        plans.add(
                RoadPlan.of(RoadKind.DIRECT_SESSION, "", List.of(List.of(session(target, options.sessionDocument())))));
        plans.add(RoadPlan.of(
                RoadKind.PORT_FORWARDING,
                "",
                options.forwardingDocuments().stream()
                        .map(document -> List.of(session(target, document)))
                        .toList()));
        lowerLogging(target, exec).ifPresent(plans::add);
        retagging(target, exec).ifPresent(retagging -> {
            plans.add(RoadPlan.of(RoadKind.RETAG_IN, retagging));
            plans.add(RoadPlan.of(RoadKind.RETAG_OUT, retagging));
        });
        return plans;
    }

    /** The shells that roads by tags ask about; their form says nothing that those roads do not say. */
    RoadPlan openShells(Target target) {
        return RoadPlan.of(
                RoadKind.RETAG_IN,
                "",
                List.of(retagging(target, exec(target)).orElseThrow().openShells()));
    }

    /** Only where the tags are known: else the shell itself is judged for whatever tags. */
    private Optional<Retagging> retagging(Target target, Call exec) {
        boolean known = target.task().tags().isPresent() && target.clusterTags().isPresent();
        return known && !tagsRead.isEmpty()
                ? Optional.of(new Retagging(this, target, exec, tagsRead))
                : Optional.empty();
    }

    /** The roads into a new task like it: the same for targets of one {@link Origin}. */
    List<RoadPlan> ofOrigin(Target target) {
        List<RoadPlan> plans = new ArrayList<>();
        updateService(target).ifPresent(plans::add);
        plans.add(runTask(target));
        plans.add(createService(target));
        runWithRole(target).ifPresent(plans::add);
        registerWithRole(target).ifPresent(plans::add);
        return plans;
    }

    /** A tag at which no policy looks. */
    String unreadTag() {
        String tag = "any";
        while (tagsRead.contains(tag)) {
            tag += "-other";
        }
        return tag;
    }

    Call call(Function<Caller, OperationRequest> by) {
        return Call.of(nobody, by);
    }

    /** A shell in the target as it is. */
    Call exec(Target target) {
        return exec(target, target.task().arn(), target.task().tags(), target.clusterTags());
    }

    /** A shell in the target's container, in a task of this ARN, with these tags. */
    Call exec(
            Target target,
            TaskArn task,
            Optional<Map<String, String>> taskTags,
            Optional<Map<String, String>> clusterTags) {
        return call(caller -> new ExecRequest(
                caller,
                target.task().cluster(),
                task,
                Container.named(target.container()),
                clusterTags,
                taskTags,
                target.key(),
                options.model()));
    }

    /** @param tags empty if they are not known */
    private Call execInNewTask(Target target, Optional<Map<String, String>> tags) {
        TaskArn task = target.task().cluster().task(NEW_TASK);
        return exec(target, task, tags, target.clusterTags());
    }

    private Call session(Target target, SessionDocument document) {
        return call(caller -> new StartSessionRequest(
                caller, target.task().arn(), target.task().tags(), document));
    }

    /** Only where exec is off: else the service has what the road would give. */
    private Optional<RoadPlan> updateService(Target target) {
        RoadKind kind = RoadKind.SWITCH_ON_BY_UPDATE_SERVICE;
        if (target.task().serviceName().isEmpty() || target.task().enableExecuteCommand()) {
            return Optional.empty();
        }
        Launch launch = Launch.passing(List.of()).exec(ExecFlag.ON);
        Call update = call(caller -> new UpdateServiceRequest(
                caller, target.task().cluster(), serviceArn(target), Optional.empty(), serviceTags(target), launch));
        Call exec = execInNewTask(target, target.task().tags());
        return Optional.of(RoadPlan.of(kind, SAME_DEFINITION, List.of(List.of(update, exec)))
                .or(choices.switchOnByUpdateService(
                        target.task().cluster(), update, tags -> execInNewTask(target, tags))));
    }

    private static final String SAME_DEFINITION =
            "the definition stays, so that no role is passed; new tasks are taken to be tagged as this one is";

    private static ServiceArn serviceArn(Target target) {
        return target.service()
                .map(EcsService::arn)
                .map(ServiceArn::of)
                .orElseGet(() -> target.task()
                        .cluster()
                        .service(target.task().serviceName().orElseThrow()));
    }

    private static Optional<Map<String, String>> serviceTags(Target target) {
        return target.service().flatMap(EcsService::tags);
    }

    private static final String NO_DEFINITION =
            "its task definition was not supplied, so the roles to pass are not known";

    private RoadPlan runTask(Target target) {
        RoadKind kind = RoadKind.SWITCH_ON_BY_RUN_TASK;
        if (target.definition().isEmpty()) {
            return RoadPlan.unknown(kind, NO_DEFINITION);
        }
        List<List<Call>> ways = new ArrayList<>();
        for (Map<String, String> tags : launchTags(target)) {
            ways.add(List.of(runTaskWithExec(target, tags), execInNewTask(target, Optional.of(tags))));
        }
        List<PassedRole> taskRole = target.definition()
                .flatMap(TaskDefinition::taskRoleArn)
                .map(arn -> List.of(PassedRole.toTasks(Arn.of(arn))))
                .orElse(List.of());
        return RoadPlan.of(kind, TAGGED_OR_NOT, ways)
                .or(choices.switchOnByRunTask(
                        target.task().cluster(),
                        taskRole,
                        tags -> runTaskWithExec(target, tags),
                        tags -> execInNewTask(target, tags)));
    }

    private Call runTaskWithExec(Target target, Map<String, String> tags) {
        Launch launch = launch(target).exec(ExecFlag.ON).tagging(tags);
        return call(caller -> runTask(caller, target, launch));
    }

    private static final String TAGGED_OR_NOT =
            "the new task is taken to have no tags, or those that this one has and that the launch then sets";

    private RoadPlan createService(Target target) {
        RoadKind kind = RoadKind.SWITCH_ON_BY_CREATE_SERVICE;
        if (target.definition().isEmpty()) {
            return RoadPlan.unknown(kind, NO_DEFINITION);
        }
        List<List<Call>> ways = new ArrayList<>();
        for (Map<String, String> tags : launchTags(target)) {
            ways.add(List.of(createServiceWithExec(target, tags), execInNewTask(target, Optional.of(tags))));
        }
        return RoadPlan.of(kind, "the service is taken to be called `FAMILY-exec`; " + TAGGED_OR_NOT, ways)
                .or(choices.switchOnByCreateService(
                        target.task().cluster(),
                        launch(target).roles(),
                        tags -> createServiceWithExec(target, tags),
                        tags -> execInNewTask(target, tags)));
    }

    private Call createServiceWithExec(Target target, Map<String, String> tags) {
        TaskDefinitionArn definition = definition(target);
        LaunchSettings settings = LaunchSettings.untold()
                .propagateTags(
                        tags.isEmpty() ? LaunchSettings.PropagateTags.NONE : LaunchSettings.PropagateTags.SERVICE);
        Launch launch = launch(target).exec(ExecFlag.ON).tagging(tags).with(settings);
        return call(caller ->
                CreateServiceRequest.of(caller, target.task().cluster(), newName(definition), definition, launch));
    }

    private static String newName(TaskDefinitionArn definition) {
        String name = definition.family() + "-exec";
        return name.length() <= 255 ? name : definition.family();
    }

    /** No tags, then those of the task that a caller may set. */
    private static List<Map<String, String>> launchTags(Target target) {
        Map<String, String> settable = new TreeMap<>(target.task().tags().orElse(Map.of()));
        settable.keySet().removeIf(key -> key.regionMatches(true, 0, "aws:", 0, 4)); // reserved (R-EXEC-41)
        return settable.isEmpty() ? List.of(Map.of()) : List.of(Map.of(), settable);
    }

    private static TaskDefinitionArn definition(Target target) {
        return TaskDefinitionArn.of(target.definition()
                .map(TaskDefinition::arn)
                .orElseGet(() -> target.task().taskDefinitionArn()));
    }

    /** A launch of the definition, which passes its roles. */
    private static Launch launch(Target target) {
        TaskDefinition definition = target.definition().orElseThrow();
        List<PassedRole> roles = new ArrayList<>();
        definition.taskRoleArn().ifPresent(arn -> roles.add(PassedRole.toTasks(Arn.of(arn))));
        definition.executionRoleArn().ifPresent(arn -> roles.add(PassedRole.toTasks(Arn.of(arn))));
        return Launch.passing(roles);
    }

    private static RunTaskRequest runTask(Caller caller, Target target, Launch launch) {
        return new RunTaskRequest(
                caller,
                target.task().cluster(),
                definition(target),
                target.definition().flatMap(TaskDefinition::tags),
                launch);
    }

    private static final String OWN_DEFINITION = "with the task's own definition and a command in the overrides";

    private Optional<RoadPlan> runWithRole(Target target) {
        RoadKind kind = RoadKind.RUN_WITH_ROLE;
        return target.role()
                .match(
                        role -> Optional.of(
                                RoadPlan.of(kind, OWN_DEFINITION, List.of(List.of(runWithRole(target, role))))
                                        .or(choices.runWithRole(target.task().cluster(), role))),
                        Optional::empty,
                        definition -> Optional.of(RoadPlan.unknown(kind, NO_DEFINITION)));
    }

    private Call runWithRole(Target target, String role) {
        List<PassedRole> roles = new ArrayList<>();
        roles.add(PassedRole.toTasks(Arn.of(role)));
        // Where the definition was not supplied, the overrides name the role as the execution role too.
        target.definition()
                .flatMap(TaskDefinition::executionRoleArn)
                .ifPresent(arn -> roles.add(PassedRole.toTasks(Arn.of(arn))));
        Launch launch = Launch.passing(roles);
        return call(caller -> runTask(caller, target, launch));
    }

    private Optional<RoadPlan> registerWithRole(Target target) {
        RoadKind kind = RoadKind.REGISTER_WITH_ROLE;
        return target.role()
                .match(
                        role -> Optional.of(RoadPlan.of(kind, OWN_FAMILY, registerWithRole(target, role))
                                .or(choices.registerWithRole(target.task().cluster(), role))),
                        Optional::empty,
                        definition -> Optional.of(RoadPlan.unknown(kind, NO_DEFINITION)));
    }

    private static final String OWN_FAMILY =
            "as the family's next revision, or as a family called `FAMILY-exec`; without execution role";

    private List<List<Call>> registerWithRole(Target target, String role) {
        ClusterArn cluster = target.task().cluster();
        TaskDefinitionArn own = TaskDefinitionArn.of(target.task().taskDefinitionArn());
        TaskDefinitionArn next = withRevision(own, own.family(), own.revision().orElse(0) + 1);
        TaskDefinitionArn other = withRevision(own, newName(own), 1);
        List<PassedRole> roles = List.of(PassedRole.toTasks(Arn.of(role)));
        Launch launch = Launch.passing(roles);
        List<List<Call>> ways = new ArrayList<>();
        for (TaskDefinitionArn definition : List.of(next, other)) {
            Call register = call(caller -> RegisterTaskDefinitionRequest.of(caller, definition, roles));
            ways.add(List.of(
                    register,
                    call(caller -> RunTaskRequest.of(caller, cluster, definition, launch)
                            .definitionTagged(Map.of()))));
            if (target.task().serviceName().isPresent()) {
                ways.add(List.of(
                        register,
                        call(caller -> new UpdateServiceRequest(
                                caller,
                                cluster,
                                serviceArn(target),
                                Optional.of(definition),
                                serviceTags(target),
                                launch))));
            }
        }
        return ways;
    }

    private static TaskDefinitionArn withRevision(TaskDefinitionArn arn, String family, int revision) {
        return new TaskDefinitionArn(arn.partition(), arn.region(), arn.account(), family, Optional.of(revision));
    }

    /** Only where something is logged; no configuration logs like DEFAULT (R-EXEC-54). */
    private Optional<RoadPlan> lowerLogging(Target target, Call exec) {
        boolean off = target.cluster()
                .flatMap(EcsCluster::execConfiguration)
                .filter(configuration -> configuration.logging() == ExecConfiguration.Logging.NONE)
                .isPresent();
        if (off) {
            return Optional.empty();
        }
        Call update =
                call(caller -> new UpdateClusterRequest(caller, target.task().cluster(), target.clusterTags()));
        return Optional.of(RoadPlan.of(RoadKind.LOWER_LOGGING, "", List.of(List.of(update, exec))));
    }
}
