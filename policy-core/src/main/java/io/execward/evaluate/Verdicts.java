// SPDX-License-Identifier: Apache-2.0
package io.execward.evaluate;

import io.execward.match.Tri;

/** Sets of verdicts that unknown facts leave possible, as bits. */
final class Verdicts {
    static final int ALLOWED = 1;
    static final int IMPLICIT = 2;
    static final int EXPLICIT = 4;

    private Verdicts() {}

    /** What may come out, given whether some Deny applies and whether everything allows. */
    static int of(Tri denied, Tri allowed) {
        int unlessDenied = switch (allowed) {
            case TRUE -> ALLOWED;
            case FALSE -> IMPLICIT;
            case UNKNOWN -> ALLOWED | IMPLICIT;
        };
        return switch (denied) {
            case TRUE -> EXPLICIT;
            case FALSE -> unlessDenied;
            case UNKNOWN -> EXPLICIT | unlessDenied;
        };
    }

    /** What may come out of a call on two resources: the more severe of the two verdicts (R-EVAL-15). */
    static int join(int a, int b) {
        int joined = 0;
        for (int bit = ALLOWED; bit <= EXPLICIT; bit <<= 1) {
            int upTo = (bit << 1) - 1;
            boolean most = ((a & bit) != 0 && (b & upTo) != 0) || ((b & bit) != 0 && (a & upTo) != 0);
            joined |= most ? bit : 0;
        }
        return joined;
    }

    /** The verdict if only one is possible, else UNDECIDED. */
    static Verdict only(int possible) {
        return switch (possible) {
            case ALLOWED -> Verdict.ALLOWED;
            case IMPLICIT -> Verdict.IMPLICIT_DENY;
            case EXPLICIT -> Verdict.EXPLICIT_DENY;
            default -> Verdict.UNDECIDED;
        };
    }
}
