// SPDX-License-Identifier: Apache-2.0
package io.execward.lang;

import io.execward.diagnostic.SourceSpan;
import java.util.Optional;

/** What narrows a grant. */
public sealed interface Limit extends Node {
    /** Answers for every kind. */
    <R> R match(Cases<R> cases);

    /** One answer for each kind. */
    interface Cases<R> {
        R tag(Tag limit);

        R container(Container limit);

        R mfa(Mfa limit);

        R from(From limit);

        R through(Through limit);

        R time(Time limit);
    }

    /**
     * {@code task tag team = "payments"}, or {@code task tag team as caller}.
     *
     * @param onCluster true for the cluster's tag, false for the task's
     * @param values empty for the caller's own
     */
    record Tag(SourceSpan span, boolean onCluster, Word key, Optional<Values> values) implements Limit {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.tag(this);
        }
    }

    /** {@code container in app-side}. */
    record Container(SourceSpan span, Values names) implements Limit {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.container(this);
        }
    }

    /** {@code mfa younger than 15 minutes}. */
    record Mfa(SourceSpan span, Age age) implements Limit {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.mfa(this);
        }
    }

    /** {@code from "10.0.0.0/8"}. */
    record From(SourceSpan span, Values addresses) implements Limit {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.from(this);
        }
    }

    /** {@code through "vpce-1"}. */
    record Through(SourceSpan span, Values endpoints) implements Limit {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.through(this);
        }
    }

    /**
     * {@code before "2027-01-01T00:00:00Z"}, or {@code not before}.
     *
     * @param end true for {@code before}
     */
    record Time(SourceSpan span, boolean end, Text time) implements Limit {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.time(this);
        }
    }
}
