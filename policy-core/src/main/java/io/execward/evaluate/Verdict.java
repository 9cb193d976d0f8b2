// SPDX-License-Identifier: Apache-2.0
package io.execward.evaluate;

/** The answer to a request (R-EVAL-20). Everything but {@link #ALLOWED} is a no. */
public enum Verdict {
    /** Every check of the request is granted, and nothing denies it. */
    ALLOWED,
    /** Nothing denies the request, but something that must allow it does not. */
    IMPLICIT_DENY,
    /** A Deny statement applies. */
    EXPLICIT_DENY,
    /** Facts are unknown, and some way in which they can fall changes the verdict. */
    UNDECIDED;

    /** True if the request is refused whichever way unknown facts fall. */
    public boolean isDenied() {
        return this == IMPLICIT_DENY || this == EXPLICIT_DENY;
    }
}
