// SPDX-License-Identifier: Apache-2.0
package io.execward.review;

import static java.util.Comparator.comparing;

import com.google.common.base.Splitter;
import io.execward.account.AccountSnapshot;
import io.execward.account.EcsService;
import io.execward.account.TaskDefinition;
import io.execward.ecs.ClusterArn;
import io.execward.ecs.CreateServiceRequest;
import io.execward.ecs.ExecFlag;
import io.execward.ecs.Launch;
import io.execward.ecs.PassedRole;
import io.execward.ecs.RegisterTaskDefinitionRequest;
import io.execward.ecs.RunTaskRequest;
import io.execward.ecs.ServiceArn;
import io.execward.ecs.StartTaskRequest;
import io.execward.ecs.TaskDefinitionArn;
import io.execward.ecs.UpdateServiceRequest;
import io.execward.evaluate.Decision;
import io.execward.evaluate.Fact;
import io.execward.evaluate.Undecided;
import io.execward.evaluate.Verdict;
import io.execward.model.Action;
import io.execward.model.Arn;
import io.execward.model.Context;
import io.execward.model.ContextValue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * What may be chosen on the roads that start tasks (R-EXEC-44, R-EXEC-123 to R-EXEC-126). Definitions, clusters and services are those
 * of the documents, then those that the caller's policies mention. What is tried is the same for all targets of one Region, so that
 * targets that are alike stay alike.
 */
final class Choices {
    private static final int MOST_WAYS = 64;
    private static final int MOST_RUNNABLE = 32;
    private static final Action RUN_TASK = Action.of("ecs:RunTask");
    private static final Action START_TASK = Action.of("ecs:StartTask");
    private static final Action CREATE_SERVICE = Action.of("ecs:CreateService");
    private static final Action UPDATE_SERVICE = Action.of("ecs:UpdateService");
    private static final Action REGISTER = Action.of("ecs:RegisterTaskDefinition");
    private static final Action PASS_ROLE = Action.of("iam:PassRole");
    private static final Context TAGS = Context.builder()
            .unknownFamily("aws:RequestTag/")
            .unknown("aws:TagKeys")
            .build();
    private static final Context ANYTHING = Context.builder()
            .addAll(TAGS)
            .unknownFamily("aws:ResourceTag/")
            .unknownFamily("ecs:ResourceTag/")
            .unknown("aws:RequestedRegion")
            .build();
    private static final Context ANYWHERE = Context.builder()
            .addAll(ANYTHING)
            .unknown("ecs:cluster")
            .unknown("ecs:enable-execute-command")
            .build();

    private final RoadPlans plans;
    private final Set<ClusterArn> clusters = new LinkedHashSet<>();
    private final List<TaskDefinition> definitions;
    private final Map<String, TaskDefinition> byArn = new HashMap<>();
    private final List<EcsService> services;

    Choices(RoadPlans plans, AccountSnapshot account) {
        this.plans = plans;
        Set<String> names = new TreeSet<>();
        account.clusters().forEach(cluster -> names.add(cluster.arn().toString()));
        account.tasks().forEach(task -> names.add(task.cluster().toString()));
        names.forEach(name -> clusters.add(ClusterArn.of(name)));
        this.definitions = account.taskDefinitions().stream()
                .sorted(comparing(TaskDefinition::arn))
                .toList();
        this.services =
                account.services().stream().sorted(comparing(EcsService::arn)).toList();
    }

    /** A call with the facts open that a caller may choose, and where its resource may be chosen from. */
    private static Choice.Part part(Call call, Action action, Context open, String kind) {
        return new Choice.Part(call.choosing(action, open), Optional.of(kind));
    }

    private static Choice.Part own(Call call, Action action, Context open) {
        return new Choice.Part(call.choosing(action, open), Optional.empty());
    }

    private static String kind(ClusterArn at, String type) {
        return "arn:" + at.partition() + ":ecs:*:" + at.account() + ":" + type + "/*";
    }

    private static Context and(Context context, String key) {
        return context.plus(Context.builder().unknown(key).build());
    }

    /** A cluster and a definition that stand for whichever. */
    private record Any(ClusterArn cluster, TaskDefinitionArn definition) {
        static Any where(ClusterArn at) {
            return new Any(
                    new ClusterArn(at.partition(), at.region(), at.account(), "any"),
                    new TaskDefinitionArn(at.partition(), at.region(), at.account(), "any", Optional.of(1)));
        }

