// SPDX-License-Identifier: Apache-2.0
package io.execward.audit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Follows what calls make of the exec logging of each cluster. A record tells only what a cluster has from then on; what it had before
 * is told by the record before, and where there is none, anything below the most is reported as what may be less.
 */
final class LoggingChanges {
    private record Change(Moment moment, String principal, boolean creates, Logging logging)
            implements Comparable<Change> {
        @Override
        public int compareTo(Change other) {
            return moment.compareTo(other.moment);
        }
    }

    /** What a call says about logging; {@code parts} are the protections that it turns on. */
    record Logging(String mode, Set<String> parts) {
        private static final List<String> MODES = List.of("NONE", "DEFAULT", "OVERRIDE");

        /** A word that is not known is below all that are. */
        int level() {
            return MODES.indexOf(mode);
        }
    }

    private final Map<String, List<Change>> clusters = new HashMap<>();

    void accept(Call call) {
        if (call.changesCluster() && call.succeeded()) {
            Optional<Logging> logging = call.logging();
            Optional<String> cluster = call.cluster().map(Object::toString);
            if (logging.isPresent() && cluster.isPresent()) {
                clusters.computeIfAbsent(cluster.get(), arn -> new ArrayList<>())
                        .add(new Change(call.moment(), call.principal(), call.createsCluster(), logging.get()));
            }
        }
    }

    void report(Findings findings) {
        clusters.forEach((cluster, changes) -> {
            Optional<Logging> before = Optional.empty();
            for (Change change : changes.stream().sorted().distinct().toList()) {
                String lost = change.creates ? "" : lost(before, change.logging);
                if (!lost.isEmpty()) {
                    findings.add(
                            DetectionKind.LOGGING_LOWERED,
                            change.principal,
                            false,
                            "set the exec logging of " + cluster + " to " + change.logging.mode + lost,
                            List.of(change.moment));
                }
                before = Optional.of(change.logging);
            }
        });
    }

    /** What got less, as the end of a sentence; empty if nothing did. */
    private static String lost(Optional<Logging> before, Logging after) {
        if (before.isEmpty()) {
            return after.level() < Logging.MODES.size() - 1 ? "; what it was before is not in the trail" : "";
        }
        List<String> lost = new ArrayList<>();
        if (after.level() < before.get().level()) {
            lost.add("was " + before.get().mode);
        }
        TreeSet<String> parts = new TreeSet<>(before.get().parts);
        parts.removeAll(after.parts);
        parts.forEach(part -> lost.add("without " + part));
        return lost.isEmpty() ? "" : ": " + String.join(", ", lost);
    }
}
