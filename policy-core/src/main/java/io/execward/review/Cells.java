// SPDX-License-Identifier: Apache-2.0
package io.execward.review;

import io.execward.diagnostic.SourceSpan;
import io.execward.evaluate.StatementRef;
import io.execward.evaluate.Verdict;
import io.execward.model.PolicyKind;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Roads and cells by number: those that say the same are one, whomever their witnesses speak of. */
final class Cells {
    static final int NO_ROAD = -1;

    /** What names a statement. */
    private record Name(PolicyKind kind, String policy, int index, Optional<SourceSpan> span) {
        static List<Name> of(List<StatementRef> refs) {
            return refs.stream()
                    .map(ref -> new Name(ref.kind(), ref.policy(), ref.index(), ref.span()))
                    .toList();
        }
    }

    /** What a road says, but for its witness. */
    private record Said(
            RoadKind kind,
            Verdict verdict,
            List<Name> decidedBy,
            List<String> onlyIf,
            List<Name> closedBy,
            boolean open,
            String because) {}

    private final Map<Said, Integer> roadNumbers = new HashMap<>();
    private final List<Road> roads = new ArrayList<>();
    private final Map<Map<RoadKind, Integer>, Integer> cellNumbers = new HashMap<>();
    private final List<Cell> cells = new ArrayList<>();

    int number(Road road) {
        Said said = new Said(
                road.kind(),
                road.verdict(),
                Name.of(road.decidedBy()),
                road.onlyIf(),
                Name.of(road.closedBy()),
                road.isOpen(),
                road.because());
        return roadNumbers.computeIfAbsent(said, s -> {
            roads.add(road);
            return roads.size() - 1;
        });
    }

    int number(Map<RoadKind, Integer> roadsOf) {
        return cellNumbers.computeIfAbsent(roadsOf, r -> {
            Map<RoadKind, Road> all = new EnumMap<>(RoadKind.class);
            r.forEach((kind, road) -> all.put(kind, roads.get(road)));
            cells.add(new Cell(all));
            return cells.size() - 1;
        });
    }

    Cell cell(int number) {
        return cells.get(number);
    }
}
