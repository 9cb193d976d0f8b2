// SPDX-License-Identifier: Apache-2.0
package io.execward.dsl;

import static io.execward.evaluate.Verdict.ALLOWED;
import static io.execward.evaluate.Verdict.EXPLICIT_DENY;

import io.execward.dsl.BreakGlass.Proof;
import io.execward.ecs.Caller;
import io.execward.ecs.CheckDecision;
import io.execward.ecs.ClusterArn;
import io.execward.ecs.Container;
import io.execward.ecs.DescribeTasksRequest;
import io.execward.ecs.ExecFlag;
import io.execward.ecs.ExecRequest;
import io.execward.ecs.Launch;
import io.execward.ecs.OperationDecision;
import io.execward.ecs.OperationRequest;
import io.execward.ecs.ResourceEngines;
import io.execward.ecs.RunTaskRequest;
import io.execward.ecs.ServiceArn;
import io.execward.ecs.SessionDocument;
import io.execward.ecs.StartSessionRequest;
import io.execward.ecs.TagResourceRequest;
import io.execward.ecs.TaskArn;
import io.execward.ecs.TaskDefinitionArn;
import io.execward.ecs.UpdateClusterRequest;
import io.execward.ecs.UpdateServiceRequest;
import io.execward.evaluate.Blocker;
import io.execward.evaluate.PolicyEngine;
import io.execward.evaluate.ResourceDecision;
import io.execward.evaluate.Verdict;
import io.execward.json.PolicyQuota;
import io.execward.model.ActionPattern;
import io.execward.model.Arn;
import io.execward.model.Context;
import io.execward.model.Effect;
import io.execward.model.Policy;
import io.execward.model.PolicyKind;
import io.execward.model.PolicySet;
import io.execward.model.PrincipalPattern;
import io.execward.model.Request;
import io.execward.model.ResourcePattern;
import io.execward.model.Scope;
import io.execward.model.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Puts a break-glass grant to the engine, and then to the analyzer. Tags and whatever else a call may bring are left unknown, so that a
 * verdict holds for every way in which they can fall. What has to be refused is asked of a caller who may do everything otherwise; what has to be granted is
 * asked of the grant alone, and of the grant inside its ceiling.
 */
final class BreakGlassProof {
    /** Two ids in the long form that have no character in common, and one in the short form. */
    private static final List<String> TASK_IDS = List.of("0".repeat(32), "f".repeat(32));

    private static final String SHORT_ID = "12345678-90ab-cdef-1234-567890abcdef";
    private static final Policy EVERYTHING = Policy.of(Statement.allow(List.of("*"), List.of("*")));

    private final BreakGlassDraft draft;
    private final IamPolicy policy;
    private final ClusterArn cluster;
    private final Instant last;
    private final List<Proof.Check> checks = new ArrayList<>();

    BreakGlassProof(BreakGlassDraft draft, IamPolicy policy) {
        this.draft = draft;
        this.policy = policy;
        this.cluster = draft.cluster();
        this.last = draft.end().minusSeconds(1);
    }

    Proof against(PolicyQuota quota) {
        ResourceEngines alone = engines(layers(false));
        ResourceEngines amongOthers = engines(layers(true));
        window("", alone, true);
        window(" beside an Allow of everything", amongOthers, false);
        calls(alone, "");
        draft.ceiling().ifPresent(ceiling -> {
            ResourceEngines inside =
                    engines(layers(false).toBuilder().boundary(ceiling).build());
            window(" inside the ceiling", inside, true);
            calls(inside, " inside the ceiling");
            checks.add(new GrantProof(draft).inside(layers(false), ceiling));
        });
        sideDoors(amongOthers);
        checks.addAll(new GrantProof(draft).nothingElse(layers(true)));
        return new Proof(checks, policy.sizeAs(quota), quota);
    }

    /** A session policy only limits, so that without other policies it grants nothing at all. */
    private PolicySet layers(boolean amongOthers) {
        if (policy.kind() == PolicyKind.SESSION) {
            return PolicySet.builder()
                    .identity(EVERYTHING)
                    .session(policy.policy())
                    .build();
        }
        return amongOthers ? PolicySet.identity(policy.policy(), EVERYTHING) : PolicySet.identity(policy.policy());
    }

    /** The key's own policy leaves the decision to IAM policies, as the kit's does. */
    private ResourceEngines engines(PolicySet layers) {
        PolicyEngine engine = PolicyEngine.compile(layers);
        if (draft.key().isEmpty()) {
            return resource -> engine;
        }
        String root = "arn:" + cluster.partition() + ":iam::"
                + draft.principal().account().orElse(cluster.account()) + ":root";
        Policy keyPolicy = Policy.of(
                Statement.of(Effect.ALLOW, Scope.only(new ActionPattern("kms:*")), Scope.only(new ResourcePattern("*")))
                        .forPrincipals(PrincipalPattern.Aws.of(root)));
        PolicyEngine ofKey =
                PolicyEngine.compile(layers.toBuilder().resource(keyPolicy).build());
        return resource ->
                resource.arn().filter(arn -> arn.service().equals("kms")).isPresent() ? ofKey : engine;
    }

