// SPDX-License-Identifier: Apache-2.0
package io.execward.dsl;

import static org.assertj.core.api.Assertions.assertThat;

import io.execward.diagnostic.PolicySyntaxException;
import io.execward.diagnostic.Source;
import io.execward.json.JsonObject;
import io.execward.json.PolicyJson;
import io.execward.model.Policy;
import io.execward.model.PolicyKind;
import io.execward.model.PolicySet;
import io.execward.model.Statement;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every policy of the case files becomes sentences and is a policy again, the same in value and in text. */
class RoundTripTest {
    @ParameterizedTest
    @ValueSource(strings = {"conformance-iam.jsonl", "conformance-ecs-exec.jsonl", "edge-cases.jsonl"})
    void a_parsed_policy_is_said_and_parsed_again(String file) throws IOException {
        CasePolicies.forEach(file, this::one);
    }

    private void one(JsonObject document, PolicyKind kind) {
        Policy policy = parsed(document, kind);
        PolicyKind actual = kind == PolicyKind.RESOURCE ? PolicySet.resourceKind(policy) : kind;

        IamPolicy said = IamPolicy.of(actual, policy);
        assertThat(said.policy()).isEqualTo(policy);
        assertThat(PolicyJson.parse(Source.of("again", said.json()), actual).policy())
                .isEqualTo(policy);

        List<Statement> statements = policy.statements();
        IamPolicy built = IamPolicy.of(actual, new Policy(policy.version(), policy.id(), List.of()));
        for (Statement statement : statements) {
            built = built.plus(IamPolicy.raw(statement));
        }
        List<Statement> once = statements.stream().distinct().toList();
        if (once.size() == statements.size()) {
            assertThat(built.policy()).isEqualTo(policy);
        }
    }

    /** A resource policy without resources is a trust policy. */
    private static Policy parsed(JsonObject document, PolicyKind kind) {
        try {
            return PolicyJson.parse(document, kind).policy();
        } catch (PolicySyntaxException e) {
            if (kind != PolicyKind.RESOURCE) {
                throw e;
            }
            return PolicyJson.parse(document, PolicyKind.ROLE_TRUST).policy();
        }
    }
}
