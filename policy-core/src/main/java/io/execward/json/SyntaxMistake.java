// SPDX-License-Identifier: Apache-2.0
package io.execward.json;

import io.execward.diagnostic.Diagnostic;
import io.execward.diagnostic.Source;
import io.execward.diagnostic.SourceSpan;
import org.jspecify.annotations.Nullable;

/**
 * Says what is wrong where a document stops being JSON (R-READ-01). It looks at the text again, from the last place that was right,
 * so the sentence and the place are ours and do not depend on the parser's.
 */
final class SyntaxMistake {
    /** What may stand at the place from which the text is looked at. */
    enum Expected {
        VALUE,
        FIRST_ITEM,
        NEXT_ITEM,
        FIRST_MEMBER,
        NEXT_MEMBER,
        MEMBER_VALUE
    }

    private static final String RULE = "R-READ-01";

    private final Source source;
    private final String text;
    private final int limit;
    private final int open;

    /**
     * @param limit where the document ends
     * @param open the bracket or brace of the innermost array or object; -1 outside of any
     */
    SyntaxMistake(Source source, int limit, int open) {
        this.source = source;
        this.text = source.text();
        this.limit = limit;
        this.open = open;
    }

    Diagnostic explain(int at, Expected expected) {
        int next = skipSpace(at);
        return switch (expected) {
            case VALUE, FIRST_ITEM -> value(next);
            case FIRST_MEMBER -> member(next);
            case MEMBER_VALUE -> colon(next);
            case NEXT_ITEM -> separator(next, ']', "item");
            case NEXT_MEMBER -> separator(next, '}', "member");
        };
    }

    /** What stands behind the document's one value. */
    Diagnostic textBehind(int at) {
        if (text.charAt(at) == 0) {
            return nul(at);
        }
        return Diagnostic.error(
                RULE,
                source.span(at, endOfLine(at)),
                "there is text behind the end of the document",
                "remove it: a document is one JSON value");
    }

    private Diagnostic separator(int at, char close, String what) {
        if (at >= limit) {
            return endsTooEarly();
        }
        if (text.charAt(at) != ',') {
            return unexpected(at, "write `,` before the next " + what + ", or `" + close + "`");
        }
        int next = skipSpace(at + 1);
        if (next < limit && text.charAt(next) == close) {
            return Diagnostic.error(
                    RULE, source.span(at, at + 1), "there is a comma behind the last " + what, "remove the comma");
        }
        return close == ']' ? value(next) : member(next);
    }

    private Diagnostic member(int at) {
        if (at >= limit) {
            return endsTooEarly();
        }
        char c = text.charAt(at);
        if (c == '"') {
            @Nullable Diagnostic broken = string(at);
            return broken != null ? broken : colon(skipSpace(endOfString(at)));
        }
        if (isWordPart(c)) {
            int end = endOfWord(at);
            String word = CharacterNames.quoted(text.substring(at, end));
            return Diagnostic.error(
                    RULE, source.span(at, end), word + " is not a member name", "write names in double quotes");
        }
        return unexpected(at, "write a member name in double quotes, or `}`");
    }

    private Diagnostic colon(int at) {
        if (at >= limit) {
            return endsTooEarly();
        }
        return text.charAt(at) == ':'
                ? value(skipSpace(at + 1))
                : unexpected(at, "write `:` between a name and its value");
    }

    private Diagnostic value(int at) {
        if (at >= limit) {
            return endsTooEarly();
        }
        char c = text.charAt(at);
        if (c == '"') {
            @Nullable Diagnostic broken = string(at);
            return broken != null ? broken : behindScalar(endOfString(at));
        }
        if (isWordPart(c)) {
            return word(at);
        }
        return unexpected(at, "write a JSON value here: an object, a list, a string, a number, `true` or `false`");
    }

    private Diagnostic word(int at) {
        int end = endOfWord(at);
        String word = text.substring(at, end);
        if (word.equals("true") || word.equals("false") || word.equals("null") || isNumber(word)) {
            return behindScalar(end);
        }
        char c = word.charAt(0);
        boolean number = (c >= '0' && c <= '9') || c == '-' || c == '+' || c == '.';
        return Diagnostic.error(
                RULE,
                source.span(at, end),
                CharacterNames.quoted(word) + (number ? " is not a JSON number" : " is not a JSON value"),
                number
                        ? "write digits without leading zeros, or put the text in double quotes"
                        : "put text in double quotes; `true`, `false` and `null` are lower case");
    }

    private Diagnostic behindScalar(int end) {
        int at = skipSpace(end);
        return at >= limit ? endsTooEarly() : unexpected(at, "write `,`, or close what is open");
    }

    /** What is wrong with the string that begins here, if anything is. */
    private @Nullable Diagnostic string(int start) {
        for (int i = start + 1; i < limit; i++) {
            char c = text.charAt(i);
            if (c == '"') {
                return null;
            }
            if (c == '\\') {
                int end = endOfEscape(i);
                if (end < 0) {
                    return escape(i);
                }
                i = end - 1;
            } else if (c == '\n' || c == '\r') {
                return Diagnostic.error(
                        RULE,
                        source.span(start, i),
                        "the string is not closed on its line",
                        "write the closing `\"`, or `\\n` for a line break");
            } else if (c < ' ') {
                return c == 0 ? nul(i) : control(i);
            }
        }
        return Diagnostic.error(RULE, source.span(start, limit), "the string is not closed", "write the closing `\"`");
    }

