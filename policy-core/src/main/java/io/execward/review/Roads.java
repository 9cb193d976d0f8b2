// SPDX-License-Identifier: Apache-2.0
package io.execward.review;

import io.execward.ecs.Caller;
import io.execward.evaluate.Decision;
import io.execward.evaluate.ResourceChoice;
import io.execward.evaluate.ResourceDecision;
import io.execward.evaluate.StatementRef;
import io.execward.evaluate.Verdict;
import io.execward.model.Request;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** Judges the roads of one principal. */
final class Roads {
    /** How many choices are tried. */
    private static final int MOST_CHOICES = 64;

    private final Engines engines;
    private final Caller caller;
    /** Many roads share calls; by identity, for making one is cheaper than comparing two. */
    private final IdentityHashMap<Call, List<Request>> made = new IdentityHashMap<>();

    /** Two kinds of roads share one search. */
    private final IdentityHashMap<Retagging, Retagging.Found> retaggings = new IdentityHashMap<>();

    private final Map<List<StatementRef>, Engines> without = new HashMap<>();
    private final Map<String, ResourceChoice> chosenFrom = new HashMap<>();
    private final Map<String, List<?>> found = new HashMap<>();
    private final Choice.Chooser chooser = new OfThisCaller();

    Roads(Engines engines, Caller caller) {
        this.engines = engines;
        this.caller = caller;
    }

    /** One way with what came of it. */
    private record Judged(List<Call> way, Judge.Result result) {}

    /** The road, if there is one for this principal. */
    Optional<Road> judge(RoadPlan plan) {
        if (plan.retagging().isEmpty()) {
            return Optional.of(judgeWays(plan));
        }
        Judge judge = new Judge(engines);
        Retagging.Found found = retaggings.computeIfAbsent(
                plan.retagging().get(), retagging -> retagging.find(this::verdict, way -> judge.judge(calls(way))));
        return found.kind() != plan.kind() || found.ways().isEmpty()
                ? Optional.empty()
                : Optional.of(judgeWays(RoadPlan.of(plan.kind(), plan.note(), found.ways())));
    }

    /** Of a call that is one request. */
    private Verdict verdict(Call call) {
        Request request = requests(call).get(0);
        return engines.of(request).decide(request);
    }

    /** The way that is open for sure, else one that is open under conditions, else the first. */
    private Road judgeWays(RoadPlan plan) {
        if (plan.ways().isEmpty()) {
            return road(plan.kind(), Verdict.UNDECIDED, List.of(), plan.note());
        }
        List<Judged> all = new ArrayList<>(plan.ways().size());
        Optional<Judged> conditional = Optional.empty();
        for (List<Call> way : plan.ways()) {
            Judged judged = judge(way);
            if (judged.result().isOpenForSure()) {
                return open(plan, judged);
            }
            if (judged.result().isOpen() && conditional.isEmpty()) {
                conditional = Optional.of(judged);
            }
            all.add(judged);
        }
        if (plan.choice().isPresent() && !isClosedForSure(plan.choice().get())) {
            return judgeChoice(plan, plan.choice().get(), conditional);
        }
        return conditional.map(judged -> open(plan, judged)).orElseGet(() -> closed(plan, all));
    }

    /** A choice that is open for sure, else the plan's own way that is open under conditions, else such a choice, else nobody knows. */
    private Road judgeChoice(RoadPlan plan, Choice choice, Optional<Judged> ownWay) {
        RoadPlan chosen = RoadPlan.of(plan.kind(), choice.note(), List.of());
        Optional<Judged> conditional = Optional.empty();
        int tried = 0;
        for (List<Call> way : choice.ways().apply(chooser)) {
            if (tried++ >= MOST_CHOICES) {
                break;
            }
            Judged judged = judge(way);
            if (judged.result().isOpenForSure()) {
                return open(chosen, judged);
            }
            if (judged.result().isOpen() && conditional.isEmpty()) {
                conditional = Optional.of(judged);
            }
        }
        if (ownWay.isPresent()) {
            return open(plan, ownWay.get());
        }
        return conditional
                .map(judged -> open(chosen, judged))
                .orElseGet(() -> road(plan.kind(), Verdict.UNDECIDED, List.of(), choice.question()));
    }

    /** What is asked of policies alone comes first: it is the same for many roads, and kept. */
    private boolean isClosedForSure(Choice choice) {
        return choice.parts().stream()
                        .filter(part ->
                                part.stream().allMatch(form -> form.kind().isPresent()))
                        .anyMatch(part -> part.stream().allMatch(this::isClosed))
                || choice.parts().stream()
                        .filter(part ->
                                part.stream().anyMatch(form -> form.kind().isEmpty()))
                        .anyMatch(part -> part.stream().allMatch(this::isClosed));
    }

    private boolean isClosed(Choice.Part part) {
        return part.kind().isPresent()
                ? resources(part).isClosed()
                : requests(part.call()).stream()
                        .anyMatch(request -> engines.of(request).decide(request).isDenied());
    }