        Arn instance() {
            return new Arn(
                    cluster.partition(), "ecs", cluster.region(), cluster.account(), "container-instance/any/any");
        }
    }

    private Choice.Part runTask(Any any) {
        return part(
                runTask(any.cluster(), any.definition(), Launch.passing(List.of())),
                RUN_TASK,
                ANYWHERE,
                kind(any.cluster(), "task-definition"));
    }

    private Call runTask(ClusterArn cluster, TaskDefinitionArn definition, Launch launch) {
        Optional<Map<String, String>> tags =
                Optional.ofNullable(byArn.get(definition.toString())).flatMap(TaskDefinition::tags);
        return plans.call(caller -> new RunTaskRequest(caller, cluster, definition, tags, launch));
    }

    private Choice.Part startTask(Any any) {
        Call start = plans.call(caller -> StartTaskRequest.of(
                caller, any.cluster(), any.definition(), List.of(any.instance()), Launch.passing(List.of())));
        return part(
                start, START_TASK, and(ANYWHERE, "ecs:container-instances"), kind(any.cluster(), "task-definition"));
    }

    private Choice.Part createService(Any any) {
        Call create = plans.call(caller ->
                CreateServiceRequest.of(caller, any.cluster(), "any", any.definition(), Launch.passing(List.of())));
        return part(create, CREATE_SERVICE, and(ANYWHERE, "ecs:task-definition"), kind(any.cluster(), "service"));
    }

    private Choice.Part updateService(Any any) {
        Call update = plans.call(caller -> new UpdateServiceRequest(
                caller,
                any.cluster(),
                any.cluster().service("any"),
                Optional.of(any.definition()),
                Optional.empty(),
                Launch.passing(List.of())));
        return part(update, UPDATE_SERVICE, and(ANYWHERE, "ecs:task-definition"), kind(any.cluster(), "service"));
    }

    private Choice.Part passing(Any any, List<PassedRole> roles) {
        return own(runTask(any.cluster(), any.definition(), Launch.passing(roles)), PASS_ROLE, Context.empty());
    }

    /**
     * Any definition, in any cluster: the overrides replace its roles and its command (R-EXEC-44), and the execution role may be the
     * task role itself.
     */
    Choice runWithRole(ClusterArn at, String role) {
        Any any = Any.where(at);
        List<PassedRole> roles = List.of(PassedRole.toTasks(Arn.of(role)));
        Choice.Part run = runTask(any);
        return new Choice(
                at,
                List.of(List.of(passing(any, roles)), List.of(run, startTask(any))),
                List.of(),
                chooser -> runnable(at, run, chooser).stream()
                        .map(it -> List.of(runTask(it.cluster(), it.definition(), it.with(Launch.passing(roles)))))
                        .toList(),
                "with a definition whose roles and command the overrides replace",
                "not open with the definitions that the documents name, but nothing rules out that it is with another"
                        + " one, in another Region, or by ecs:StartTask");
    }

    /** A definition that the caller may run, where and how. */
    private record Launchable(TaskDefinitionArn definition, ClusterArn cluster, Wanted wanted, boolean isSure) {
        Launch with(Launch launch) {
            return launch.tagging(wanted.tags()).exec(wanted.exec() ? ExecFlag.ON : launch.execFlag());
        }
    }

    /** Which role is passed does not matter to what can be run, so it is found out once. */
    private List<Launchable> runnable(ClusterArn at, Choice.Part run, Choice.Chooser chooser) {
        String here = at.partition() + " " + at.region() + " " + at.account();
        return chooser.once("run in " + here, () -> {
            List<Launchable> all = new ArrayList<>();
            for (TaskDefinitionArn definition : definitions(at, chooser.mentioned(run), true)) {
                List<Launchable> found = runnable(at, definition, chooser);
                if (found.stream().anyMatch(Launchable::isSure)) {
                    return found; // nothing can be easier
                }
                if (all.size() < MOST_RUNNABLE) {
                    all.addAll(found);
                }
            }
            return all;
        });
    }

    private List<Launchable> runnable(ClusterArn at, TaskDefinitionArn definition, Choice.Chooser chooser) {
        Call open = runTask(Any.where(at).cluster(), definition, Launch.passing(List.of()))
                .choosing(RUN_TASK, ANYWHERE.plus(Context.of("aws:RequestedRegion", at.region())));
        List<Launchable> all = new ArrayList<>();
        for (Map<Fact, Undecided.Value> facts :
                allowing(chooser.explain(chooser.requests(open).get(0)))) {
            Wanted wanted = Wanted.of(facts);
            clusters(at, wanted)
                    .forEach(cluster -> all.add(new Launchable(definition, cluster, wanted, facts.isEmpty())));
        }
        return all;
    }

