// SPDX-License-Identifier: Apache-2.0
package io.execward.lang;

import io.execward.diagnostic.Diagnostic;
import io.execward.diagnostic.Spelling;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What the names of a file mean: its own and those of files that it includes. Short names are completed with the settings of the file in
 * which they are written. What cannot be resolved is told to {@code problems} and left out of the answer. Immutable.
 */
public final class Names {
    /** What one name means: values, or tags. */
    record Meaning(Item.Let let, List<Resolved> values, Optional<Map<String, String>> tags) {
        Meaning {
            values = List.copyOf(values);
            tags = tags.map(map -> Collections.unmodifiableMap(new LinkedHashMap<>(map)));
        }
    }

    private final Map<String, Meaning> meanings;
    private final Set<String> broken;
    private final Settings settings;

    /**
     * @param meanings not changed any more, except by the one who still collects them
     * @param broken names of which something is wrong that was told already
     */
    Names(Map<String, Meaning> meanings, Set<String> broken, Settings settings) {
        this.meanings = meanings;
        this.broken = broken;
        this.settings = settings;
    }

    /** The partition of the file, if it is set. */
    public Optional<String> partition() {
        return settings.get(Item.Setting.Kind.PARTITION);
    }

    /** The account of the file, if it is set. */
    public Optional<String> account() {
        return settings.get(Item.Setting.Kind.ACCOUNT);
    }

    /** The Region of the file, if it is set. */
    public Optional<String> region() {
        return settings.get(Item.Setting.Kind.REGION);
    }

    Settings settings() {
        return settings;
    }

    /** Things of the kind that the reference says, or that its names say. */
    public List<Resolved> things(Reference reference, Consumer<? super Diagnostic> problems) {
        return reference
                .type()
                .map(type -> things(reference.values(), type, problems))
                .orElseGet(() -> values(reference.values(), problems));
    }

    /** Things of this kind: short names are completed, and names of things of other kinds are refused. */
    public List<Resolved> things(Values values, ResourceType type, Consumer<? super Diagnostic> problems) {
        List<Resolved> things = new ArrayList<>();
        for (Resolved value : values(values, problems)) {
            if (value.type().isEmpty()) {
                new ShortNames(settings)
                        .complete(type, value.text(), value.span(), problems)
                        .ifPresent(text -> things.add(new Resolved(value.span(), Optional.of(type), text)));
            } else if (value.type().get() == type) {
                things.add(value);
            } else {
                String word = value.type().get().word();
                problems.accept(Diagnostic.error(
                        "LANG-024",
                        value.span(),
                        "`" + value.span().text() + "` stands for something of the kind `" + word + "`, not `"
                                + type.word() + "`",
                        "write the " + type.word() + " that is meant"));
            }
        }
        return things;
    }

    /** Values of any kind. */
    public List<Resolved> values(Values values, Consumer<? super Diagnostic> problems) {
        List<Resolved> all = new ArrayList<>();
        for (Value value : values.items()) {
            all.addAll(values(value, problems));
        }
        return all;
    }

    /** One value; reports and returns empty if there is none or are several. */
    public Optional<Resolved> value(Value value, Consumer<? super Diagnostic> problems) {
        if (value instanceof Value.Name name && (!meanings.containsKey(name.name()) || isTags(name))) {
            values(value, problems);
            return Optional.empty();
        }
        List<Resolved> all = values(value, problems);
        if (all.size() != 1) {
            problems.accept(Diagnostic.error(
                    "LANG-025",
                    value.span(),
                    "one value is needed here, and `" + value.span().text() + "` has " + all.size(),
                    "write the one that is meant"));
            return Optional.empty();
        }
        return Optional.of(all.get(0));
    }

    /** Tags, by key, in the order of writing. */
    public Map<String, String> tags(TagSet set, Consumer<? super Diagnostic> problems) {
        return set.matchTags(written -> written(written, problems), name -> named(name, problems));
    }

    private boolean isTags(Value.Name name) {
        @Nullable Meaning meaning = meanings.get(name.name());
        return meaning != null && meaning.tags().isPresent();
    }

    private Map<String, String> named(Value.Name name, Consumer<? super Diagnostic> problems) {
        @Nullable Meaning meaning = meaning(name, problems);
        if (meaning == null || meaning.tags().isPresent()) {
            return meaning == null ? Map.of() : meaning.tags().get();
        }
        problems.accept(Diagnostic.error(
                        "LANG-024",
                        name.span(),
                        "`" + name.name() + "` is no tag set",
                        "write tags between braces, such as `{ team = \"payments\" }`")
                .withRelated(meaning.let().name().span(), "here it is named"));
        return Map.of();
    }

    private Map<String, String> written(TagSet.Written set, Consumer<? super Diagnostic> problems) {
        Map<String, String> tags = new LinkedHashMap<>();
        for (TagSet.Tag tag : set.tags()) {
            String key = tag.key().text();
            if (tags.containsKey(key)) {
                problems.accept(Diagnostic.error(
                        "LANG-016", tag.key().span(), "the tag `" + key + "` is written twice", "write it once"));
            }
            value(tag.value(), problems).ifPresent(value -> tags.put(key, value.text()));
        }
        return tags;
    }

    private List<Resolved> values(Value value, Consumer<? super Diagnostic> problems) {
        if (value instanceof Value.Literal literal) {
            return List.of(new Resolved(literal.span(), Optional.empty(), literal.text()));
        }
        Value.Name name = (Value.Name) value;
        @Nullable Meaning meaning = meaning(name, problems);
        if (meaning == null) {
            return List.of();
        }
        if (meaning.tags().isPresent()) {
            problems.accept(Diagnostic.error(
                            "LANG-024",
                            name.span(),
                            "`" + name.name() + "` is a tag set, and no value",
                            "write the value that is meant")
                    .withRelated(meaning.let().name().span(), "here it is named"));
            return List.of();
        }
        return meaning.values().stream()
                .map(one -> new Resolved(name.span(), one.type(), one.text()))
                .toList();
    }

    private @Nullable Meaning meaning(Value.Name name, Consumer<? super Diagnostic> problems) {
        @Nullable Meaning meaning = meanings.get(name.name());
        if (meaning == null && !broken.contains(name.name())) {
            problems.accept(Diagnostic.error(
                    "LANG-020", name.span(), "nothing is named `" + name.name() + "`", helpFor(name.name())));
        }
        return meaning;
    }

    private String helpFor(String name) {
        if (name.indexOf(':') >= 0) {
            return "write it in quotes";
        }
        return Spelling.nearest(name, new TreeSet<>(meanings.keySet()))
                .map(word -> "did you mean `" + word + "`?")
                .orElse("write it in quotes if it is the value itself, or name it above: `let " + name + " = …`");
    }

    Map<String, Meaning> meanings() {
        return meanings;
    }
}
