// SPDX-License-Identifier: Apache-2.0
package io.execward.readiness;

import java.util.List;
import java.util.Objects;

/**
 * A rule that applies.
 *
 * @param severity the rule's, but where the rule says otherwise for what was found
 * @param sentence what is wrong, one lower-case sentence
 * @param help the next step
 * @param evidence what the documents say, such as {@code lastStatus: STOPPED}, and the statements that decide; never a secret
 */
public record Finding(ReadinessRule rule, Severity severity, String sentence, String help, List<String> evidence) {
    public Finding {
        Objects.requireNonNull(rule, "rule");
        Objects.requireNonNull(severity, "severity");
        Objects.requireNonNull(sentence, "sentence");
        Objects.requireNonNull(help, "help");
        evidence = List.copyOf(evidence);
    }
}
