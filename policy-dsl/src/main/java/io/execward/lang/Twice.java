// SPDX-License-Identifier: Apache-2.0
package io.execward.lang;

import org.antlr.v4.runtime.Token;

/** What may be said once and is said again: the second time is reported and does not count. */
final class Twice {
    private Twice() {}

    static void report(Shapes shapes, Token again, String what, String of) {
        shapes.problems().error("LANG-016", shapes.span(again), what + " " + of + " is said twice", "write it once");
    }
}
