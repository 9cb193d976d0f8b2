// SPDX-License-Identifier: Apache-2.0
package io.execward.reference;

import java.util.ArrayList;
import java.util.List;

/** Patterns as lists of atoms, matched by filling a table; one code point is one character (E-C28). */
final class Glob {
    private Glob() {}

    /** What one atom accepts. */
    enum Kind {
        /** Exactly this code point. */
        THIS,
        /** One code point: {@code ?}. */
        ONE,
        /** One code point that is no colon: {@code ?} in one of the first five fields of an ARN. */
        ONE_BUT_COLON,
        /** Any run of code points: {@code *}. */
        RUN,
        /** Any run without a colon: {@code *} inside one of the first five fields of an ARN. */
        RUN_BUT_COLON
    }

    record Atom(Kind kind, int codePoint) {
        static final Atom ONE = new Atom(Kind.ONE, 0);
        static final Atom ONE_BUT_COLON = new Atom(Kind.ONE_BUT_COLON, 0);
        static final Atom RUN = new Atom(Kind.RUN, 0);
        static final Atom RUN_BUT_COLON = new Atom(Kind.RUN_BUT_COLON, 0);

        static Atom literal(int codePoint) {
            return new Atom(Kind.THIS, codePoint);
        }

        boolean isWildcard() {
            return kind != Kind.THIS;
        }

        private boolean isRun() {
            return kind == Kind.RUN || kind == Kind.RUN_BUT_COLON;
        }

        private boolean accepts(int c) {
            return switch (kind) {
                case THIS -> c == codePoint;
                case ONE, RUN -> true;
                case ONE_BUT_COLON, RUN_BUT_COLON -> c != ':';
            };
        }
    }

    /** The atoms of a text in which {@code *} and {@code ?} are the only special characters. */
    static List<Atom> atoms(String text) {
        List<Atom> atoms = new ArrayList<>();
        text.codePoints().forEach(c -> atoms.add(c == '*' ? Atom.RUN : c == '?' ? Atom.ONE : Atom.literal(c)));
        return atoms;
    }

    /** True if the atoms, in order, use up the whole text. */
    static boolean matches(List<Atom> pattern, String text) {
        int[] value = text.codePoints().toArray();
        // fits[p][v]: the first p atoms use up the first v code points
        boolean[][] fits = new boolean[pattern.size() + 1][value.length + 1];
        fits[0][0] = true;
        for (int p = 1; p <= pattern.size(); p++) {
            Atom atom = pattern.get(p - 1);
            for (int v = 0; v <= value.length; v++) {
                boolean accepts = v > 0 && atom.accepts(value[v - 1]);
                fits[p][v] =
                        atom.isRun() ? fits[p - 1][v] || (accepts && fits[p][v - 1]) : accepts && fits[p - 1][v - 1];
            }
        }
        return fits[pattern.size()][value.length];
    }
}
