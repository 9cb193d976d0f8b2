// SPDX-License-Identifier: Apache-2.0
package io.execward.review;

import io.execward.account.AccountSnapshot;
import io.execward.model.Request;
import java.util.List;

/**
 * Who can get a shell where, by which road. Deterministic: the same documents give the same review.
 *
 * <p>Principals and targets that behave alike are grouped; the groups are exact, and every member can be asked about by itself
 * ({@link #cell}).
 */
public final class AccessReview {
    /** Makes the requests of an open road for the first members of two groups. */
    interface Witnesses {
        List<Request> of(PrincipalGroup principal, TargetGroup target, Road road);
    }

    private final List<PrincipalGroup> principals;
    private final List<TargetGroup> targets;
    private final List<List<Cell>> cells;
    private final Completeness completeness;
    private final Witnesses witnesses;

    /**
     * A review as it is.
     *
     * @param principals the rows, by the first member's ARN
     * @param targets the columns, by cluster, task group, container, and first task
     * @param cells for each row, a cell for each column; equal cells are one object
     */
    public AccessReview(
            List<PrincipalGroup> principals,
            List<TargetGroup> targets,
            List<List<Cell>> cells,
            Completeness completeness) {
        this(principals, targets, cells, completeness, (principal, target, road) -> road.witness());
    }

    AccessReview(
            List<PrincipalGroup> principals,
            List<TargetGroup> targets,
            List<List<Cell>> cells,
            Completeness completeness,
            Witnesses witnesses) {
        this.principals = List.copyOf(principals);
        this.targets = List.copyOf(targets);
        this.cells = cells.stream().map(List::copyOf).toList();
        this.completeness = completeness;
        this.witnesses = witnesses;
    }

    /**
     * Reviews an account.
     *
     * @throws IllegalArgumentException if the options tell of callers what is a fact of targets
     */
    public static AccessReview of(AccountSnapshot account, ReviewOptions options) {
        return new Reviewer(account, options).review();
    }

    /** The rows, by the first member's ARN. */
    public List<PrincipalGroup> principals() {
        return principals;
    }

    /** The columns, by cluster, task group, container, and first task. */
    public List<TargetGroup> targets() {
        return targets;
    }

    /** For each row, a cell for each column; equal cells are one object. */
    public List<List<Cell>> cells() {
        return cells;
    }

    /** What the row's principals can do to the column's targets. */
    public Cell cell(int principal, int target) {
        return cells.get(principal).get(target);
    }

    /**
     * The requests that open a road for the first principal of the row into the first task of the column, all of which the engine
     * allows with the conditions of the road's first {@code onlyIf} met; none if the road is closed or not there. Cells are shared, so
     * the witness in a cell may be about others that are alike; this one is made when it is asked for.
     */
    public List<Request> witness(int principal, int target, RoadKind kind) {
        return cell(principal, target)
                .road(kind)
                .filter(Road::isOpen)
                .map(road -> witnesses.of(principals.get(principal), targets.get(target), road))
                .orElse(List.of());
    }

    /** What the review rests on. */
    public Completeness completeness() {
        return completeness;
    }
}
