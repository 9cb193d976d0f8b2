// SPDX-License-Identifier: Apache-2.0
package io.execward.review;

import io.execward.ecs.Caller;
import io.execward.evaluate.Refinement;
import io.execward.evaluate.RequestClasses;
import io.execward.model.Action;
import io.execward.model.Request;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Every request that some road to some target makes, each once, in tables of one action: the tables are sorted into classes that no
 * policy can tell apart, so that targets are known by the classes of their requests.
 */
final class CallTables {
    private record Shape(Action action, int resources, String engine) {}

    /** The request with the number {@code index} of a call. */
    private record Origin(Call call, int index) {}

    /** Where a request stands. */
    record Place(int table, int row) {}

    private static final class Table {
        final List<Request> requests = new ArrayList<>();
        final Origin first;

        Table(Origin first) {
            this.first = first;
        }
    }

    /** A principal as the tables need to know it. */
    record Viewer(Engines engines, Caller caller) {}

    private final Map<Shape, Integer> byShape = new HashMap<>();
    private final List<Table> tables = new ArrayList<>();
    private final Map<Call, List<Place>> placesOf = new HashMap<>();
    private final List<RequestClasses> classes = new ArrayList<>();

    /** The places of a call's requests. */
    List<Place> add(Call call) {
        List<Place> known = placesOf.get(call);
        if (known != null) {
            return known;
        }
        List<Request> requests = call.requests();
        List<Place> places = new ArrayList<>(requests.size());
        for (int i = 0; i < requests.size(); i++) {
            Request request = requests.get(i);
            Origin origin = new Origin(call, i);
            Shape shape = new Shape(request.action(), request.resources().size(), Engines.key(request));
            int table = byShape.computeIfAbsent(shape, s -> {
                tables.add(new Table(origin));
                return tables.size() - 1;
            });
            tables.get(table).requests.add(request);
            places.add(new Place(table, tables.get(table).requests.size() - 1));
        }
        placesOf.put(call, places);
        return places;
    }

    /** Sorts every table; nothing may be added afterwards. */
    void sort(List<Viewer> viewers) {
        placesOf.clear();
        for (Table table : tables) {
            List<RequestClasses.View> views = new ArrayList<>(viewers.size());
            for (Viewer viewer : viewers) {
                Request sample = table.first.call().requests(viewer.caller()).get(table.first.index());
                views.add(new RequestClasses.View(viewer.engines().of(sample), sample));
            }
            classes.add(RequestClasses.of(table.requests, views));
            table.requests.clear();
        }
    }

    int size() {
        return tables.size();
    }

    /** The class of a request for everybody together. */
    int classOf(Place place) {
        return classes.get(place.table()).classOf(place.row());
    }

    /** What one viewer can tell apart, for each table. */
    List<Refinement> seenBy(int viewer) {
        return classes.stream().map(table -> table.seenBy(viewer)).toList();
    }

    /** What the viewer's classes are made of. */
    List<Object> sightOf(int viewer) {
        return classes.stream().map(table -> table.sightOf(viewer)).toList();
    }
}
