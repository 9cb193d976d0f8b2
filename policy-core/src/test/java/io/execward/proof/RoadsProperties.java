// SPDX-License-Identifier: Apache-2.0
package io.execward.proof;

import static org.assertj.core.api.Assertions.assertThat;

import io.execward.analyze.Budget;
import io.execward.ecs.Caller;
import io.execward.ecs.ClusterArn;
import io.execward.ecs.Container;
import io.execward.ecs.CreateServiceRequest;
import io.execward.ecs.ExecFlag;
import io.execward.ecs.ExecRequest;
import io.execward.ecs.Launch;
import io.execward.ecs.OperationRequest;
import io.execward.ecs.ResumeSessionRequest;
import io.execward.ecs.RunTaskRequest;
import io.execward.ecs.SessionArn;
import io.execward.ecs.SessionDocument;
import io.execward.ecs.StartSessionRequest;
import io.execward.ecs.StartTaskRequest;
import io.execward.ecs.TaskArn;
import io.execward.ecs.TaskDefinitionArn;
import io.execward.ecs.UpdateServiceRequest;
import io.execward.evaluate.PolicyEngine;
import io.execward.evaluate.Verdict;
import io.execward.model.Arn;
import io.execward.model.AttachedPolicy;
import io.execward.model.Comparison;
import io.execward.model.Condition;
import io.execward.model.ConditionKey;
import io.execward.model.Context;
import io.execward.model.ContextValue;
import io.execward.model.Policy;
import io.execward.model.PolicyLevel;
import io.execward.model.PolicySet;
import io.execward.model.Principal;
import io.execward.model.Request;
import io.execward.model.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** Each road that a property claims to close, against requests of a small world that take it, under several layers of policies. */
class RoadsProperties {
    private static final String AT = "arn:aws:ecs:us-east-1:111122223333:";
    private static final ClusterArn PROD = ClusterArn.of(AT + "cluster/prod");
    private static final List<TaskArn> TASKS = List.of(
            TaskArn.of(AT + "task/prod/0123456789abcdef0123456789abcdef"),
            TaskArn.of(AT + "task/01234567-89ab-cdef-0123-456789abcdef"));
    private static final ConditionKey MFA = ConditionKey.of("aws:MultiFactorAuthPresent");
    private static final List<Map<String, String>> TAGS =
            List.of(Map.of(), Map.of("team", "web"), Map.of("team", "db"));

    /** Nothing is known of its tags: sessions may bring them along. */
    private static final Caller CALLER = Caller.of(Principal.of("arn:aws:iam::111122223333:role/Dev"));

    private static final List<Request> SESSIONS = sessions();
    private static final List<Request> RESUMPTIONS = resumptions();
    private static final List<Request> LAUNCHES = launches();
    private static final List<Operation> SHELLS = shells();

    /** A request for a shell, and whether it is made with MFA. */
    private record Operation(boolean withMfa, Request request) {}

    private static List<Caller> callers() {
        List<Caller> all = new ArrayList<>();
        for (Map<String, String> tags : TAGS) {
            all.add(CALLER.tagged(tags).withoutMfaKeys().complete());
            all.add(CALLER.tagged(tags).withMfa(Duration.ofMinutes(1)).complete());
        }
        all.add(CALLER.with(Context.of("saml:sub", "eve")).withoutMfaKeys().complete());
        return all;
    }

    private static List<Operation> shells() {
        List<Operation> all = new ArrayList<>();
        for (Caller caller : callers()) {
            boolean mfa = caller.told().get(MFA) instanceof ContextValue.Present;
            for (TaskArn task : TASKS) {
                for (Map<String, String> tags : TAGS) {
                    all.add(new Operation(
                            mfa,
                            ExecRequest.of(caller, PROD, task, Container.named("app"))
                                    .clusterTagged(TAGS.get(1))
                                    .taskTagged(tags)
                                    .toRequest()));
                }
            }
        }
        return all;
    }

    private static List<Request> sessions() {
        List<Request> all = new ArrayList<>();
        for (Caller caller : callers()) {
            for (TaskArn task : TASKS) {
                for (Map<String, String> tags : TAGS) {
                    all.add(StartSessionRequest.of(caller, task, SessionDocument.unnamed())
                            .taskTagged(tags)
                            .checks()
                            .get(0)
                            .request());
                }
            }
        }
        return all;
    }

    private static List<Request> resumptions() {
        SessionArn session =
                new SessionArn("aws", "us-east-1", "111122223333", "ecs-execute-command-0123456789abcdef0");
        return callers().stream()
                .map(caller ->
                        ResumeSessionRequest.of(caller, session).checks().get(0).request())
                .toList();
    }

    private static List<Request> launches() {
        TaskDefinitionArn definition = new TaskDefinitionArn("aws", "us-east-1", "111122223333", "web", Optional.of(3));
        Arn instance = new Arn("aws", "ecs", "us-east-1", "111122223333", "container-instance/prod/1");
        Launch plain = Launch.passing(List.of()).exec(ExecFlag.ON);
        List<Request> all = new ArrayList<>();
        for (Caller caller : callers()) {
            for (Launch launch : List.of(plain, plain.tagging(Map.of("team", "web")))) {
                List<OperationRequest> requests = List.of(
                        RunTaskRequest.of(caller, PROD, definition, launch),
                        StartTaskRequest.of(caller, PROD, definition, List.of(instance), launch),
                        CreateServiceRequest.of(caller, PROD, "web", definition, launch),
                        UpdateServiceRequest.of(caller, PROD, PROD.service("web"), plain));
                requests.forEach(request -> all.add(request.checks().get(0).request()));
            }
        }
        return all;
    }

