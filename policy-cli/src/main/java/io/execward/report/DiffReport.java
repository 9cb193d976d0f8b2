// SPDX-License-Identifier: Apache-2.0
package io.execward.report;

import io.execward.proof.PolicyChange;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * What a change gains and loses, for people, for a pull request, or for programs. The same change gives the same bytes.
 *
 * @param before how each side judges the requests that are printed
 */
public record DiffReport(PolicyChange change, Side before, Side after) {
    public DiffReport {
        Objects.requireNonNull(change, "change");
        Objects.requireNonNull(before, "before");
        Objects.requireNonNull(after, "after");
    }

    /**
     * One side.
     *
     * @param name as the user wrote it
     * @param policies for each holder the options of {@code execward simulate} that name its policies; who is not there has none
     */
    public record Side(String name, Map<String, List<String>> policies) {
        public Side {
            Objects.requireNonNull(name, "name");
            policies = Map.copyOf(policies);
        }

        SimulateCommands commands(String holder) {
            return new SimulateCommands(policies.getOrDefault(holder, List.of()), true);
        }
    }

    /** For people at a terminal. */
    public void text(Consumer<String> out) {
        new DiffText(this, out).print();
    }

    /** For a comment in a pull request. */
    public void markdown(Consumer<String> out) {
        new DiffMarkdown(this, out).print();
    }

    /** For programs: {@code policy-cli/docs/diff.md}. */
    public void json(Consumer<String> out) {
        out.accept(new DiffJson(this).line() + "\n");
    }
}
