// SPDX-License-Identifier: Apache-2.0
package io.execward.analyze;

import io.execward.match.Glob;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Texts that people can read, with words and account numbers where a pattern leaves room. */
final class Wording {
    static final List<String> WORDS = List.of("other", "another", "");

    private static final List<String> ARN_FIELDS = List.of("arn", "aws", "ecs", "us-east-1", "111122223333");

    private Wording() {}

    /** Texts that a pattern probably accepts. */
    static List<String> texts(Universe universe, Glob pattern) {
        List<String> texts = new ArrayList<>();
        for (String word : WORDS) {
            texts.add(
                    universe == Universe.ARN
                            ? arn(pattern, word)
                            : pattern.fill((before, single) -> text(word, single)));
        }
        return texts;
    }

    private static String text(String word, boolean single) {
        return single ? word.isEmpty() ? "x" : word.substring(0, 1) : word;
    }

    private static String arn(Glob pattern, String word) {
        StringBuilder text = new StringBuilder(pattern.fill((before, single) -> {
            String soFar = before.toString();
            int field = colons(soFar);
            String expected = field < ARN_FIELDS.size() && !word.isEmpty() ? ARN_FIELDS.get(field) : word;
            String begun = soFar.substring(soFar.lastIndexOf(':') + 1);
            boolean last = field >= ARN_FIELDS.size();
            String rest = expected.startsWith(begun) ? expected.substring(begun.length()) : last ? word : "";
            return single ? text(rest, true) : rest;
        }));
        for (int field = colons(text); field < ARN_FIELDS.size(); field++) {
            text.append(text.length() == 0 ? "arn:" : ":");
            text.append(field + 1 < ARN_FIELDS.size() ? ARN_FIELDS.get(field + 1) : "other");
        }
        return text.toString();
    }

    private static int colons(CharSequence text) {
        return (int) text.chars().filter(c -> c == ':').count();
    }

    /** The ARN with fields that read better, as far as the set still has it. */
    static String better(String arn, Predicate<String> isMember) {
        String best = arn;
        for (int field = 1; field <= ARN_FIELDS.size(); field++) {
            int start = fieldStart(best, field);
            int colon = best.indexOf(':', start);
            int end = field == ARN_FIELDS.size() ? best.length() : colon;
            List<String> choices = field == ARN_FIELDS.size()
                    ? List.of("other", best.substring(start) + "other")
                    : List.of(ARN_FIELDS.get(field));
            for (String choice : choices) {
                String changed = best.substring(0, start) + choice + best.substring(end);
                if (isMember.test(changed)) {
                    best = changed;
                    break;
                }
            }
        }
        return best;
    }

    private static int fieldStart(String arn, int field) {
        int start = 0;
        for (int i = 0; i < field; i++) {
            start = arn.indexOf(':', start) + 1;
        }
        return start;
    }
}
