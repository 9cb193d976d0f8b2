// SPDX-License-Identifier: Apache-2.0
package io.execward;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;

/** Test support is optional: each room needs one test library, and nothing else needs either. */
@AnalyzeClasses(packages = "io.execward", importOptions = DoNotIncludeTests.class)
class TestSupportLayersTest {
    private static final int MOST_PUBLIC_TYPES = 15;

    @ArchTest
    static final ArchRule assertions_need_assertj_and_the_core_only = ArchRuleDefinition.classes()
            .that()
            .resideInAPackage("io.execward.assertj..")
            .should()
            .onlyDependOnClassesThat(resideInAnyPackage(
                    "io.execward.assertj..",
                    "io.execward.model..",
                    "io.execward.evaluate..",
                    "io.execward.ecs..",
                    "io.execward.account..",
                    "io.execward.review..",
                    "java..",
                    "org.jspecify..",
                    "org.assertj.."));

    @ArchTest
    static final ArchRule case_files_need_junit_and_the_core_only = ArchRuleDefinition.classes()
            .that()
            .resideInAPackage("io.execward.junit..")
            .should()
            .onlyDependOnClassesThat(resideInAnyPackage(
                    "io.execward.junit..",
                    "io.execward.model..",
                    "io.execward.diagnostic..",
                    "io.execward.json..",
                    "io.execward.evaluate..",
                    "io.execward.account..",
                    "io.execward.audit..",
                    "io.execward.cases..",
                    "io.execward.lang..",
                    "io.execward.suite..",
                    "java..",
                    "org.jspecify..",
                    "org.junit.jupiter.api..",
                    "org.opentest4j.."));

    @ArchTest
    static final ArchRule nothing_else_needs_a_test_library = ArchRuleDefinition.noClasses()
            .that()
            .resideOutsideOfPackages("io.execward.assertj..", "io.execward.junit..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.assertj..", "org.junit..", "org.opentest4j..", "io.execward.assertj..", "io.execward.junit..");

    @ArchTest
    static void few_types_are_public(JavaClasses classes) {
        var open = classes.stream()
                .filter(type -> type.getPackageName().equals("io.execward.assertj")
                        || type.getPackageName().equals("io.execward.junit"))
                .filter(JavaClass::isTopLevelClass)
                .filter(type -> type.getModifiers().contains(JavaModifier.PUBLIC))
                .map(JavaClass::getSimpleName)
                .toList();

        assertThat(open).contains("ExecwardAssertions", "CaseFiles").hasSizeLessThanOrEqualTo(MOST_PUBLIC_TYPES);
    }
}
