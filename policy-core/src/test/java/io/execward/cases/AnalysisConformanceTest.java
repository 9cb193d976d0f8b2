// SPDX-License-Identifier: Apache-2.0
package io.execward.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.fail;

import io.execward.analyze.Answer;
import io.execward.analyze.PolicyAnalyzer;
import io.execward.cases.AnalysisQuestion.Caller;
import io.execward.cases.AnalysisQuestion.Claim;
import io.execward.cases.AnalysisQuestion.Share;
import io.execward.catalog.ServiceCatalog;
import io.execward.diagnostic.Source;
import io.execward.json.Json;
import io.execward.json.JsonLimits;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every question of {@code conformance-analysis.jsonl}, in each universe that its answer is told for. */
class AnalysisConformanceTest {
    private static final PolicyAnalyzer ANY = PolicyAnalyzer.create();
    private static final PolicyAnalyzer CATALOG = ANY.within(ServiceCatalog.bundled());

    static List<AnalysisCase> all() {
        try (InputStream in = Objects.requireNonNull(
                AnalysisConformanceTest.class.getResourceAsStream("/conformance/conformance-analysis.jsonl"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(line -> AnalysisCase.read(
                            Json.parse(Source.of("conformance-analysis.jsonl", line), JsonLimits.defaults())))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Stream<Arguments> cases() {
        List<Arguments> questions = new ArrayList<>();
        for (AnalysisCase one : all()) {
            if (one.universe() != AnalysisCase.Universe.CATALOG) {
                questions.add(Arguments.of(one.id(), "any", one, ANY));
            }
            if (one.universe() != AnalysisCase.Universe.ANY) {
                questions.add(Arguments.of(one.id(), "catalog", one, CATALOG));
            }
        }
        return questions.stream();
    }

    @Test
    void all_cases_are_there() {
        assertThat(all()).hasSize(62);
        assertThat(cases()).hasSize(122);
    }

    @ParameterizedTest(name = "{0} ({1})")
    @MethodSource("cases")
    void the_answer_is_the_documented_one(String id, String universe, AnalysisCase one, PolicyAnalyzer analyzer) {
        Object expected = one.expected().orElseThrow();
        Object answer = one.question()
                .match(
                        claim -> new AnalysisCase.Expected.Holds(holds(claim, analyzer)),
                        who -> new AnalysisCase.Expected.Shares(shares(who.callers(), analyzer)));
        assertThat(answer).as(id).isEqualTo(expected);
    }

    private static boolean holds(Claim claim, PolicyAnalyzer analyzer) {
        return claim.prove(analyzer)
                .match(
                        holds -> true,
                        fails -> {
                            assertThat(claim.isRefutedBy(fails.witness().request()))
                                    .as("%s shows it", fails.witness())
                                    .isTrue();
                            return false;
                        },
                        unknown -> fail(unknown.toString()));
    }

    private static Map<String, Share> shares(List<Caller> callers, PolicyAnalyzer analyzer) {
        Map<String, Share> shares = new LinkedHashMap<>();
        for (Caller caller : callers) {
            Optional<Share> share = caller.share(analyzer);
            share.ifPresent(known -> shares.put(caller.arn(), known));
            for (Claim claim : List.of(caller.never(), caller.always())) {
                assertThat(claim.prove(analyzer)).isNotInstanceOf(Answer.Unknown.class);
            }
        }
        return shares;
    }
}
