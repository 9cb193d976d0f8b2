// SPDX-License-Identifier: Apache-2.0
package io.execward.report;

import io.execward.analyze.Answer;
import io.execward.diagnostic.Visible;
import io.execward.json.PolicyJson;
import io.execward.model.Policy;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * How a policy was made shorter, and why it still means the same.
 *
 * @param name of the policy as the user wrote it
 * @param before characters as the quota counts them
 * @param after likewise, of all documents together
 * @param steps in order; none if nothing could be done
 * @param whole that the documents mean what they have to
 * @param documents what came of it
 */
public record SimplifyReport(
        String name, int before, int after, List<Step> steps, Answer whole, List<Policy> documents) {
    /** One step with its proof. */
    public record Step(String text, Answer.Holds proof) {
        public Step {
            Objects.requireNonNull(text, "text");
            Objects.requireNonNull(proof, "proof");
        }
    }

    public SimplifyReport {
        Objects.requireNonNull(name, "name");
        steps = List.copyOf(steps);
        Objects.requireNonNull(whole, "whole");
        documents = List.copyOf(documents);
    }

    /** True if it is proved that nothing else is allowed or denied. */
    public boolean isProven() {
        return whole.match(holds -> true, fails -> false, unknown -> false);
    }

    /**
     * For people at a terminal.
     *
     * @param withDocuments whether the documents are printed too, each behind the last line
     */
    public void text(boolean withDocuments, Consumer<String> out) {
        TextLines lines = new TextLines(text -> out.accept(Visible.text(text)));
        if (steps.isEmpty()) {
            lines.line(name + ": nothing can be left out (" + after + " characters).");
        } else {
            lines.line(name + ": " + before + " characters before, " + after + " after.");
        }
        for (int i = 0; i < steps.size(); i++) {
            lines.wrapped("  " + (i + 1) + ". ", "     ", steps.get(i).text());
            steps.get(i).proof().catalog().ifPresent(date -> lines.line("     by the service catalog of " + date));
        }
        lines.wrapped("", "  ", verdict());
        if (withDocuments) {
            for (Policy document : documents) {
                lines.blank();
                out.accept(PolicyJson.print(document) + "\n");
            }
        }
    }

    private String verdict() {
        return whole.match(
                holds -> "Proved: it means the same"
                        + holds.catalog()
                                .map(date -> ", for the actions in the service catalog of " + date)
                                .orElse("")
                        + ".",
                fails -> "It does not mean the same: "
                        + RequestWords.of(fails.witness().request()),
                unknown -> "Not proved, so nothing was changed: " + unknown.detail());
    }

    /** For programs: {@code policy-cli/docs/simplify.md}. */
    public void json(Consumer<String> out) {
        out.accept(JsonLine.of(json -> json.object(() -> {
                    json.member("policy", name).member("before", before).member("after", after);
                    json.member("proven", isProven());
                    json.name("steps")
                            .list(
                                    steps,
                                    step -> json.object(() -> {
                                        json.member("text", step.text());
                                        json.member(
                                                "catalog",
                                                step.proof().catalog().map(Object::toString));
                                        StatementJson.list(json, step.proof().because());
                                    }));
                    json.name("documents").list(documents, document -> json.written(PolicyJson.printCompact(document)));
                }))
                + "\n");
    }
}
