// SPDX-License-Identifier: Apache-2.0
package io.execward.suite;

/**
 * How often a statement or a condition was seen at work. Checks in which an unknown fact leaves it open count on neither side.
 *
 * @param matching checks in which it matched
 * @param notMatching checks in which it did not
 * @param canMiss false for a statement about everything, which matches every check
 */
public record Seen(int matching, int notMatching, boolean canMiss) {
    /** How many ways there are to see it. */
    public int ways() {
        return canMiss ? 2 : 1;
    }

    /** How many of them were seen. */
    public int seen() {
        return (matching > 0 ? 1 : 0) + (canMiss && notMatching > 0 ? 1 : 0);
    }

    /** True if it was seen in every way. */
    public boolean isWhole() {
        return seen() == ways();
    }
}
