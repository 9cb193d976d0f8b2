// SPDX-License-Identifier: Apache-2.0
package io.execward.report;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/** Words as a shell reads them back. */
final class ShellWord {
    private static final String PLAIN = "%+,-./:=@_";

    private ShellWord() {}

    /** The words on one line. */
    static String line(List<String> words) {
        return words.stream().map(ShellWord::quote).collect(Collectors.joining(" "));
    }

    /**
     * The word as it is if no shell does anything with it, else in single quotes. What a terminal would act on, or not show, is
     * written as bytes in {@code $'…'}, which bash, zsh and ksh read.
     */
    static String quote(String word) {
        if (!word.isEmpty() && word.chars().allMatch(ShellWord::isPlain)) {
            return word;
        }
        if (word.codePoints().noneMatch(ShellWord::isHidden)) {
            return "'" + word.replace("'", "'\\''") + "'";
        }
        StringBuilder out = new StringBuilder("$'");
        word.codePoints().forEach(c -> {
            if (isHidden(c)) {
                for (byte b : Character.toString(c).getBytes(StandardCharsets.UTF_8)) {
                    // Octal, because a hexadecimal escape would swallow digits that follow.
                    out.append('\\').append(octal(b));
                }
            } else if (c == '\'' || c == '\\') {
                out.append('\\').appendCodePoint(c);
            } else {
                out.appendCodePoint(c);
            }
        });
        return out.append('\'').toString();
    }

    private static String octal(byte b) {
        int value = b & 0xFF;
        return "" + (char) ('0' + (value >> 6)) + (char) ('0' + ((value >> 3) & 7)) + (char) ('0' + (value & 7));
    }

    private static boolean isPlain(int c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || PLAIN.indexOf(c) >= 0;
    }

    private static boolean isHidden(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED -> true;
            default -> false;
        };
    }
}
