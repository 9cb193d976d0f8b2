// SPDX-License-Identifier: Apache-2.0
package io.execward.assertj;

/** What becomes of a failed assertion, and of a sentence that was begun. */
interface Failures {
    /** Thrown at once; a sentence that is not finished cannot be noticed here. */
    Failures THROWN = error -> {
        throw error;
    };

    void failed(AssertionError error);

    /** Somebody began a sentence: the mark is told when it goes on. */
    default Mark begun(String soFar) {
        return Mark.NONE;
    }

    /** A place in a sentence after which something must come. */
    interface Mark {
        Mark NONE = () -> {};

        /** The sentence went on from here. */
        void passed();
    }
}
