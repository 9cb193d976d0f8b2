// SPDX-License-Identifier: Apache-2.0
package io.execward.review;

import io.execward.evaluate.Blocker;
import io.execward.evaluate.Decision;
import io.execward.evaluate.Fact;
import io.execward.evaluate.ResourceDecision;
import io.execward.evaluate.Verdict;
import io.execward.model.Resource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The sentences of a review. They speak of "the task" and "the cluster", never of one task, so that what is said of one target is said
 * in the same words of all that are like it.
 */
final class Words {
    private Words() {}

    /** The facts of a path: {@code aws:SourceIp is …, and aws:ResourceTag/team of the task is …}. */
    static String conditions(Judge.Path path) {
        return path.facts().entrySet().stream()
                .map(entry -> fact(entry.getKey()) + " is " + entry.getValue().words())
                .collect(Collectors.joining(", and "));
    }

    private static String fact(Fact fact) {
        return fact.key().name()
                + fact.resource()
                        .map(arn -> " of the " + kind(Resource.of(arn)))
                        .orElse("");
    }

    /** What kind of thing a resource is, such as {@code task definition}. */
    static String kind(Resource resource) {
        if (resource.arn().isEmpty()) {
            return "account";
        }
        String text = resource.arn().get().resource();
        int end = 0;
        while (end < text.length() && text.charAt(end) != '/' && text.charAt(end) != ':') {
            end++;
        }
        return text.substring(0, end).replace('-', ' ');
    }

    /** Why the calls are not allowed. */
    static String closed(Decision failed, boolean certain) {
        if (failed.verdict() == Verdict.UNDECIDED) {
            String action = failed.request().action().toString();
            return certain
                    ? action + " is denied in whatever way the unknown facts fall"
                    : "the unknown facts are too many to tell whether " + action + " can be allowed";
        }
        for (ResourceDecision resource : failed.resources()) {
            if (resource.verdict().isDenied() && resource.verdict() == failed.verdict()) {
                return closed(failed, resource);
            }
        }
        return failed.request().action() + " is denied in whatever way the unknown facts fall";
    }

    private static String closed(Decision failed, ResourceDecision resource) {
        String call = failed.request().action() + " on the " + kind(resource.resource());
        List<Blocker> blockers = resource.blockers();
        return blockers.isEmpty()
                ? call + " is denied"
                : call + ": "
                        + Optional.of(blockers.get(0)).map(Blocker::message).orElseThrow();
    }
}
