// SPDX-License-Identifier: Apache-2.0
package io.execward.lang;

import io.execward.diagnostic.SourceSpan;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What an expectation is about.
 *
 * @param action the action, for {@link Verb#ACTION}
 * @param parts in the order of writing; which an operation takes is not judged here
 */
public record Operation(SourceSpan span, Verb verb, Optional<Value> action, List<Part> parts) implements Node {
    public Operation {
        Objects.requireNonNull(verb, "verb");
        parts = List.copyOf(parts);
    }

    /** The operations of the domain, and any single check. */
    public enum Verb {
        EXEC("exec"),
        START_SESSION("start session"),
        TERMINATE_SESSION("terminate"),
        RESUME_SESSION("resume"),
        RUN_TASK("run"),
        START_TASK("start"),
        CREATE_SERVICE("create"),
        UPDATE_SERVICE("update"),
        UPDATE_CLUSTER("update"),
        REGISTER_TASK_DEFINITION("register"),
        DESCRIBE_TASKS("describe"),
        TAG("tag"),
        UNTAG("untag"),
        ACTION("action");

        private final String words;

        Verb(String words) {
            this.words = words;
        }

        /** As the language writes it. */
        public String words() {
            return words;
        }
    }

    /** A part of an operation. */
    public sealed interface Part extends Node permits Things, Open, On, Exec, Tags, TagKeys, CallerFact {
        /** Answers for every kind. */
        <R> R match(Cases<R> cases);

        /** One answer for each kind. */
        interface Cases<R> {
            R things(Things part);

            R open(Open part);

            R on(On part);

            R exec(Exec part);

            R tags(Tags part);

            R tagKeys(TagKeys part);

            R caller(CallerFact part);
        }
    }

    /**
     * {@code into task "…"}, {@code container "app"}; the type of the reference is never empty.
     *
     * @param preposition as the language writes it; empty if there is none
     */
    public record Things(SourceSpan span, String preposition, Reference reference) implements Part {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.things(this);
        }
    }

    /** A kind of thing without values, which a column of a table gives. */
    public record Open(SourceSpan span, String preposition, ResourceType type) implements Part {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.open(this);
        }
    }

    /** {@code on "arn:…"}: the resource of a single check. */
    public record On(SourceSpan span, Value resource) implements Part {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.on(this);
        }
    }

    /** {@code with exec enabled}. */
    public record Exec(SourceSpan span, boolean enabled) implements Part {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.exec(this);
        }
    }

    /** {@code with { team = "x" }}: tags that the request sets. */
    public record Tags(SourceSpan span, TagSet.Written tags) implements Part {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.tags(this);
        }
    }

    /** {@code tag team, stage}: tags that the request removes. */
    public record TagKeys(SourceSpan span, List<Word> keys) implements Part {
        public TagKeys {
            keys = List.copyOf(keys);
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.tagKeys(this);
        }
    }
}
