// SPDX-License-Identifier: Apache-2.0
package io.execward.audit;

import io.execward.account.CloudTrailRecord;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * Collects the calls that a question asks for from a trail, record by record. What matches is kept, and for
 * {@link EventQuery#TAG_THEN_EXEC} what could become half of a match; nothing else. For one thread.
 */
public final class EventSearch implements Consumer<CloudTrailRecord> {
    private final EventQuestion question;
    /** A trail may hold a call twice: CloudTrail delivers at least once. */
    private final Set<String> eventIds = new HashSet<>();

    private final TreeSet<String> principals = new TreeSet<>();
    private final TagThenExec chains;

    private EventSearch(EventQuestion question) {
        this.question = question;
        this.chains = new TagThenExec(this::isInCluster);
    }

    /** A search that has seen nothing yet. */
    public static EventSearch of(EventQuestion question) {
        return new EventSearch(question);
    }

    @Override
    public void accept(CloudTrailRecord event) {
        Call call = new Call(event);
        if (question.query() == EventQuery.TAG_THEN_EXEC) {
            chains.accept(call);
        } else if (isAskedFor(call) && isInCluster(call) && isOfAction(call.action())) {
            eventIds.add(call.moment().eventId());
            principals.add(call.principal());
        }
    }

    private boolean isAskedFor(Call call) {
        return switch (question.query()) {
            case EXEC_SUCCEEDED -> call.isExec() && call.succeeded();
            case EXEC_REFUSED -> call.isExec() && call.isRefusedItself();
            case SESSION_BYPASS -> call.isTaskSession() && call.succeeded();
            case LAUNCH_WITH_EXEC -> call.isLaunch() && call.asksForExec();
            case TAG_THEN_EXEC -> false;
        };
    }

    private boolean isInCluster(Call call) {
        Optional<String> asked = question.cluster();
        return asked.isEmpty()
                || call.cluster()
                        .map(cluster -> cluster.toString().equals(asked.get())
                                || cluster.name().equals(asked.get()))
                        .orElse(false);
    }

    private boolean isOfAction(String action) {
        if (question.action().isEmpty()) {
            return true;
        }
        String asked = question.action().get().toLowerCase(Locale.ROOT);
        String is = action.toLowerCase(Locale.ROOT);
        return is.equals(asked) || is.substring(is.indexOf(':') + 1).equals(asked);
    }

    /** What was found in the records so far. */
    public EventMatches matches() {
        TreeSet<String> ids = new TreeSet<>(eventIds);
        TreeSet<String> who = new TreeSet<>(principals);
        for (TagThenExec.Chain chain : chains.chains()) {
            if (chain.action().equals(Call.TAG_RESOURCE) && isOfAction(chain.action())) {
                ids.add(chain.tagged().eventId());
                who.add(chain.principal());
            }
        }
        return new EventMatches(List.copyOf(ids), List.copyOf(who));
    }
}
