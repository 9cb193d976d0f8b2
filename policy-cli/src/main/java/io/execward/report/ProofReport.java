// SPDX-License-Identifier: Apache-2.0
package io.execward.report;

import io.execward.proof.Proof;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * What was proven, for people or programs. The same proofs give the same bytes.
 *
 * @param policies options of {@code execward simulate} that name what judges the requests that are printed
 * @param basis what the proofs rest on, in sentences
 */
public record ProofReport(List<Section> sections, List<String> policies, List<String> basis) {
    public ProofReport {
        sections = List.copyOf(sections);
        policies = List.copyOf(policies);
        basis = List.copyOf(basis);
    }

    /**
     * One property.
     *
     * @param except names of those who were not asked about, because the property is not meant for them
     */
    public record Section(Proof proof, List<String> except) {
        public Section {
            Objects.requireNonNull(proof, "proof");
            except = List.copyOf(except);
        }
    }

    /** True if everything is proven of everybody; what is not known is not. */
    public boolean holds() {
        return sections.stream().allMatch(section -> section.proof().verdict() == Proof.Verdict.HOLDS);
    }

    /** For people at a terminal. */
    public void text(Consumer<String> out) {
        new ProofText(this, out).print();
    }

    /** For programs: {@code policy-cli/docs/prove.md}. */
    public void json(Consumer<String> out) {
        out.accept(new ProofJson(this).line() + "\n");
    }
}
