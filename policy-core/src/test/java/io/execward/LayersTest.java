// SPDX-License-Identifier: Apache-2.0
package io.execward;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import com.tngtech.archunit.lang.syntax.elements.GivenClassesConjunction;
import com.tngtech.archunit.library.GeneralCodingRules;
import java.nio.charset.Charset;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The rooms of this module and what may cross their doors. */
@AnalyzeClasses(packages = LayersTest.ROOT, importOptions = DoNotIncludeTests.class)
class LayersTest {
    static final String ROOT = "io.execward";

    /** In the order of the house; a room imports only rooms above it, and of those only the named ones. */
    private static final List<Room> ROOMS = List.of(
            new Room("model"),
            new Room("diagnostic", "model"),
            new Room("match", "model"),
            new Room("json", "match", "diagnostic", "model"),
            new Room("catalog", "json", "match", "diagnostic", "model"),
            new Room("evaluate", "match", "model", "diagnostic"),
            new Room("analyze", "evaluate", "match", "catalog", "json", "diagnostic", "model"),
            new Room("lint", "analyze", "evaluate", "catalog", "diagnostic", "model"),
            new Room("ecs", "evaluate", "match", "catalog", "model", "diagnostic"),
            new Room("account", "ecs", "evaluate", "catalog", "json", "model", "diagnostic"),
            new Room("readiness", "account", "ecs", "evaluate", "catalog", "model", "diagnostic"),
            new Room("audit", "account", "ecs", "evaluate", "match", "catalog", "json", "model", "diagnostic"),
            new Room(
                    "cases",
                    "audit",
                    "readiness",
                    "account",
                    "ecs",
                    "analyze",
                    "evaluate",
                    "json",
                    "model",
                    "diagnostic"),
            new Room("review", "account", "ecs", "evaluate", "catalog", "model", "diagnostic"),
            new Room("proof", "analyze", "account", "ecs", "evaluate", "match", "catalog", "model", "diagnostic"));

    private record Room(String name, Set<String> imports) {
        Room(String name, String... imports) {
            this(name, Set.of(imports));
        }

        String inside() {
            return ROOT + "." + name + "..";
        }
    }

    /** Rules allow empty rooms, so without this a moved class folder would make all of them pass. */
    @ArchTest
    static void the_classes_under_test_were_found(JavaClasses classes) {
        assertThat(classes.containPackage(ROOT + ".model")).isTrue();
        assertThat(classes)
                .noneMatch(c -> c.isTopLevelClass() && c.getSimpleName().endsWith("Test"));
    }

    @ArchTest
    static void no_room_is_declared_to_import_one_below_it(JavaClasses ignored) {
        var above = new TreeSet<String>();
        for (Room room : ROOMS) {
            assertThat(above).as(room.name()).containsAll(room.imports());
            above.add(room.name());
        }
    }

    @ArchTest
    static void every_package_is_a_room_of_the_list(JavaClasses classes) {
        var found = classes.stream()
                .map(c -> c.getPackageName().substring(ROOT.length()).split("\\.", -1))
                .map(parts -> parts.length > 1 ? parts[1] : "")
                .collect(toCollection(TreeSet::new));
        assertThat(ROOMS).extracting(Room::name).containsAll(found);
    }

    @ArchTest
    static void a_room_imports_only_what_the_list_says(JavaClasses classes) {
        for (Room room : ROOMS) {
            var open = Stream.concat(Stream.of(room.name()), room.imports().stream())
                    .map(name -> ROOT + "." + name + "..")
                    .toArray(String[]::new);
            classesIn(room)
                    .should()
                    .onlyDependOnClassesThat(resideInAnyPackage(open)
                            .or(DescribedPredicate.not(resideInAPackage(ROOT + "..")))
                            .as("are in %s or not ours", Arrays.toString(open)))
                    .allowEmptyShould(true)
                    .check(classes);
        }
    }

