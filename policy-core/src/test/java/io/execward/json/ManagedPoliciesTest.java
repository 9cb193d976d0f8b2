// SPDX-License-Identifier: Apache-2.0
package io.execward.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.execward.ManagedPolicies;
import io.execward.diagnostic.Diagnostic;
import io.execward.diagnostic.Source;
import io.execward.model.PolicyKind;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Every policy that AWS publishes is read, and written back as it is. Skipped where the collection is not at hand. */
class ManagedPoliciesTest {
    @Test
    void every_managed_policy_is_read_without_errors_and_survives_printing() {
        List<Diagnostic> warnings = new ArrayList<>();
        int count = 0;
        for (JsonValue text : ManagedPolicies.documents()) {
            PolicyDocument document =
                    PolicyJson.parse(Source.of("managed", text.span().text()), PolicyKind.IDENTITY);
            String printed = PolicyJson.print(document.policy());
            assertThat(read(printed).policy()).isEqualTo(document.policy());
            assertThat(read(PolicyJson.printCompact(document.policy())).policy())
                    .isEqualTo(document.policy());
            assertThat(PolicyJson.print(read(printed).policy())).isEqualTo(printed);
            JsonValue asWritten =
                    Json.parse(Source.of("as written", PolicyJson.printAsWritten(document)), JsonLimits.defaults());
            assertThat(JsonEquality.same(asWritten, text))
                    .as(text.span().text())
                    .isTrue();
            warnings.addAll(document.warnings());
            count++;
        }
        assertThat(count).isGreaterThan(1_000);
        assertThat(warnings).extracting(each -> each.rule().text()).containsOnly("R-RES-13");
    }

    private static PolicyDocument read(String text) {
        return PolicyJson.parse(Source.of("printed", text), PolicyKind.IDENTITY);
    }
}
