// SPDX-License-Identifier: Apache-2.0
package io.execward.crosscheck;

/** A question that is not put to Z3, and why; counted, never passed over in silence. */
final class Unsupported extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String what;

    Unsupported(String what) {
        super(what);
        this.what = what;
    }

    /** What cannot be told to Z3. */
    String what() {
        return what;
    }
}
