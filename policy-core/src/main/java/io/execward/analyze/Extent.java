// SPDX-License-Identifier: Apache-2.0
package io.execward.analyze;

import java.util.Objects;
import java.util.Optional;

/**
 * How much of a region somebody may do: the answer to `who can`, asked of one subject after the other.
 *
 * @param never none of the requests is allowed; it fails with one that is
 * @param always all of them are; it fails with one that is not
 */
public record Extent(Answer never, Answer always) {
    /** How many requests are allowed. */
    public enum Share {
        NEVER,
        CONDITIONAL,
        ALWAYS
    }

    public Extent {
        Objects.requireNonNull(never, "never");
        Objects.requireNonNull(always, "always");
    }

    /** Asks both questions, each within the analyzer's budget. */
    public static Extent of(PolicyAnalyzer analyzer, Subject subject, Region region) {
        return new Extent(analyzer.neverAllows(subject, region), analyzer.alwaysAllows(subject, region));
    }

    /** In one word; of a region without any request it is never. Empty if an answer that decides is unknown. */
    public Optional<Share> share() {
        return truth(never)
                .flatMap(none -> none
                        ? Optional.of(Share.NEVER)
                        : truth(always).map(all -> all ? Share.ALWAYS : Share.CONDITIONAL));
    }

    private static Optional<Boolean> truth(Answer answer) {
        return answer.match(
                holds -> Optional.of(true), fails -> Optional.of(false), unknown -> Optional.<Boolean>empty());
    }
}
