// SPDX-License-Identifier: Apache-2.0
package io.execward.lang;

import io.execward.diagnostic.SourceSpan;
import io.execward.model.PolicyKind;
import java.util.Objects;
import java.util.Optional;

/** A cell of a table, as it is written; what it means depends on its column. */
public sealed interface Cell extends Node {
    /** Answers for every kind. */
    <R> R match(Cases<R> cases);

    /** One answer for each kind. */
    interface Cases<R> {
        R empty(Empty cell);

        R column(Column cell);

        R type(Type cell);

        R values(Plain cell);

        R tags(Tags cell);

        R age(HowLong cell);

        R exec(Exec cell);

        R outcome(Expected cell);

        R layer(Layer cell);
    }

    /** Nothing. */
    record Empty(SourceSpan span) implements Cell {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.empty(this);
        }
    }

    /**
     * A word that names a column and no kind of thing.
     *
     * @param word in lower case: {@code mfa}, {@code from}, {@code through}, {@code at}, {@code is}, {@code because}, {@code
     *     tagged}, {@code exec}, {@code caller}, {@code tag}; in a row {@code without mfa} too
     */
    record Column(SourceSpan span, String word) implements Cell {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.column(this);
        }
    }

    /** A kind of thing: the name of a column. */
    record Type(SourceSpan span, ResourceType type) implements Cell {
        public Type {
            Objects.requireNonNull(type, "type");
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.type(this);
        }
    }

    /** Values; in the first line a single string names a condition key. */
    record Plain(SourceSpan span, Values values) implements Cell {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.values(this);
        }
    }

    /** Tags, written out. */
    record Tags(SourceSpan span, TagSet.Written tags) implements Cell {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.tags(this);
        }
    }

    /** A length of time. */
    record HowLong(SourceSpan span, Age age) implements Cell {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.age(this);
        }
    }

    /** {@code enabled} or {@code disabled}. */
    record Exec(SourceSpan span, boolean enabled) implements Cell {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.exec(this);
        }
    }

    /** What is expected. */
    record Expected(SourceSpan span, Outcome outcome) implements Cell {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.outcome(this);
        }
    }

    /** A layer, and a policy of it if one is named: for the column {@code because}. */
    record Layer(SourceSpan span, PolicyKind kind, Optional<Text> name) implements Cell {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.layer(this);
        }
    }
}
