// SPDX-License-Identifier: Apache-2.0
package io.execward.audit;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Gathers calls that tell the same thing into one detection each. */
final class Findings {
    private static final Comparator<Detection> ORDER = Comparator.comparing(Detection::kind)
            .thenComparing(Detection::first)
            .thenComparing(Detection::principal)
            .thenComparing(Detection::what)
            .thenComparing(Detection::refused);

    private record Key(DetectionKind kind, String principal, boolean refused, String what) {}

    private final Map<Key, List<Moment>> groups = new HashMap<>();

    void add(DetectionKind kind, String principal, boolean refused, String what, Collection<Moment> moments) {
        groups.computeIfAbsent(new Key(kind, principal, refused, what), key -> new ArrayList<>())
                .addAll(moments);
    }

    void addAll(Findings others) {
        others.groups.forEach((key, moments) -> add(key.kind, key.principal, key.refused, key.what, moments));
    }

    /** By kind, then by time. */
    List<Detection> detections() {
        List<Detection> all = new ArrayList<>();
        groups.forEach((key, moments) -> {
            List<Moment> sorted = moments.stream().sorted().toList();
            all.add(new Detection(
                    key.kind,
                    key.principal,
                    key.refused,
                    key.what,
                    Moment.ids(sorted),
                    sorted.get(0).time(),
                    sorted.get(sorted.size() - 1).time()));
        });
        all.sort(ORDER);
        return List.copyOf(all);
    }
}