    private int endOfString(int start) {
        int i = start + 1;
        while (text.charAt(i) != '"') {
            i += text.charAt(i) == '\\' ? 2 : 1;
        }
        return i + 1;
    }

    /** The offset behind a well-formed escape, else -1. */
    private int endOfEscape(int at) {
        if (at + 1 >= limit) {
            return -1;
        }
        char c = text.charAt(at + 1);
        if (c != 'u') {
            return "\"\\/bfnrt".indexOf(c) >= 0 ? at + 2 : -1;
        }
        int end = at + 6;
        for (int i = at + 2; i < end; i++) {
            if (i >= limit || Character.digit(text.charAt(i), 16) < 0 || text.charAt(i) > 'f') {
                return -1;
            }
        }
        return end;
    }

    private Diagnostic escape(int at) {
        int end = Math.min(at + 2, limit);
        if (end - at == 2 && text.charAt(at + 1) == 'u') {
            while (end < Math.min(at + 6, limit) && text.charAt(end) != '"' && text.charAt(end) >= ' ') {
                end++;
            }
        } else if (end - at == 2) {
            end = at + 1 + Character.charCount(text.codePointAt(at + 1));
        }
        return Diagnostic.error(
                RULE,
                source.span(at, end),
                CharacterNames.quoted(text.substring(at, end)) + " is not an escape",
                "write `\\\\` for a backslash; escapes are `\\\"`, `\\\\`, `\\/`, `\\b`, `\\f`, `\\n`, `\\r`, `\\t` and `\\u` with"
                        + " four hexadecimal digits");
    }

    private Diagnostic control(int at) {
        char c = text.charAt(at);
        return Diagnostic.error(
                RULE,
                source.span(at, at + 1),
                "the control character " + CharacterNames.number(c) + " stands in a string",
                c == '\t' ? "write `\\t`" : "write `\\u" + CharacterNames.hex(c, 4) + "`");
    }

    private Diagnostic nul(int at) {
        return Diagnostic.error(
                "R-READ-03",
                source.span(at, at + 1),
                "the document holds the character NUL",
                "remove it; save the document as UTF-8 if it is UTF-16");
    }

    private Diagnostic unexpected(int at, String help) {
        int c = text.codePointAt(at);
        if (c == 0) {
            return nul(at);
        }
        String hint = switch (c) {
            case '\'', '\u2018', '\u2019', '\u201C', '\u201D' -> "write straight double quotes `\"`";
            case '/', '#' -> "remove it: JSON has no comments";
            default -> help;
        };
        SourceSpan span = source.span(at, Math.min(limit, at + Character.charCount(c)));
        return Diagnostic.error(RULE, span, CharacterNames.of(c) + " cannot stand here", hint);
    }

    private Diagnostic endsTooEarly() {
        SourceSpan end = source.span(limit, limit);
        if (open < 0) {
            return Diagnostic.error(
                    RULE, end, "the document is empty", "write a JSON value, such as a policy document");
        }
        boolean list = text.charAt(open) == '[';
        return Diagnostic.error(
                        RULE,
                        end,
                        "the document ends inside " + (list ? "a list" : "an object"),
                        "write the missing `" + (list ? ']' : '}') + "`; the document may have been cut")
                .withRelated(source.span(open, open + 1), "opened here");
    }

    private int skipSpace(int at) {
        int i = at;
        while (i < limit && " \t\r\n".indexOf(text.charAt(i)) >= 0) {
            i++;
        }
        return i;
    }

    private int endOfWord(int at) {
        int i = at;
        while (i < limit && isWordPart(text.charAt(i))) {
            i++;
        }
        return i;
    }

    private int endOfLine(int at) {
        int i = at;
        while (i < limit && text.charAt(i) != '\n' && text.charAt(i) != '\r') {
            i++;
        }
        return i;
    }

    private static boolean isWordPart(char c) {
        return Character.isLetterOrDigit(c) || c == '_' || c == '$' || c == '-' || c == '+' || c == '.';
    }

    private static boolean isNumber(String word) {
        int at = word.startsWith("-") ? 1 : 0;
        int digits = endOfDigits(word, at);
        if (digits == at || (digits > at + 1 && word.charAt(at) == '0')) {
            return false;
        }
        at = digits;
        if (at < word.length() && word.charAt(at) == '.') {
            digits = endOfDigits(word, at + 1);
            if (digits == at + 1) {
                return false;
            }
            at = digits;
        }
        if (at < word.length() && (word.charAt(at) == 'e' || word.charAt(at) == 'E')) {
            int sign = at + 1 < word.length() && "+-".indexOf(word.charAt(at + 1)) >= 0 ? 1 : 0;
            digits = endOfDigits(word, at + 1 + sign);
            if (digits == at + 1 + sign) {
                return false;
            }
            at = digits;
        }
        return at == word.length();
    }

    private static int endOfDigits(String word, int at) {
        int i = at;
        while (i < word.length() && word.charAt(i) >= '0' && word.charAt(i) <= '9') {
            i++;
        }
        return i;
    }
}
