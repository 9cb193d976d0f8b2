// SPDX-License-Identifier: Apache-2.0
package io.execward.lang;

import io.execward.diagnostic.SourceSpan;

/** What a file is made of. */
public sealed interface Item extends Node permits Item.Setting, Item.Include, Item.Let, PolicyBlock, TestBlock {
    /** Answers for every kind. */
    <R> R match(Cases<R> cases);

    /** One answer for each kind. */
    interface Cases<R> {
        R setting(Setting setting);

        R include(Include include);

        R let(Let let);

        R policy(PolicyBlock policy);

        R test(TestBlock test);
    }

    /** What short names are completed with. */
    record Setting(SourceSpan span, Kind kind, Word value) implements Item {
        /** What is set. */
        public enum Kind {
            PARTITION,
            ACCOUNT,
            REGION
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.setting(this);
        }
    }

    /** Another file whose names and policies count here too. */
    record Include(SourceSpan span, Text path) implements Item {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.include(this);
        }
    }

    /** A name for something. */
    record Let(SourceSpan span, Word name, LetValue value) implements Item {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.let(this);
        }
    }
}
