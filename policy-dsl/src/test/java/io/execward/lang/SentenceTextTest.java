// SPDX-License-Identifier: Apache-2.0
package io.execward.lang;

import static org.assertj.core.api.Assertions.assertThat;

import io.execward.diagnostic.Source;
import io.execward.model.Policy;
import io.execward.model.PolicyKind;
import io.execward.model.PrincipalPattern;
import io.execward.model.Statement;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Statements that a sentence makes are that sentence again; statements that are nearly so are not. */
class SentenceTextTest {
    private static final String CLUSTER = "\"arn:aws:ecs:us-east-1:111122223333:cluster/payments\"";
    private static final String OTHER = "\"arn:aws:ecs:eu-west-1:111122223333:cluster/other\"";
    private static final String ROLE = "\"arn:aws:iam::111122223333:role/ops/Breakglass\"";
    private static final String PLACE = "partition aws\naccount 111122223333\nregion us-east-1\n\n";
    private static final String KEY = "\"arn:aws:kms:us-east-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab\"";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "allow exec in cluster CLUSTER",
                "allow exec in clusters CLUSTER, OTHER",
                "allow exec in cluster CLUSTER where container = \"app\"",
                "allow exec in cluster CLUSTER where task tag team = \"a\", \"b\" and container = \"app\", \"worker\"",
                "allow exec in cluster CLUSTER where task tag team as caller and cluster tag env as caller",
                "allow exec in cluster CLUSTER where cluster tag \"odd key\" = \"x\" and mfa younger than 90 seconds",
                "allow exec in cluster CLUSTER where mfa younger than 2 hours and from \"10.0.0.0/8\", \"192.0.2.1\"",
                "allow exec in cluster CLUSTER where through \"vpce-1\" without describing with listing",
                "allow exec in cluster CLUSTER where not before \"2026-01-01T00:00:00Z\" and before \"2027-01-01T00:00:00Z\"",
                "allow exec in cluster CLUSTER with side doors closed",
                "allow exec in cluster CLUSTER encrypted with key KEY",
                "allow exec in cluster CLUSTER where task tag a as caller and cluster tag b = \"${x\" and container = \"app\""
                        + " and mfa younger than 1 day and from \"10.0.0.0/8\" and through \"v\" with listing"
                        + " encrypted with key KEY with side doors closed",
                "allow exec in cluster CLUSTER allow exec in cluster OTHER where container = \"app\"",
                "allow ending own sessions of roles",
                "allow ending own sessions of users",
                "allow ending own sessions of roles in any region",
                "allow ending own sessions of users in any region",
                "deny exec anywhere",
                "deny exec anywhere except for role ROLE",
                "deny exec into container \"vault\"",
                "deny exec into container \"vault\", \"agent\" except for role ROLE",
                "deny exec into containers except \"app\" in cluster CLUSTER",
                "deny exec in clusters except CLUSTER, OTHER without mfa younger than 1 hour",
                "deny exec anywhere deny exec in cluster CLUSTER",
                "deny launch with exec enabled, omitted flag passes",
                "deny launch with exec enabled in cluster CLUSTER, omitted flag refused except for role ROLE",
                "deny sessions on any task",
                "deny sessions on any task except for role ROLE",
                "deny sessions on tasks of cluster CLUSTER",
                "protect tag team",
                "protect tags team, Stage, \"odd key\", also on principals except for role ROLE",
                "protect tag team protect tag stage, also on principals",
            })
    void a_sentence_comes_back(String sentence) {
        Policy policy = policy(sentence);

        String text = ExecLanguage.print(PolicyKind.IDENTITY, "p", policy);

        String body = text.substring(text.indexOf('{') + 1, text.lastIndexOf('}'));
        assertThat(words(body)).isEqualTo(words(said(sentence)));
        assertThat(TextRoundTripTest.lowered(text)).isEqualTo(policy);
    }

    @Test
    void a_statement_that_differs_in_anything_is_no_sentence() {
        List<Statement> exact = policy("deny exec into container \"vault\"").statements();
        Statement renamed = exact.get(0).withSid("NoShell");
        Statement wider = policy("deny exec into container \"vault\" in cluster CLUSTER")
                .statements()
                .get(0);

        for (Policy near : List.of(
                Policy.of(exact.get(0)),
                Policy.of(exact.get(1)),
                Policy.of(renamed, exact.get(1)),
                Policy.of(exact.get(1), exact.get(0)),
                Policy.of(wider, exact.get(1)))) {
            String text = TextRoundTripTest.roundTrip(PolicyKind.IDENTITY, near);
            assertThat(text).doesNotContain("deny exec");
        }
    }

    @Test
    void sentences_that_cannot_stand_beside_each_other_are_statements() {
        Statement first = policy("deny exec anywhere").statements().get(0);
        Policy numbered = Policy.of(
                first.withSid("NoExec7"),
                policy("protect tag team").statements().get(0));

        assertThat(TextRoundTripTest.roundTrip(PolicyKind.IDENTITY, numbered)).contains("deny \"NoExec7\"");
    }

    @Test
    void a_policy_that_names_principals_has_statements_only() {
        Policy policy = new Policy(
                Policy.of().version(),
                Optional.empty(),
                policy("deny exec anywhere").statements().stream()
                        .map(statement -> statement.forPrincipals(new PrincipalPattern.Anyone()))
                        .toList());

        assertThat(TextRoundTripTest.roundTrip(PolicyKind.RESOURCE, policy)).contains("principal anyone");
    }

    private static Policy policy(String sentence) {
        return ExecLanguage.read(Source.of("text", PLACE + "policy \"p\" {\n" + said(sentence) + "\n}\n"))
                .policies()
                .get(0)
                .policy();
    }

    private static String said(String sentence) {
        return sentence.replace("CLUSTER", CLUSTER)
                .replace("OTHER", OTHER)
                .replace("ROLE", ROLE)
                .replace("KEY", KEY);
    }

    private static List<String> words(String text) {
        return Lexemes.read(Source.of("text", text)).words().stream()
                .map(Lexeme::text)
                .toList();
    }
}
