// SPDX-License-Identifier: Apache-2.0
package io.execward.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import io.execward.model.ConditionKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The table of global keys agrees with the rules and with the services. */
class GlobalKeysTest {
    private static final ServiceCatalog CATALOG = ServiceCatalog.bundled();

    @Test
    void every_global_key_that_the_rules_name_is_in_the_table() throws IOException {
        String rules = Files.readString(Path.of("docs", "iam-semantics.md"));
        String table = rules.substring(rules.indexOf("### E.2"), rules.indexOf("\n## F."));
        List<String> named = Pattern.compile("(?<![a-zA-Z:/])aws:[A-Za-z0-9]+(?:/k)?")
                .matcher(table)
                .results()
                .map(found -> found.group())
                .distinct()
                .toList();
        assertThat(named)
                .hasSizeGreaterThan(50)
                .allSatisfy(name ->
                        assertThat(GlobalKeys.find(ConditionKey.of(name))).isPresent());
    }

    @ParameterizedTest
    @CsvSource({
        "aws:PrincipalArn, SIGNED, ARN",
        "aws:username, PRINCIPAL, STRING",
        "AWS:principaltag/Team, PRINCIPAL, STRING",
        "aws:MultiFactorAuthPresent, CREDENTIALS, BOOL",
        "aws:MultiFactorAuthAge, CREDENTIALS, NUMERIC",
        "aws:SourceIp, NETWORK, IP_ADDRESS",
        "aws:SourceArn, SERVICE_PRINCIPAL, ARN",
        "aws:CalledVia, CALL_CHAIN, ARRAY_OF_STRING",
        "aws:CurrentTime, ALWAYS, DATE",
        "aws:ResourceAccount, OWNER, STRING",
        "aws:TagKeys, OPERATION, ARRAY_OF_STRING"
    })
    void a_global_key_has_a_type_and_a_presence(String name, GlobalKeys.Presence presence, KeyType type) {
        GlobalKeys.Entry entry = GlobalKeys.find(ConditionKey.of(name)).orElseThrow();
        assertThat(entry.presence()).isEqualTo(presence);
        assertThat(entry.definition().types()).containsExactly(type);
    }

    @Test
    void the_time_may_be_written_as_a_number() {
        assertThat(GlobalKeys.find(ConditionKey.of("aws:EpochTime"))
                        .orElseThrow()
                        .definition()
                        .types())
                .containsExactlyInAnyOrder(KeyType.DATE, KeyType.NUMERIC);
    }

    @Test
    void keys_of_services_are_not_global() {
        assertThat(GlobalKeys.find(ConditionKey.of("ecs:cluster"))).isEmpty();
        assertThat(GlobalKeys.find(ConditionKey.of("aws:PrincipalTag"))).isEmpty();
    }

    @Test
    void global_keys_of_a_service_have_the_type_that_the_service_states() {
        for (GlobalKeys.Entry entry : GlobalKeys.all()) {
            String prefix = entry.definition().name().split(":", 2)[0];
            if (!prefix.equals("aws")) {
                ConditionKey key = ConditionKey.of(entry.definition().name());
                assertThat(CATALOG.service(prefix)
                                .flatMap(service -> service.key(key))
                                .map(KeyDefinition::types))
                        .as("%s", key)
                        .isIn(Optional.empty(), Optional.of(entry.definition().types()));
            }
        }
    }

    @Test
    void tag_keys_are_the_only_global_ones_that_actions_list() {
        Set<String> listed = new TreeSet<>();
        CATALOG.services()
                .flatMap(service -> service.keys().stream())
                .map(KeyDefinition::name)
                .filter(name -> name.startsWith("aws:"))
                .forEach(listed::add);
        assertThat(GlobalKeys.all().stream()
                        .filter(entry -> entry.presence().isListedPerAction())
                        .map(entry -> entry.definition().name()))
                .containsExactlyInAnyOrderElementsOf(listed);
    }
}
