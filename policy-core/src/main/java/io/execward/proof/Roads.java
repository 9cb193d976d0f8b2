// SPDX-License-Identifier: Apache-2.0
package io.execward.proof;

import io.execward.account.AccountSnapshot;
import io.execward.account.EcsCluster;
import io.execward.account.EcsService;
import io.execward.account.EcsTask;
import io.execward.account.TaskDefinition;
import io.execward.analyze.Region;
import io.execward.ecs.Caller;
import io.execward.ecs.ClusterArn;
import io.execward.ecs.Container;
import io.execward.ecs.CreateServiceRequest;
import io.execward.ecs.ExecFlag;
import io.execward.ecs.ExecRequest;
import io.execward.ecs.Launch;
import io.execward.ecs.OperationCheck;
import io.execward.ecs.OperationRequest;
import io.execward.ecs.ResumeSessionRequest;
import io.execward.ecs.RunTaskRequest;
import io.execward.ecs.SessionArn;
import io.execward.ecs.SessionDocument;
import io.execward.ecs.StartSessionRequest;
import io.execward.ecs.StartTaskRequest;
import io.execward.ecs.TaskDefinitionArn;
import io.execward.ecs.UpdateServiceRequest;
import io.execward.model.Arn;
import io.execward.model.Comparison;
import io.execward.model.Condition;
import io.execward.model.ConditionKey;
import io.execward.model.ConditionOperator;
import io.execward.model.Context;
import io.execward.model.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The roads to a shell as questions to the analyzer. What each request carries is taken from the typed requests of ECS, with those facts
 * opened that differ from one target to the next, so that proofs and single decisions go by the same rules.
 */
final class Roads {
    private static final String EXEC = "ecs:ExecuteCommand";
    private static final String ANY = "any";

    /** What a launch may bring along: tags, and whatever tags its target has. */
    private static final Context TAGS = Context.builder()
            .unknownFamily("aws:RequestTag/")
            .unknown("aws:TagKeys")
            .unknownFamily("aws:ResourceTag/")
            .unknownFamily("ecs:ResourceTag/")
            .build();

    private final PolicyHolder holder;
    private final String partition;
    private final String account;
    private final RealRequests real;

    /** @throws IllegalArgumentException if the holder is of no account */
    Roads(PolicyHolder holder, AccountSnapshot documents) {
        this.holder = holder;
        this.partition = holder.partition();
        this.account = holder.account()
                .orElseThrow(() -> new IllegalArgumentException(
                        "`" + holder.name() + "` has no account: a proof is about users and roles"));
        this.real = new RealRequests(documents);
    }

    /** Both ARN forms of tasks (R-EXEC-05). */
    Road shellIn(ClusterArn cluster) {
        if (isElsewhere(cluster)) {
            return new Road("open a shell in cluster " + cluster.name(), List.of());
        }
        ExecRequest typed = ExecRequest.of(holder.caller(), cluster, cluster.task(ANY), Container.omitted());
        Context facts = facts(typed, "ecs:task");
        Region check = Region.of(List.of(EXEC), List.of(cluster.toString()));
        String tasks = tasks(cluster.region());
        return new Road(
                "open a shell in cluster " + cluster.name(),
                List.of(
                        Question.of(
                                List.of(check, Region.of(List.of(EXEC), List.of(tasks + cluster.name() + "/*"))),
                                facts,
                                real.shell(Optional.of(cluster), false)),
                        Question.of(
                                        List.of(check, Region.of(List.of(EXEC), List.of(tasks + "*"))),
                                        facts,
                                        real.shell(Optional.of(cluster), true))
                                .leavingOut(longForm())));
    }

    /** In whichever cluster and Region; the checks' ties are left to {@link RealRequests}. */
    Road shellAnywhere(String what, Condition... conditions) {
        ClusterArn any = new ClusterArn(partition, ANY, account, ANY);
        ExecRequest typed = ExecRequest.of(holder.caller(), any, any.task(ANY), Container.omitted());
        String clusters = "arn:" + partition + ":ecs:*:" + account + ":cluster/*";
        Condition inCluster = Condition.of(Comparison.ARN_LIKE, "ecs:cluster", clusters);
        return new Road(
                what,
                List.of(Question.of(
                        List.of(
                                Region.of(List.of(EXEC), List.of(clusters))
                                        .where(inCluster)
                                        .where(conditions),
                                Region.of(List.of(EXEC), List.of(tasks("*") + "*"))
                                        .where(inCluster)
                                        .where(conditions)),
                        facts(typed, "ecs:task", "ecs:cluster", "aws:RequestedRegion"),
                        real.shell(Optional.empty(), false))));
    }

