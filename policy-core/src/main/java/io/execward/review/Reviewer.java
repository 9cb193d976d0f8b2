// SPDX-License-Identifier: Apache-2.0
package io.execward.review;

import static java.util.Comparator.comparing;

import io.execward.account.AccountSnapshot;
import io.execward.account.EcsTask;
import io.execward.account.IamIdentity;
import io.execward.account.IamRole;
import io.execward.ecs.Caller;
import io.execward.ecs.ClusterArn;
import io.execward.evaluate.PolicyCompiler;
import io.execward.evaluate.Refinement;
import io.execward.model.Action;
import io.execward.model.AttachedPolicy;
import io.execward.model.Request;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Makes a review. Targets whose requests no policy can tell apart are one class from the start; each principal sorts the classes into
 * coarser ones by what its own policies see, and asks the engine once for each. Rows and columns that came out the same are grouped
 * last.
 */
final class Reviewer {
    private static final List<Action> ACTIONS = Stream.of(
                    "ecs:ExecuteCommand",
                    "ecs:RunTask",
                    "ecs:StartTask",
                    "ecs:CreateService",
                    "ecs:UpdateService",
                    "ecs:RegisterTaskDefinition",
                    "ecs:UpdateCluster",
                    "ecs:TagResource",
                    "ecs:UntagResource",
                    "ssm:StartSession",
                    "iam:PassRole",
                    "kms:GenerateDataKey")
            .map(Action::of)
            .toList();

    /** How many rows are judged before their roads are numbered and those that are the same let go. */
    private static final int AT_ONCE = 64;

    private final AccountSnapshot account;
    private final ReviewOptions options;
    private final PolicyCompiler compiler;

    Reviewer(AccountSnapshot account, ReviewOptions options) {
        this.account = account;
        this.options = options;
        this.compiler = PolicyCompiler.of(account.sources(), ACTIONS);
    }

    /** A principal with what judges it. */
    private record Row(IamIdentity identity, Caller caller, Engines engines) {}

    AccessReview review() {
        List<Row> rows = rows();
        List<Target> targets = targets();
        if (rows.isEmpty() || targets.isEmpty()) {
            List<PrincipalGroup> everybody = rows.isEmpty()
                    ? List.of()
                    : List.of(
                            new PrincipalGroup(rows.stream().map(Row::identity).toList(), List.of()));
            List<List<Cell>> cells =
                    everybody.stream().map(group -> List.<Cell>of()).toList();
            return new AccessReview(everybody, List.of(), cells, new Completion(account, options).completeness());
        }
        RoadPlans plans = new RoadPlans(
                account,
                options,
                Caller.of(rows.get(0).identity().principal()),
                TagsRead.by(account, rows.stream().map(Row::identity).toList()));
        TargetClasses classes = new TargetClasses(targets, plans);
        classes.sort(rows.stream()
                .map(row -> new CallTables.Viewer(row.engines(), row.caller()))
                .toList());
        Cells cells = new Cells();
        List<int[]> matrix = matrix(rows, classes, cells);
        return group(rows, targets, classes, cells, matrix, plans);
    }

    /** For each row the cell of each class of targets, by number; rows that are alike in all that decides are judged once. */
    private static List<int[]> matrix(List<Row> rows, TargetClasses classes, Cells cells) {
        Map<List<Object>, Integer> kinds = new HashMap<>();
        List<Integer> first = new ArrayList<>();
        int[] kindOf = new int[rows.size()];
        PolicyNumbers policies = new PolicyNumbers();
        for (int i = 0; i < rows.size(); i++) {
            Row row = rows.get(i);
            List<Object> kind = classes.sightOf(i);
            kind.add(policies.of(row.identity()));
            kind.add(row.identity().principal().getClass());
            kind.add(row.identity().arn().account());
            kind.add(row.caller().flags());
            Integer known = kinds.putIfAbsent(kind, kinds.size());
            kindOf[i] = known == null ? first.size() : known;
            if (known == null) {
                first.add(i);
            }
        }
        List<int[]> judged = new ArrayList<>(first.size());
        for (int from = 0; from < first.size(); from += AT_ONCE) {
            List<View> views = first.subList(from, Math.min(from + AT_ONCE, first.size())).stream()
                    .map(i -> new View(rows.get(i), classes.seenBy(i)))
                    .toList();
            // What comes of it does not depend on which is ready first: numbers are given in the order of the rows.
            views.parallelStream()
                    .map(view -> judge(view, classes))
                    .toList()
                    .forEach(row -> judged.add(number(row, classes.size(), cells)));
        }
        return Arrays.stream(kindOf).mapToObj(judged::get).toList();
    }

