// SPDX-License-Identifier: Apache-2.0
package io.execward.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.execward.diagnostic.Source;
import io.execward.json.Json;
import io.execward.json.JsonArray;
import io.execward.json.JsonLimits;
import io.execward.json.JsonObject;
import io.execward.json.JsonString;
import io.execward.json.JsonValue;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The exact texts are in {@code golden/cli/json.txt}; here is what holds for all of them. */
class DecisionJsonTest {
    private static final String INPUT = "policy-cli/src/test/resources/golden/cli/input/";

    @Test
    void an_answer_is_one_line_of_json_with_the_members_in_their_order() {
        Session.Result result = simulate("--no-task-tags");
        assertThat(result.out().lines()).hasSize(1);
        JsonObject answer = parsed(result.out());
        assertThat(names(answer)).containsExactly("verdict", "action", "principal", "checks", "undecided", "fixes");
        for (JsonValue check : ((JsonArray) answer.get("checks").orElseThrow()).items()) {
            assertThat(names(check)).containsExactly("resource", "verdict", "decidedBy", "blockers", "layers");
        }
    }

    @Test
    void the_verdict_and_the_exit_status_are_those_of_the_text() {
        for (String tags : List.of("--no-task-tags", "--task-tag=team=pay", "--task-only", "--assume-absent")) {
            Session.Result json = simulate(tags);
            String verdict = ((JsonString) parsed(json.out()).get("verdict").orElseThrow()).value();
            Session.Result text = simulate(tags, "--explain", "--format", "text");
            assertThat(text.out()).startsWith(verdict + "  ecs:ExecuteCommand\n");
            assertThat(text.status()).isEqualTo(json.status());
        }
    }

    private static Session.Result simulate(String... more) {
        boolean text = more.length > 1;
        String words = "simulate --identity " + INPUT + "team.json --principal arn:aws:iam::111122223333:role/developer"
                + " --exec --task arn:aws:ecs:us-east-1:111122223333:task/dev/0a1b --container app --principal-tag team=pay "
                + String.join(" ", more) + (text ? "" : " --format json");
        return Session.run(ShellWords.split(words).toArray(String[]::new));
    }

    private static JsonObject parsed(String text) {
        return (JsonObject) Json.parse(Source.of("answer", text), JsonLimits.defaults());
    }

    private static List<String> names(JsonValue value) {
        return ((JsonObject) value)
                .members().stream().map(JsonObject.Member::name).toList();
    }
}
