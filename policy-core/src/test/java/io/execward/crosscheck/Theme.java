// SPDX-License-Identifier: Apache-2.0
package io.execward.crosscheck;

import java.util.List;

/**
 * What a question is mostly about, so that things meet that rarely would.
 *
 * @param families of the keys that it may name
 * @param keys how many keys at most
 * @param variables whether policy variables occur
 * @param layers whether other layers than identity policies occur
 * @param globs whether resource patterns are rich; else there are a few
 */
record Theme(String name, List<Family> families, int keys, boolean variables, boolean layers, boolean globs) {
    private static final List<Family> ALL = List.of(Family.values());

    static final List<Theme> THEMES = List.of(
            new Theme("resources", List.of(Family.STRING), 0, false, false, true),
            new Theme("strings", List.of(Family.STRING), 1, false, false, false),
            new Theme("two strings", List.of(Family.STRING), 2, false, false, false),
            new Theme("sets", List.of(Family.SET), 1, false, false, false),
            new Theme("two sets", List.of(Family.SET, Family.STRING), 2, false, false, false),
            new Theme("ordered", List.of(Family.NUMERIC, Family.DATE), 1, false, false, false),
            new Theme("addresses", List.of(Family.IP), 1, false, false, false),
            new Theme("arns", List.of(Family.ARN), 1, false, false, false),
            new Theme("small", List.of(Family.BOOL, Family.BINARY), 2, false, false, true),
            new Theme("mixed", ALL, 3, false, false, true),
            new Theme("layers", ALL, 2, false, true, true),
            new Theme("variables in resources", List.of(Family.STRING), 2, true, false, true),
            new Theme("variables in values", List.of(Family.STRING, Family.ARN), 2, true, false, false),
            new Theme("variables and sets", List.of(Family.STRING, Family.SET), 3, true, false, false),
            new Theme("variables in layers", List.of(Family.STRING, Family.BOOL), 2, true, true, true));

    /** Those in which every answer must be known. */
    static List<Theme> plain() {
        return THEMES.stream().filter(theme -> !theme.variables()).toList();
    }

    /** Those in which an answer may be unknown. */
    static List<Theme> withVariables() {
        return THEMES.stream().filter(Theme::variables).toList();
    }
}