    /** A row with what it sees of the targets. */
    private record View(Row row, List<Refinement> seen) {}

    /**
     * The roads of one kind.
     *
     * @param alike classes of targets whose road is one
     */
    private record Judged(Refinement alike, List<Optional<Road>> roads) {}

    private List<Row> rows() {
        List<Row> rows = new ArrayList<>();
        account.identities().stream()
                .filter(identity -> options.serviceLinkedRoles() || !isServiceLinked(identity))
                .filter(options.principals())
                .sorted(comparing(identity -> identity.arn().toString()))
                .forEach(identity -> rows.add(row(identity)));
        return rows;
    }

    private Row row(IamIdentity identity) {
        Caller caller = Callers.of(account, identity, options);
        return new Row(identity, caller, new Engines(account, compiler, identity));
    }

    static boolean isServiceLinked(IamIdentity identity) {
        return identity instanceof IamRole role && role.path().startsWith("/aws-service-role/");
    }

    private List<Target> targets() {
        List<Target> targets = new ArrayList<>();
        account.tasks().stream()
                .filter(task -> options.clusters().test(task.cluster()))
                .sorted(comparing(task -> task.arn().toString()))
                .forEach(task -> task.containers().stream()
                        .map(EcsTask.TaskContainer::name)
                        .distinct()
                        .forEach(container -> targets.add(Target.of(account, task, container))));
        return targets;
    }

    /** The policies of principals, by number: comparing numbers is comparing policies. */
    private static final class PolicyNumbers {
        private final IdentityHashMap<AttachedPolicy, Integer> same = new IdentityHashMap<>();
        private final Map<AttachedPolicy, Integer> equal = new HashMap<>();

        List<Object> of(IamIdentity identity) {
            List<Object> all = new ArrayList<>();
            identity.policies().forEach(policy -> all.add(number(policy)));
            all.add("boundary");
            identity.boundary().ifPresent(policy -> all.add(number(policy)));
            all.add(identity.missingPolicies());
            return all;
        }

        private int number(AttachedPolicy policy) {
            return same.computeIfAbsent(policy, p -> equal.computeIfAbsent(p, q -> equal.size()));
        }
    }

    /** Several at once, each on its own thread. */
    private static Map<RoadKind, Judged> judge(View view, TargetClasses classes) {
        List<int[]> seen = view.seen().stream().map(Refinement::classes).toList();
        Roads roads = new Roads(view.row().engines(), view.row().caller());
        Map<RoadKind, Judged> byKind = new EnumMap<>(RoadKind.class);
        for (RoadKind kind : RoadKind.values()) {
            Refinement same = classes.alike(kind, seen, view.seen());
            List<Optional<Road>> judged = new ArrayList<>(same.size());
            for (int first : same.firsts()) {
                judged.add(classes.plan(first, kind).flatMap(roads::judge));
            }
            byKind.put(kind, new Judged(same, judged));
        }
        return byKind;
    }

    /** The principal's cell for each class of targets, by number. */
    private static int[] number(Map<RoadKind, Judged> judged, int targets, Cells cells) {
        Map<RoadKind, int[]> byKind = new EnumMap<>(RoadKind.class);
        Refinement all = new Refinement(targets);
        judged.forEach((kind, of) -> {
            int[] roads = of.roads().stream()
                    .mapToInt(road -> road.map(cells::number).orElse(Cells.NO_ROAD))
                    .toArray();
            int[] numbers = new int[targets];
            int[] blocks = of.alike().classes();
            Arrays.setAll(numbers, t -> roads[blocks[t]]);
            byKind.put(kind, numbers);
            all.refine(blocks, roads.length);
        });
        int[] blocks = all.classes();
        int[] cellOf = new int[all.size()];
        int[] firsts = all.firsts();
        for (int block = 0; block < cellOf.length; block++) {
            Map<RoadKind, Integer> roadsOf = new EnumMap<>(RoadKind.class);
            int first = firsts[block];
            byKind.forEach((kind, numbers) -> {
                if (numbers[first] != Cells.NO_ROAD) {
                    roadsOf.put(kind, numbers[first]);
                }
            });
            cellOf[block] = cells.number(roadsOf);
        }
        int[] line = new int[blocks.length];
        Arrays.setAll(line, t -> cellOf[blocks[t]]);
        return line;
    }

    /** What targets of one column have in common, in the order of the columns. */
    private record ColumnKey(ClusterArn cluster, String group, String container, boolean exec, Optional<String> role) {
        static ColumnKey of(Target target) {
            return new ColumnKey(
                    target.task().cluster(),
                    target.taskGroup(),
                    target.container(),
                    target.task().enableExecuteCommand(),
                    target.roleArn());
        }
    }