    @ArchTest
    static final ArchRule the_model_needs_nothing_but_the_jdk = ArchRuleDefinition.classes()
            .that()
            .resideInAPackage("io.execward.model..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("io.execward.model..", "java..", "org.jspecify..");

    @ArchTest
    static final ArchRule rooms_form_no_cycle =
            slices().matching("io.execward.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule jackson_stays_in_json = ArchRuleDefinition.noClasses()
            .that()
            .resideOutsideOfPackage("io.execward.json..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("tools.jackson..", "com.fasterxml..");

    @ArchTest
    static final ArchRule json_does_not_show_jackson =
            ArchRuleDefinition.members().should(not_show("tools.jackson."));

    @ArchTest
    static final ArchRule no_signature_shows_guava =
            ArchRuleDefinition.members().should(not_show("com.google."));

    /** Matching time is bounded by the length of pattern and value; a regular expression from a user is not. */
    @ArchTest
    static final ArchRule no_regular_expressions_where_users_text_is_read = ArchRuleDefinition.noClasses()
            .that()
            .resideInAnyPackage("io.execward.match..", "io.execward.evaluate..", "io.execward.json..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("java.util.regex..")
            .orShould()
            .callMethodWhere(calls(String.class, "matches", "replaceAll", "replaceFirst", "split"))
            .allowEmptyShould(true);

    /** Exports are folders, so one room opens files, and what it opens is what the caller names. */
    @ArchTest
    static final ArchRule only_the_room_account_opens_files = ArchRuleDefinition.noClasses()
            .that()
            .resideOutsideOfPackage("io.execward.account..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.nio.file..", "java.net..", "java.nio.channels..")
            .orShould()
            .dependOnClassesThat(describe(
                    "open files by name",
                    type -> Set.of(
                                    "java.io.File",
                                    "java.io.FileInputStream",
                                    "java.io.FileReader",
                                    "java.io.FileOutputStream",
                                    "java.io.FileWriter",
                                    "java.io.RandomAccessFile")
                            .contains(type.getName())));

    @ArchTest
    static final ArchRule nobody_asks_the_network = ArchRuleDefinition.noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.net..", "java.nio.channels..", "javax.net..");

    @ArchTest
    static final ArchRule nothing_is_printed = GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;

    @ArchTest
    static final ArchRule nothing_is_logged = GeneralCodingRules.NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING;

    /** Time is part of the request. */
    @ArchTest
    static final ArchRule nobody_asks_the_clock = ArchRuleDefinition.noClasses()
            .should()
            .dependOnClassesThat()
            .areAssignableTo(Clock.class)
            .orShould()
            .callMethodWhere(describe(
                    "now() of java.time",
                    call -> call.getName().equals("now")
                            && call.getTargetOwner().getPackageName().equals("java.time")))
            .orShould()
            .callMethodWhere(calls(System.class, "currentTimeMillis", "nanoTime"))
            .orShould()
            .callConstructor(java.util.Date.class);

    @ArchTest
    static final ArchRule the_machines_locale_and_charset_do_not_matter = ArchRuleDefinition.noClasses()
            .should()
            .callMethodWhere(calls(Locale.class, "getDefault"))
            .orShould()
            .callMethodWhere(calls(Charset.class, "defaultCharset"))
            .orShould()
            .callMethodWhere(calls(String.class, "formatted"))
            .orShould()
            .callMethod(String.class, "format", String.class, Object[].class)
            .orShould()
            .callMethod(String.class, "toLowerCase")
            .orShould()
            .callMethod(String.class, "toUpperCase")
            .orShould()
            .callMethod(String.class, "getBytes")
            .orShould()
            .callConstructor(String.class, byte[].class)
            .orShould()
            .callConstructor(String.class, byte[].class, int.class, int.class)
            .orShould()
            .callConstructor(java.io.InputStreamReader.class, java.io.InputStream.class)
            .orShould()
            .callConstructor(java.io.OutputStreamWriter.class, java.io.OutputStream.class);

    private static GivenClassesConjunction classesIn(Room room) {
        return ArchRuleDefinition.classes().that().resideInAPackage(room.inside());
    }

    private static DescribedPredicate<JavaCall<?>> calls(Class<?> owner, String... names) {
        return describe(
                owner.getSimpleName() + "." + Arrays.toString(names),
                call -> call.getTargetOwner().isEquivalentTo(owner)
                        && List.of(names).contains(call.getName()));
    }

    /** What a user can name: a public or protected member of a type that is public up to the outermost one. */
    private static ArchCondition<JavaMember> not_show(String packages) {
        return new ArchCondition<>("show no type of %s*", packages) {
            @Override
            public void check(JavaMember member, ConditionEvents events) {
                if (!isVisible(member)) {
                    return;
                }
                signature(member)
                        .flatMap(type -> type.getAllInvolvedRawTypes().stream())
                        .filter(type -> type.getName().startsWith(packages))
                        .forEach(type -> events.add(SimpleConditionEvent.violated(
                                member, member.getFullName() + " shows " + type.getName())));
            }
        };
    }

    private static boolean isVisible(JavaMember member) {
        return isOpen(member.getModifiers())
                && Stream.iterate(
                                java.util.Optional.of(member.getOwner()),
                                java.util.Optional::isPresent,
                                owner -> owner.flatMap(JavaClass::getEnclosingClass))
                        .allMatch(owner -> isOpen(owner.orElseThrow().getModifiers()));
    }

    private static boolean isOpen(Set<JavaModifier> modifiers) {
        return modifiers.contains(JavaModifier.PUBLIC) || modifiers.contains(JavaModifier.PROTECTED);
    }

    private static Stream<JavaType> signature(JavaMember member) {
        if (member instanceof JavaField field) {
            return Stream.of(field.getType());
        }
        var unit = (JavaCodeUnit) member;
        return Stream.concat(Stream.of(unit.getReturnType()), unit.getParameterTypes().stream());
    }
}