    /** Past ECS Exec into a task of the cluster; the short form does not tell the cluster. */
    Road sessionIn(ClusterArn cluster) {
        String what = "open a session past ECS Exec in cluster " + cluster.name();
        if (isElsewhere(cluster)) {
            return new Road(what, List.of());
        }
        Context facts = facts(StartSessionRequest.of(holder.caller(), cluster.task(ANY), SessionDocument.unnamed()));
        String tasks = tasks(cluster.region());
        return new Road(
                what,
                List.of(
                        session(tasks + cluster.name() + "/*", facts, Optional.of(cluster), false),
                        session(tasks + "*", facts, Optional.of(cluster), true)
                                .leavingOut(longForm("ssm:StartSession"))));
    }

    Road sessionAnywhere() {
        ClusterArn any = new ClusterArn(partition, ANY, account, ANY);
        StartSessionRequest typed = StartSessionRequest.of(holder.caller(), any.task(ANY), SessionDocument.unnamed());
        return new Road(
                "open a session past ECS Exec",
                List.of(session(tasks("*") + "*", facts(typed, "aws:RequestedRegion"), Optional.empty(), false)));
    }

    private Question session(String tasks, Context facts, Optional<ClusterArn> cluster, boolean shortForm) {
        return Question.of(
                List.of(Region.of(List.of("ssm:StartSession"), List.of(tasks))),
                facts,
                real.session(cluster, shortForm));
    }

    /** Sessions that ECS Exec opened carry no tags (U-EXEC-07). */
    Road resumeExecSession(String region) {
        return resume("resume a session that ECS Exec opened", region, "ecs-execute-command-", "0123456789abcdef0");
    }

    Road resumeAnySession() {
        return resume("resume a session", "*", "", "someone-0123456789abcdef0");
    }

    private Road resume(String what, String region, String prefix, String name) {
        String known = region.equals("*") ? ANY : region;
        SessionArn any = new SessionArn(partition, known, account, prefix + name);
        ResumeSessionRequest typed = ResumeSessionRequest.of(holder.caller(), any);
        return new Road(
                what,
                List.of(Question.of(
                        List.of(Region.of(
                                List.of("ssm:ResumeSession"),
                                List.of("arn:" + partition + ":ssm:" + region + ":" + account + ":session/" + prefix
                                        + "*"))),
                        region.equals("*") ? facts(typed, "aws:RequestedRegion") : facts(typed),
                        real.resource(name, documents -> Stream.of()))));
    }

    /** The actions that carry the flag (R-EXEC-31), with the flag on. */
    List<Road> launchesWithExec(ClusterArn cluster) {
        if (isElsewhere(cluster)) {
            return List.of(new Road("launch tasks with exec on in cluster " + cluster.name(), List.of()));
        }
        Caller caller = holder.caller();
        TaskDefinitionArn definition =
                new TaskDefinitionArn(cluster.partition(), cluster.region(), account, ANY, Optional.of(1));
        Arn instance = new Arn(cluster.partition(), "ecs", cluster.region(), account, "container-instance/any/any");
        Launch launch = Launch.passing(List.of()).exec(ExecFlag.ON);
        List<Road> roads = new ArrayList<>();
        roads.add(launch(cluster, "run a task", RunTaskRequest.of(caller, cluster, definition, launch)));
        roads.add(launch(
                cluster, "start a task", StartTaskRequest.of(caller, cluster, definition, List.of(instance), launch)));
        roads.add(
                launch(cluster, "create a service", CreateServiceRequest.of(caller, cluster, ANY, definition, launch)));
        roads.add(launch(
                cluster,
                "update a service",
                UpdateServiceRequest.of(caller, cluster, cluster.service(ANY), launch)
                        .to(definition)));
        roads.add(daemon(cluster, "create a daemon", "ecs:CreateDaemon"));
        roads.add(daemon(cluster, "update a daemon", "ecs:UpdateDaemon"));
        return roads;
    }

    private Road launch(ClusterArn cluster, String what, OperationRequest typed) {
        String action = "ecs:" + typed.operation();
        boolean service = typed.operation().endsWith("Service");
        String prefix = "arn:" + partition + ":ecs:" + cluster.region() + ":" + account + ":"
                + (service ? "service/" : "task-definition/");
        Context facts =
                facts(typed, "ecs:task-definition", "ecs:container-instances").plus(TAGS);
        return new Road(
                what + " with exec on in cluster " + cluster.name(),
                List.of(Question.of(
                        List.of(Region.of(List.of(action), List.of(prefix + "*"))),
                        facts,
                        real.resource(
                                service ? cluster.name() + "/any" : "any:1",
                                documents -> service
                                        ? documents.services().stream()
                                                .filter(each -> each.cluster().equals(cluster))
                                                .map(EcsService::arn)
                                        : documents.taskDefinitions().stream()
                                                .map(TaskDefinition::arn)
                                                .filter(arn -> arn.startsWith(prefix))))));
    }

