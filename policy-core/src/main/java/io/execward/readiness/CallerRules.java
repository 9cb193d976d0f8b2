// SPDX-License-Identifier: Apache-2.0
package io.execward.readiness;

import io.execward.account.EcsCluster;
import io.execward.account.IamIdentity;
import io.execward.ecs.Caller;
import io.execward.ecs.Container;
import io.execward.ecs.ExecRequest;
import io.execward.ecs.OperationCheck;
import io.execward.ecs.ResourceEngines;
import io.execward.ecs.SessionDocument;
import io.execward.ecs.StartSessionRequest;
import io.execward.evaluate.Decision;
import io.execward.evaluate.Undecided;
import io.execward.evaluate.Verdict;
import io.execward.model.Request;
import java.util.List;
import java.util.Optional;

/** Rules about who sends the command (R-EXEC-94, R-EXEC-95). */
final class CallerRules {
    private CallerRules() {}

    private record Asker(Caller caller, ResourceEngines engines) {
        /** The resources of a request are judged by one engine: those of ECS have no policies of their own. */
        Decision explain(Request request) {
            return engines.on(request.resources().get(0)).explain(request);
        }
    }

    private static Known<Asker> asker(Subject subject) {
        return Known.of(subject.options().caller(), "no caller was named").flatMap(caller -> {
            Optional<IamIdentity> identity =
                    subject.account().identity(caller.principal().text());
            return Known.of(
                    identity.map(found -> new Asker(caller, subject.facts().engines(found))),
                    "no document tells the policies of `" + caller.principal().text()
                            + "`: supply what `aws iam get-account-authorization-details` prints");
        });
    }

    private static ExecRequest request(Subject subject, Caller caller) {
        Container container = subject.container().map(Container::named).orElseGet(Container::omitted);
        ExecRequest request =
                ExecRequest.of(caller, subject.task().cluster(), subject.task().arn(), container);
        Optional<EcsCluster> cluster = subject.cluster().value();
        ExecRequest withTags = subject.task().tags().map(request::taskTagged).orElse(request);
        return cluster.flatMap(EcsCluster::tags).map(withTags::clusterTagged).orElse(withTags);
    }

    /** Both halves together (R-EXEC-03). */
    static Judgement exec(Subject subject) {
        return asker(subject).judge(asker -> {
            Decision decision = asker.explain(request(subject, asker.caller()).toRequest());
            return Permission.all(
                    List.of(new Reading(RolePermissions.organization(subject.account(), false))
                            .permission("ecs:ExecuteCommand", decision)),
                    "the caller may not run commands in this container",
                    "`execward exec --explain` says what keeps it from being allowed; cluster and task both have to be"
                            + " (R-EXEC-03)");
        });
    }

    static Judgement dataKey(Subject subject) {
        return asker(subject)
                .judge(asker -> subject.ifConfigured(configuration -> configuration
                        .kmsKeyId()
                        .map(id -> subject.key().judge(key -> {
                            List<OperationCheck> checks = request(subject, asker.caller())
                                    .encryptedWith(key)
                                    .checks();
                            Decision decision =
                                    asker.explain(checks.get(checks.size() - 1).request());
                            boolean bound = !subject.isAwsManaged(key);
                            return Permission.all(
                                    List.of(new Reading(RolePermissions.organization(subject.account(), bound))
                                            .permission("kms:GenerateDataKey", decision)),
                                    "the caller may not make a data key of the session key",
                                    "allow kms:GenerateDataKey on " + key
                                            + " for the caller, and let the key policy delegate to" + " IAM");
                        }))
                        .orElseGet(Judgement::clear)));
    }

    /** What an explicit Deny does not close may be opened by another policy tomorrow. */
    static Judgement startSession(Subject subject) {
        return asker(subject).judge(asker -> {
            StartSessionRequest request =
                    StartSessionRequest.of(asker.caller(), subject.task().arn(), SessionDocument.unnamed());
            StartSessionRequest tagged =
                    subject.task().tags().map(request::taskTagged).orElse(request);
            Decision decision = asker.explain(tagged.checks().get(0).request());
            if (decision.verdict() == Verdict.EXPLICIT_DENY) {
                return Judgement.clear();
            }
            Optional<Undecided> undecided = decision.undecided().filter(CallerRules::mayBeDenied);
            if (undecided.isPresent()) {
                return new Judgement.Unknown(
                        Reading.reason(undecided.get()),
                        Reading.depends(List.of("ssm:StartSession"), Reading.facts(undecided.get())));
            }
            List<String> unseen = RolePermissions.organization(subject.account(), false);
            return unseen.isEmpty()
                    ? Judgement.applies(
                            "no Deny keeps the caller from starting a session on the task directly, past the exec log",
                            "deny ssm:StartSession on arn:aws:ecs:*:*:task/* (R-EXEC-23)",
                            "ssm:StartSession on " + subject.task().arn() + ": " + decision.verdict())
                    : new Judgement.Unknown(
                            NotChecked.Reason.NOT_SUPPLIED,
                            "nothing that was supplied denies ssm:StartSession on the task; not supplied: "
                                    + String.join(", ", unseen));
        });
    }

    private static boolean mayBeDenied(Undecided undecided) {
        return !undecided.exact()
                || undecided.ways().isEmpty()
                || undecided.ways().stream().anyMatch(way -> way.verdict() == Verdict.EXPLICIT_DENY);
    }
}
