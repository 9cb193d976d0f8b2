// SPDX-License-Identifier: Apache-2.0
package io.execward.review;

import io.execward.evaluate.Refinement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Targets by what policies can see of the roads to them: targets of one class have the same roads, open or closed, for everybody. */
final class TargetClasses {
    /** What a plan is besides its requests: what sets it apart, and from which tables each way takes its requests. */
    private record Form(Object distinction, List<List<Integer>> tables) {}

    /** A plan as numbers. */
    private record Outline(int form, List<CallTables.Place> places) {
        Outline and(Outline more) {
            List<CallTables.Place> all = new ArrayList<>(places);
            all.addAll(more.places());
            return new Outline(form, all);
        }
    }

    private final List<Target> targets;
    private final RoadPlans plans;
    private final CallTables tables = new CallTables();
    /** What the roads by tags ask besides; only of targets that the other tables tell apart. */
    private final CallTables tagTables = new CallTables();

    private final Map<Form, Integer> forms = new HashMap<>();
    private final List<Map<RoadKind, Outline>> outlines = new ArrayList<>();
    private final Map<Integer, Map<RoadKind, RoadPlan>> planned = new ConcurrentHashMap<>();
    private int[] classOf = {};
    private int[] firsts = {};
    /** For each kind, the plan's form for each class, or 0; then by slot the table and the class in it. */
    private final Map<RoadKind, Slots> slots = new EnumMap<>(RoadKind.class);

    private record Slots(List<int[]> forms, List<int[]> tables, List<int[]> classes) {}

    TargetClasses(List<Target> targets, RoadPlans plans) {
        this.targets = targets;
        this.plans = plans;
        Map<RoadPlans.Origin, Map<RoadKind, Outline>> origins = new HashMap<>();
        for (Target target : targets) {
            Map<RoadKind, Outline> all = outlines(plans.ofTask(target));
            all.putAll(
                    origins.computeIfAbsent(RoadPlans.Origin.of(target), origin -> outlines(plans.ofOrigin(target))));
            outlines.add(all);
        }
    }

    private Map<RoadKind, Outline> outlines(List<RoadPlan> all) {
        Map<RoadKind, Outline> outlines = new EnumMap<>(RoadKind.class);
        all.forEach(plan -> outlines.put(plan.kind(), outline(plan)));
        return outlines;
    }

    private Outline outline(RoadPlan plan) {
        return outline(plan, tables, 0);
    }

    private Outline outline(RoadPlan plan, CallTables into, int offset) {
        List<CallTables.Place> places = new ArrayList<>();
        List<List<Integer>> used = new ArrayList<>();
        for (List<Call> way : plan.sight()) {
            int before = places.size();
            for (Call call : way) {
                into.add(call).forEach(place -> places.add(new CallTables.Place(place.table() + offset, place.row())));
            }
            used.add(places.subList(before, places.size()).stream()
                    .map(CallTables.Place::table)
                    .toList());
        }
        int form = forms.computeIfAbsent(new Form(plan.distinction(), used), f -> forms.size() + 1);
        return new Outline(form, List.copyOf(places));
    }

    /** Sorts the targets by what these see. */
    void sort(List<CallTables.Viewer> viewers) {
        tables.sort(viewers);
        askAboutTags(viewers);
        Map<List<Integer>, Integer> numbers = new HashMap<>();
        classOf = new int[targets.size()];
        List<Integer> first = new ArrayList<>();
        for (int t = 0; t < classOf.length; t++) {
            List<Integer> signature = signature(outlines.get(t));
            Integer number = numbers.get(signature);
            if (number == null) {
                number = numbers.size();
                numbers.put(signature, number);
                first.add(t);
            }
            classOf[t] = number;
        }
        firsts = first.stream().mapToInt(Integer::intValue).toArray();
        for (RoadKind kind : RoadKind.values()) {
            slots.put(kind, slots(kind));
        }
        outlines.clear();
    }

    private List<Integer> signature(Map<RoadKind, Outline> all) {
        List<Integer> signature = new ArrayList<>();
        for (RoadKind kind : RoadKind.values()) {
            Outline outline = all.get(kind);
            signature.add(outline == null ? 0 : outline.form());
            if (outline != null) {
                outline.places().forEach(place -> signature.add(classOf(place)));
            }
        }
        return signature;
    }

