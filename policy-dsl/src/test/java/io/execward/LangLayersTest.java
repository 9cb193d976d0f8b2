// SPDX-License-Identifier: Apache-2.0
package io.execward;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import com.tngtech.archunit.library.GeneralCodingRules;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What the text language may use: the sentences, the open rooms of the core, and, in its parser front, ANTLR. */
@AnalyzeClasses(
        packages = {"io.execward.dsl", "io.execward.lang", "io.execward.suite"},
        importOptions = DoNotIncludeTests.class)
class LangLayersTest {
    private static final List<String> CORE = List.of(
            "io.execward.model..",
            "io.execward.diagnostic..",
            "io.execward.json..",
            "io.execward.catalog..",
            "io.execward.evaluate..",
            "io.execward.ecs..",
            "io.execward.account..",
            "java..",
            "org.jspecify..");

    @ArchTest
    static final ArchRule the_language_stands_on_the_sentences =
            uses("io.execward.lang..", "io.execward.lang..", "io.execward.dsl..", "org.antlr..");

    @ArchTest
    static final ArchRule the_sentences_know_neither = ArchRuleDefinition.noClasses()
            .that()
            .resideInAPackage("io.execward.dsl..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.execward.lang..", "io.execward.suite..");

    @ArchTest
    static final ArchRule only_the_front_sees_the_parser = ArchRuleDefinition.noClasses()
            .that()
            .resideInAnyPackage("io.execward.lang", "io.execward.suite..")
            .and()
            .arePublic()
            .and()
            .doNotHaveSimpleName("ExecLanguage")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.antlr..", "io.execward.lang.internal..");

    @ArchTest
    static final ArchRule nothing_is_printed = ArchRuleDefinition.noClasses()
            .that()
            .resideOutsideOfPackage("io.execward.lang.internal..")
            .should(GeneralCodingRules.ACCESS_STANDARD_STREAMS);

    @ArchTest
    static final ArchRule nobody_asks_the_clock_or_the_locale = ArchRuleDefinition.noClasses()
            .that()
            .resideOutsideOfPackage("io.execward.lang.internal..")
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

    private static ArchRule uses(String room, String... more) {
        List<String> allowed = new ArrayList<>(CORE);
        allowed.addAll(List.of(more));
        return ArchRuleDefinition.classes()
                .that()
                .resideInAPackage(room)
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(allowed.toArray(String[]::new)))
                .allowEmptyShould(true);
    }
}
