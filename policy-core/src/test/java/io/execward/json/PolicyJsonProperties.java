// SPDX-License-Identifier: Apache-2.0
package io.execward.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.execward.Generators;
import io.execward.Generators.KindOfPolicy;
import io.execward.diagnostic.Source;
import io.execward.match.ValueSyntax;
import io.execward.model.Policy;
import io.execward.model.PolicyKind;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Printing loses nothing and adds nothing, for every kind of policy. */
class PolicyJsonProperties {
    @Provide
    Arbitrary<KindOfPolicy> policies() {
        return Generators.policies();
    }

    @Property(tries = 3_000)
    void what_is_printed_reads_back_equal_and_prints_the_same(@ForAll("policies") KindOfPolicy one) {
        Assume.that(isReadable(one.policy()));
        for (String text : new String[] {PolicyJson.print(one.policy()), PolicyJson.printCompact(one.policy())}) {
            Policy read = parse(text, one.kind());
            assertThat(read).isEqualTo(one.policy());
            assertThat(PolicyJson.print(read)).isEqualTo(PolicyJson.print(one.policy()));
        }
    }

    private static Policy parse(String text, PolicyKind kind) {
        return PolicyJson.parse(Source.of("printed", text), kind).policy();
    }

    /** Values that their operator cannot read may be refused (U-31). */
    private static boolean isReadable(Policy policy) {
        return policy.statements().stream()
                .flatMap(statement -> statement.conditions().stream())
                .allMatch(condition -> condition.values().stream()
                        .allMatch(
                                value -> ValueSyntax.check(condition.operator().comparison(), value)
                                        .isEmpty()));
    }
}