    /** The outline of a road by tags says which tags matter, so targets with one signature ask the same. */
    private void askAboutTags(List<CallTables.Viewer> viewers) {
        Map<List<Integer>, Outline> open = new HashMap<>();
        int offset = tables.size();
        for (int t = 0; t < targets.size(); t++) {
            Map<RoadKind, Outline> all = outlines.get(t);
            if (all.containsKey(RoadKind.RETAG_IN)) {
                Target target = targets.get(t);
                Outline asked =
                        open.computeIfAbsent(signature(all), s -> outline(plans.openShells(target), tagTables, offset));
                all.computeIfPresent(RoadKind.RETAG_IN, (kind, outline) -> outline.and(asked));
                all.computeIfPresent(RoadKind.RETAG_OUT, (kind, outline) -> outline.and(asked));
            }
        }
        tagTables.sort(viewers);
    }

    private int classOf(CallTables.Place place) {
        return place.table() < tables.size()
                ? tables.classOf(place)
                : tagTables.classOf(new CallTables.Place(place.table() - tables.size(), place.row()));
    }

    private Slots slots(RoadKind kind) {
        int[] formOf = new int[firsts.length];
        int most = 0;
        for (int c = 0; c < firsts.length; c++) {
            Outline outline = outlines.get(firsts[c]).get(kind);
            formOf[c] = outline == null ? 0 : outline.form();
            most = Math.max(most, outline == null ? 0 : outline.places().size());
        }
        List<int[]> tablesOf = new ArrayList<>();
        List<int[]> classesOf = new ArrayList<>();
        for (int slot = 0; slot < most; slot++) {
            int[] table = new int[firsts.length];
            int[] number = new int[firsts.length];
            Arrays.fill(table, -1);
            for (int c = 0; c < firsts.length; c++) {
                Outline outline = outlines.get(firsts[c]).get(kind);
                if (outline != null && slot < outline.places().size()) {
                    table[c] = outline.places().get(slot).table();
                    number[c] = classOf(outline.places().get(slot));
                }
            }
            tablesOf.add(table);
            classesOf.add(number);
        }
        return new Slots(List.of(formOf), tablesOf, classesOf);
    }

    /** What one viewer can tell apart, for each table. */
    List<Refinement> seenBy(int viewer) {
        List<Refinement> seen = new ArrayList<>(tables.seenBy(viewer));
        seen.addAll(tagTables.seenBy(viewer));
        return seen;
    }

    /** What the viewer's classes are made of. */
    List<Object> sightOf(int viewer) {
        List<Object> sight = new ArrayList<>(tables.sightOf(viewer));
        sight.addAll(tagTables.sightOf(viewer));
        return sight;
    }

    /** How many classes there are. */
    int size() {
        return firsts.length;
    }

    /** The class of a target. */
    int classOf(int target) {
        return classOf[target];
    }

    /** Classes whose road of this kind is the same to somebody who sees the tables so. */
    Refinement alike(RoadKind kind, List<int[]> seen, List<Refinement> sizes) {
        Slots all = slots.getOrDefault(kind, new Slots(List.of(), List.of(), List.of()));
        Refinement same = new Refinement(firsts.length);
        all.forms().forEach(codes -> same.refine(codes, forms.size() + 1));
        int[] codes = new int[firsts.length];
        for (int slot = 0; slot < all.tables().size(); slot++) {
            int[] table = all.tables().get(slot);
            int[] number = all.classes().get(slot);
            int bound = 1;
            for (int c = 0; c < codes.length; c++) {
                codes[c] = table[c] < 0 ? 0 : seen.get(table[c])[number[c]];
                bound = table[c] < 0
                        ? bound
                        : Math.max(bound, sizes.get(table[c]).size());
            }
            same.refine(codes, bound);
        }
        return same;
    }

    /** The road of this kind to the first target of a class, if there is one. For any number of threads. */
    Optional<RoadPlan> plan(int number, RoadKind kind) {
        Map<RoadKind, RoadPlan> all = planned.computeIfAbsent(number, n -> {
            Map<RoadKind, RoadPlan> byKind = new EnumMap<>(RoadKind.class);
            plans.of(targets.get(firsts[n])).forEach(plan -> byKind.put(plan.kind(), plan));
            return byKind;
        });
        return Optional.ofNullable(all.get(kind));
    }
}
