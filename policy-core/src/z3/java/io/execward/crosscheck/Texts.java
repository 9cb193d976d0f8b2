// SPDX-License-Identifier: Apache-2.0
package io.execward.crosscheck;

import com.microsoft.z3.BoolExpr;
import com.microsoft.z3.CharSort;
import com.microsoft.z3.Context;
import com.microsoft.z3.Expr;
import com.microsoft.z3.IntExpr;
import com.microsoft.z3.IntSort;
import com.microsoft.z3.ReExpr;
import com.microsoft.z3.SeqExpr;
import com.microsoft.z3.SeqSort;
import io.execward.model.CaseFolding;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Patterns as Z3 has them: regular expressions where nothing but letters and wildcards is in them, else equations of strings. */
@SuppressWarnings({"unchecked", "rawtypes"}) // the bindings take arrays of generic types
final class Texts {
    private static final int LAST_CHARACTER = 0x2FFFF;

    private final Context z3;
    private final ReExpr<SeqSort<CharSort>> any;
    private final ReExpr<SeqSort<CharSort>> noColon;
    private final Map<Integer, List<Integer>> sameCase = new TreeMap<>();

    Texts(Context z3) {
        this.z3 = z3;
        this.any = z3.mkAllcharRe(z3.mkReSort(z3.mkStringSort()));
        this.noColon = z3.mkUnion(range(0, ':' - 1), range(':' + 1, LAST_CHARACTER));
        for (int c = 0; c <= 0x1FFFF; c++) {
            int folded = CaseFolding.fold(c);
            if (folded != c) {
                sameCase.computeIfAbsent(folded, f -> new ArrayList<>()).add(c);
            }
        }
    }

    /** One stretch of a pattern. */
    interface Token {}

    /** A character that stands for itself. */
    record Letter(int codePoint) implements Token {}

    /**
     * A wildcard.
     *
     * @param run true for any number of characters, false for exactly one
     * @param colons whether it takes colons
     */
    record Wild(boolean run, boolean colons) implements Token {}

    /** The value of a key, literally. */
    record Value(Expr<SeqSort<CharSort>> text) implements Token {}

    /** A constant. The bindings would take a character of two chars for two, so it is written as an escape. */
    static SeqExpr<CharSort> constant(Context z3, String text) {
        StringBuilder escaped = new StringBuilder();
        text.codePoints().forEach(c -> {
            if (c > 0xFFFF) {
                escaped.append("\\u{").append(Integer.toHexString(c)).append('}');
            } else {
                escaped.appendCodePoint(c);
            }
        });
        return z3.mkString(escaped.toString());
    }

    static List<Token> letters(String text) {
        List<Token> all = new ArrayList<>();
        text.codePoints().forEach(c -> all.add(new Letter(c)));
        return all;
    }

    /** Whether the text is of the pattern. */
    BoolExpr matches(Expr<SeqSort<CharSort>> text, List<Token> pattern) {
        int first = 0;
        while (first < pattern.size() && !(pattern.get(first) instanceof Wild)) {
            first++;
        }
        if (first == pattern.size()) {
            return z3.mkEq(text, string(pattern));
        }
        int last = pattern.size() - 1;
        while (!(pattern.get(last) instanceof Wild)) {
            last--;
        }
        if (pattern.stream().noneMatch(Value.class::isInstance)) {
            return z3.mkInRe(text, language(pattern, false));
        }
        List<Token> middle = pattern.subList(first, last + 1);
        if (middle.stream().anyMatch(Value.class::isInstance)) {
            throw new Unsupported("a variable between wildcards");
        }
        SeqExpr<CharSort> prefix = string(pattern.subList(0, first));
        SeqExpr<CharSort> suffix = string(pattern.subList(last + 1, pattern.size()));
        IntExpr before = z3.mkLength(prefix);
        Expr<IntSort> inside = z3.mkSub(z3.mkLength(text), before, z3.mkLength(suffix));
        return z3.mkAnd(
                z3.mkPrefixOf(prefix, text),
                z3.mkSuffixOf(suffix, text),
                z3.mkGe(inside, z3.mkInt(0)),
                z3.mkInRe(z3.mkExtract(text, before, inside), language(middle, false)));
    }

