// SPDX-License-Identifier: Apache-2.0
package io.execward.lang;

import io.execward.diagnostic.SourceSpan;

/** Where, or for whom, shells are denied. */
public sealed interface Reach extends Node {
    /** Answers for every kind. */
    <R> R match(Cases<R> cases);

    /** One answer for each kind. */
    interface Cases<R> {
        R containers(Containers reach);

        R clusters(Clusters reach);

        R withoutMfa(WithoutMfa reach);

        R anywhere(Anywhere reach);

        R exceptFor(ExceptFor reach);
    }

    /** {@code into container "a"}, {@code into containers except "a"}. */
    record Containers(SourceSpan span, boolean except, Values names) implements Reach {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.containers(this);
        }
    }

    /** {@code in cluster a}, {@code in clusters except a}. */
    record Clusters(SourceSpan span, boolean except, Values clusters) implements Reach {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.clusters(this);
        }
    }

    /** {@code without mfa younger than 15 minutes}. */
    record WithoutMfa(SourceSpan span, Age age) implements Reach {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.withoutMfa(this);
        }
    }

    /** {@code anywhere}. */
    record Anywhere(SourceSpan span) implements Reach {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.anywhere(this);
        }
    }

    /** {@code except for role "Breakglass"}. */
    record ExceptFor(SourceSpan span, Values roles) implements Reach {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.exceptFor(this);
        }
    }
}
