// SPDX-License-Identifier: Apache-2.0
package io.execward.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.execward.diagnostic.Source;
import io.execward.diagnostic.SourceSpan;
import io.execward.model.ActionPattern;
import io.execward.model.Comparison;
import io.execward.model.Condition;
import io.execward.model.ConditionKey;
import io.execward.model.ConditionOperator;
import io.execward.model.Effect;
import io.execward.model.Policy;
import io.execward.model.PolicyKind;
import io.execward.model.PolicyPath;
import io.execward.model.PolicyVersion;
import io.execward.model.PrincipalPattern;
import io.execward.model.ResourcePattern;
import io.execward.model.Scope;
import io.execward.model.SetOperator;
import io.execward.model.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is printed reads back as the same policy. */
class PolicyWriterTest {
    private static final List<Comparison> TEXT_OPERATORS = Stream.of(Comparison.values())
            .filter(comparison -> comparison.family() == Comparison.Family.STRING)
            .toList();

    private static final List<String> WORDS = List.of(
            "a", "", "*", "arn:aws:s3:::b/*", "\u00e9", "\u2013\uD83D\uDE00", "\"\\/", "\t\n\r\b\f\u001f\u007f", "x y");

    @Test
    void the_canonical_text_has_one_order_and_one_form() {
        Statement statement = new Statement(
                Optional.of("A"),
                Effect.DENY,
                Optional.of(Scope.only(
                        PrincipalPattern.Aws.of("111122223333"),
                        new PrincipalPattern.Service("ecs.amazonaws.com"),
                        PrincipalPattern.Aws.of("*"))),
                Scope.allExcept(new ActionPattern("ecs:*")),
                Optional.of(Scope.only(new ResourcePattern("arn:aws:s3:::b"), new ResourcePattern("*"))),
                List.of(
                        Condition.of(Comparison.STRING_EQUALS, "aws:username", "a", "b"),
                        Condition.of(Comparison.BOOL, "aws:SecureTransport", "true"),
                        Condition.of(Comparison.STRING_EQUALS, "aws:userid")));
        Policy policy = new Policy(Optional.of(PolicyVersion.V2012_10_17), Optional.of("i"), List.of(statement));
        assertThat(PolicyJson.print(policy)).isEqualTo("""
                        {
                          "Version": "2012-10-17",
                          "Id": "i",
                          "Statement": [
                            {
                              "Sid": "A",
                              "Effect": "Deny",
                              "Principal": {
                                "AWS": [
                                  "111122223333",
                                  "*"
                                ],
                                "Service": "ecs.amazonaws.com"
                              },
                              "NotAction": "ecs:*",
                              "Resource": [
                                "arn:aws:s3:::b",
                                "*"
                              ],
                              "Condition": {
                                "StringEquals": {
                                  "aws:username": [
                                    "a",
                                    "b"
                                  ],
                                  "aws:userid": []
                                },
                                "Bool": {
                                  "aws:SecureTransport": "true"
                                }
                              }
                            }
                          ]
                        }""");
        assertThat(PolicyJson.printCompact(policy))
                .isEqualTo(
                        "{\"Version\":\"2012-10-17\",\"Id\":\"i\",\"Statement\":[{\"Sid\":\"A\",\"Effect\":\"Deny\","
                                + "\"Principal\":{\"AWS\":[\"111122223333\",\"*\"],\"Service\":\"ecs.amazonaws.com\"},"
                                + "\"NotAction\":\"ecs:*\",\"Resource\":[\"arn:aws:s3:::b\",\"*\"],\"Condition\":{\"StringEquals\":"
                                + "{\"aws:username\":[\"a\",\"b\"],\"aws:userid\":[]},\"Bool\":{\"aws:SecureTransport\":\"true\"}}}]}");
    }

    @Test
    void a_policy_without_statements_and_one_without_principals_read_back() {
        Policy empty = new Policy(Optional.empty(), Optional.empty(), List.of());
        assertThat(PolicyJson.printCompact(empty)).isEqualTo("{\"Statement\":[]}");
        assertThat(read(PolicyJson.print(empty))).isEqualTo(empty);
        Policy nobody = Policy.of(Statement.allow(List.of("*"), List.of("*")).forPrincipals());
        assertThat(PolicyJson.printCompact(nobody)).contains("\"Principal\":{\"AWS\":[]}");
        assertThat(read(PolicyJson.print(nobody))).isEqualTo(nobody);
    }

