// SPDX-License-Identifier: Apache-2.0
package io.execward.report;

import static java.util.stream.Collectors.toList;

import io.execward.account.DocumentKind;
import io.execward.account.EcsTask;
import io.execward.account.IamRole;
import io.execward.account.InputDocument;
import io.execward.account.MissingPolicy;
import io.execward.diagnostic.Source;
import io.execward.diagnostic.SourceMap;
import io.execward.ecs.Caller;
import io.execward.ecs.ClusterArn;
import io.execward.ecs.Container;
import io.execward.ecs.ExecRequest;
import io.execward.ecs.TaskArn;
import io.execward.evaluate.Decision;
import io.execward.evaluate.PolicyEngine;
import io.execward.evaluate.ResourceDecision;
import io.execward.evaluate.StatementRef;
import io.execward.evaluate.Verdict;
import io.execward.json.PolicyDocument;
import io.execward.json.PolicyJson;
import io.execward.model.Arn;
import io.execward.model.AttachedPolicy;
import io.execward.model.Context;
import io.execward.model.PolicyKind;
import io.execward.model.PolicySet;
import io.execward.model.Request;
import io.execward.review.AccessReview;
import io.execward.review.Cell;
import io.execward.review.Completeness;
import io.execward.review.PrincipalGroup;
import io.execward.review.ReachedRole;
import io.execward.review.Road;
import io.execward.review.RoadKind;
import io.execward.review.TargetGroup;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A review made by hand, with an engine's own decisions: five rows, three clusters, every state of a cell, and names as an attacker
 * would choose them.
 */
final class SmallAccount {
    static final String HOSTILE = "</script><script>document.title='taken'</script><img src=x onerror=alert(1)>";
    static final String BIDI = "web\u202Egpj.exe\u2028end";

    private static final String ACCOUNT = "111122223333";

    private static final String ALLOW_ALL = """
            {"Version": "2012-10-17", "Statement": [
              {"Sid": "Everything", "Effect": "Allow", "Action": "*", "Resource": "*"}]}
            """;
    private static final String WITH_MFA = """
            {"Version": "2012-10-17", "Statement": [
              {"Sid": "ShellWithMfa", "Effect": "Allow", "Action": "ecs:ExecuteCommand", "Resource": "*",
               "Condition": {"Bool": {"aws:MultiFactorAuthPresent": "true"}}},
              {"Sid": "NoSessions", "Effect": "Deny", "Action": "ssm:StartSession", "Resource": "*"}]}
            """;
    private static final String SESSIONS = """
            {"Version": "2012-10-17", "Statement": [
              {"Sid": "Sessions", "Effect": "Allow", "Action": "ssm:StartSession", "Resource": "*"},
              {"Sid": "NoShell", "Effect": "Deny", "Action": "ecs:ExecuteCommand", "Resource": "*"}]}
            """;
    private static final String NOTHING = """
            {"Version": "2012-10-17", "Statement": [
              {"Sid": "Look", "Effect": "Allow", "Action": "ecs:Describe*", "Resource": "*"}]}
            """;

    private final Map<AttachedPolicy, SourceMap> sources = new LinkedHashMap<>();

    private SmallAccount() {}

    static AccessReview review() {
        return new SmallAccount().build();
    }

    /** The same rows and columns again and again, the columns in other clusters. */
    static AccessReview large(int rows, int columns) {
        AccessReview small = review();
        List<TargetGroup> targets = new ArrayList<>();
        for (int i = 0; i < columns; i++) {
            TargetGroup like = small.targets().get(i % small.targets().size());
            String cluster = "cluster-" + i * 20 / columns;
            targets.add(target(cluster, like.taskGroup() + i, like.container(), 1, "WebTask"));
        }
        List<PrincipalGroup> principals = new ArrayList<>();
        List<List<Cell>> cells = new ArrayList<>();
        for (int i = 0; i < rows; i++) {
            int like = i % small.principals().size();
            principals.add(small.principals().get(like));
            cells.add(IntStream.range(0, columns)
                    .mapToObj(
                            column -> small.cell(like, column % small.targets().size()))
                    .collect(toList()));
        }
        return new AccessReview(principals, targets, cells, small.completeness());
    }

    private AccessReview build() {
        List<TargetGroup> targets = List.of(
                target("dev", "service:web", "app", 1, "DevTask"),
                target("prod", "service:web", "app", 2, "WebTask"),
                target("prod", "service:" + HOSTILE, BIDI, 1, "WebTask"),
                target("staging", "family:batch", "=cmd|' /C calc'!A0", 1, "BatchTask"));
        List<List<String>> members = List.of(
                List.of("Admin"),
                List.of("OnCall", "OnCallDeputy"),
                List.of("Operator"),
                List.of("Reader"),
                List.of("Unsure"));
        List<String> policies = List.of(ALLOW_ALL, WITH_MFA, SESSIONS, NOTHING, NOTHING);
        List<PrincipalGroup> principals = new ArrayList<>();
        List<List<Cell>> cells = new ArrayList<>();
        for (int row = 0; row < members.size(); row++) {
            List<IamRole> roles = new ArrayList<>();
            for (String name : members.get(row)) {
                roles.add(role(name, policies.get(row)));
            }
            IamRole first = roles.get(0);
            PolicyEngine engine = PolicyEngine.compile(
                    PolicySet.builder()
                            .identity(first.policies().toArray(AttachedPolicy[]::new))
                            .build(),
                    sources);
            List<Cell> cellsOfRow = new ArrayList<>();
            for (TargetGroup target : targets) {
                cellsOfRow.add(row == 4 ? unsure() : cell(engine, first, target));
            }
            cells.add(cellsOfRow);
            principals.add(new PrincipalGroup(List.copyOf(roles), reached(cellsOfRow, targets)));
        }
        return new AccessReview(principals, targets, cells, completeness());
    }

