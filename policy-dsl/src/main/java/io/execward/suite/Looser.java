// SPDX-License-Identifier: Apache-2.0
package io.execward.suite;

import java.util.Optional;

/** Patterns that match a little more. */
final class Looser {
    private Looser() {}

    /** The ARN with its last part open: {@code …:task/prod/*} for one task, then {@code …:task/*}; empty if it cannot be opened so. */
    static Optional<String> arn(String text) {
        if (!text.startsWith("arn:")) {
            return Optional.empty();
        }
        String closed = stripped(text);
        int cut = Math.max(closed.lastIndexOf('/'), closed.lastIndexOf(':'));
        // A variable is one thing: a cut inside of one would leave half of it.
        int variable = closed.lastIndexOf("${");
        if (variable >= 0 && closed.indexOf('}', variable) > cut && variable < cut) {
            cut = Math.max(closed.lastIndexOf('/', variable), closed.lastIndexOf(':', variable));
        }
        String opened = closed.substring(0, cut + 1) + "*";
        return opened.equals(text) || opened.equals("arn:*") ? Optional.empty() : Optional.of(opened);
    }

    private static String stripped(String text) {
        int end = text.length();
        while (end > 0 && (text.charAt(end - 1) == '*' || text.charAt(end - 1) == '/' || text.charAt(end - 1) == ':')) {
            end--;
        }
        return text.substring(0, end);
    }

    /** The whole address range of the same family. */
    static Optional<String> addresses(String range) {
        String all = range.indexOf(':') >= 0 ? "::/0" : "0.0.0.0/0";
        return range.equals(all) ? Optional.empty() : Optional.of(all);
    }

    /** {@code *} for a text with wildcards. */
    static Optional<String> text(String pattern) {
        return pattern.equals("*") || !hasWildcard(pattern) ? Optional.empty() : Optional.of("*");
    }

    /** True if a {@code *} or {@code ?} stands outside of variables, in which they are meant as characters. */
    static boolean hasWildcard(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.startsWith("${", i)) {
                int close = text.indexOf('}', i);
                i = close < 0 ? text.length() : close;
            } else if (text.charAt(i) == '*' || text.charAt(i) == '?') {
                return true;
            }
        }
        return false;
    }
}
