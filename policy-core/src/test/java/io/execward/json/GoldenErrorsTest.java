// SPDX-License-Identifier: Apache-2.0
package io.execward.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.execward.diagnostic.DiagnosticPrinter;
import io.execward.diagnostic.PolicySyntaxException;
import io.execward.diagnostic.Source;
import io.execward.model.PolicyKind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Errors as people see them: {@code golden/json/X.json} is refused with exactly the text of {@code X.txt}. */
class GoldenErrorsTest {
    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "comment",
                "cut-off",
                "duplicates",
                "effect",
                "escapes",
                "long-line",
                "missing-elements",
                "operators",
                "principals",
                "tabs",
                "terminal-control",
                "trailing-comma",
                "unclosed-string",
                "unicode-columns"
            })
    void errors_are_printed_as_the_golden_file_says(String name) {
        String text = Resources.source("/golden/json/" + name + ".json").text();
        PolicyKind kind = name.equals("principals") ? PolicyKind.RESOURCE : PolicyKind.IDENTITY;
        PolicySyntaxException refused = catchThrowableOfType(
                PolicySyntaxException.class, () -> PolicyJson.parse(Source.of(name + ".json", text), kind));
        assertThat(DiagnosticPrinter.print(refused.diagnostics()))
                .isEqualTo(Resources.source("/golden/json/" + name + ".txt").text());
    }
}
