// SPDX-License-Identifier: Apache-2.0
package io.execward;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import com.tngtech.archunit.library.GeneralCodingRules;

/** What the room that runs tests may use: the language and the open rooms of the core. */
@AnalyzeClasses(packages = "io.execward.suite", importOptions = DoNotIncludeTests.class)
class SuiteLayersTest {
    @ArchTest
    static final ArchRule tests_use_the_language_and_the_core_only = ArchRuleDefinition.classes()
            .that()
            .resideInAPackage("io.execward.suite..")
            .should()
            .onlyDependOnClassesThat(resideInAnyPackage(
                    "io.execward.suite..",
                    "io.execward.lang",
                    "io.execward.model..",
                    "io.execward.diagnostic..",
                    "io.execward.catalog..",
                    "io.execward.evaluate..",
                    "io.execward.analyze..",
                    "io.execward.ecs..",
                    "io.execward.account..",
                    "io.execward.cases..",
                    "java..",
                    "org.jspecify.."));

    @ArchTest
    static final ArchRule nothing_is_printed = GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;

    @ArchTest
    static final ArchRule nothing_is_opened_and_nobody_asks_the_clock = ArchRuleDefinition.noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.io..", "java.nio.file..", "java.util.regex..")
            .orShould()
            .callMethod(java.time.Instant.class, "now");
}