    @Test
    void characters_outside_of_what_iam_accepts_are_escaped() {
        assertThat(JsonText.quote("a\"\\/\b\f\n\r\t\0\u001f\u007f\u009f\u00a0\u00ff\u0100\u2013\uD83D\uDE00"))
                .isEqualTo(
                        "\"a\\\"\\\\/\\b\\f\\n\\r\\t\\u0000\\u001f\\u007f\\u009f\u00a0\u00ff\\u0100\\u2013\\ud83d\\ude00\"");
    }

    @Test
    void any_policy_reads_back_equal_and_prints_the_same_again() {
        for (long seed = 0; seed < 3_000; seed++) {
            Policy policy = policy(new Random(seed));
            for (String text : List.of(PolicyJson.print(policy), PolicyJson.printCompact(policy))) {
                PolicyDocument document = PolicyJson.parse(Source.of("seed " + seed, text), PolicyKind.RESOURCE);
                assertThat(document.policy()).as("seed %s", seed).isEqualTo(policy);
                assertThat(PolicyJson.print(document.policy())).isEqualTo(PolicyJson.print(policy));
                assertThat(PolicyJson.printAsWritten(document))
                        .as("seed %s", seed)
                        .isEqualTo(PolicyJson.print(policy));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"Statement\":{\"Effect\":\"Allow\",\"Principal\":\"*\",\"Action\":[\"*\"],\"Resource\":\"*\"}}",
                "{\"Statement\":[{\"Effect\":\"Allow\",\"Principal\":{},\"Action\":\"*\",\"Resource\":[\"*\"],\"Condition\":{}}]}",
                "{\"Statement\":[{\"Effect\":\"Allow\",\"Principal\":{\"AWS\":[\"*\"]},\"Action\":[],\"Resource\":[],"
                        + "\"Condition\":{\"Null\":{\"a:b\":true,\"a:c\":[false]},\"NumericEquals\":{\"a:b\":[1,\"1\",-1.50e3]}}}]}",
            })
    void the_form_of_a_document_survives(String text) {
        PolicyDocument document = PolicyJson.parse(Source.of("text", text), PolicyKind.RESOURCE);
        String printed = PolicyJson.printAsWritten(document);
        assertThat(JsonEquality.same(parse(printed), parse(text))).as(printed).isTrue();
    }

    @Test
    void the_form_of_one_document_does_not_change_another_policy() {
        PolicyDocument document = PolicyJson.parse(
                Source.of(
                        "text",
                        "{\"Statement\":{\"Effect\":\"Deny\",\"Action\":[\"*\"],\"Resource\":\"*\",\"Condition\":{\"Null\":{\"a:b\":true}}}}"),
                PolicyKind.IDENTITY);
        Policy other = Policy.of(
                Statement.deny(List.of("s3:*", "x:y"), List.of("*"))
                        .where(Condition.of(Comparison.NULL, "a:b", "false")),
                Statement.deny(List.of("*"), List.of("*")));
        String printed = PolicyJson.printAsWritten(
                new PolicyDocument(other, PolicyKind.IDENTITY, document.sources(), List.of()));
        Source source = Source.of("printed", printed);
        assertThat(PolicyJson.parse(source, PolicyKind.IDENTITY).policy()).isEqualTo(other);
    }

    @Test
    void a_path_leads_to_its_text_with_and_without_brackets() {
        for (String text : List.of(
                "{\"Statement\":{\"Effect\":\"Deny\",\"Action\":\"a:b\",\"Resource\":\"*\",\"Condition\":{\"bool\":{\"x:y\":true}}}}",
                "{\"Statement\":[{\"Effect\":\"Deny\",\"Action\":[\"a:b\"],\"Resource\":[\"*\"],\"Condition\":{\"bool\":{\"x:y\":[true]}}}]}")) {
            PolicyDocument document = PolicyJson.parse(Source.of("text", text), PolicyKind.IDENTITY);
            PolicyPath statement = PolicyPath.statement(0);
            assertThat(text(document, statement)).startsWith("{\"Effect\"").endsWith("}");
            assertThat(text(document, statement.member("Action").item(0))).isEqualTo("\"a:b\"");
            PolicyPath value =
                    statement.member("Condition").member("Bool").member("x:y").item(0);
            assertThat(text(document, value)).isEqualTo("true");
            assertThat(document.sources().span(statement.member("Sid"))).isEmpty();
            assertThat(document.sources().span(statement.member("Action").item(1)))
                    .isEmpty();
            assertThat(document.sources().span(PolicyPath.statement(1))).isEmpty();
            assertThat(text(document, PolicyPath.ROOT)).isEqualTo(text);
        }
    }

    @Test
    void an_embedded_document_keeps_its_place_and_its_characters() {
        Source source = Source.of(
                "cases",
                "{\"policy\":{\"Statement\":[{\"Effect\":\"Deny\",\"Action\":\"*\",\"Resource\":\"arn:\u2013\"}]}}");
        JsonObject outer = (JsonObject) Json.parse(source, JsonLimits.defaults());
        PolicyDocument document = PolicyJson.parse(outer.get("policy").orElseThrow(), PolicyKind.IDENTITY);
        assertThat(text(document, PolicyPath.statement(0).member("Resource"))).isEqualTo("\"arn:\u2013\"");
    }

    private static String text(PolicyDocument document, PolicyPath path) {
        return document.sources().span(path).map(SourceSpan::text).orElseThrow();
    }

    private static Policy read(String text) {
        return PolicyJson.parse(Source.of("printed", text), PolicyKind.RESOURCE).policy();
    }

    private static JsonValue parse(String text) {
        return Json.parse(Source.of("json", text), JsonLimits.defaults());
    }

    // a policy for each seed

    private static Policy policy(Random random) {
        Optional<PolicyVersion> version = pick(
                random,
                List.of(
                        Optional.empty(),
                        Optional.of(PolicyVersion.V2008_10_17),
                        Optional.of(PolicyVersion.V2012_10_17)));
        Optional<String> id = random.nextBoolean() ? Optional.empty() : Optional.of(pick(random, WORDS));
        return new Policy(version, id, some(random, () -> statement(random)));
    }

    private static Statement statement(Random random) {
        Effect effect = pick(random, List.of(Effect.values()));
        boolean exempts = effect == Effect.DENY && random.nextBoolean();
        List<PrincipalPattern> principals =
                random.nextInt(4) == 0 ? List.of(new PrincipalPattern.Anyone()) : some(random, () -> principal(random));
        return new Statement(
                random.nextBoolean() ? Optional.empty() : Optional.of(pick(random, WORDS)),
                effect,
                Optional.of(exempts ? new Scope.AllExcept<>(principals) : new Scope.Only<>(principals)),
                scope(
                        random,
                        some(
                                random,
                                () -> new ActionPattern(random.nextInt(5) == 0 ? "*" : "s:" + pick(random, WORDS)))),
                Optional.of(scope(
                        random,
                        some(
                                random,
                                () -> new ResourcePattern(
                                        random.nextInt(5) == 0 ? "*" : "arn:" + pick(random, WORDS))))),
                conditions(random));
    }

    private static List<Condition> conditions(Random random) {
        List<Condition> conditions = new ArrayList<>();
        for (int i = random.nextInt(5); i > 0; i--) {
            Comparison comparison = pick(random, TEXT_OPERATORS); // others refuse values that they cannot read (U-31)
            boolean ifExists = comparison.family() != Comparison.Family.NULL && random.nextBoolean();
            ConditionOperator operator =
                    new ConditionOperator(pick(random, List.of(SetOperator.values())), comparison, ifExists);
            ConditionKey key = ConditionKey.of("key:" + i + pick(random, WORDS) + "x");
            conditions.add(new Condition(operator, key, some(random, () -> pick(random, WORDS))));
        }
        return conditions;
    }

    private static PrincipalPattern principal(Random random) {
        return switch (random.nextInt(4)) {
            case 0 -> PrincipalPattern.Aws.of("*");
            case 1 -> PrincipalPattern.Aws.of("arn:aws:iam::111122223333:role/x");
            case 2 -> new PrincipalPattern.Service("s" + random.nextInt(3) + ".amazonaws.com");
            default -> new PrincipalPattern.CanonicalUser("c" + random.nextInt(3));
        };
    }

    private static <P> Scope<P> scope(Random random, List<P> patterns) {
        return random.nextBoolean() ? new Scope.Only<>(patterns) : new Scope.AllExcept<>(patterns);
    }

    private static <T> List<T> some(Random random, Supplier<T> supplier) {
        List<T> all = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            all.add(supplier.get());
        }
        return all;
    }

    private static <T> T pick(Random random, List<T> list) {
        return list.get(random.nextInt(list.size()));
    }
}
