// SPDX-License-Identifier: Apache-2.0
package io.execward.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import io.execward.catalog.Placeholders.Piece;
import io.execward.match.ActionMatcher;
import io.execward.model.Action;
import io.execward.model.ActionPattern;
import io.execward.model.Arn;
import io.execward.model.ConditionKey;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Laws that hold for whatever the catalog holds. */
class ServiceCatalogProperties {
    private static final ServiceCatalog CATALOG = ServiceCatalog.bundled();
    private static final List<ServiceAction> ACTIONS =
            CATALOG.services().flatMap(service -> service.actions().stream()).toList();
    private static final List<ResourceType> TYPES = CATALOG.services()
            .flatMap(service -> service.resourceTypes().stream())
            .toList();
    private static final List<KeyDefinition> KEYS = CATALOG.services()
            .flatMap(service -> service.keys().stream())
            .distinct()
            .toList();

    @Provide
    Arbitrary<ServiceAction> actions() {
        return Arbitraries.of(ACTIONS);
    }

    @Provide
    Arbitrary<ResourceType> types() {
        return Arbitraries.of(TYPES);
    }

    @Provide
    Arbitrary<KeyDefinition> keys() {
        return Arbitraries.of(KEYS);
    }

    /** Digits, so that a value does not happen to be the literal text of another pattern. */
    @Provide
    Arbitrary<String> values() {
        return Arbitraries.strings().numeric().ofMinLength(1).ofMaxLength(8);
    }

    /** Cuts of an action's name with wildcards put in. */
    @Provide
    Arbitrary<String> patterns() {
        return actions()
                .flatMap(action -> Arbitraries.integers()
                        .between(0, action.name().length())
                        .flatMap(cut -> Arbitraries.of("*", "?", "?*", "*a*", "")
                                .map(wildcard -> action.action().service() + ":"
                                        + action.name().substring(0, cut) + wildcard)));
    }

    @Property
    void every_action_matches_its_own_pattern_in_any_case(@ForAll("actions") ServiceAction action) {
        String text = action.toString();
        for (String written : List.of(text, text.toUpperCase(Locale.ROOT), text.toLowerCase(Locale.ROOT))) {
            assertThat(CATALOG.actions(new ActionPattern(written))).containsExactly(action);
            assertThat(CATALOG.action(Action.of(written))).contains(action);
            assertThat(CATALOG.nearest(Action.of(written))).contains(action.action());
        }
    }

    @Property
    void a_pattern_matches_the_actions_that_the_matcher_accepts(@ForAll("patterns") String text) {
        ActionPattern pattern = new ActionPattern(text);
        ActionMatcher matcher = ActionMatcher.of(pattern);
        List<ServiceAction> expected = ACTIONS.stream()
                .filter(action -> matcher.matches(action.action()))
                .toList();
        assertThat(CATALOG.actions(pattern)).isEqualTo(expected);
        assertThat(CATALOG.matchesAny(pattern)).isEqualTo(expected.isEmpty() ? Answer.NO : Answer.YES);
    }

    @Property
    void every_resource_type_of_an_action_is_one_of_its_service(@ForAll("actions") ServiceAction action) {
        Service service = CATALOG.service(action.action().service()).orElseThrow();
        assertThat(action.resources())
                .allSatisfy(row ->
                        assertThat(service.resourceType(row.type().name())).contains(row.type()));
    }

    @Property
    void an_action_takes_every_key_of_every_one_of_its_checks(
            @ForAll("actions") ServiceAction action, @ForAll("values") String value) {
        for (ActionResource row : action.resources()) {
            assertThat(action.keys()).containsAll(action.keysOf(row));
            for (KeyDefinition definition : action.keysOf(row)) {
                ConditionKey key = ConditionKey.of(made(Placeholders.ofKey(definition.name()), value));
                assertThat(CATALOG.takes(action.action(), key)).isEqualTo(Answer.YES);
                assertThat(CATALOG.takes(action.action(), row.type().name(), key))
                        .isEqualTo(Answer.YES);
            }
        }
    }

    @Property
    void what_an_action_depends_on_is_in_the_catalog(@ForAll("actions") ServiceAction action) {
        assertThat(action.dependentActions())
                .allSatisfy(other -> assertThat(CATALOG.action(other)).isPresent());
    }

    @Property
    void an_arn_made_from_a_pattern_is_of_its_type(@ForAll("types") ResourceType type, @ForAll("values") String value) {
        Arn arn = Arn.of(made(Placeholders.of(type.arnPattern().replace("*", "${Any}")), value));
        assertThat(type.matches(arn)).isTrue();
        assertThat(CATALOG.service(type.service()).orElseThrow().resourceTypes(arn))
                .contains(type);
    }

    @Property
    void a_key_made_from_a_definition_is_found_in_any_case(
            @ForAll("keys") KeyDefinition definition, @ForAll("values") String value) {
        String name = made(Placeholders.ofKey(definition.name()), value);
        for (String written : List.of(name, name.toUpperCase(Locale.ROOT), name.toLowerCase(Locale.ROOT))) {
            assertThat(definition.matches(ConditionKey.of(written))).isTrue();
            assertThat(CATALOG.key(ConditionKey.of(written))).isPresent();
        }
    }

    private static String made(List<Piece> pieces, String value) {
        return pieces.stream()
                .map(piece -> piece.isLiteral() ? piece.text() : value)
                .collect(Collectors.joining());
    }
}
