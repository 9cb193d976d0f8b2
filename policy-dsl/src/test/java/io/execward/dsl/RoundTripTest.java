// SPDX-License-Identifier: Apache-2.0
package io.execward.dsl;

import static org.assertj.core.api.Assertions.assertThat;

import io.execward.diagnostic.PolicySyntaxException;
import io.execward.diagnostic.Source;
import io.execward.json.Json;
import io.execward.json.JsonArray;
import io.execward.json.JsonLimits;
import io.execward.json.JsonObject;
import io.execward.json.JsonValue;
import io.execward.json.PolicyJson;
import io.execward.model.Policy;
import io.execward.model.PolicyKind;
import io.execward.model.PolicySet;
import io.execward.model.Statement;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every policy of the case files becomes sentences and is a policy again, the same in value and in text. */
class RoundTripTest {
    private int seen;

    @ParameterizedTest
    @ValueSource(strings = {"conformance-iam.jsonl", "conformance-ecs-exec.jsonl", "edge-cases.jsonl"})
    void a_parsed_policy_is_said_and_parsed_again(String file) throws IOException {
        String text = Files.readString(Repository.root().resolve("policy-core/src/test/resources/conformance/" + file));
        for (JsonValue line : Json.parseLines(Source.of(file, text), JsonLimits.defaults())) {
            JsonObject layers = (JsonObject) ((JsonObject) line).get("policies").orElseThrow();
            all(layers.get("identity"), PolicyKind.IDENTITY);
            all(layers.get("boundary"), PolicyKind.PERMISSIONS_BOUNDARY);
            all(layers.get("session"), PolicyKind.SESSION);
            all(layers.get("resource"), PolicyKind.RESOURCE);
            all(layers.get("endpoint"), PolicyKind.VPC_ENDPOINT);
            all(layers.get("scps"), PolicyKind.SERVICE_CONTROL);
            all(layers.get("rcps"), PolicyKind.RESOURCE_CONTROL);
        }

        assertThat(seen).as("policies in %s", file).isGreaterThan(20);
    }

    private void all(Optional<JsonValue> value, PolicyKind kind) {
        value.ifPresent(it -> {
            if (it instanceof JsonArray list) {
                list.items().forEach(item -> all(Optional.of(item), kind));
            } else {
                one((JsonObject) it, kind);
            }
        });
    }

    private void one(JsonObject document, PolicyKind kind) {
        Policy policy = parsed(document, kind);
        PolicyKind actual = kind == PolicyKind.RESOURCE ? PolicySet.resourceKind(policy) : kind;
        seen++;

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