    private ResourceChoice resources(Choice.Part part) {
        Request request = requests(part.call()).get(0);
        String kind = part.kind().orElseThrow();
        return chosenFrom.computeIfAbsent(
                request.action() + " " + kind, key -> ResourceChoice.of(engines.of(request), request, kind));
    }

    private final class OfThisCaller implements Choice.Chooser {
        @Override
        public List<String> mentioned(Choice.Part part) {
            return resources(part).mentioned();
        }

        @Override
        public boolean isClosed(Choice.Part part) {
            return Roads.this.isClosed(part);
        }

        @Override
        @SuppressWarnings("unchecked") // a name is used for one kind of thing
        public <T> List<T> once(String name, Supplier<List<T>> search) {
            return (List<T>) found.computeIfAbsent(name, n -> search.get());
        }

        @Override
        public Decision explain(Request request) {
            return engines.of(request).explain(request);
        }

        @Override
        public List<Request> requests(Call call) {
            return call.requests(caller);
        }
    }

    private Judged judge(List<Call> way) {
        return new Judged(way, new Judge(engines).judge(calls(way)));
    }

    private List<Supplier<List<Request>>> calls(List<Call> way) {
        List<Supplier<List<Request>>> calls = new ArrayList<>(way.size());
        way.forEach(call -> calls.add(() -> requests(call)));
        return calls;
    }

    private List<Request> requests(Call call) {
        return made.computeIfAbsent(call, c -> c.requests(caller));
    }

    private List<Request> requests(List<Call> way) {
        return way.stream().flatMap(call -> requests(call).stream()).toList();
    }

    private Road open(RoadPlan plan, Judged judged) {
        Judge.Result result = judged.result();
        List<Request> witness =
                Judge.witness(requests(judged.way()), result.paths().get(0));
        Set<StatementRef> allows = new LinkedHashSet<>();
        for (Request request : witness) {
            Decision decision = engines.of(request).explain(request);
            if (decision.verdict() != Verdict.ALLOWED) {
                throw new IllegalStateException("a request that opens a road is not allowed: " + request);
            }
            decision.resources().forEach(resource -> allows.addAll(resource.decidedBy()));
        }
        List<String> onlyIf = result.isOpenForSure()
                ? List.of()
                : result.paths().stream().map(Words::conditions).distinct().toList();
        return new Road(
                plan.kind(),
                result.verdict(),
                List.copyOf(allows),
                onlyIf,
                witness,
                List.of(),
                sentence("every call is allowed" + (onlyIf.isEmpty() ? "" : " under conditions"), plan.note()));
    }

    private static String sentence(String what, String note) {
        return note.isEmpty() ? what : what + "; " + note;
    }

    private Road closed(RoadPlan plan, List<Judged> all) {
        boolean certain = all.stream().allMatch(judged -> judged.result().certain());
        for (int i = 0; i < all.size(); i++) {
            Judge.Result result = all.get(i).result();
            if (result.verdict() == Verdict.EXPLICIT_DENY) {
                List<StatementRef> closedBy = closedBy(all.get(i).way(), result);
                if (!closedBy.isEmpty()) {
                    return closed(plan, result, certain, closedBy);
                }
            }
        }
        Judge.Result first = all.stream()
                .map(Judged::result)
                .filter(result -> result.verdict() == Verdict.UNDECIDED && !result.certain())
                .findFirst()
                .orElse(all.get(0).result());
        return closed(plan, first, certain, List.of());
    }

    private static Road closed(RoadPlan plan, Judge.Result result, boolean certain, List<StatementRef> closedBy) {
        Decision failed = result.failed().orElseThrow();
        Set<StatementRef> denies = new LinkedHashSet<>();
        if (failed.verdict() == Verdict.EXPLICIT_DENY) {
            failed.resources().forEach(resource -> denies.addAll(denies(resource)));
        }
        return new Road(
                plan.kind(),
                result.verdict(),
                List.copyOf(denies),
                List.of(),
                List.of(),
                closedBy,
                sentence(Words.closed(failed, certain), plan.note()));
    }

    private static List<StatementRef> denies(ResourceDecision resource) {
        return resource.verdict() == Verdict.EXPLICIT_DENY ? resource.decidedBy() : List.of();
    }

    /** The Deny statements that apply, one call after the other, if without them all calls are allowed. */
    private List<StatementRef> closedBy(List<Call> way, Judge.Result result) {
        Set<StatementRef> removed = new LinkedHashSet<>();
        Judge.Result now = result;
        while (!now.isOpen()) {
            List<StatementRef> denies = now.failed()
                    .filter(failed -> failed.verdict() == Verdict.EXPLICIT_DENY)
                    .map(failed -> failed.resources().stream()
                            .flatMap(resource -> denies(resource).stream())
                            .toList())
                    .orElse(List.of());
            if (!removed.addAll(denies)) {
                return List.of();
            }
            Engines left = without.computeIfAbsent(List.copyOf(removed), engines::without);
            now = new Judge(left).judge(calls(way));
        }
        return List.copyOf(removed);
    }

    private static Road road(RoadKind kind, Verdict verdict, List<Request> witness, String because) {
        return new Road(kind, verdict, List.of(), List.of(), witness, List.of(), because);
    }
}
