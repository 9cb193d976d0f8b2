// SPDX-License-Identifier: Apache-2.0
package io.execward.cli;

import io.execward.account.TaskRole;
import io.execward.ecs.CheckDecision;
import io.execward.ecs.ExecDecision;
import io.execward.evaluate.ResourceDecision;
import io.execward.readiness.Finding;
import io.execward.readiness.Readiness;
import io.execward.report.JsonLine;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The answer about a shell as one JSON object: {@code policy-cli/docs/account-json.md}. */
final class ExecJson {
    private final JsonLine out = new JsonLine();

    private ExecJson() {}

    static String print(ExecAnswer answer) {
        ExecJson json = new ExecJson();
        json.answer(answer);
        return json.out.toString();
    }

    private void answer(ExecAnswer answer) {
        ExecDecision decision = answer.decision();
        DecisionJson parts = new DecisionJson(out);
        out.object(() -> {
            out.member("verdict", answer.verdict().name())
                    .member("action", "ecs:ExecuteCommand")
                    .member("principal", decision.request().caller().principal().text())
                    .member("cluster", decision.request().cluster().toString())
                    .member("task", decision.request().task().toString())
                    .member("container", answer.container());
            out.name("clusterCheck");
            decision.clusterCheck().ifPresentOrElse(parts::check, out::nothing);
            out.name("taskCheck");
            parts.check(decision.taskCheck());
            out.name("keyCheck");
            Optional<ResourceDecision> key = decision.keyCheck()
                    .map(CheckDecision::decision)
                    .map(it -> it.resources().get(0));
            key.ifPresentOrElse(parts::check, out::nothing);
            out.member("unresolvedKey", answer.unresolvedKey());
            out.name("undecided");
            decision.decision().undecided().ifPresentOrElse(parts::undecided, out::nothing);
            out.name("keyUndecided");
            decision.keyCheck()
                    .flatMap(it -> it.decision().undecided())
                    .ifPresentOrElse(parts::undecided, out::nothing);
            out.name("fixes").strings(decision.fixes());
            out.name("missingPolicies")
                    .strings(answer.missing().stream()
                            .map(missing -> missing.arn().toString())
                            .toList());
            out.name("taskRole").object(() -> role(answer.role()));
            out.name("readiness").object(() -> readiness(answer.readiness()));
        });
    }

    private void role(TaskRole role) {
        Optional<String> named = role.match(Optional::of, Optional::empty, definition -> Optional.empty());
        out.member("arn", named).member("isKnown", role.match(arn -> true, () -> true, definition -> false));
    }

    private void readiness(Readiness readiness) {
        out.member("ready", readiness.isReady());
        out.name("blockers").strings(codes(readiness.blockers()));
        out.name("warnings").strings(codes(readiness.warnings()));
        out.name("notChecked")
                .strings(readiness.notChecked().stream()
                        .map(rule -> rule.rule().name())
                        .distinct()
                        .toList());
    }

    private static List<String> codes(Collection<Finding> findings) {
        return findings.stream()
                .map(finding -> finding.rule().name())
                .distinct()
                .toList();
    }
}
