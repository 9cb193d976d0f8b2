// SPDX-License-Identifier: Apache-2.0
package io.execward.suite;

import io.execward.diagnostic.SourceSpan;
import io.execward.lang.CallerFact;
import io.execward.lang.Operation;
import io.execward.lang.Reference;
import io.execward.lang.ResourceType;
import io.execward.lang.Word;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The parts of an operation by what they are; each is asked for once, and what nobody asked for is complained about. */
final class Parts {
    private final Meaning names;
    private final Complaints complaints;
    private final Operation operation;
    private final Map<ResourceType, Operation.Things> things = new EnumMap<>(ResourceType.class);
    private final List<CallerFact> facts = new ArrayList<>();
    private Optional<Operation.On> on = Optional.empty();
    private Optional<Operation.Exec> exec = Optional.empty();
    private Optional<Operation.Tags> tags = Optional.empty();
    private Optional<Operation.TagKeys> tagKeys = Optional.empty();
    private final Map<SourceSpan, String> unused = new LinkedHashMap<>();

    Parts(Operation operation, Meaning names, Complaints complaints) {
        this.names = names;
        this.complaints = complaints;
        this.operation = operation;
        operation.parts().forEach(part -> part.match(new Sorted()));
    }

    SourceSpan span() {
        return operation.span();
    }

    List<CallerFact> facts() {
        return List.copyOf(facts);
    }

    private final class Sorted implements Operation.Part.Cases<Boolean> {
        @Override
        public Boolean things(Operation.Things part) {
            ResourceType type = type(part.reference());
            once(things.put(type, part) == null, part.span(), type.word());
            return unused.put(part.span(), type.word()) == null;
        }

        @Override
        public Boolean open(Operation.Open part) {
            throw complaints.fatal(
                    "TEST-04",
                    part.span(),
                    "no " + part.type().word() + " is named",
                    "name one, or give a table a column `" + part.type().word() + "`");
        }

        @Override
        public Boolean on(Operation.On part) {
            once(on.isEmpty(), part.span(), "on");
            on = Optional.of(part);
            return unused.put(part.span(), "on") == null;
        }

        @Override
        public Boolean exec(Operation.Exec part) {
            once(exec.isEmpty(), part.span(), "with exec");
            exec = Optional.of(part);
            return unused.put(part.span(), "with exec") == null;
        }

        @Override
        public Boolean tags(Operation.Tags part) {
            once(tags.isEmpty(), part.span(), "with tags");
            tags = Optional.of(part);
            return unused.put(part.span(), "with tags") == null;
        }

        @Override
        public Boolean tagKeys(Operation.TagKeys part) {
            once(tagKeys.isEmpty(), part.span(), "tag");
            tagKeys = Optional.of(part);
            return unused.put(part.span(), "tag") == null;
        }

        @Override
        public Boolean caller(CallerFact part) {
            return facts.add(part);
        }

        private void once(boolean first, SourceSpan span, String what) {
            if (!first) {
                throw complaints.fatal("TEST-05", span, "`" + what + "` is said twice", "keep one of the two");
            }
        }
    }

    private static ResourceType type(Reference reference) {
        return reference
                .type()
                .orElseThrow(() -> new IllegalArgumentException(
                        "say what `" + reference.span().text() + "` is, such as a task or a cluster"));
    }

    /** The ARNs of this type; none if the part is not there. */
    Optional<List<String>> all(ResourceType type) {
        return Optional.ofNullable(things.get(type)).map(part -> {
            unused.remove(part.span());
            return names.arns(type, part.reference().values());
        });
    }

    /** The texts of this type as they are, for what has no ARN, such as containers. */
    Optional<List<String>> texts(ResourceType type) {
        return Optional.ofNullable(things.get(type)).map(part -> {
            unused.remove(part.span());
            return names.texts(part.reference().values());
        });
    }

    Optional<SourceSpan> spanOf(ResourceType type) {
        return Optional.ofNullable(things.get(type)).map(Operation.Things::span);
    }

    Optional<String> one(ResourceType type) {
        return all(type).map(all -> single(type, all));
    }

    Optional<String> oneText(ResourceType type) {
        return texts(type).map(all -> single(type, all));
    }

    private String single(ResourceType type, List<String> all) {
        if (all.size() != 1) {
            throw complaints.fatal(
                    "TEST-02",
                    spanOf(type).orElse(operation.span()),
                    "an expectation is about one " + type.word() + ", not " + all.size(),
                    "write one; for more use `expect table` with a column `" + type.word() + "`");
        }
        return all.get(0);
    }

    String needed(ResourceType type) {
        return one(type)
                .orElseThrow(() -> missing("no " + type.word() + " is named", "name one: `" + type.word() + " \"…\"`"));
    }

    Complaints.Given missing(String message, String help) {
        return complaints.fatal("TEST-04", operation.span(), message, help);
    }

    String action(Operation asked) {
        return asked.action()
                .map(names::text)
                .orElseThrow(() -> missing("no action is named", "name one: `action \"ecs:ListTasks\"`"));
    }

    Optional<String> on() {
        return on.map(part -> {
            unused.remove(part.span());
            return names.text(part.resource());
        });
    }

    Optional<Boolean> exec() {
        return exec.map(part -> {
            unused.remove(part.span());
            return part.enabled();
        });
    }

    Optional<Map<String, String>> tags() {
        return tags.map(part -> {
            unused.remove(part.span());
            return names.tags(part.tags());
        });
    }

    Optional<List<String>> tagKeys() {
        return tagKeys.map(part -> {
            unused.remove(part.span());
            return part.keys().stream().map(Word::text).toList();
        });
    }

    /** Complains about every part that the operation does not take: what has no effect must not look as if it had. */
    void checkUsed() {
        unused.forEach((span, what) -> complaints.error(
                "TEST-06",
                span,
                "`" + operation.verb().words() + "` takes no `" + what + "`",
                "leave it out, or ask for another operation"));
        if (!unused.isEmpty()) {
            throw new Complaints.Given();
        }
    }
}