    /** What has to be chosen so that the call is allowed: one choice without any need if it is allowed as it is. */
    private static List<Map<Fact, Undecided.Value>> allowing(Decision decision) {
        if (decision.verdict() == Verdict.ALLOWED) {
            return List.of(Map.of());
        }
        return decision.undecided().map(Undecided::ways).orElse(List.of()).stream()
                .filter(way -> way.verdict() == Verdict.ALLOWED)
                .map(Undecided.Way::values)
                .toList();
    }

    private List<ClusterArn> clusters(ClusterArn at, Wanted wanted) {
        List<ClusterArn> here = clusters.stream()
                .filter(cluster -> cluster.partition().equals(at.partition())
                        && cluster.region().equals(at.region())
                        && cluster.account().equals(at.account()))
                .toList();
        if (wanted.cluster().isEmpty()) {
            return here.subList(0, 1);
        }
        List<ClusterArn> all = new ArrayList<>(here);
        wanted.cluster().flatMap(text -> tryRead(text, ClusterArn::of)).ifPresent(all::add);
        return all;
    }

    private static <T> Optional<T> tryRead(String text, Function<String, T> reader) {
        try {
            return Optional.of(reader.apply(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty(); // a pattern's sample need not name anything
        }
    }

    /** Of the documents, then of the patterns; in this Region. */
    private List<TaskDefinitionArn> definitions(ClusterArn at, List<String> patterns, boolean known) {
        Set<TaskDefinitionArn> all = new LinkedHashSet<>();
        String type = "arn:" + at.partition() + ":ecs:" + at.region() + ":" + at.account() + ":task-definition/";
        if (known) {
            definitions.stream()
                    .map(TaskDefinition::arn)
                    .filter(arn -> arn.startsWith(type))
                    .forEach(arn -> all.add(TaskDefinitionArn.of(arn)));
        }
        for (String pattern : patterns) {
            for (String name : names(pattern, "task-definition/")) {
                tryRead(type + name, TaskDefinitionArn::of)
                        .or(() -> tryRead(type + name + ":1", TaskDefinitionArn::of))
                        .or(() -> tryRead(type + name + "1", TaskDefinitionArn::of))
                        .map(arn -> arn.revision().isPresent() ? arn : TaskDefinitionArn.of(arn + ":1"))
                        .ifPresent(all::add);
            }
        }
        return List.copyOf(all);
    }

    /** Names that a resource pattern of this type means, its wildcards filled in; none for one of another type. */
    private static List<String> names(String pattern, String type) {
        List<String> fields = Splitter.on(':').limit(6).splitToList(pattern);
        String resource = fields.size() == 6 ? fields.get(5) : "*";
        if (resource.contains("${") || !(resource.startsWith(type) || resource.startsWith("*"))) {
            return List.of();
        }
        String name = resource.startsWith(type) ? resource.substring(type.length()) : "*";
        return List.of(
                name.replace("*", "").replace('?', '1'), name.replace("*", "x").replace('?', 'x'));
    }

    /** What the facts of a call say about how it has to be made. */
    private record Wanted(Map<String, String> tags, Optional<String> cluster, boolean exec) {
        static Wanted of(Map<Fact, Undecided.Value> facts) {
            Map<String, String> tags = new TreeMap<>();
            Optional<String> cluster = Optional.empty();
            boolean exec = false;
            for (Map.Entry<Fact, Undecided.Value> entry : facts.entrySet()) {
                Optional<String> value = first(entry.getValue().example());
                String key = entry.getKey().key().folded();
                if (key.startsWith("aws:requesttag/") && value.isPresent()) {
                    tags.put(tag(entry.getKey()), value.get());
                } else if (key.equals("ecs:cluster")) {
                    cluster = Optional.of(value.orElse(""));
                } else if (key.equals("ecs:enable-execute-command")) {
                    exec = value.filter("true"::equals).isPresent();
                }
            }
            return new Wanted(tags, cluster, exec);
        }

        private static Optional<String> first(ContextValue value) {
            return value instanceof ContextValue.Present present
                            && !present.values().isEmpty()
                    ? Optional.of(present.values().get(0))
                    : Optional.empty();
        }
    }

    /** Any family, then run or put into service in any way. */
    Choice registerWithRole(ClusterArn at, String role) {
        Any any = Any.where(at);
        List<PassedRole> roles = List.of(PassedRole.toTasks(Arn.of(role)));
        Call register = plans.call(caller -> RegisterTaskDefinitionRequest.of(caller, any.definition(), List.of()));
        Choice.Part registering = part(register, REGISTER, ANYTHING, kind(at, "task-definition"));
        Choice.Part run = runTask(any);
        Choice.Part create = createService(any);
        Choice.Part update = updateService(any);
        return new Choice(
                at,
                List.of(
                        List.of(passing(any, roles)),
                        List.of(registering),
                        List.of(run, startTask(any), create, update)),
                List.of(),
                chooser -> {
                    List<String> patterns = new ArrayList<>(chooser.mentioned(registering));
                    patterns.addAll(chooser.mentioned(run));
                    List<List<Call>> ways = new ArrayList<>();
                    for (TaskDefinitionArn definition : definitions(at, patterns, false)) {
                        ways.addAll(registering(
                                at,
                                definition,
                                Launch.passing(roles),
                                chooser.isClosed(create) ? List.of() : services(at, chooser.mentioned(create)),
                                chooser.isClosed(update) ? List.of() : services,
                                chooser));
                    }
                    return ways;
                },
                "in a family or with a service of another name; without execution role",
                "not open with the families and services that the documents name, but nothing rules out that it is with"
                        + " another one, in another Region, or by ecs:StartTask");
    }

    private List<List<Call>> registering(
            ClusterArn at,
            TaskDefinitionArn definition,
            Launch launch,
            List<ServiceArn> mentioned,
            List<EcsService> updatable,
            Choice.Chooser chooser) {
        Call register = plans.call(caller -> RegisterTaskDefinitionRequest.of(caller, definition, launch.roles()));
        if (chooser.explain(chooser.requests(register).get(0)).verdict().isDenied()) {
            return List.of();
        }
        List<List<Call>> ways = new ArrayList<>();
        String name = "run " + definition;
        for (Launchable it : chooser.once(name, () -> runnable(at, definition, chooser))) {
            ways.add(List.of(register, runTask(it.cluster(), definition, it.with(launch))));
        }
        for (ServiceArn service : mentioned) {
            service.clusterArn()
                    .ifPresent(cluster -> ways.add(List.of(
                            register,
                            plans.call(caller ->
                                    CreateServiceRequest.of(caller, cluster, service.name(), definition, launch)))));
        }
        for (EcsService service : updatable) {
            ClusterArn cluster = service.cluster();
            boolean here = cluster.region().equals(at.region())
                    && cluster.account().equals(at.account())
                    && cluster.partition().equals(at.partition());
            if (here && ways.size() < MOST_WAYS) {
                ways.add(List.of(
                        register,
                        plans.call(caller -> new UpdateServiceRequest(
                                caller,
                                cluster,
                                ServiceArn.of(service.arn()),
                                Optional.of(definition),
                                service.tags(),
                                launch))));
            }
        }
        return ways;
    }

    private List<ServiceArn> services(ClusterArn at, List<String> patterns) {
        Set<ServiceArn> all = new LinkedHashSet<>();
        for (ClusterArn cluster : clusters) {
            boolean here =
                    cluster.region().equals(at.region()) && cluster.account().equals(at.account());
            for (String pattern : here ? patterns : List.<String>of()) {
                for (String name : names(pattern, "service/")) {
                    String last = name.substring(name.lastIndexOf('/') + 1);
                    tryRead(cluster.service(last.isEmpty() ? "any" : last).toString(), ServiceArn::of)
                            .ifPresent(all::add);
                }
            }
        }
        return List.copyOf(all);
    }

    /**
     * Other tags of the new task, and an execution role that is the task role.
     *
     * @param run the definition as it is run here, with these tags
     */
    Choice switchOnByRunTask(
            ClusterArn at,
            List<PassedRole> taskRole,
            Function<Map<String, String>, Call> run,
            Function<Optional<Map<String, String>>, Call> exec) {
        Any any = Any.where(at);
        Choice.Part running = own(run.apply(Map.of()), RUN_TASK, TAGS);
        List<List<Choice.Part>> parts = new ArrayList<>(List.of(
                List.of(running, startTask(any)), List.of(own(exec.apply(Optional.empty()), EXEC, Context.empty()))));
        if (!taskRole.isEmpty()) {
            parts.add(List.of(passing(any, taskRole)));
        }
        return new Choice(
                at,
                parts,
                List.of(run.apply(Map.of(plans.unreadTag(), "any")).withAnyTags(), exec.apply(Optional.empty())),
                chooser -> tagged(running.call(), run, exec, chooser),
                OTHER_TAGS,
                "not open with the tags that were tried, but nothing rules out that it is with others, with another"
                        + " execution role, or by ecs:StartTask");
    }

    private static final Action EXEC = Action.of("ecs:ExecuteCommand");

    /** Other tags of the new task, another name of the service. */
    Choice switchOnByCreateService(
            ClusterArn at,
            List<PassedRole> roles,
            Function<Map<String, String>, Call> create,
            Function<Optional<Map<String, String>>, Call> exec) {
        Any any = Any.where(at);
        List<List<Choice.Part>> parts = new ArrayList<>(List.of(
                List.of(createService(any)), List.of(own(exec.apply(Optional.empty()), EXEC, Context.empty()))));
        for (PassedRole role : roles) {
            parts.add(List.of(passing(any, List.of(role))));
        }
        return new Choice(
                at,
                parts,
                List.of(
                        create.apply(Map.of(plans.unreadTag(), "any")).withAnyTags(),
                        create.apply(Map.of()).choosing(CREATE_SERVICE, TAGS_OF_NEW),
                        exec.apply(Optional.empty())),
                chooser -> tagged(create.apply(Map.of()).choosing(CREATE_SERVICE, TAGS_OF_NEW), create, exec, chooser),
                "the service is taken to be called `FAMILY-exec`; " + OTHER_TAGS,
                "not open for a service called `FAMILY-exec` with the tags that were tried, but nothing rules out that it is"
                        + " with another name or other tags");
    }

    private static final String OTHER_TAGS = "the launch sets tags that the policies ask for";

    private static final Context TAGS_OF_NEW = Context.builder()
            .addAll(TAGS)
            .unknownFamily("aws:ResourceTag/")
            .unknownFamily("ecs:ResourceTag/")
            .unknown("ecs:propagate-tags")
            .build();

    /** Where the tags of a service's new tasks come from is chosen too. */
    Choice switchOnByUpdateService(ClusterArn at, Call update, Function<Optional<Map<String, String>>, Call> exec) {
        Context open = Context.builder()
                .unknown("ecs:task-definition")
                .unknown("ecs:propagate-tags")
                .build();
        return new Choice(
                at,
                List.of(
                        List.of(own(update, UPDATE_SERVICE, open)),
                        List.of(own(exec.apply(Optional.empty()), EXEC, Context.empty()))),
                List.of(exec.apply(Optional.empty())),
                chooser -> List.of(),
                "",
                "not open if new tasks are tagged as this one is, but nothing rules out that it is with the tags of the"
                        + " definition or of the service");
    }

    private static boolean isTagOfTask(Fact fact) {
        return TagsRead.tag(fact.key()).isPresent()
                && fact.resource().filter(arn -> arn.contains(":task/")).isPresent();
    }

    private static String tag(Fact fact) {
        String name = fact.key().name();
        return name.substring(name.indexOf('/') + 1);
    }

    /** Tags with which both the launch and the shell would be allowed. */
    private static List<List<Call>> tagged(
            Call open,
            Function<Map<String, String>, Call> launch,
            Function<Optional<Map<String, String>>, Call> exec,
            Choice.Chooser chooser) {
        Set<Map<String, String>> all = new LinkedHashSet<>();
        List<Map<Fact, Undecided.Value>> launches =
                allowing(chooser.explain(chooser.requests(open).get(0)));
        for (Map<Fact, Undecided.Value> ofShell : allowing(
                chooser.explain(chooser.requests(exec.apply(Optional.empty())).get(0)))) {
            for (Map<Fact, Undecided.Value> ofLaunch : launches) {
                Map<String, String> tags = new TreeMap<>(Wanted.of(ofLaunch).tags());
                ofShell.forEach((fact, value) -> {
                    if (isTagOfTask(fact)) {
                        Wanted.first(value.example()).ifPresent(text -> tags.putIfAbsent(tag(fact), text));
                    }
                });
                if (tags.keySet().stream().noneMatch(key -> key.regionMatches(true, 0, "aws:", 0, 4))
                        && all.size() < MOST_WAYS) {
                    all.add(tags);
                }
            }
        }
        return all.stream()
                .map(tags -> List.of(launch.apply(tags), exec.apply(Optional.of(tags))))
                .toList();
    }
}
