// SPDX-License-Identifier: Apache-2.0
package io.execward.review;

import io.execward.evaluate.Verdict;
import io.execward.model.Arn;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Which task roles a row of cells leads to (R-EXEC-57, R-EXEC-135). */
final class Reach {
    private final List<TargetGroup> targets;

    Reach(List<TargetGroup> targets) {
        this.targets = targets;
    }

    private static final class Found {
        final Set<RoadKind> kinds = EnumSet.noneOf(RoadKind.class);
        boolean sure;
        final IdentityHashMap<Cell, Boolean> seen = new IdentityHashMap<>();
    }

    List<ReachedRole> of(List<Cell> row) {
        Map<String, Found> byRole = new TreeMap<>();
        Map<String, Found> known = new HashMap<>();
        for (int t = 0; t < row.size(); t++) {
            TargetGroup target = targets.get(t);
            if (target.taskRoleArn().isEmpty()) {
                continue;
            }
            Found found = known.computeIfAbsent(target.taskRoleArn().get(), role -> new Found());
            if (found.seen.put(row.get(t), true) == null) {
                add(row.get(t), found);
            }
            if (!found.kinds.isEmpty()) {
                byRole.put(target.taskRoleArn().get(), found);
            }
        }
        List<ReachedRole> all = new ArrayList<>();
        byRole.forEach((role, found) -> all.add(new ReachedRole(Arn.of(role), List.copyOf(found.kinds), !found.sure)));
        return all;
    }

    private static void add(Cell cell, Found found) {
        for (Road road : cell.roads().values()) {
            // A forwarded port is no process in the task.
            if (road.isOpen() && road.kind() != RoadKind.PORT_FORWARDING) {
                found.kinds.add(road.kind());
                found.sure |= road.verdict() == Verdict.ALLOWED;
            }
        }
    }
}
