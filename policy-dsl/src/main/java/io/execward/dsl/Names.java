// SPDX-License-Identifier: Apache-2.0
package io.execward.dsl;

/** What may stand in the places that sentences fill: names, patterns of names, literal values. */
final class Names {
    private Names() {}

    /** One name: not a pattern, and nothing that would reach beyond its place in an ARN. */
    static String name(String what, String text) {
        if (text.indexOf('*') >= 0 || text.indexOf('?') >= 0) {
            throw new IllegalArgumentException("`" + text + "` is a pattern, not a " + what
                    + ": write the whole name, or use the method for patterns (R-EXEC-128)");
        }
        return pattern(what, text);
    }

    /** A name in which {@code *} and {@code ?} are wildcards. */
    static String pattern(String what, String text) {
        if (text.isEmpty() || text.indexOf(':') >= 0 || text.indexOf('/') >= 0) {
            throw new IllegalArgumentException("`" + text + "` does not name a " + what
                    + ": write the name alone, without colons and slashes (R-ARN-01)");
        }
        return variableFree(what, text);
    }

    /** A name that may have slashes in it. */
    static String path(String what, String text) {
        if (text.isEmpty() || text.startsWith("/") || text.endsWith("/") || text.indexOf(':') >= 0) {
            throw new IllegalArgumentException("`" + text + "` does not name a " + what
                    + ": write its path and name, without colons and outer slashes (R-ARN-01)");
        }
        return variableFree(what, text);
    }

    static String logGroup(String text) {
        if (text.isEmpty() || text.indexOf(':') >= 0 || text.indexOf('*') >= 0 || text.indexOf('?') >= 0) {
            throw new IllegalArgumentException("`" + text
                    + "` does not name a log group: write its whole name, without colons and wildcards (R-EXEC-51)");
        }
        return variableFree("log group", text);
    }

    private static String variableFree(String what, String text) {
        if (text.contains("${")) {
            throw new IllegalArgumentException("`" + text + "` has a policy variable in it, which the name of a " + what
                    + " cannot be checked with: write `Target.raw` (R-VAR-03)");
        }
        return text;
    }

    /** A value that means itself: no part of it is a policy variable (R-VAR-09). */
    static String literal(String text) {
        return text.replace("${", "${$}{");
    }
}
