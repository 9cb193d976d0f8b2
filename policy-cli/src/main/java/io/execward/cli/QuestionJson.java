// SPDX-License-Identifier: Apache-2.0
package io.execward.cli;

import io.execward.cases.QuestionAnswer;
import io.execward.report.JsonLine;

/** Answers as JSON lines. */
final class QuestionJson {
    private QuestionJson() {}

    /** The line that is printed for a question. */
    static String line(String id, QuestionAnswer answer) {
        JsonLine out = new JsonLine();
        out.object(() -> {
            out.member("id", id);
            answer.members()
                    .forEach((name, value) -> value.match(
                            word -> out.name(name).string(word.text()),
                            count -> out.name(name).number(count.number()),
                            words -> out.name(name).strings(words.texts())));
        });
        return out.toString();
    }
}
