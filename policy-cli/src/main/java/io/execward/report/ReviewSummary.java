// SPDX-License-Identifier: Apache-2.0
package io.execward.report;

import io.execward.account.IamIdentity;
import io.execward.review.AccessReview;
import io.execward.review.Cell;
import io.execward.review.ReachedRole;
import io.execward.review.RoadKind;
import io.execward.review.TargetGroup;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * The numbers above a review.
 *
 * @param principals how many there are, members counted one by one
 * @param tasks how many different ones
 * @param accounts of the principals, in order
 * @param states of the principals, each by the strongest of its cells
 * @param clusters in the order of the columns
 * @param roles each role that somebody reaches, and by whom; in the order of the ARNs
 */
record ReviewSummary(
        int principals,
        int tasks,
        List<String> accounts,
        Map<CellState, Integer> states,
        List<OfCluster> clusters,
        List<RoleReached> roles) {
    /** Roads whose end is a process with the task's role (R-EXEC-57): not forwarding a port, and not lowering the log. */
    private static final Set<RoadKind> WITHOUT_ROLE = EnumSet.of(RoadKind.PORT_FORWARDING, RoadKind.LOWER_LOGGING);

    /** One cluster's part. */
    record OfCluster(String name, String arn, int tasks, Map<CellState, Integer> states, List<String> roles) {}

    /**
     * A task role and the rows that reach it (R-EXEC-135).
     *
     * @param surely rows with a road that no condition limits
     * @param underConditions rows all of whose roads to it have conditions
     */
    record RoleReached(String arn, List<Integer> surely, List<Integer> underConditions) {}

    static ReviewSummary of(AccessReview review) {
        return new ReviewSummary(
                (int) review.principals().stream()
                        .flatMap(g -> g.members().stream())
                        .count(),
                (int) review.targets().stream()
                        .flatMap(t -> t.tasks().stream())
                        .map(task -> task.arn().toString())
                        .distinct()
                        .count(),
                List.copyOf(new TreeSet<>(review.principals().stream()
                        .flatMap(g -> g.members().stream())
                        .map(member -> member.arn().account())
                        .toList())),
                states(review, allColumns(review)),
                clusters(review),
                roles(review));
    }

    /** The last part of an ARN with its type, such as {@code role/OnCall}. */
    static String shortName(IamIdentity identity) {
        return identity.arn().resource();
    }

    private static List<Integer> allColumns(AccessReview review) {
        return IntStream.range(0, review.targets().size()).boxed().toList();
    }

    private static Map<CellState, Integer> states(AccessReview review, List<Integer> columns) {
        Map<CellState, Integer> counts = new EnumMap<>(CellState.class);
        for (CellState state : CellState.values()) {
            counts.put(state, 0);
        }
        for (int row = 0; row < review.principals().size(); row++) {
            CellState strongest = CellState.NOT_ALLOWED;
            for (int column : columns) {
                CellState state = CellState.of(review.cell(row, column));
                strongest = state.compareTo(strongest) < 0 ? state : strongest;
            }
            counts.merge(strongest, review.principals().get(row).members().size(), Integer::sum);
        }
        return counts;
    }

    private static List<OfCluster> clusters(AccessReview review) {
        Map<String, List<Integer>> columns = new LinkedHashMap<>();
        for (int column : allColumns(review)) {
            columns.computeIfAbsent(review.targets().get(column).cluster().toString(), any -> new ArrayList<>())
                    .add(column);
        }
        List<OfCluster> clusters = new ArrayList<>();
        columns.forEach((arn, theirs) -> {
            List<TargetGroup> targets =
                    theirs.stream().map(review.targets()::get).toList();
            Set<String> tasks = new LinkedHashSet<>();
            targets.forEach(t -> t.tasks().forEach(task -> tasks.add(task.arn().toString())));
            Set<String> reached = new TreeSet<>();
            for (int column : theirs) {
                for (int row = 0; row < review.principals().size(); row++) {
                    if (reachesRole(review.cell(row, column))) {
                        review.targets().get(column).taskRoleArn().ifPresent(reached::add);
                    }
                }
            }
            clusters.add(new OfCluster(
                    targets.get(0).cluster().name(), arn, tasks.size(), states(review, theirs), List.copyOf(reached)));
        });
        return clusters;
    }

    private static List<RoleReached> roles(AccessReview review) {
        Map<String, RoleReached> found = new TreeMap<>();
        for (int row = 0; row < review.principals().size(); row++) {
            for (ReachedRole reached : review.principals().get(row).reachedRoles()) {
                RoleReached role = found.computeIfAbsent(
                        reached.role().toString(), arn -> new RoleReached(arn, new ArrayList<>(), new ArrayList<>()));
                (reached.conditional() ? role.underConditions() : role.surely()).add(row);
            }
        }
        return List.copyOf(found.values());
    }

    /** True if some road ends in a process with the task's role. */
    private static boolean reachesRole(Cell cell) {
        return cell.roads().values().stream().anyMatch(road -> road.isOpen() && !WITHOUT_ROLE.contains(road.kind()));
    }
}
