// SPDX-License-Identifier: Apache-2.0
package io.execward.model;

/**
 * The name of a fact in the request context, such as {@code aws:SourceIp} or {@code aws:ResourceTag/team} (R-GRAM-18). IAM
 * compares the whole name, tag part included, without regard to letter case (R-COND-05, R-COND-68): {@link #sameAs} does so,
 * {@code equals} compares text, so that equal policies print the same bytes.
 */
public final class ConditionKey {
    private final String name;
    private final String folded;

    private ConditionKey(String name) {
        this.name = name;
        this.folded = CaseFolding.fold(name);
    }

    /**
     * The key of this name.
     *
     * @throws IllegalArgumentException unless it is {@code prefix:name}, with something behind every separator
     */
    public static ConditionKey of(String name) {
        Text.wellFormed("condition key", name);
        int colon = name.indexOf(':');
        if (colon < 1 || colon == name.length() - 1) {
            throw new IllegalArgumentException(
                    "`" + name + "` is not a condition key: write `prefix:name`, such as `aws:username` (R-GRAM-18)");
        }
        if (name.indexOf('/') == name.length() - 1) {
            throw new IllegalArgumentException(
                    "`" + name + "` names no tag: write the tag key behind the slash (R-GRAM-18)");
        }
        return new ConditionKey(name);
    }

    /** The name as written. */
    public String name() {
        return name;
    }

    /** The name with letter case folded; equal for all spellings of one key. */
    public String folded() {
        return folded;
    }

    /** True if IAM takes both for the same key. */
    public boolean sameAs(ConditionKey other) {
        return folded.equals(other.folded);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ConditionKey that && name.equals(that.name);
    }

    @Override
    public int hashCode() {
        return name.hashCode();
    }

    @Override
    public String toString() {
        return name;
    }
}
