// SPDX-License-Identifier: Apache-2.0
package io.execward.report;

import static java.util.Objects.requireNonNull;

import io.execward.review.AccessReview;
import java.util.List;
import java.util.function.Consumer;

/**
 * An access review as text, CSV, JSON or one HTML page. The same review gives the same bytes. Each form is handed to the consumer
 * piece by piece, because the exact matrix of a large account does not fit in one string.
 *
 * @param folder how the folder of documents is written in the commands that are printed
 * @param options what the review was limited to and told about callers, as words of the command line; each form repeats them
 */
public record ReviewReport(AccessReview review, String folder, List<String> options) {
    public ReviewReport {
        requireNonNull(review, "review");
        requireNonNull(folder, "folder");
        options = List.copyOf(options);
    }

    /**
     * For people at a terminal: at most 110 columns, but for names that are longer; no colours.
     *
     * @param requests whether the commands that take each open road are printed whole
     */
    public void text(RoadDetail detail, boolean requests, Consumer<String> out) {
        new ReviewText(this, detail, requests, out).print();
    }

    /** One record for each principal, task and container, as RFC 4180 has it; no cell is a formula. */
    public void csv(Consumer<String> out) {
        new ReviewCsv(this, out).print();
    }

    /** For programs: {@code policy-cli/docs/review-json.md}. */
    public void json(Consumer<String> out) {
        new ReviewJson(this, out).print();
    }

    /** One page that needs no other file and no network. */
    public void html(Consumer<String> out) {
        new ReviewPage(this, out).print();
    }
}
