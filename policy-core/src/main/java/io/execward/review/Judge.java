// SPDX-License-Identifier: Apache-2.0
package io.execward.review;

import io.execward.evaluate.Decision;
import io.execward.evaluate.Fact;
import io.execward.evaluate.Undecided;
import io.execward.evaluate.Verdict;
import io.execward.model.Context;
import io.execward.model.Request;
import io.execward.model.Resource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Judges calls that must all be allowed, one after the other. An unknown fact that two of them share falls one way for both: what one
 * call needs is assumed for those after it, and the engine is asked again.
 */
final class Judge {
    /** How many combinations of facts are told apart. */
    private static final int MAX_PATHS = 64;

    private final Engines engines;

    Judge(Engines engines) {
        this.engines = engines;
    }

    /**
     * One way in which the unknown facts can fall so that every call is allowed.
     *
     * @param facts none if the calls are allowed however they fall
     */
    record Path(Map<Fact, Undecided.Value> facts) {}

    /**
     * @param paths in which every call is allowed, at most {@value #MAX_PATHS}
     * @param failed the first call that is not; empty if there are paths
     * @param certain false if not every way in which facts can fall was told apart
     */
    record Result(List<Path> paths, Optional<Decision> failed, boolean certain) {
        boolean isOpen() {
            return !paths.isEmpty();
        }

        boolean isOpenForSure() {
            return isOpen() && paths.get(0).facts().isEmpty();
        }

        /** A closed road is denied, or it is denied in more than one way; without certainty nothing is said. */
        Verdict verdict() {
            if (isOpen()) {
                return isOpenForSure() ? Verdict.ALLOWED : Verdict.UNDECIDED;
            }
            Verdict verdict = failed.map(Decision::verdict).orElse(Verdict.UNDECIDED);
            return certain || verdict.isDenied() ? verdict : Verdict.UNDECIDED;
        }
    }

    /**
     * Judges calls, none of which is made before those ahead of it are allowed.
     *
     * @param calls the requests of each
     */
    Result judge(List<Supplier<List<Request>>> calls) {
        Search search = new Search(calls);
        search.from(0, Map.of());
        return new Result(
                List.copyOf(search.paths),
                search.paths.isEmpty() ? Optional.ofNullable(search.failed) : Optional.empty(),
                search.certain);
    }

    private final class Search {
        private final List<Supplier<List<Request>>> calls;
        private final List<Request> requests = new ArrayList<>();
        private int made;
        private final List<Path> paths = new ArrayList<>();
        private @Nullable Decision failed;
        private boolean certain = true;

        Search(List<Supplier<List<Request>>> calls) {
            this.calls = calls;
        }

        private boolean isLast(int index) {
            while (index == requests.size() && made < calls.size()) {
                requests.addAll(calls.get(made).get());
                made++;
            }
            return index == requests.size();
        }

        void from(int index, Map<Fact, Undecided.Value> facts) {
            if (paths.size() >= MAX_PATHS) {
                certain = false;
                return;
            }
            if (isLast(index)) {
                paths.add(new Path(facts));
                return;
            }
            Request request = assume(requests.get(index), facts);
            Decision decision = engines.of(request).explain(request);
            if (decision.verdict() == Verdict.ALLOWED) {
                from(index + 1, facts);
                return;
            }
            boolean open = false;
            if (decision.undecided().isPresent()) {
                Undecided undecided = decision.undecided().get();
                certain &= undecided.exact() && !undecided.ways().isEmpty();
                for (Undecided.Way way : undecided.ways()) {
                    if (way.verdict() == Verdict.ALLOWED) {
                        open = true;
                        Map<Fact, Undecided.Value> more = new LinkedHashMap<>(facts);
                        more.putAll(way.values());
                        from(index + 1, more);
                    }
                }
            }
            if (!open && failed == null) {
                failed = decision;
            }
        }
    }

    /** The requests of a path, with its facts told. */
    static List<Request> witness(List<Request> requests, Path path) {
        return requests.stream().map(request -> assume(request, path.facts())).toList();
    }

    /** A fact is told where it is not known; of a resource, where that resource is. */
    private static Request assume(Request request, Map<Fact, Undecided.Value> facts) {
        Request told = request;
        for (Map.Entry<Fact, Undecided.Value> entry : facts.entrySet()) {
            Fact fact = entry.getKey();
            Context known = Context.builder()
                    .put(fact.key(), entry.getValue().example())
                    .build();
            if (fact.resource().isEmpty()) {
                if (told.context().isUnknown(fact.key())) {
                    told = told.with(told.context().plus(known));
                }
                continue;
            }
            List<Resource> resources = new ArrayList<>(told.resources().size());
            for (Resource resource : told.resources()) {
                boolean concerned = resource.text().equals(fact.resource().get())
                        && resource.context().isUnknown(fact.key());
                resources.add(concerned ? resource.with(resource.context().plus(known)) : resource);
            }
            told = told.on(resources);
        }
        return told;
    }
}