    private AccessReview group(
            List<Row> rows,
            List<Target> targets,
            TargetClasses classes,
            Cells cells,
            List<int[]> matrix,
            RoadPlans plans) {
        Map<Numbers, List<Row>> groups = new LinkedHashMap<>();
        for (int i = 0; i < rows.size(); i++) {
            groups.computeIfAbsent(new Numbers(matrix.get(i)), n -> new ArrayList<>())
                    .add(rows.get(i));
        }
        Refinement columns = new Refinement(classes.size());
        for (Numbers numbers : groups.keySet()) {
            columns.refine(numbers.compact(), numbers.distinct());
        }
        int[] columnOf = columns.classes();
        Map<ColumnKey, Map<Integer, List<Target>>> byKey = new HashMap<>();
        for (int t = 0; t < targets.size(); t++) {
            byKey.computeIfAbsent(ColumnKey.of(targets.get(t)), key -> new TreeMap<>())
                    .computeIfAbsent(columnOf[classes.classOf(t)], c -> new ArrayList<>())
                    .add(targets.get(t));
        }
        int[] firstClass = columns.firsts();
        List<Column> all = new ArrayList<>();
        byKey.forEach((key, byColumn) -> byColumn.forEach((column, members) -> all.add(new Column(
                new TargetGroup(
                        key.cluster(),
                        key.group(),
                        key.container(),
                        key.exec(),
                        members.stream().map(Target::task).toList(),
                        key.role()),
                firstClass[column]))));
        all.sort(comparing((Column column) -> column.group().cluster().toString())
                .thenComparing(column -> column.group().taskGroup())
                .thenComparing(column -> column.group().container())
                .thenComparing(column -> column.group().first().arn().toString()));
        List<TargetGroup> targetGroups = all.stream().map(Column::group).toList();
        List<PrincipalGroup> principalGroups = new ArrayList<>();
        List<List<Cell>> grid = new ArrayList<>();
        Reach reach = new Reach(targetGroups);
        groups.forEach((numbers, members) -> {
            List<Cell> line = all.stream()
                    .map(column -> cells.cell(numbers.at(column.target())))
                    .toList();
            grid.add(line);
            principalGroups.add(
                    new PrincipalGroup(members.stream().map(Row::identity).toList(), reach.of(line)));
        });
        return new AccessReview(
                principalGroups,
                targetGroups,
                grid,
                new Completion(account, options).completeness(),
                new WitnessMaker(plans));
    }

    private record Column(TargetGroup group, int target) {}

    /** An array that is equal to another one with the same numbers. */
    private static final class Numbers {
        private final int[] all;

        Numbers(int[] all) {
            this.all = all;
        }

        int at(int index) {
            return all[index];
        }

        /** The same with numbers as small as possible. */
        int[] compact() {
            Map<Integer, Integer> small = new HashMap<>();
            return Arrays.stream(all)
                    .map(n -> small.computeIfAbsent(n, k -> small.size()))
                    .toArray();
        }

        int distinct() {
            return (int) Arrays.stream(all).distinct().count();
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Numbers that && Arrays.equals(all, that.all);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(all);
        }
    }

    /** Makes witnesses; those of one row after the other are made faster, for what it takes is kept for a row. */
    private final class WitnessMaker implements AccessReview.Witnesses {
        private final RoadPlans plans;
        private final IdentityHashMap<TargetGroup, Map<RoadKind, RoadPlan>> planned = new IdentityHashMap<>();
        /** Of the last row only. */
        private final IdentityHashMap<PrincipalGroup, Roads> roads = new IdentityHashMap<>();

        WitnessMaker(RoadPlans plans) {
            this.plans = plans;
        }

        @Override
        public synchronized List<Request> of(PrincipalGroup principal, TargetGroup target, Road road) {
            if (!roads.containsKey(principal)) {
                roads.clear();
            }
            Roads ofRow = roads.computeIfAbsent(principal, group -> {
                Row row = row(group.first());
                return new Roads(row.engines(), row.caller());
            });
            return Optional.ofNullable(
                            planned.computeIfAbsent(target, this::plans).get(road.kind()))
                    .flatMap(ofRow::judge)
                    .map(Road::witness)
                    .orElse(List.of());
        }

        private Map<RoadKind, RoadPlan> plans(TargetGroup target) {
            Map<RoadKind, RoadPlan> byKind = new EnumMap<>(RoadKind.class);
            plans.of(Target.of(account, target.first(), target.container()))
                    .forEach(plan -> byKind.put(plan.kind(), plan));
            return byKind;
        }
    }
}
