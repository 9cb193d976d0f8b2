// SPDX-License-Identifier: Apache-2.0
package io.execward.account;

import java.util.function.LongConsumer;

/** How much was read of all documents. */
final class Count {
    private final LongConsumer progress;
    private long bytes;

    Count(LongConsumer progress) {
        this.progress = progress;
    }

    void add(int more) {
        bytes += more;
        progress.accept(bytes);
    }
}
