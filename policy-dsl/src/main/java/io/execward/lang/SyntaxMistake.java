// SPDX-License-Identifier: Apache-2.0
package io.execward.lang;

import io.execward.diagnostic.Diagnostic;
import io.execward.diagnostic.SourceSpan;
import io.execward.diagnostic.Spelling;
import io.execward.lang.internal.parser.ExecParser;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.misc.IntervalSet;

/** Says what is wrong where the parser cannot go on. */
final class SyntaxMistake {
    /** A longer list says less than an example. */
    private static final int MOST_LISTED = 6;

    private SyntaxMistake() {}

    static Diagnostic of(SourceSpan span, Token token, IntervalSet expected, ParserRuleContext context) {
        List<String> words = words(expected);
        List<String> shown = shown(expected);
        String written = span.text();
        int type = token.getType();
        if (type == Token.EOF) {
            String help = expected.contains(ExecParser.RBRACE) ? "close it with `}`" : next(shown, context);
            return Diagnostic.error("LANG-010", span, "the file ends inside " + Constructs.name(context), help);
        }
        if (expected.contains(ExecParser.RBRACE) && Places.beginsItem(token)) {
            return Diagnostic.error(
                    "LANG-010", span, Constructs.name(context) + " before this is not closed", "close it with `}`");
        }
        if (type == ExecParser.UNCLOSED) {
            return Diagnostic.error(
                    "LANG-011",
                    span,
                    "the string has no end on its line",
                    "close it with `\"`; write a line break as `\\n`");
        }
        if (type == ExecParser.OTHER) {
            return Diagnostic.error("LANG-012", span, "`" + written + "` has no meaning here", ofOther(written));
        }
        if (type == ExecParser.NAME) {
            Optional<String> meant = begun(written)
                    .or(() -> Spelling.nearest(written, words))
                    .or(() -> Spelling.nearest(written, Constructs.WORDS));
            if (meant.isPresent()) {
                return Diagnostic.error(
                        "LANG-013",
                        span,
                        "`" + written + "` does not belong here",
                        "did you mean `" + meant.get() + "`?");
            }
        }
        boolean name = expected.contains(ExecParser.NAME) && !expected.contains(type);
        if (name && Constructs.isWord(type)) {
            return Diagnostic.error(
                    "LANG-014",
                    span,
                    "`" + written + "` is a word of the language and no name",
                    expected.contains(ExecParser.STRING)
                            ? "write it in quotes, or a name that a `let` gives"
                            : "choose another name, such as `my-" + written + "`");
        }
        return Diagnostic.error(
                "LANG-013",
                span,
                type == ExecParser.STRING
                        ? "the string does not belong here"
                        : "`" + written + "` does not belong here",
                next(shown, context));
    }

    /** The only word of which just the last letter is missing. */
    private static Optional<String> begun(String written) {
        List<String> longer = Constructs.WORDS.stream()
                .filter(word -> word.length() == written.length() + 1 && word.startsWith(written))
                .toList();
        return longer.size() == 1 ? Optional.of(longer.get(0)) : Optional.empty();
    }

    private static String next(List<String> words, ParserRuleContext context) {
        if (words.isEmpty() || words.size() > MOST_LISTED) {
            return Constructs.example(context);
        }
        return "write " + String.join(" or ", words.size() == 1 ? words : grouped(words));
    }

    /** {@code a, b} and {@code c}, so that joined with "or" they read as a list. */
    private static List<String> grouped(List<String> words) {
        return List.of(String.join(", ", words.subList(0, words.size() - 1)), words.get(words.size() - 1));
    }

    private static List<String> words(IntervalSet expected) {
        List<String> words = new ArrayList<>();
        for (int type : expected.toArray()) {
            if (Constructs.isWord(type)) {
                words.add(Constructs.word(type));
            }
        }
        return words;
    }

    /** Where any value may stand, its rarer forms are not listed. */
    private static List<String> shown(IntervalSet expected) {
        boolean value = expected.contains(ExecParser.STRING)
                && expected.contains(ExecParser.NAME)
                && expected.contains(ExecParser.NUMBER);
        Set<String> shown = new LinkedHashSet<>();
        for (int type : expected.toArray()) {
            boolean rare = type == ExecParser.NUMBER || type == ExecParser.LPAREN || type == ExecParser.NONE;
            if (!value || !rare) {
                shown.add(Constructs.shown(type));
            }
        }
        return new ArrayList<>(shown);
    }

    private static String ofOther(String written) {
        return switch (written) {
            case ";" -> "remove it: a statement ends where the next begins";
            case "'", "“", "”", "„", "‘", "’", "«", "»", "`" -> "write strings between straight double quotes, `\"…\"`";
            case "/" -> "write strings in quotes; a comment begins with `#`";
            case "*" -> "write patterns in quotes, such as `\"*\"`";
            case "[", "]" -> "write the values one after the other, with commas between them";
            case "&" -> "write `and`";
            default -> "write it in quotes if it is part of a value; names have letters, digits, `-` and `_`";
        };
    }
}
