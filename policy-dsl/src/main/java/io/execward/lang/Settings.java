// SPDX-License-Identifier: Apache-2.0
package io.execward.lang;

import io.execward.diagnostic.Diagnostic;
import io.execward.diagnostic.SourceSpan;
import io.execward.model.Arn;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What the short names of one file are completed with. */
final class Settings {
    private final Map<Item.Setting.Kind, Word> own = new EnumMap<>(Item.Setting.Kind.class);
    private final Optional<Settings> outer;

    /** @param outer those of the file that includes this one, for what this one does not say */
    Settings(Optional<Settings> outer) {
        this.outer = outer;
    }

    void add(Item.Setting setting, Problems problems) {
        Word value = setting.value();
        @Nullable Word before = own.putIfAbsent(setting.kind(), value);
        if (before != null) {
            problems.accept(Diagnostic.error(
                            "LANG-016",
                            setting.span(),
                            "the " + word(setting.kind()) + " is set twice",
                            "set it once per file")
                    .withRelated(before.span(), "here it is set first"));
        } else if (!isValid(setting.kind(), value.text())) {
            problems.error(
                    "LANG-021",
                    value.span(),
                    "`" + value.text() + "` is not " + (setting.kind() == Item.Setting.Kind.ACCOUNT ? "an " : "a ")
                            + word(setting.kind()),
                    switch (setting.kind()) {
                        case PARTITION -> "write such as `aws`, `aws-cn` or `aws-us-gov`";
                        case ACCOUNT -> "write the 12 digits of an account id";
                        case REGION -> "write such as `us-east-1`";
                    });
        }
    }

    private static boolean isValid(Item.Setting.Kind kind, String text) {
        if (kind == Item.Setting.Kind.ACCOUNT) {
            return Arn.isAccountId(text);
        }
        return !text.isEmpty()
                && text.chars().allMatch(c -> c == '-' || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'));
    }

    Optional<String> get(Item.Setting.Kind kind) {
        @Nullable Word value = own.get(kind);
        return value != null ? Optional.of(value.text()) : outer.flatMap(settings -> settings.get(kind));
    }

    /** True if all of these are known; if not, one diagnostic tells which are not. */
    boolean has(List<Item.Setting.Kind> kinds, SourceSpan user, Consumer<? super Diagnostic> problems) {
        List<Item.Setting.Kind> missing =
                kinds.stream().filter(kind -> get(kind).isEmpty()).toList();
        if (!missing.isEmpty()) {
            problems.accept(Diagnostic.error(
                    "LANG-022",
                    user,
                    "the file does not say in which "
                            + listed(missing.stream().map(Settings::word).toList()) + " this is",
                    "write " + listed(missing.stream().map(Settings::example).toList())
                            + " at the top of the file, or the whole ARN here"));
        }
        return missing.isEmpty();
    }

    /** A setting of which it is known that it is there. */
    String known(Item.Setting.Kind kind) {
        return get(kind).orElseThrow();
    }

    private static String listed(List<String> words) {
        int last = words.size() - 1;
        return last == 0 ? words.get(0) : String.join(", ", words.subList(0, last)) + " and " + words.get(last);
    }

    private static String example(Item.Setting.Kind kind) {
        return switch (kind) {
            case PARTITION -> "`partition aws`";
            case ACCOUNT -> "`account 111122223333`";
            case REGION -> "`region us-east-1`";
        };
    }

    static String word(Item.Setting.Kind kind) {
        return switch (kind) {
            case PARTITION -> "partition";
            case ACCOUNT -> "account";
            case REGION -> "Region";
        };
    }
}
