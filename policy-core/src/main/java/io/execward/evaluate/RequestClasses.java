// SPDX-License-Identifier: Apache-2.0
package io.execward.evaluate;

import io.execward.model.Arn;
import io.execward.model.Request;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

/**
 * Sorts requests that differ only in what they are about, so that one request of a class speaks for all of it. Two requests of a
 * caller are in one class only if every statement says the same about both: for sure where the facts are known, and with the same
 * open questions where they are not. Then {@link PolicyEngine#explain} gives both the same verdict for the same reasons.
 *
 * <p>The cost follows the distinct values and statements, not the product of callers and requests. Nothing is interpreted anew:
 * the nodes that decide are asked. One thread at a time.
 */
public final class RequestClasses {
    /**
     * A caller.
     *
     * @param sample the first of the requests, as this caller makes it
     */
    public record View(PolicyEngine engine, Request sample) {}

    private final List<RequestColumns> positions;
    /** For each position and request, the number of its class there. */
    private final int[][] at;

    private final int[] baseOf;
    private final int[] firstOf;
    private final Atoms atoms = new Atoms();
    private final Map<BoundStatement, BoundStatement> statements = new HashMap<>();
    private final List<List<List<BoundStatement>>> asked = new ArrayList<>();

    private RequestClasses(List<Request> requests, List<View> views) {
        int count = requests.get(0).resources().size();
        this.positions = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            positions.add(new RequestColumns(requests, i));
        }
        for (View view : views) {
            List<List<BoundStatement>> byPosition = new ArrayList<>(count);
            for (int i = 0; i < count; i++) {
                byPosition.add(bind(view, i));
            }
            asked.add(byPosition);
        }
        this.at = new int[count][];
        Numbering<List<Integer>> bases = new Numbering<>();
        for (int i = 0; i < count; i++) {
            at[i] = positions.get(i).settle();
        }
        this.baseOf = new int[requests.size()];
        for (int r = 0; r < requests.size(); r++) {
            List<Integer> parts = new ArrayList<>(count);
            for (int i = 0; i < count; i++) {
                parts.add(at[i][r]);
            }
            baseOf[r] = bases.number(parts);
        }
        this.firstOf = new int[bases.size()];
        for (int r = requests.size() - 1; r >= 0; r--) {
            firstOf[baseOf[r]] = r;
        }
    }

    /**
     * Sorts requests.
     *
     * @param requests at least one; of one action, on the same number of resources, made by one caller (whichever) about whom
     *     nothing was told
     * @param views the callers for whom the classes are made; nothing that was told about them is about what the requests are about
     * @throws IllegalArgumentException if the requests are not alike, or a view's sample does not say the same about its resources
     */
    public static RequestClasses of(List<Request> requests, List<View> views) {
        Request first = requests.get(0);
        for (Request request : requests) {
            if (!request.action().sameAs(first.action())
                    || request.resources().size() != first.resources().size()) {
                throw new IllegalArgumentException("the requests are of one action, on as many resources each");
            }
        }
        return new RequestClasses(requests, views);
    }

    /** How many classes there are for all callers together: requests of one such class are alike to each caller. */
    public int size() {
        return firstOf.length;
    }

    /** The class of a request for all callers together. */
    public int classOf(int request) {
        return baseOf[request];
    }

    /** The first request of a class. */
    public int firstOf(int base) {
        return firstOf[base];
    }

    /**
     * What one caller can tell apart: the classes of all callers together, sorted into coarser ones that are alike to this caller.
     */
    public Refinement seenBy(int view) {
        Refinement seen = new Refinement(firstOf.length);
        for (int i = 0; i < positions.size(); i++) {
            int position = i;
            Refinement here = seenBy(view, i);
            int[] classes = here.classes();
            int[] codes = new int[firstOf.length];
            Arrays.setAll(codes, base -> classes[at[position][firstOf[base]]]);
            seen.refine(codes, here.size());
        }
        return seen;
    }

    private Refinement seenBy(int view, int position) {
        RequestColumns columns = positions.get(position);
        Refinement here = new Refinement(columns.size());
        here.refine(columns.structures(), columns.size());
        for (BoundStatement statement : new LinkedHashSet<>(asked.get(view).get(position))) {
            here.refine(statement.codes(columns), statement.bound(columns));
        }
        return here;
    }

    /**
     * What the caller's classes are made of: for callers with equal values the classes are the same, and where they also have the same
     * statements, so is every decision but for the names in it.
     */
    public Object sightOf(int view) {
        return asked.get(view);
    }

    private List<BoundStatement> bind(View view, int position) {
        Check check = Check.of(view.sample(), view.sample().resources().get(position));
        RequestColumns columns = positions.get(position);
        columns.requireSame(check);
        List<BoundStatement> bound = new ArrayList<>();
        for (Layer layer : view.engine().layers().all()) {
            for (CompiledStatement statement : layer.statements()) {
                if (statement.matchesAction(check)) {
                    BoundStatement made = new BoundStatement(atoms.bind(statement, layer, check, columns));
                    BoundStatement before = statements.putIfAbsent(made, made);
                    bound.add(before == null ? made : before);
                }
            }
        }
        return bound;
    }

    /** What of a request is not asked of any statement and still decides (section F.1): whose it is, and of what kind. */
    static List<Object> structure(Request request, int position) {
        Check check = Check.of(request, request.resources().get(position));
        List<Object> all = new ArrayList<>();
        all.add(check.owner());
        all.add(request.flags());
        check.resource().arn().ifPresent(arn -> all.addAll(structure(arn)));
        return all;
    }

    private static List<String> structure(Arn arn) {
        int slash = arn.resource().indexOf('/');
        String type = slash < 0 ? arn.resource() : arn.resource().substring(0, slash);
        boolean serviceLinked = arn.resource().startsWith("role/aws-service-role/");
        return List.of(arn.partition(), arn.service(), slash < 0 ? "" : type, Boolean.toString(serviceLinked));
    }
}