    @Property(tries = 250)
    void what_is_closed_is_closed_to_every_request_of_a_small_world(@ForAll("sets") PolicySet set) {
        PolicyEngine engine = PolicyEngine.compile(set);
        boolean session = any(engine, SESSIONS);
        boolean resumption = any(engine, RESUMPTIONS);
        boolean shell = SHELLS.stream().anyMatch(each -> isAllowed(engine, each.request()));
        boolean withoutMfa = SHELLS.stream().anyMatch(each -> !each.withMfa() && isAllowed(engine, each.request()));

        closedOnlyIf(!session && !resumption && !shell, new io.execward.proof.Property.NoShell(List.of(PROD)), set);
        closedOnlyIf(!session && !resumption, new io.execward.proof.Property.NoDirectSession(), set);
        closedOnlyIf(!withoutMfa, new io.execward.proof.Property.ExecNeedsMfa(), set);
        closedOnlyIf(!any(engine, LAUNCHES), new io.execward.proof.Property.NoLaunchWithExec(List.of(PROD)), set);
    }

    private static void closedOnlyIf(boolean nothingFound, io.execward.proof.Property property, PolicySet set) {
        if (!nothingFound) {
            Proof proof = Prover.of(Budget.standard()).prove(property, List.of(PolicyHolder.of(CALLER, set, Map.of())));
            assertThat(proof.verdict()).as(property.text()).isNotEqualTo(Proof.Verdict.HOLDS);
        }
    }

    private static boolean any(PolicyEngine engine, List<Request> requests) {
        return requests.stream().anyMatch(request -> isAllowed(engine, request));
    }

    private static boolean isAllowed(PolicyEngine engine, Request request) {
        return engine.decide(request) == Verdict.ALLOWED;
    }

    @Provide
    Arbitrary<PolicySet> sets() {
        Arbitrary<Policy> limit = policy(2).map(policy -> {
            List<Statement> all = new ArrayList<>(policy.statements());
            all.add(Statement.allow(List.of("*"), List.of("*")));
            return Policy.of(all.toArray(Statement[]::new));
        });
        return Combinators.combine(policy(4), limit.optional(0.3), limit.optional(0.3))
                .as((identity, control, boundary) -> {
                    PolicySet.Builder set = PolicySet.identity(identity).toBuilder();
                    control.ifPresent(policy -> set.serviceControl(
                            new PolicyLevel("root", List.of(new AttachedPolicy("control", policy)))));
                    boundary.ifPresent(policy -> set.boundary(new AttachedPolicy("boundary", policy)));
                    return set.build();
                });
    }

    private static Arbitrary<Policy> policy(int most) {
        Arbitrary<Boolean> allow = Arbitraries.frequency(Tuple.of(2, true), Tuple.of(1, false));
        Arbitrary<String> action = Arbitraries.of(
                "*",
                "ecs:*",
                "ecs:ExecuteCommand",
                "ecs:RunTask",
                "ecs:*Service",
                "ecs:StartTask",
                "ssm:*",
                "ssm:StartSession",
                "ssm:ResumeSession");
        Arbitrary<String> resource = Arbitraries.of(
                "*",
                "*",
                AT + "task/*",
                AT + "task/prod/*",
                AT + "task/0*",
                AT + "cluster/prod",
                AT + "service/prod/*",
                AT + "task-definition/web:*",
                "arn:aws:ssm:*:*:session/ecs-*",
                "arn:aws:ssm:*:*:session/${aws:username}-*");
        Arbitrary<Optional<Condition>> condition = Arbitraries.of(
                        Condition.of(Comparison.ARN_EQUALS, "ecs:cluster", PROD.toString()),
                        Condition.of(Comparison.ARN_NOT_EQUALS, "ecs:cluster", PROD.toString()),
                        Condition.of(Comparison.STRING_EQUALS, "aws:ResourceTag/team", "${aws:PrincipalTag/team}"),
                        Condition.of(Comparison.STRING_NOT_EQUALS, "aws:ResourceTag/team", "web"),
                        Condition.of(Comparison.STRING_EQUALS, "aws:PrincipalTag/team", "db"),
                        Condition.of(Comparison.STRING_EQUALS, "aws:RequestTag/team", "web"),
                        Condition.of(Comparison.BOOL, "aws:MultiFactorAuthPresent", "true"),
                        Condition.of(Comparison.BOOL, "aws:MultiFactorAuthPresent", "false"),
                        Condition.of(Comparison.STRING_EQUALS, "ecs:enable-execute-command", "true"),
                        Condition.of(Comparison.STRING_NOT_EQUALS, "ecs:enable-execute-command", "true"),
                        Condition.of(Comparison.STRING_EQUALS, "saml:sub", "eve"))
                .optional(0.6);
        return Combinators.combine(allow, action, resource, condition)
                .as((allows, does, on, test) -> {
                    Statement statement = allows
                            ? Statement.allow(List.of(does), List.of(on))
                            : Statement.deny(List.of(does), List.of(on));
                    return test.map(statement::where).orElse(statement);
                })
                .list()
                .ofMinSize(1)
                .ofMaxSize(most)
                .map(statements -> Policy.of(statements.toArray(Statement[]::new)));
    }
}
