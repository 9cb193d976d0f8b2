// SPDX-License-Identifier: Apache-2.0
package io.execward.lang;

import io.execward.diagnostic.SourceSpan;
import io.execward.model.PolicyKind;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** What a test says. */
public sealed interface TestItem extends Node
        permits TestItem.Given,
                TestItem.GivenAccount,
                TestItem.As,
                TestItem.Under,
                TestItem.Expect,
                TestItem.ExpectTable {
    /** Answers for every kind. */
    <R> R match(Cases<R> cases);

    /** One answer for each kind. */
    interface Cases<R> {
        R given(Given given);

        R account(GivenAccount given);

        R as(As as);

        R under(Under under);

        R expect(Expect expect);

        R table(ExpectTable table);
    }

    /** Something that exists, and what is known of it: {@code given task "payments/0a1b" tagged { … } containers "app"}. */
    record Given(SourceSpan span, Reference thing, List<Fact> facts) implements TestItem {
        public Given {
            facts = List.copyOf(facts);
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.given(this);
        }
    }

    /** {@code given account "folder"}: the documents of an account. */
    record GivenAccount(SourceSpan span, Value folder) implements TestItem {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.account(this);
        }
    }

    /** Something about a thing. */
    sealed interface Fact extends Node {
        /** {@code tagged { … }}: all its tags. */
        record Tagged(SourceSpan span, TagSet tags) implements Fact {}

        /** Another thing that it has or belongs to, such as {@code containers "app"} or {@code in cluster payments}. */
        record Related(SourceSpan span, Reference reference) implements Fact {}

        /** {@code with exec enabled}. */
        record Exec(SourceSpan span, boolean enabled) implements Fact {}
    }

    /** Who calls, for the expectations that follow. */
    record As(SourceSpan span, Reference caller, Optional<Text> session, List<CallerFact> facts) implements TestItem {
        public As {
            facts = List.copyOf(facts);
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.as(this);
        }
    }

    /**
     * Under which policies, for the expectations that follow; {@code under no policy} has none.
     */
    record Under(SourceSpan span, List<PolicyReference> policies) implements TestItem {
        public Under {
            policies = List.copyOf(policies);
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.under(this);
        }
    }

    /** A policy of the file or of what it includes, by kind and name; {@code policy} means an identity policy. */
    record PolicyReference(SourceSpan span, PolicyKind kind, Text name) implements Node {
        public PolicyReference {
            Objects.requireNonNull(kind, "kind");
        }
    }

    /** One expectation. */
    record Expect(SourceSpan span, Operation operation, Outcome outcome) implements TestItem {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.expect(this);
        }
    }

    /**
     * One expectation per row.
     *
     * @param operation what is the same in all rows; parts without values get them from columns
     * @param columns the first line
     * @param rows the other lines, each with as many cells as there are columns
     */
    record ExpectTable(SourceSpan span, Operation operation, List<Cell> columns, List<Row> rows) implements TestItem {
        public ExpectTable {
            columns = List.copyOf(columns);
            rows = List.copyOf(rows);
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.table(this);
        }
    }

    /** A line of a table. */
    record Row(SourceSpan span, List<Cell> cells) implements Node {
        public Row {
            cells = List.copyOf(cells);
        }
    }
}