    private void window(String where, ResourceEngines engines, boolean whole) {
        Instant before = draft.begin().minusSeconds(1);
        expect("exec at " + before + where, EXPLICIT_DENY, exec(before), engines);
        if (whole) {
            expect("exec at " + draft.begin() + where, ALLOWED, exec(draft.begin()), engines);
            expect("exec at " + last + where, ALLOWED, exec(last), engines);
        }
        expect("exec at " + draft.end() + where, EXPLICIT_DENY, exec(draft.end()), engines);
    }

    private void calls(ResourceEngines engines, String where) {
        for (TaskArn task : tasks()) {
            expect(
                    "exec on " + task + where,
                    ALLOWED,
                    exec(at(last), cluster, task, Container.named(draft.container())),
                    engines);
            expect(
                    "DescribeTasks on " + task + where,
                    ALLOWED,
                    DescribeTasksRequest.of(at(last), cluster, task),
                    engines);
        }
    }

    private void sideDoors(ResourceEngines engines) {
        Caller caller = at(last);
        TaskArn task = tasks().get(0);
        Container named = Container.named(draft.container());
        Container other = Container.named(another(draft.container()));
        ClusterArn elsewhere =
                new ClusterArn(cluster.partition(), cluster.region(), cluster.account(), another(cluster.name()));
        deny("exec into another container", exec(caller, cluster, task, other), engines);
        deny("exec without a container", exec(caller, cluster, task, Container.omittedAndAbsent()), engines);
        deny("exec in another cluster", exec(caller, elsewhere, elsewhere.task(task.id()), named), engines);
        deny("exec without MFA", exec(when(last).withoutMfaKeys(), cluster, task, named), engines);
        deny("exec with old MFA", exec(when(last).withMfa(draft.mfaAge()), cluster, task, named), engines);
        for (TaskArn each : tasks()) {
            deny("StartSession on " + each, StartSessionRequest.of(caller, each, SessionDocument.unnamed()), engines);
        }
        TaskDefinitionArn definition =
                new TaskDefinitionArn(cluster.partition(), cluster.region(), cluster.account(), "any", Optional.of(1));
        ServiceArn service = new ServiceArn(
                cluster.partition(), cluster.region(), cluster.account(), Optional.of(cluster.name()), "any");
        Launch launch = Launch.passing(List.of()).exec(ExecFlag.ON);
        deny("RunTask with exec", RunTaskRequest.of(caller, cluster, definition, launch), engines);
        deny("UpdateService with exec", UpdateServiceRequest.of(caller, cluster, service, launch), engines);
        deny(
                "TagResource on a task",
                TagResourceRequest.of(caller, Arn.of(task.toString()), Map.of("any", "any")),
                engines);
        deny("UpdateCluster", UpdateClusterRequest.of(caller, cluster), engines);
        deny("sts:AssumeRole", "sts:AssumeRole", engines);
        deny("iam:PassRole", "iam:PassRole", engines);
    }

    private static String another(String name) {
        return name.equals("another") ? "yet-another" : "another";
    }

    private void deny(String what, OperationRequest request, ResourceEngines engines) {
        expect(what, EXPLICIT_DENY, request, engines);
    }

    /** Whatever else is in the request. */
    private void deny(String what, String action, ResourceEngines engines) {
        String role = "arn:" + cluster.partition() + ":iam::" + cluster.account() + ":role/any";
        Request request = Request.of(draft.principal().text(), action, role)
                .with(Context.builder().unknownFamily("").build());
        Verdict verdict = engines.on(request.resources().get(0)).decide(request);
        checks.add(new Proof.Check(what, EXPLICIT_DENY, verdict, ""));
    }

    private void expect(String what, Verdict expected, OperationRequest request, ResourceEngines engines) {
        OperationDecision decision = request.explain(engines);
        String because = decision.verdict() == expected ? "" : blockers(decision);
        checks.add(new Proof.Check(what, expected, decision.verdict(), because));
    }

    private static String blockers(OperationDecision decision) {
        return decision.failing().stream()
                .map(CheckDecision::decision)
                .flatMap(it -> it.resources().stream())
                .map(ResourceDecision::blockers)
                .flatMap(List::stream)
                .map(BreakGlassProof::words)
                .distinct()
                .collect(Collectors.joining("; "));
    }

    private static String words(Blocker blocker) {
        return blocker.message() + (blocker.isExplicit() ? " " + blocker.statements() : "");
    }

    private List<TaskArn> tasks() {
        List<TaskArn> tasks = new ArrayList<>();
        TASK_IDS.forEach(id -> tasks.add(cluster.task(id)));
        tasks.add(new TaskArn(cluster.partition(), cluster.region(), cluster.account(), Optional.empty(), SHORT_ID));
        return tasks;
    }

    private ExecRequest exec(Instant time) {
        return exec(at(time), cluster, tasks().get(0), Container.named(draft.container()));
    }

    private ExecRequest exec(Caller caller, ClusterArn where, TaskArn task, Container container) {
        ExecRequest request = ExecRequest.of(caller, where, task, container);
        return draft.key()
                .map(key -> request.encryptedWith(Arn.of(key.texts().get(0))))
                .orElse(request);
    }

    /** At this time, with the oldest MFA that is young enough. */
    private Caller at(Instant time) {
        return when(time).withMfa(draft.mfaAge().minusSeconds(1));
    }

    private Caller when(Instant time) {
        return Caller.of(draft.principal()).at(time);
    }
}
