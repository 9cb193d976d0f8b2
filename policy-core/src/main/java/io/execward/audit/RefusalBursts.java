// SPDX-License-Identifier: Apache-2.0
package io.execward.audit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Finds the stretches in which one principal was refused again and again. */
final class RefusalBursts {
    private record Refusal(Moment moment, String action) implements Comparable<Refusal> {
        @Override
        public int compareTo(Refusal other) {
            return moment.compareTo(other.moment);
        }
    }

    private final AuditSettings settings;
    private final Map<String, List<Refusal>> refusals = new HashMap<>();

    RefusalBursts(AuditSettings settings) {
        this.settings = settings;
    }

    void accept(Call call) {
        if (call.isRefused()) {
            refusals.computeIfAbsent(call.principal(), principal -> new ArrayList<>())
                    .add(new Refusal(call.moment(), call.action()));
        }
    }

    void report(Findings findings) {
        refusals.forEach((principal, calls) -> report(principal, calls, findings));
    }

    /** Stretches that are each long enough and overlap are one burst. */
    private void report(String principal, List<Refusal> calls, Findings findings) {
        List<Refusal> sorted = calls.stream().sorted().distinct().toList();
        int start = -1;
        int end = -1;
        for (int i = 0; i + settings.burst() <= sorted.size(); i++) {
            int last = i + settings.burst() - 1;
            if (sorted.get(i).moment.isFollowedBy(sorted.get(last).moment, settings.burstWindow())) {
                if (start >= 0 && i > end) {
                    add(principal, sorted.subList(start, end + 1), findings);
                    start = i;
                }
                start = start < 0 ? i : start;
                end = last;
            }
        }
        if (start >= 0) {
            add(principal, sorted.subList(start, end + 1), findings);
        }
    }

    private static void add(String principal, List<Refusal> burst, Findings findings) {
        TreeSet<String> actions = new TreeSet<>();
        burst.forEach(refusal -> actions.add(refusal.action));
        findings.add(
                DetectionKind.REFUSAL_BURST,
                principal,
                true,
                "was refused " + burst.size() + " times from "
                        + burst.get(0).moment.time() + " to "
                        + burst.get(burst.size() - 1).moment.time() + ": " + String.join(", ", actions),
                burst.stream().map(Refusal::moment).toList());
    }
}
