// SPDX-License-Identifier: Apache-2.0
package io.execward.analyze;

import java.util.Arrays;

/** Machine words by content, such as a packed state; whoever hands them over does not change them any more. */
final class Words {
    private final long[] words;
    private final int hash;

    Words(long[] words) {
        this.words = words;
        this.hash = Arrays.hashCode(words);
    }

    /** To look at. */
    long[] toArray() {
        return words;
    }

    boolean bit(int index) {
        return (words[index >> 6] >>> index & 1) != 0;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Words that && hash == that.hash && Arrays.equals(words, that.words);
    }

    @Override
    public int hashCode() {
        return hash;
    }
}