    /** Whether the text is of the pattern, letter case aside. */
    BoolExpr matchesInAnyCase(Expr<SeqSort<CharSort>> text, List<Token> pattern) {
        if (pattern.stream().anyMatch(Value.class::isInstance)) {
            throw new Unsupported("a variable below an operator that ignores letter case");
        }
        return z3.mkInRe(text, language(pattern, true));
    }

    private SeqExpr<CharSort> string(List<Token> pattern) {
        List<Expr<SeqSort<CharSort>>> parts = new ArrayList<>();
        StringBuilder run = new StringBuilder();
        for (Token token : pattern) {
            if (token instanceof Letter letter) {
                run.appendCodePoint(letter.codePoint());
            } else if (token instanceof Value value) {
                parts.add(constant(z3, run.toString()));
                run.setLength(0);
                parts.add(value.text());
            }
        }
        parts.add(constant(z3, run.toString()));
        return concatenation(parts);
    }

    private SeqExpr<CharSort> concatenation(List<Expr<SeqSort<CharSort>>> parts) {
        return parts.size() == 1 ? (SeqExpr<CharSort>) parts.get(0) : z3.mkConcat(parts.toArray(Expr[]::new));
    }

    /** The language of a pattern without values. */
    ReExpr<SeqSort<CharSort>> language(List<Token> pattern, boolean anyCase) {
        List<ReExpr<SeqSort<CharSort>>> parts = new ArrayList<>();
        parts.add(z3.mkToRe(z3.mkString("")));
        for (Token token : pattern) {
            if (token instanceof Letter letter) {
                parts.add(anyCase ? inAnyCase(letter.codePoint()) : one(letter.codePoint()));
            } else if (token instanceof Wild wild) {
                ReExpr<SeqSort<CharSort>> character = wild.colons() ? any : noColon;
                parts.add(wild.run() ? z3.mkStar(character) : character);
            }
        }
        ReExpr<SeqSort<CharSort>>[] all = parts.toArray(ReExpr[]::new);
        return all.length == 1 ? all[0] : z3.mkConcat(all);
    }

    private ReExpr<SeqSort<CharSort>> inAnyCase(int codePoint) {
        int folded = CaseFolding.fold(codePoint);
        ReExpr<SeqSort<CharSort>> all = one(folded);
        for (int other : sameCase.getOrDefault(folded, List.of())) {
            all = z3.mkUnion(all, one(other));
        }
        return all;
    }

    private ReExpr<SeqSort<CharSort>> one(int codePoint) {
        return z3.mkToRe(constant(z3, Character.toString(codePoint)));
    }

    /** One character of a range. */
    ReExpr<SeqSort<CharSort>> range(int from, int to) {
        return z3.mkRange(constant(z3, Character.toString(from)), constant(z3, Character.toString(to)));
    }

    /** At least one of these characters, and nothing else. */
    ReExpr<SeqSort<CharSort>> anyOf(String characters) {
        ReExpr<SeqSort<CharSort>> one = one(characters.charAt(0));
        for (int i = 1; i < characters.length(); i++) {
            one = z3.mkUnion(one, one(characters.charAt(i)));
        }
        return z3.mkPlus(one);
    }

    /** Z3 prints characters as escapes; here they are themselves again. */
    static String unescaped(String text) {
        StringBuilder plain = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            if (text.startsWith("\\u{", i)) {
                int close = text.indexOf('}', i);
                plain.appendCodePoint(Integer.parseInt(text.substring(i + 3, close), 16));
                i = close;
            } else {
                plain.append(text.charAt(i));
            }
        }
        return plain.toString();
    }
}
