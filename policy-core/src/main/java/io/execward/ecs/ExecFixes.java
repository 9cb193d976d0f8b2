// SPDX-License-Identifier: Apache-2.0
package io.execward.ecs;

import io.execward.evaluate.Blocker;
import io.execward.evaluate.LayerDecision;
import io.execward.evaluate.Mismatch;
import io.execward.evaluate.ResourceDecision;
import io.execward.evaluate.StatementRef;
import io.execward.evaluate.Step;
import io.execward.evaluate.Verdict;
import io.execward.model.Effect;
import io.execward.model.PolicyKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Says in words what is nearest to letting a refused shell through. It proposes; it never loosens a Deny by itself. */
final class ExecFixes {
    private ExecFixes() {}

    static List<String> of(ExecDecision decision) {
        List<String> fixes = new ArrayList<>();
        decision.clusterCheck().ifPresent(cluster -> {
            if (cluster.verdict().isDenied()) {
                describe("cluster", cluster, Optional.of(decision.taskCheck()), fixes);
            }
        });
        if (decision.taskCheck().verdict().isDenied()) {
            describe("task", decision.taskCheck(), decision.clusterCheck(), fixes);
        }
        decision.keyCheck().ifPresent(key -> {
            if (key.verdict().isDenied()) {
                describeKey(key.decision().resources().get(0), fixes);
            }
        });
        return fixes;
    }

    private static void describeKey(ResourceDecision denied, List<String> fixes) {
        String what = "kms:GenerateDataKey on " + denied.resource().text();
        for (Blocker blocker : denied.blockers()) {
            if (blocker.isExplicit()) {
                fixes.add(narrow("key", blocker));
            } else if (blocker.kind().equals(Optional.of(PolicyKind.RESOURCE))) {
                fixes.add("let the key policy of " + denied.resource().text()
                        + " delegate to the account, or allow the caller kms:GenerateDataKey (R-EXEC-26)");
            } else if (blocker.kind().isPresent()) {
                fixes.add("allow " + what + " in the " + blocker.kind().get().text() + " (R-EXEC-02)");
            }
        }
    }

    private static String narrow(String what, Blocker blocker) {
        return "the " + what + " is denied by " + blocker.statements().get(0)
                + "; only narrowing that Deny lets the call through";
    }

    private static void describe(
            String half, ResourceDecision denied, Optional<ResourceDecision> other, List<String> fixes) {
        for (Blocker blocker : denied.blockers()) {
            if (blocker.isExplicit()) {
                fixes.add(narrow(half, blocker));
            } else if (blocker.kind().equals(Optional.of(PolicyKind.IDENTITY))) {
                fixes.add(missingGrant(half, denied, other));
            } else if (blocker.kind().equals(Optional.of(PolicyKind.RESOURCE))) {
                fixes.add("ECS has no resource policies: assume a role in the account of the " + half + " (R-EXEC-06)");
            } else if (blocker.kind().isPresent()) {
                fixes.add("allow ecs:ExecuteCommand on " + denied.resource().text() + " in the "
                        + blocker.kind().get().text());
            }
        }
    }

    private static String missingGrant(String half, ResourceDecision denied, Optional<ResourceDecision> other) {
        String arn = denied.resource().text();
        Optional<String> tag = failedTag(denied);
        if (tag.isPresent()) {
            return "the condition on `" + tag.get() + "` is asked of the " + half + " too: tag the " + half + " " + arn
                    + ", or give it an Allow of ecs:ExecuteCommand of its own without that condition (R-EXEC-15)";
        }
        Optional<StatementRef> grantOfOther =
                other.filter(o -> o.verdict() == Verdict.ALLOWED).flatMap(ExecFixes::identityAllow);
        return "allow ecs:ExecuteCommand on the " + half + " too: add " + arn
                + grantOfOther
                        .map(ref -> " beside what " + ref + " allows, in a statement without tag conditions")
                        .orElse(" to the Resource of an Allow")
                + " (R-EXEC-03)";
    }

    private static Optional<StatementRef> identityAllow(ResourceDecision allowed) {
        return allowed.decidedBy().stream()
                .filter(ref -> ref.kind() == PolicyKind.IDENTITY)
                .findFirst();
    }

    /** The tag condition that alone keeps an identity Allow from applying, if there is one. */
    private static Optional<String> failedTag(ResourceDecision denied) {
        for (LayerDecision layer : denied.layers()) {
            for (Step step : layer.steps()) {
                if (layer.kind() == PolicyKind.IDENTITY
                        && step.effect() == Effect.ALLOW
                        && step.outcome() instanceof Step.RuledOut ruledOut) {
                    Optional<String> key = key(ruledOut.by()).filter(name -> name.contains(":ResourceTag/"));
                    if (key.isPresent()) {
                        return key;
                    }
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<String> key(Mismatch mismatch) {
        if (mismatch instanceof Mismatch.KeyAbsent absent) {
            return Optional.of(absent.key().name());
        }
        return mismatch instanceof Mismatch.ValueDiffers differs
                ? Optional.of(differs.key().name())
                : Optional.empty();
    }
}
