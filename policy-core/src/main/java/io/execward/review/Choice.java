// SPDX-License-Identifier: Apache-2.0
package io.execward.review;

import io.execward.ecs.ClusterArn;
import io.execward.evaluate.Decision;
import io.execward.model.Request;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * What whoever takes a road may choose beside what the plan's own ways try: another definition, cluster, service or tags. With it a
 * road is called closed only if it is closed whatever is chosen.
 *
 * @param at a cluster where the road starts: what is tried depends on its account and Region
 * @param parts each has to be allowed, in one of its forms: the road is closed for sure if one part is in all of them
 * @param sight further calls that the ways depend on
 * @param ways to try, as the caller's policies suggest them
 * @param note what a way that is open assumes
 * @param question what is left open if no way is open and nothing is closed for sure; a lower-case sentence
 */
record Choice(
        ClusterArn at,
        List<List<Part>> parts,
        List<Call> sight,
        Function<Chooser, List<List<Call>>> ways,
        String note,
        String question) {
    Choice {
        parts = parts.stream().map(List::copyOf).toList();
        sight = List.copyOf(sight);
    }

    /**
     * One call with what may be chosen left open.
     *
     * @param kind the ARNs from which its resource may be chosen, as a pattern; empty if it is the call's own
     */
    record Part(Call call, Optional<String> kind) {}

    /** What a caller's policies say about what may be chosen. */
    interface Chooser {
        /** The resource patterns of the statements about the call. */
        List<String> mentioned(Part part);

        /** True if the call is closed whatever is chosen. */
        boolean isClosed(Part part);

        /** Found once for this caller, under this name. */
        <T> List<T> once(String name, Supplier<List<T>> search);

        /** The decision about a call with open facts. */
        Decision explain(Request request);

        /** The call's requests as this caller makes it. */
        List<Request> requests(Call call);
    }

    /** What sets the ways apart beside the calls in sight. */
    List<String> place() {
        return List.of(at.partition(), at.region(), at.account());
    }

    /** The calls on which everything depends. */
    List<Call> inSight() {
        List<Call> all = new ArrayList<>(sight);
        parts.forEach(part -> part.forEach(form -> all.add(form.call())));
        return all;
    }
}
