// SPDX-License-Identifier: Apache-2.0
package io.execward.cli;

import io.execward.diagnostic.Diagnostic;
import io.execward.diagnostic.PolicySyntaxException;
import io.execward.diagnostic.Spelling;
import io.execward.json.JsonArray;
import io.execward.json.JsonObject;
import io.execward.json.JsonString;
import io.execward.json.JsonValue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads a property file (R-EXEC-151): a JSON object with a list of properties. */
final class PropertyFile {
    private final AskedProblems problems;

    private PropertyFile(AskedProblems problems) {
        this.problems = problems;
    }

    /**
     * The properties of the file, with what is wrong about their form.
     *
     * @throws PolicySyntaxException if it is no object with a list
     */
    static List<AskedProperty> read(JsonValue root, AskedProblems problems) {
        if (root instanceof JsonObject object
                && object.members().size() == 1
                && object.members().get(0).name().equals("properties")
                && object.members().get(0).value() instanceof JsonArray list
                && !list.items().isEmpty()) {
            PropertyFile reader = new PropertyFile(problems);
            List<AskedProperty> all = new ArrayList<>();
            list.items().forEach(item -> reader.property(item).ifPresent(all::add));
            return all;
        }
        throw new PolicySyntaxException(List.of(Diagnostic.error(
                AskedProblems.RULE,
                root.span(),
                "a property file is an object with the one member `properties`",
                "write a list of at least one property there")));
    }

    private Optional<AskedProperty> property(JsonValue value) {
        if (!(value instanceof JsonObject object)) {
            return refuse(value, "a property is an object", "write such as `{\"property\": \"exec-needs-mfa\"}`");
        }
        Optional<JsonObject.Member> named = object.members().stream()
                .filter(member -> member.name().equals("property"))
                .findFirst();
        if (named.isEmpty() || !(named.get().value() instanceof JsonString word)) {
            return refuse(
                    value,
                    "the member `property` is missing, or is no text",
                    "write one of " + String.join(", ", PropertyKind.words()));
        }
        Optional<PropertyKind> kind = PropertyKind.of(word.value());
        if (kind.isEmpty()) {
            return refuse(
                    word,
                    "`" + word.value() + "` is not a property",
                    Spelling.nearest(word.value(), PropertyKind.words())
                            .map(near -> "did you mean `" + near + "`?")
                            .orElse("known are " + String.join(", ", PropertyKind.words())));
        }
        return Optional.of(property(kind.get(), object));
    }

    private AskedProperty property(PropertyKind kind, JsonObject object) {
        Map<String, List<AskedWord>> words = new HashMap<>();
        for (JsonObject.Member member : object.members()) {
            String name = member.name();
            if (kind.members().contains(name) || name.equals("except")) {
                words.put(name, name.equals("ceiling") ? text(name, member.value()) : texts(name, member.value()));
            } else if (!name.equals("property")) {
                problems.add(Diagnostic.error(
                        AskedProblems.RULE,
                        member.nameSpan(),
                        "`" + name + "` is not a member of `" + kind.word() + "`",
                        "known are property, except"
                                + String.join(
                                        "",
                                        kind.members().stream()
                                                .sorted()
                                                .map(each -> ", " + each)
                                                .toList())));
            }
        }
        for (String name : kind.members()) {
            if (!words.containsKey(name) && !name.equals("resources") && !name.equals("where")) {
                refuse(object, "`" + kind.word() + "` needs the member `" + name + "`", "add it");
            }
        }
        List<AskedWord> none = List.of();
        return new AskedProperty(
                kind,
                words.getOrDefault("clusters", none),
                words.getOrDefault("actions", none),
                words.getOrDefault("resources", none),
                words.getOrDefault("where", none),
                words.getOrDefault("ceiling", none).stream().findFirst(),
                words.getOrDefault("except", none));
    }

    private List<AskedWord> texts(String name, JsonValue value) {
        if (!(value instanceof JsonArray array) || array.items().isEmpty()) {
            refuse(value, "`" + name + "` is a list of texts", "write at least one in brackets");
            return List.of();
        }
        List<AskedWord> all = new ArrayList<>();
        array.items().forEach(item -> all.addAll(text(name, item)));
        return all;
    }

    private List<AskedWord> text(String name, JsonValue value) {
        if (value instanceof JsonString string) {
            return List.of(new AskedWord(string.value(), name, Optional.of(value.span())));
        }
        refuse(value, "this is no text, which `" + name + "` needs", "write it in quotes");
        return List.of();
    }

    private <T> Optional<T> refuse(JsonValue value, String message, String help) {
        problems.add(Diagnostic.error(AskedProblems.RULE, value.span(), message, help));
        return Optional.empty();
    }
}
