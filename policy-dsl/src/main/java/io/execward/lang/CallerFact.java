// SPDX-License-Identifier: Apache-2.0
package io.execward.lang;

import io.execward.diagnostic.SourceSpan;

/** What a test tells about a caller or its request. */
public sealed interface CallerFact extends Operation.Part {
    /** Answers for every kind. */
    <R> R match(Cases<R> cases);

    @Override
    default <R> R match(Operation.Part.Cases<R> cases) {
        return cases.caller(this);
    }

    /** One answer for each kind. */
    interface Cases<R> {
        R tagged(Tagged fact);

        R mfa(Mfa fact);

        R noMfa(NoMfa fact);

        R nothingElse(NothingElse fact);

        R present(Present fact);

        R absent(Absent fact);

        R from(From fact);

        R through(Through fact);

        R at(At fact);
    }

    /** {@code tagged { … }}: all tags of the caller. */
    record Tagged(SourceSpan span, TagSet tags) implements CallerFact {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.tagged(this);
        }
    }

    /** {@code with mfa 5 minutes}: that long ago. */
    record Mfa(SourceSpan span, Age age) implements CallerFact {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.mfa(this);
        }
    }

    /** {@code without mfa}. */
    record NoMfa(SourceSpan span) implements CallerFact {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.noMfa(this);
        }
    }

    /** {@code with nothing else}: what is not told is absent. */
    record NothingElse(SourceSpan span) implements CallerFact {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.nothingElse(this);
        }
    }

    /** {@code with "aws:SourceVpce" = "vpce-1"}. */
    record Present(SourceSpan span, Text key, Values values) implements CallerFact {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.present(this);
        }
    }

    /** {@code without "aws:SourceVpce"}. */
    record Absent(SourceSpan span, Text key) implements CallerFact {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.absent(this);
        }
    }

    /** {@code from "10.1.2.3"}. */
    record From(SourceSpan span, Value address) implements CallerFact {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.from(this);
        }
    }

    /** {@code through "vpce-1"}. */
    record Through(SourceSpan span, Value endpoint) implements CallerFact {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.through(this);
        }
    }

    /** {@code at "2026-06-01T12:00:00Z"}. */
    record At(SourceSpan span, Value time) implements CallerFact {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.at(this);
        }
    }
}
