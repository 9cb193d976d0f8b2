// SPDX-License-Identifier: Apache-2.0
package io.execward;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import com.tngtech.archunit.library.GeneralCodingRules;
import java.time.Clock;
import java.util.Locale;

/** What the sentences may use: the open rooms of the core and the JDK. */
@AnalyzeClasses(packages = "io.execward.dsl", importOptions = DoNotIncludeTests.class)
class DslLayersTest {
    private static final int MOST_PUBLIC_TYPES = 12;

    @ArchTest
    static final ArchRule sentences_use_the_open_rooms_of_the_core_only = ArchRuleDefinition.classes()
            .that()
            .resideInAPackage("io.execward.dsl..")
            .should()
            .onlyDependOnClassesThat(resideInAnyPackage(
                    "io.execward.dsl..",
                    "io.execward.model..",
                    "io.execward.diagnostic..",
                    "io.execward.json..",
                    "io.execward.catalog..",
                    "io.execward.evaluate..",
                    "io.execward.analyze..",
                    "io.execward.ecs..",
                    "io.execward.account..",
                    "java..",
                    "org.jspecify.."));

    @ArchTest
    static void few_types_are_public(JavaClasses classes) {
        var open = classes.stream()
                .filter(JavaClass::isTopLevelClass)
                .filter(type -> type.getModifiers().contains(JavaModifier.PUBLIC))
                .map(JavaClass::getSimpleName)
                .sorted()
                .toList();

        assertThat(open).contains("ExecPolicy", "ExecKit").hasSizeLessThanOrEqualTo(MOST_PUBLIC_TYPES);
    }

    @ArchTest
    static final ArchRule nothing_is_printed = GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;

    @ArchTest
    static final ArchRule nobody_asks_the_clock_or_the_locale = ArchRuleDefinition.noClasses()
            .should()
            .dependOnClassesThat()
            .areAssignableTo(Clock.class)
            .orShould()
            .callMethod(java.time.Instant.class, "now")
            .orShould()
            .callMethod(Locale.class, "getDefault")
            .orShould()
            .callMethod(String.class, "toLowerCase")
            .orShould()
            .callMethod(String.class, "toUpperCase");

    @ArchTest
    static final ArchRule no_regular_expressions =
            ArchRuleDefinition.noClasses().should().dependOnClassesThat().resideInAPackage("java.util.regex..");

    @ArchTest
    static final ArchRule the_core_does_not_know_the_sentences = ArchRuleDefinition.noClasses()
            .that(resideOutsideOfPackage("io.execward.dsl.."))
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.execward.dsl..")
            .allowEmptyShould(true);
}
