// SPDX-License-Identifier: Apache-2.0
package io.execward.cli;

import io.execward.model.ConditionKey;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The small languages in which values stand on the command line. */
final class Arguments {
    /** {@code key=value}. */
    record Pair(String key, String value) {}

    private Arguments() {}

    /** What the parser makes of the text; what it refuses is a usage error that names the option. */
    static <T> T parsed(String option, String text, Function<String, T> parser) {
        try {
            return parser.apply(text);
        } catch (IllegalArgumentException e) {
            throw new UsageError(option + ": " + e.getMessage());
        }
    }

    /** Splits at the first equals sign. */
    static Pair pair(String option, String text) {
        int equals = text.indexOf('=');
        if (equals < 1) {
            throw new UsageError(option + ": `" + text + "` is not KEY=VALUE");
        }
        return new Pair(text.substring(0, equals), text.substring(equals + 1));
    }

    /** Tags of one resource; IAM cannot tell keys apart that differ only in letter case (R-COND-68). */
    static Map<String, String> tags(String option, List<String> texts) {
        Map<String, String> tags = new LinkedHashMap<>();
        Map<String, String> spelled = new HashMap<>();
        for (String text : texts) {
            Pair tag = pair(option, text);
            ConditionKey key = parsed(option, "aws:ResourceTag/" + tag.key(), ConditionKey::of);
            String before = spelled.put(key.folded(), tag.key());
            if (before != null) {
                throw new UsageError(option + ": the tag `" + tag.key() + "` is told twice"
                        + (before.equals(tag.key()) ? "" : ", as `" + before + "` too: IAM ignores letter case there"));
            }
            tags.put(tag.key(), tag.value());
        }
        return tags;
    }
}
