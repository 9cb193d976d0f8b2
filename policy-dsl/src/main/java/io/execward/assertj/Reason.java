// SPDX-License-Identifier: Apache-2.0
package io.execward.assertj;

import io.execward.ecs.OperationDecision;
import io.execward.evaluate.Blocker;
import io.execward.evaluate.Mismatch;
import io.execward.evaluate.ResourceDecision;
import io.execward.evaluate.StatementRef;
import io.execward.evaluate.Step;
import io.execward.evaluate.Verdict;
import io.execward.model.ConditionKey;
import io.execward.model.Effect;
import io.execward.model.PolicyKind;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * A reason that a verdict may have. It speaks of layers, statements, checks and condition keys, never of the text of a message:
 *
 * <pre>{@code
 * … .deniesExec().into(task).container("vault").because(Reason.statement("KeepVaultShut"));
 * }</pre>
 */
public final class Reason {
    private final String text;
    private final Predicate<OperationDecision> holds;

    private Reason(String text, Predicate<OperationDecision> holds) {
        this.text = text;
        this.holds = holds;
    }

    /** This layer decides: of a refusal it denies or lacks an Allow, of an allowed call it allows. */
    public static Reason layer(PolicyKind kind) {
        Objects.requireNonNull(kind, "kind");
        return new Reason(
                "of the " + kind.text(),
                decision -> blockers(decision).anyMatch(blocker -> isOf(kind, blocker))
                        || decisive(decision).anyMatch(statement -> statement.kind() == kind));
    }

    /** A Deny of this layer applies. */
    public static Reason denyIn(PolicyKind kind) {
        Objects.requireNonNull(kind, "kind");
        return new Reason(
                "a Deny of the " + kind.text() + " applies",
                decision -> blockers(decision).anyMatch(blocker -> isOf(kind, blocker) && blocker.isExplicit()));
    }

    /** An Allow is missing in this layer. */
    public static Reason noAllowIn(PolicyKind kind) {
        Objects.requireNonNull(kind, "kind");
        return new Reason(
                "the " + kind.text() + " has no Allow for it",
                decision -> blockers(decision).anyMatch(blocker -> isOf(kind, blocker) && !blocker.isExplicit()));
    }

    /** A statement with this Sid decides: a Deny that applies, or of an allowed call an Allow. */
    public static Reason statement(String sid) {
        Objects.requireNonNull(sid, "sid");
        return new Reason(
                "of the statement `" + sid + "`",
                decision ->
                        decisive(decision).anyMatch(statement -> statement.sid().equals(Optional.of(sid))));
    }

    /**
     * This check of the call is refused.
     *
     * @param subject such as {@code cluster}, {@code task}, {@code key} or {@code role to pass}
     */
    public static Reason check(String subject) {
        Objects.requireNonNull(subject, "subject");
        return new Reason(
                "of the " + subject + " check",
                decision -> decision.checks().stream()
                        .anyMatch(it ->
                                it.verdict().isDenied() && it.check().subject().equals(subject)));
    }

    /**
     * A condition on this key keeps an Allow from applying, in a check that is refused for want of an Allow.
     *
     * @throws IllegalArgumentException if it is no condition key
     */
    public static Reason condition(String key) {
        ConditionKey wanted = ConditionKey.of(key);
        return new Reason(
                "a condition on `" + key + "` keeps an Allow from applying",
                decision -> resources(decision)
                        .filter(resource -> resource.verdict().isDenied())
                        .anyMatch(resource -> resource.layers().stream()
                                .filter(layer -> resource.blockers().stream()
                                        .anyMatch(blocker -> isOf(layer.kind(), blocker) && !blocker.isExplicit()))
                                .flatMap(layer -> layer.steps().stream())
                                .anyMatch(step -> step.effect() == Effect.ALLOW && isRuledOutBy(wanted, step))));
    }

    boolean holds(OperationDecision decision) {
        return holds.test(decision);
    }

    private static boolean isOf(PolicyKind kind, Blocker blocker) {
        return blocker.kind().equals(Optional.of(kind));
    }

    /** Of allowed calls the Allows, of refused ones the Denies; none of those parts of a refused call that are allowed. */
    private static Stream<StatementRef> decisive(OperationDecision decision) {
        Verdict decisive = decision.verdict() == Verdict.ALLOWED ? Verdict.ALLOWED : Verdict.EXPLICIT_DENY;
        return resources(decision)
                .filter(resource -> resource.verdict() == decisive)
                .flatMap(resource -> resource.decidedBy().stream());
    }

    private static Stream<Blocker> blockers(OperationDecision decision) {
        return resources(decision)
                .filter(resource -> resource.verdict().isDenied())
                .flatMap(resource -> resource.blockers().stream());
    }

    private static Stream<ResourceDecision> resources(OperationDecision decision) {
        return decision.verdict() == Verdict.ALLOWED || Refusal.isSure(decision)
                ? decision.checks().stream().flatMap(check -> check.decision().resources().stream())
                : Stream.empty();
    }

    private static boolean isRuledOutBy(ConditionKey key, Step step) {
        return step.outcome()
                .match(applies -> false, ruledOut -> ruledOut.by().match(new OnKey(key)), depends -> false);
    }

    /** Whether a mismatch is one of this key. */
    private record OnKey(ConditionKey wanted) implements Mismatch.Cases<Boolean> {
        @Override
        public Boolean principalDiffers(Mismatch.PrincipalDiffers mismatch) {
            return false;
        }

        @Override
        public Boolean actionDiffers(Mismatch.ActionDiffers mismatch) {
            return false;
        }

        @Override
        public Boolean resourceDiffers(Mismatch.ResourceDiffers mismatch) {
            return false;
        }

        @Override
        public Boolean keyAbsent(Mismatch.KeyAbsent mismatch) {
            return is(mismatch.key());
        }

        @Override
        public Boolean keyPresent(Mismatch.KeyPresent mismatch) {
            return is(mismatch.key());
        }

        @Override
        public Boolean severalValues(Mismatch.SeveralValues mismatch) {
            return is(mismatch.key());
        }

        @Override
        public Boolean valueDiffers(Mismatch.ValueDiffers mismatch) {
            return is(mismatch.key());
        }

        private boolean is(ConditionKey key) {
            return key.folded().equals(wanted.folded());
        }
    }

    @Override
    public String toString() {
        return text;
    }
}
