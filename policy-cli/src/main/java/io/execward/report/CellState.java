// SPDX-License-Identifier: Apache-2.0
package io.execward.report;

import io.execward.evaluate.Verdict;
import io.execward.review.Cell;
import io.execward.review.Road;
import java.util.Collection;

/** A cell, or one road, in one word and one sign: the strongest thing to say about it comes first. */
enum CellState {
    OPEN("open", "●", "ECS Exec is allowed"),
    CONDITIONAL("if", "◐", "ECS Exec is allowed under conditions"),
    SIDE_ROAD("side road", "◆", "ECS Exec is not allowed as things are, but another road is open"),
    UNDECIDED("undecided", "?", "cannot be told from what was supplied"),
    DENIED("denied", "✕", "an explicit Deny closes it"),
    NOT_ALLOWED("no", "·", "nothing allows it");

    private final String word;
    private final String sign;
    private final String meaning;

    CellState(String word, String sign, String meaning) {
        this.word = word;
        this.sign = sign;
        this.meaning = meaning;
    }

    String word() {
        return word;
    }

    String sign() {
        return sign;
    }

    String meaning() {
        return meaning;
    }

    /** A cell is as open as its widest road; where one road cannot be judged, the cell is not called closed. */
    static CellState of(Cell cell) {
        Collection<Road> roads = cell.roads().values();
        CellState exec = of(cell.exec());
        if (exec == OPEN || exec == CONDITIONAL) {
            return exec;
        }
        if (roads.stream().anyMatch(Road::isOpen)) {
            return SIDE_ROAD;
        }
        return roads.stream().anyMatch(road -> road.verdict() == Verdict.UNDECIDED) ? UNDECIDED : exec;
    }

    /** One road alone, so never {@link #SIDE_ROAD}. */
    static CellState of(Road road) {
        return switch (road.verdict()) {
            case ALLOWED -> OPEN;
            case UNDECIDED -> road.isOpen() ? CONDITIONAL : UNDECIDED;
            case EXPLICIT_DENY -> DENIED;
            case IMPLICIT_DENY -> NOT_ALLOWED;
        };
    }
}
