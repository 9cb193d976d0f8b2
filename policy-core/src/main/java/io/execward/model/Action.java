// SPDX-License-Identifier: Apache-2.0
package io.execward.model;

/**
 * One IAM action that a request asks for, such as {@code ecs:ExecuteCommand}: never a pattern. Two actions that differ only in
 * letter case are the same action to IAM (R-ACT-01); {@link #sameAs} compares so, {@code equals} compares text.
 */
public final class Action {
    private final String text;
    private final String service;
    private final String name;

    private Action(String text, int colon) {
        this.text = text;
        this.service = CaseFolding.fold(text.substring(0, colon));
        this.name = CaseFolding.fold(text.substring(colon + 1));
    }

    /**
     * Reads {@code service:Name}.
     *
     * @throws IllegalArgumentException if there is no service prefix or no name, or if a wildcard or white space is in it
     */
    public static Action of(String text) {
        Text.wellFormed("action", text);
        int colon = text.indexOf(':');
        if (colon < 1 || colon == text.length() - 1) {
            throw new IllegalArgumentException(
                    "`" + text + "` is not an action: a request names one, such as `ecs:ExecuteCommand` (R-GRAM-11)");
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '*' || c == '?' || c == ',' || Character.isWhitespace(c)) {
                throw new IllegalArgumentException("`" + text
                        + "` is not one action: a request names exactly one, without wildcards or blanks (R-ACT-06)");
            }
        }
        return new Action(text, colon);
    }

    /** The service prefix, folded to lower case. */
    public String service() {
        return service;
    }

    /** The name behind the prefix, folded to lower case. */
    public String name() {
        return name;
    }

    /** True if IAM takes both for the same action (R-ACT-01). */
    public boolean sameAs(Action other) {
        return service.equals(other.service) && name.equals(other.name);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Action that && text.equals(that.text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    /** The text as given. */
    @Override
    public String toString() {
        return text;
    }
}
