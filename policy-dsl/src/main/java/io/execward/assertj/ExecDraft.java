// SPDX-License-Identifier: Apache-2.0
package io.execward.assertj;

import io.execward.ecs.Caller;
import io.execward.ecs.ClusterArn;
import io.execward.ecs.Container;
import io.execward.ecs.ExecModel;
import io.execward.ecs.ExecRequest;
import io.execward.ecs.TaskArn;
import io.execward.model.Arn;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.annotation.CanIgnoreReturnValue;

/** A sentence about a shell while it is said. The parts are in the request, whose container comes last. */
final class ExecDraft implements NeedsTask, NeedsContainer {
    private final Caller caller;
    private final Expected expected;
    private final Sentence sentence;
    private final Optional<ExecRequest> request;
    private final Failures.Mark mark;

    ExecDraft(Caller caller, Expected expected, Sentence sentence) {
        this(caller, expected, sentence, Optional.empty());
    }

    private ExecDraft(Caller caller, Expected expected, Sentence sentence, Optional<ExecRequest> request) {
        this.caller = caller;
        this.expected = expected;
        this.sentence = sentence;
        this.request = request;
        this.mark = sentence.failures()
                .begun("… " + words(expected)
                        + request.map(it -> ".into(" + it.task() + ")").orElse(""));
    }

    private static String words(Expected expected) {
        return switch (expected) {
            case ALLOWED -> "allowsExec()";
            case DENIED -> "deniesExec()";
            case UNDECIDED -> "leavesExecUndecided()";
        };
    }

    @Override
    public NeedsContainer into(TaskArn task) {
        return next(sentence.targets().apply(ExecRequest.of(caller, task, Container.omitted())));
    }

    @Override
    public NeedsContainer into(ClusterArn cluster, TaskArn task) {
        return next(sentence.targets().apply(ExecRequest.of(caller, cluster, task, Container.omitted())));
    }

    @Override
    public NeedsContainer taskTagged(Map<String, String> tags) {
        return next(told().taskTagged(tags));
    }

    @Override
    public NeedsContainer clusterTagged(Map<String, String> tags) {
        return next(told().clusterTagged(tags));
    }

    @Override
    public NeedsContainer encryptedWith(Arn kmsKey) {
        return next(told().encryptedWith(kmsKey));
    }

    @Override
    @CanIgnoreReturnValue
    public ExecAssert container(String name) {
        return check(Container.named(name));
    }

    @Override
    @CanIgnoreReturnValue
    public ExecAssert noNamedContainer() {
        return check(Container.omitted());
    }

    private ExecAssert check(Container container) {
        mark.passed();
        ExecRequest it = told();
        ExecRequest whole = new ExecRequest(
                it.caller(),
                it.cluster(),
                it.task(),
                container,
                it.clusterTags(),
                it.taskTags(),
                it.key(),
                ExecModel.CLUSTER_AND_TASK);
        return new ExecAssert(whole.explain(sentence.engines()), expected, sentence);
    }

    /** There is one whenever a caller can say these words: only {@code into} leads to them. */
    private ExecRequest told() {
        return request.orElseThrow();
    }

    private ExecDraft next(ExecRequest newRequest) {
        mark.passed();
        return new ExecDraft(caller, expected, sentence, Optional.of(newRequest));
    }
}
