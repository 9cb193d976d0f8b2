// SPDX-License-Identifier: Apache-2.0
package io.execward.cli;

import io.execward.account.MissingPolicy;
import io.execward.account.TaskRole;
import io.execward.diagnostic.Visible;
import io.execward.ecs.CheckDecision;
import io.execward.ecs.ExecDecision;
import io.execward.evaluate.Blocker;
import io.execward.evaluate.DecisionPrinter;
import io.execward.evaluate.Fact;
import io.execward.evaluate.ResourceDecision;
import io.execward.evaluate.Undecided;
import io.execward.evaluate.Verdict;
import io.execward.readiness.Finding;
import io.execward.readiness.Readiness;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * May somebody open a shell in a container of an account, what does the shell reach, and would it work?
 *
 * @param container its name
 * @param unresolvedKey the cluster's key as the cluster names it, if no document tells which key that is (R-EXEC-26)
 * @param missing the caller's policies whose text was not supplied
 */
record ExecAnswer(
        ExecDecision decision,
        String container,
        TaskRole role,
        Readiness readiness,
        Optional<String> unresolvedKey,
        List<MissingPolicy> missing) {
    /** The joint verdict. A key that nobody can tell may be denied, so what else is allowed is then undecided. */
    Verdict verdict() {
        return unresolvedKey.isPresent() && decision.verdict() == Verdict.ALLOWED
                ? Verdict.UNDECIDED
                : decision.verdict();
    }

    /** A few lines for people. */
    String text(boolean explained) {
        StringBuilder out = new StringBuilder();
        line(
                out,
                verdict() + "  ecs:ExecuteCommand  by "
                        + decision.request().caller().principal().text());
        line(out, "  into container " + container + " of " + decision.request().task());
        decision.clusterCheck().ifPresent(check -> check(out, "cluster", check));
        check(out, "task", decision.taskCheck());
        decision.keyCheck()
                .map(CheckDecision::decision)
                .ifPresent(key -> check(out, "key", key.resources().get(0)));
        unresolvedKey.ifPresent(key ->
                line(out, "  key      UNDECIDED  `" + key + "`: no document tells which key that is (R-EXEC-26)"));
        undecided(out);
        if (verdict() != Verdict.ALLOWED) {
            decision.fixes().forEach(fix -> line(out, "  fix: " + fix));
        }
        missing.forEach(policy -> line(
                out,
                "  not supplied: the " + (policy.asBoundary() ? "permissions boundary " : "policy ") + policy.arn()
                        + ", so it is never taken as empty"));
        Set<String> named =
                missing.stream().map(policy -> policy.arn().toString()).collect(Collectors.toSet());
        facts().map(fact -> MissingPolicy.behind(fact.key()))
                .flatMap(Optional::stream)
                .filter(policy -> named.stream().noneMatch(policy::endsWith))
                .distinct()
                .forEach(policy -> line(out, "  not supplied: " + policy + ", so it is never taken as empty"));
        line(out, "  " + reached());
        line(out, "  " + works());
        if (explained) {
            out.append('\n').append(decision.print());
        }
        return out.toString();
    }

    private static void line(StringBuilder out, String text) {
        out.append(Visible.line(text)).append('\n');
    }

    private static void check(StringBuilder out, String subject, ResourceDecision check) {
        String padded = subject + " ".repeat(Math.max(1, 9 - subject.length()));
        line(out, "  " + padded + check.verdict() + "  " + check.resource().text());
        check.decidedBy().stream()
                .map(statement -> "             by " + statement.kind().text() + " " + statement)
                .distinct()
                .forEach(by -> line(out, by));
        for (Blocker blocker : check.blockers()) {
            if (!blocker.isExplicit()) {
                line(out, "             because " + blocker.message());
            }
        }
    }

    private void undecided(StringBuilder out) {
        open().forEach(undecided -> out.append(DecisionPrinter.print(undecided)));
    }

    private Stream<Undecided> open() {
        return Stream.concat(
                decision.decision().undecided().stream(),
                decision.keyCheck().stream().flatMap(key -> key.decision().undecided().stream()));
    }

    /** What the answer depends on. */
    private Stream<Fact> facts() {
        return open().flatMap(undecided -> undecided.facts().stream());
    }

    /** True if the answer depends on a tag of task or cluster. */
    boolean dependsOnTags() {
        return facts().anyMatch(fact -> fact.key().folded().contains(":resourcetag/"));
    }

    private String reached() {
        return role.match(
                arn -> "a shell there has the permissions of " + arn + " (R-EXEC-57)",
                () -> "the task has no task role; on EC2 a shell there may reach the role of the instance (R-EXEC-56)",
                definition -> "which role a shell there has is not known: " + definition + " is in no document");
    }

    private String works() {
        String more = readiness.notChecked().isEmpty()
                ? ""
                : "; not checked: " + readiness.notChecked().size() + " rules";
        if (readiness.isReady()) {
            return "exec would work there as far as the documents tell"
                    + (readiness.warnings().isEmpty() ? "" : ", with warnings: " + codes(readiness.warnings())) + more;
        }
        return "exec would not work there now: " + codes(readiness.blockers()) + more;
    }

    private static String codes(List<Finding> findings) {
        return findings.stream()
                .map(finding -> finding.rule().name())
                .distinct()
                .collect(Collectors.joining(", "));
    }
}