    /** There is no typed request for daemons: what else such a request carries may be anything. */
    private Road daemon(ClusterArn cluster, String what, String action) {
        Context facts = holder.caller()
                .context()
                .plus(TAGS)
                .plus(Context.builder()
                        .unknownFamily("ecs:")
                        .put("ecs:cluster", cluster.toString())
                        .put("ecs:enable-execute-command", "true")
                        .put("aws:RequestedRegion", cluster.region())
                        .put("aws:ResourceAccount", account)
                        .build());
        String daemons = "arn:" + partition + ":ecs:" + cluster.region() + ":" + account + ":daemon/";
        return new Road(
                what + " with exec on in cluster " + cluster.name(),
                List.of(Question.of(
                        List.of(Region.of(List.of(action), List.of(daemons + "*"))),
                        facts,
                        real.resource(cluster.name() + "/any", documents -> Stream.of()))));
    }

    /** Sets or removes a tag of this key, in any spelling, of what tasks have or take tags from (R-EXEC-37, R-EXEC-40, R-EXEC-41). */
    List<Road> retagging(String key) {
        List<String> tagged = Stream.of(
                        "task/*",
                        "cluster/*",
                        "service/*",
                        "task-definition/*",
                        "task-set/*",
                        "daemon/*",
                        "daemon-task-definition/*")
                .map(type -> "arn:" + partition + ":ecs:*:" + account + ":" + type)
                .toList();
        return List.of(
                tagging("set the tag `" + key + "`", "ecs:TagResource", key, true, tagged),
                tagging("remove the tag `" + key + "`", "ecs:UntagResource", key, false, tagged));
    }

    /** Sets or removes a tag of its own; empty for who is no user or role. */
    List<Road> retaggingSelf(String key) {
        String arn = holder.caller().principal().text();
        Optional<String> kind = arn.contains(":role/")
                ? Optional.of("Role")
                : arn.contains(":user/") ? Optional.of("User") : Optional.empty();
        return kind.map(it -> List.of(
                        tagging("set its own tag `" + key + "`", "iam:Tag" + it, key, true, List.of(arn)),
                        tagging("remove its own tag `" + key + "`", "iam:Untag" + it, key, false, List.of(arn))))
                .orElse(List.of());
    }

    private Road tagging(String what, String action, String key, boolean sets, List<String> resources) {
        ConditionOperator named =
                ConditionOperator.of("ForAnyValue:StringEqualsIgnoreCase").orElseThrow();
        Condition names = new Condition(named, ConditionKey.of("aws:TagKeys"), List.of(key));
        Condition value = Condition.of(Comparison.NULL, "aws:RequestTag/" + key, sets ? "false" : "true");
        Context facts = holder.caller()
                .context()
                .plus(TAGS)
                .plus(Context.builder()
                        .unknown("aws:RequestedRegion")
                        .unknown("ecs:CreateAction")
                        .unknownFamily("iam:ResourceTag/")
                        .put("aws:ResourceAccount", account)
                        .build());
        return new Road(
                what,
                List.of(Question.of(
                        List.of(Region.of(List.of(action), resources).where(names, value)),
                        facts,
                        real.resource(
                                ANY,
                                documents -> action.startsWith("ecs:")
                                        ? Stream.concat(
                                                documents.tasks().stream()
                                                        .map(EcsTask::arn)
                                                        .map(Object::toString),
                                                documents.clusters().stream()
                                                        .map(EcsCluster::arn)
                                                        .map(Object::toString))
                                        : Stream.of()))));
    }

    private boolean isElsewhere(ClusterArn cluster) {
        return !cluster.account().equals(account) || !cluster.partition().equals(partition);
    }

    private String tasks(String region) {
        return "arn:" + partition + ":ecs:" + region + ":" + account + ":task/";
    }

    private Statement longForm() {
        return longForm(EXEC);
    }

    /** ARNs of tasks that name their cluster. */
    private Statement longForm(String action) {
        return Statement.deny(List.of(action), List.of(tasks("*") + "*/*"));
    }

    /** What every request of the operation carries, but for these keys, which differ. */
    private static Context facts(OperationRequest typed, String... open) {
        List<OperationCheck> checks = typed.checks();
        String action = checks.get(0).request().action().toString();
        Context facts = checks.get(0).request().context();
        for (OperationCheck check : checks) {
            if (check.request().action().toString().equals(action)
                    && (check.subject().equals(checks.get(0).subject()) || action.equalsIgnoreCase(EXEC))) {
                facts = facts.plus(check.request().resources().get(0).context());
            }
        }
        Context.Builder opened = Context.builder();
        for (String key : open) {
            opened.unknown(key);
        }
        return facts.plus(opened.build());
    }
}