    private static List<ReachedRole> reached(List<Cell> cells, List<TargetGroup> targets) {
        Map<String, ReachedRole> reached = new LinkedHashMap<>();
        IntStream.range(0, cells.size())
                .filter(i -> cells.get(i).roads().values().stream().anyMatch(Road::isOpen))
                .forEach(i -> reached.put(
                        targets.get(i).taskRoleArn().orElseThrow(),
                        new ReachedRole(
                                Arn.of(targets.get(i).taskRoleArn().orElseThrow()),
                                cells.get(i).roads().values().stream()
                                        .filter(Road::isOpen)
                                        .map(Road::kind)
                                        .toList(),
                                cells.get(i).exec().verdict() == Verdict.UNDECIDED)));
        return List.copyOf(reached.values());
    }

    private IamRole role(String name, String document) {
        PolicyDocument read = PolicyJson.parse(Source.of("roles/" + name + ".json", document), PolicyKind.IDENTITY);
        AttachedPolicy policy = new AttachedPolicy("role/" + name + "/inline", read.policy());
        sources.put(policy, read.sources());
        return new IamRole(
                Arn.of("arn:aws:iam::" + ACCOUNT + ":role/" + name),
                Optional.empty(),
                name,
                "/",
                Optional.of(Map.of()),
                Optional.empty(),
                List.of(policy),
                Optional.empty(),
                List.of());
    }

    private static TargetGroup target(String cluster, String group, String container, int tasks, String role) {
        ClusterArn arn = new ClusterArn("aws", "us-east-1", ACCOUNT, cluster);
        return new TargetGroup(
                arn,
                group,
                container,
                !cluster.equals("dev"),
                IntStream.range(0, tasks)
                        .mapToObj(i -> task(arn, arn.task("0a1b2c3d" + i + container.length())))
                        .collect(toList()),
                Optional.of("arn:aws:iam::" + ACCOUNT + ":role/" + role));
    }

    private static EcsTask task(ClusterArn cluster, TaskArn arn) {
        return new EcsTask(
                arn,
                cluster,
                "arn:aws:ecs:us-east-1:" + ACCOUNT + ":task-definition/x:1",
                Optional.of(Map.of()),
                Optional.empty(),
                Optional.empty(),
                "RUNNING",
                Optional.empty(),
                true,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of());
    }

    private static Cell cell(PolicyEngine engine, IamRole role, TargetGroup target) {
        Caller caller = Caller.of(role.principal());
        ExecRequest shell = shell(caller, target);
        Request told = shell(caller.with(Context.of("aws:MultiFactorAuthPresent", "true")), target)
                .toRequest();
        Road exec = road(RoadKind.EXEC, engine.explain(shell.toRequest()), engine.explain(told));
        Request session = Request.of(
                role.arn().toString(), "ssm:StartSession", target.first().arn().toString());
        Road direct = road(RoadKind.DIRECT_SESSION, engine.explain(session), engine.explain(session));
        return new Cell(Map.of(RoadKind.EXEC, exec, RoadKind.DIRECT_SESSION, direct));
    }

    private static ExecRequest shell(Caller caller, TargetGroup target) {
        return ExecRequest.of(caller, target.cluster(), target.first().arn(), Container.named(target.container()))
                .taskTagged(Map.of("team", "it's"))
                .clusterTagged(Map.of());
    }

    private static Road road(RoadKind kind, Decision decision, Decision atBest) {
        Verdict verdict = decision.verdict();
        boolean open = atBest.verdict() == Verdict.ALLOWED;
        List<StatementRef> by = atBest.resources().stream()
                .flatMap(resource -> resource.decidedBy().stream())
                .limit(1)
                .toList();
        return new Road(
                kind,
                verdict,
                by,
                verdict == Verdict.UNDECIDED ? List.of("aws:MultiFactorAuthPresent is `true`") : List.of(),
                open ? List.of(atBest.request()) : List.of(),
                verdict == Verdict.EXPLICIT_DENY ? by : List.of(),
                because(decision));
    }

    private static String because(Decision decision) {
        return switch (decision.verdict()) {
            case ALLOWED -> "a statement allows it and nothing denies it";
            case UNDECIDED -> "it depends on what was not told";
            case EXPLICIT_DENY, IMPLICIT_DENY ->
                decision.resources().stream()
                        .map(ResourceDecision::blockers)
                        .flatMap(List::stream)
                        .findFirst()
                        .orElseThrow()
                        .message();
        };
    }

    private static Cell unsure() {
        Road road = new Road(
                RoadKind.EXEC,
                Verdict.UNDECIDED,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                "the text of arn:aws:iam::aws:policy/Unseen was not supplied");
        return new Cell(Map.of(RoadKind.EXEC, road));
    }

    private static Completeness completeness() {
        return new Completeness(
                Stream.of("account.json", "tasks & <b>services</b>.json")
                        .map(name -> new InputDocument(name, DocumentKind.TASKS, "0123456789abcdef".repeat(4)))
                        .toList(),
                "2026-11-01",
                List.of(DocumentKind.VPC_ENDPOINTS, DocumentKind.RESOURCE_CONTROL_POLICIES),
                List.of(new MissingPolicy(Arn.of("arn:aws:iam::aws:policy/Unseen"), false)),
                List.of(
                        "Session policies and VPC endpoint policies are not judged: whoever calls through them may do less.",
                        "Roles of other accounts are not in the documents."));
    }
}
