// SPDX-License-Identifier: Apache-2.0
package io.execward.lang;

import io.execward.diagnostic.SourceSpan;
import java.util.function.Function;

/** What else a grant takes in or leaves out. */
public sealed interface GrantOption extends Node {
    /** Answers for every kind. */
    <R> R match(
            Function<? super SideDoorsClosed, R> closed,
            Function<? super Listing, R> listing,
            Function<? super NoDescribing, R> noDescribing,
            Function<? super EncryptedWith, R> encrypted);

    /** {@code with side doors closed}. */
    record SideDoorsClosed(SourceSpan span) implements GrantOption {
        @Override
        public <R> R match(
                Function<? super SideDoorsClosed, R> closed,
                Function<? super Listing, R> listing,
                Function<? super NoDescribing, R> noDescribing,
                Function<? super EncryptedWith, R> encrypted) {
            return closed.apply(this);
        }
    }

    /** {@code with listing}. */
    record Listing(SourceSpan span) implements GrantOption {
        @Override
        public <R> R match(
                Function<? super SideDoorsClosed, R> closed,
                Function<? super Listing, R> listing,
                Function<? super NoDescribing, R> noDescribing,
                Function<? super EncryptedWith, R> encrypted) {
            return listing.apply(this);
        }
    }

    /** {@code without describing}. */
    record NoDescribing(SourceSpan span) implements GrantOption {
        @Override
        public <R> R match(
                Function<? super SideDoorsClosed, R> closed,
                Function<? super Listing, R> listing,
                Function<? super NoDescribing, R> noDescribing,
                Function<? super EncryptedWith, R> encrypted) {
            return noDescribing.apply(this);
        }
    }

    /** {@code encrypted with key "…"}. */
    record EncryptedWith(SourceSpan span, Value key) implements GrantOption {
        @Override
        public <R> R match(
                Function<? super SideDoorsClosed, R> closed,
                Function<? super Listing, R> listing,
                Function<? super NoDescribing, R> noDescribing,
                Function<? super EncryptedWith, R> encrypted) {
            return encrypted.apply(this);
        }
    }
}
