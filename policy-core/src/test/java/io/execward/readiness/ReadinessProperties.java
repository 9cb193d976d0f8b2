// SPDX-License-Identifier: Apache-2.0
package io.execward.readiness;

import static org.assertj.core.api.Assertions.assertThat;

import io.execward.readiness.ReadinessRulesTest.Case;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;

/** What holds whatever the documents say. */
class ReadinessProperties {
    /** A document that can be left out. */
    enum Removal {
        DEFINITION,
        CLUSTER,
        INSTANCE,
        IDENTITIES,
        SERVICE_CONTROL,
        RESOURCE_CONTROL,
        KEYS,
        LOG_GROUPS,
        SUBNETS,
        ENDPOINTS,
        CLIENT;

        void from(Documents d) {
            switch (this) {
                case DEFINITION -> d.hasDefinition = false;
                case CLUSTER -> d.hasCluster = false;
                case INSTANCE -> d.hasInstance = false;
                case IDENTITIES -> d.hasIdentities = false;
                case SERVICE_CONTROL -> d.serviceControl = Optional.empty();
                case RESOURCE_CONTROL -> d.hasResourceControl = false;
                case KEYS -> d.hasKeys = false;
                case LOG_GROUPS -> d.hasLogGroups = false;
                case SUBNETS -> d.hasSubnets = false;
                case ENDPOINTS -> d.hasEndpoints = false;
                case CLIENT -> d.hasClient = false;
            }
        }
    }

    private record Answers(Set<ReadinessRule> found, Set<ReadinessRule> notChecked) {
        static Answers of(ReadinessReport report) {
            Readiness container = report.containers().get(0);
            return new Answers(
                    rules(Stream.concat(report.client().findings().stream(), container.findings().stream())
                            .map(Finding::rule)),
                    rules(Stream.concat(report.client().notChecked().stream(), container.notChecked().stream())
                            .map(NotChecked::rule)));
        }

        private static Set<ReadinessRule> rules(Stream<ReadinessRule> rules) {
            return rules.collect(Collectors.toCollection(() -> EnumSet.noneOf(ReadinessRule.class)));
        }

        Set<ReadinessRule> clear() {
            Set<ReadinessRule> rest = EnumSet.allOf(ReadinessRule.class);
            rest.removeAll(found);
            rest.removeAll(notChecked);
            return rest;
        }
    }

    @Provide
    Arbitrary<Case> change() {
        return Arbitraries.of(ReadinessRulesTest.cases().toList());
    }

    private static Documents documents(List<Case> changes) {
        Documents documents = new Documents();
        changes.forEach(change -> change.change().accept(documents));
        return documents;
    }

    /** A document less makes no finding, and makes no rule hold: what it decided is then not checked. */
    @Property
    void a_document_less_only_makes_rules_unchecked(
            @ForAll @Size(max = 4) List<@From("change") Case> changes,
            @ForAll @Size(min = 1, max = 3) Set<Removal> removals) {
        Answers before = Answers.of(documents(changes).report());
        Documents fewer = documents(changes);
        removals.forEach(removal -> removal.from(fewer));
        Answers after = Answers.of(fewer.report());

        assertThat(before.found()).as("findings").containsAll(after.found());
        assertThat(before.clear()).as("rules that hold").containsAll(after.clear());
    }

    @Property
    void a_rule_either_holds_or_applies_or_is_not_checked_and_the_order_is_that_of_the_rules(
            @ForAll @Size(max = 4) List<@From("change") Case> changes) {
        Readiness readiness = documents(changes).readiness();
        Set<ReadinessRule> found = EnumSet.noneOf(ReadinessRule.class);
        readiness
                .findings()
                .forEach(finding -> assertThat(found.add(finding.rule())).isTrue());
        readiness.notChecked().forEach(gap -> assertThat(found.add(gap.rule())).isTrue());

        assertThat(readiness.notChecked()).extracting(NotChecked::rule).isSorted();
        for (Severity severity : Severity.values()) {
            assertThat(readiness.findings(severity)).extracting(Finding::rule).isSorted();
        }
        assertThat(readiness.findings()).extracting(Finding::severity).isSorted();
        assertThat(readiness.isReady()).isEqualTo(readiness.blockers().isEmpty());
    }

    @Property(tries = 200)
    void the_same_documents_give_the_same_report(@ForAll @Size(max = 4) List<@From("change") Case> changes) {
        assertThat(documents(changes).readiness().findings())
                .isEqualTo(documents(changes).readiness().findings());
        assertThat(documents(changes).readiness().notChecked())
                .isEqualTo(documents(changes).readiness().notChecked());
    }

    /** Sentences are printed on one line, below a code that says how bad it is. */
    @Property
    void every_answer_is_said_in_words(@ForAll @Size(max = 4) List<@From("change") Case> changes) {
        Readiness readiness = documents(changes).readiness();
        assertThat(readiness.findings())
                .allSatisfy(finding -> assertThat(List.of(finding.sentence(), finding.help()))
                        .allSatisfy(text -> assertThat(text)
                                .isNotBlank()
                                .doesNotContain("\n")
                                .doesNotEndWith(".")));
        assertThat(readiness.notChecked())
                .allSatisfy(gap -> assertThat(gap.because())
                        .isNotBlank()
                        .doesNotContain("\n")
                        .doesNotEndWith("."));
    }
}
