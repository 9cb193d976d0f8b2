// SPDX-License-Identifier: Apache-2.0
package io.execward.lang;

import io.execward.diagnostic.Diagnostic;
import io.execward.model.PolicyKind;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A file with what it includes, as values.
 *
 * @param file the file as written
 * @param policies its own and included ones, in the order of reading
 * @param names what its names mean
 * @param warnings what is legal and probably not meant
 */
public record LoweredFile(LanguageFile file, List<LoweredPolicy> policies, Names names, List<Diagnostic> warnings) {
    public LoweredFile {
        Objects.requireNonNull(file, "file");
        policies = List.copyOf(policies);
        Objects.requireNonNull(names, "names");
        warnings = List.copyOf(warnings);
    }

    /** The policy of this kind and name; there is at most one. */
    public Optional<LoweredPolicy> policy(PolicyKind kind, String name) {
        return policies.stream()
                .filter(policy -> policy.kind() == kind && policy.name().equals(name))
                .findFirst();
    }
}
