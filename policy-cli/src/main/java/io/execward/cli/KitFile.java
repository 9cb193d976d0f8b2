// SPDX-License-Identifier: Apache-2.0
package io.execward.cli;

import io.execward.diagnostic.Diagnostic;
import io.execward.diagnostic.PolicySyntaxException;
import io.execward.diagnostic.Spelling;
import io.execward.json.JsonArray;
import io.execward.json.JsonBoolean;
import io.execward.json.JsonNull;
import io.execward.json.JsonNumber;
import io.execward.json.JsonObject;
import io.execward.json.JsonString;
import io.execward.json.JsonValue;
import java.util.List;
import java.util.Optional;

/** Reads a kit file (R-EXEC-150): a JSON object whose members are the fields of a kit. */
final class KitFile {
    private final KitWords words;

    private KitFile(KitWords words) {
        this.words = words;
    }

    /**
     * The words of the file, with what is wrong about their form.
     *
     * @throws PolicySyntaxException if it is no object
     */
    static KitWords read(JsonValue root) {
        if (!(root instanceof JsonObject object)) {
            throw new PolicySyntaxException(List.of(Diagnostic.error(
                    Refusal.KIT_FILES, root.span(), "a kit file is an object", "write its fields in braces")));
        }
        int start = root.span().start();
        KitFile reader = new KitFile(KitWords.inFile(root.source().span(start, start + 1)));
        object.members().forEach(reader::member);
        return reader.words;
    }

    private void member(JsonObject.Member member) {
        Optional<KitField> field = KitField.named(member.name());
        if (field.isEmpty()) {
            words.refuse(
                    member.nameSpan(),
                    "`" + member.name() + "` is not a member of a kit file",
                    Spelling.nearest(member.name(), KitField.members())
                            .map(near -> "did you mean `" + near + "`?")
                            .orElse("known are " + String.join(", ", KitField.members())));
            return;
        }
        KitField known = field.get();
        switch (known.shape()) {
            case TEXT -> text(known, "", member.value());
            case TEXTS -> texts(known, member.value());
            case TAGS -> tags(known, member.value());
            case FLAG -> flag(known, member.value());
            case SECONDS -> seconds(known, member.value());
        }
    }

    private void text(KitField field, String key, JsonValue value) {
        if (value instanceof JsonString string) {
            words.add(new KitWord(field, key, string.value(), Optional.of(value.span())));
        } else {
            wrong(field, value, "a text", "write it in quotes");
        }
    }

    private void texts(KitField field, JsonValue value) {
        if (value instanceof JsonArray array && !array.items().isEmpty()) {
            array.items().forEach(item -> text(field, "", item));
        } else {
            wrong(field, value, "a list of texts", "write at least one in brackets, or leave the member out");
        }
    }

    private void tags(KitField field, JsonValue value) {
        if (!(value instanceof JsonObject object) || object.members().isEmpty()) {
            wrong(field, value, "an object of tags", "write at least one in braces, or leave the member out");
            return;
        }
        for (JsonObject.Member tag : object.members()) {
            List<JsonValue> values = tag.value() instanceof JsonArray array ? array.items() : List.of(tag.value());
            if (values.isEmpty()) {
                wrong(field, tag.value(), "a value of the tag", "write at least one");
            }
            values.forEach(item -> text(field, tag.name(), item));
        }
    }

    private void flag(KitField field, JsonValue value) {
        if (!(value instanceof JsonBoolean flag)) {
            wrong(field, value, "a boolean", "write `true` or `false`");
        } else if (flag.value()) {
            words.add(new KitWord(field, "", "true", Optional.of(value.span())));
        }
    }

    private void seconds(KitField field, JsonValue value) {
        if (value instanceof JsonNumber number) {
            words.add(new KitWord(field, "", number.text(), Optional.of(value.span())));
        } else {
            wrong(field, value, "a number", "write seconds, such as `900`");
        }
    }

    private void wrong(KitField field, JsonValue value, String wanted, String help) {
        String message = value instanceof JsonNull
                ? "`" + field.member() + "` is null"
                : "this is not " + wanted + ", which `" + field.member() + "` needs";
        words.refuse(value.span(), message, help);
    }
}
