// SPDX-License-Identifier: Apache-2.0
package io.execward.assertj;

import io.execward.ecs.Caller;
import io.execward.ecs.OperationRequest;
import io.execward.model.Context;
import io.execward.model.PolicySet;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.assertj.core.annotation.CanIgnoreReturnValue;
import org.assertj.core.annotation.CheckReturnValue;
import org.assertj.core.api.AbstractAssert;

/**
 * A sentence that knows who calls: it goes on with more facts, and then with what is expected. Every word gives a new sentence, so that
 * a beginning can be used again.
 */
@CheckReturnValue
public final class CallerAssert extends AbstractAssert<CallerAssert, Caller> {
    private final Sentence sentence;
    private final Failures.Mark mark;

    CallerAssert(Caller caller, Sentence sentence) {
        super(caller, CallerAssert.class);
        this.sentence = sentence;
        this.mark =
                sentence.failures().begun("… forPrincipal(" + caller.principal().text() + ")");
        sentence.describe(this);
    }

    /** The caller, its user, role or session has these tags and no others. */
    public CallerAssert tagged(Map<String, String> tags) {
        return with(actual.tagged(tags));
    }

    /** The session was made with MFA, this long ago (R-KEY-03). */
    public CallerAssert withMfa(Duration age) {
        return with(actual.withMfa(age));
    }

    /** The request carries no MFA keys, as with long-term access keys (R-KEY-03). */
    public CallerAssert withoutMfaKeys() {
        return with(actual.withoutMfaKeys());
    }

    /** The request comes from this public address (R-KEY-05). */
    public CallerAssert from(String sourceAddress) {
        return with(actual.from(sourceAddress));
    }

    /** The request is made at this time. */
    public CallerAssert at(Instant time) {
        return with(actual.at(time));
    }

    /** The request has this condition key with these values. */
    public CallerAssert with(String key, String... values) {
        return with(actual.with(Context.of(key, values)));
    }

    /** All that is to be known of the caller was told: what was not is absent, not unknown (R-EXEC-141). */
    public CallerAssert complete() {
        return with(actual.complete());
    }

    /** Expects that the caller may open the shell that is told next. */
    public NeedsTask allowsExec() {
        return exec(Expected.ALLOWED);
    }

    /** Expects that the caller may not open the shell that is told next, whichever way unknown facts fall. */
    public NeedsTask deniesExec() {
        return exec(Expected.DENIED);
    }

    /** Expects that what is told so far leaves open whether the caller may open the shell that is told next. */
    public NeedsTask leavesExecUndecided() {
        return exec(Expected.UNDECIDED);
    }

    /**
     * Checks that the caller may make this call: {@code allows(caller -> DescribeTasksRequest.of(caller, …))}.
     *
     * @throws AssertionError if a check of the call is denied or not decided
     */
    @CanIgnoreReturnValue
    public OperationAssert allows(Function<? super Caller, ? extends OperationRequest> operation) {
        return judge(Expected.ALLOWED, operation);
    }

    /**
     * Checks that the caller may not make this call, whichever way unknown facts fall.
     *
     * @throws AssertionError if it is allowed or not decided
     */
    @CanIgnoreReturnValue
    public OperationAssert denies(Function<? super Caller, ? extends OperationRequest> operation) {
        return judge(Expected.DENIED, operation);
    }

    /**
     * Checks that what is told leaves this call undecided.
     *
     * @throws AssertionError if there is a verdict
     */
    @CanIgnoreReturnValue
    public OperationAssert leavesUndecided(Function<? super Caller, ? extends OperationRequest> operation) {
        return judge(Expected.UNDECIDED, operation);
    }

    /**
     * Checks that whatever the caller may do of what there is to do, it might do under the ceiling too. This holds for the calls of the
     * inventory and proves nothing about others. A call passes if it is denied here or allowed there; one that is undecided on both
     * sides fails, for the missing facts may fall so that only the ceiling refuses it: tell them first. The policy of a resource, such
     * as a KMS key, takes part on both sides.
     *
     * @param ceiling what the caller may have at most
     * @throws AssertionError with every call that goes beyond, explained under both
     */
    @CanIgnoreReturnValue
    public CallerAssert grantsNothingBeyond(PolicySet ceiling, Inventory inventory) {
        mark.passed();
        List<OperationRequest> calls = inventory.requests(actual);
        Ceiling.excess(calls, sentence.engines(), ceiling)
                .ifPresent(text -> sentence.failures().failed(failure("%s", text.stripTrailing())));
        return this;
    }

    private NeedsTask exec(Expected expected) {
        mark.passed();
        return new ExecDraft(actual, expected, sentence.described(info));
    }

    private OperationAssert judge(Expected expected, Function<? super Caller, ? extends OperationRequest> operation) {
        mark.passed();
        OperationRequest request = operation.apply(actual);
        return new OperationAssert(request.explain(sentence.engines()), expected, sentence.described(info));
    }

    private CallerAssert with(Caller caller) {
        mark.passed();
        return new CallerAssert(caller, sentence.described(info));
    }
}
