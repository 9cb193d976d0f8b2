// SPDX-License-Identifier: Apache-2.0
package io.execward.analyze;

import static org.assertj.core.api.Assertions.assertThat;

import io.execward.json.PolicyJson;
import io.execward.model.AttachedPolicy;
import io.execward.model.Comparison;
import io.execward.model.Condition;
import io.execward.model.PolicyKind;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PublicAccessTest {
    private static final String OWNER = "111122223333";
    private static final String FRIEND = "444455556666";

    private static Answer ask(String principals, String conditions, String more) {
        return ask(principals, conditions, more, Region.everything());
    }

    private static Answer ask(String principals, String conditions, String more, Region given) {
        String text = "{'Version':'2012-10-17','Statement':[{'Effect':'Allow','Principal':" + principals
                + ",'Action':'s3:GetObject','Resource':'arn:aws:s3:::b/*'"
                + (conditions.isEmpty() ? "" : ",'Condition':{" + conditions + "}") + "}" + more + "]}";
        AttachedPolicy policy = new AttachedPolicy(
                "bucket",
                PolicyJson.parse(
                                "bucket.json",
                                text.replace('\'', '"').getBytes(StandardCharsets.UTF_8),
                                PolicyKind.RESOURCE)
                        .policy());
        return PublicAccess.of(PolicyAnalyzer.create(), policy, OWNER, Set.of(FRIEND), given);
    }

    private static void closed(Answer answer) {
        assertThat(answer).isInstanceOf(Answer.Holds.class);
    }

    private static void open(Answer answer, String caller) {
        assertThat(answer)
                .isInstanceOfSatisfying(
                        Answer.Fails.class,
                        fails -> assertThat(
                                        fails.witness().request().principal().text())
                                .isEqualTo(caller));
    }

    @Test
    void everybody_is_anybody() {
        open(ask("'*'", "", ""), "anonymous");
        open(
                ask("{'AWS':'*'}", "'StringLike':{'aws:PrincipalArn':'arn:aws:iam::*:role/x-*'}", ""),
                "arn:aws:iam::999999999999:role/x-");
    }

    @Test
    void known_accounts_are_not_outside() {
        closed(ask("{'AWS':['111122223333','arn:aws:iam::444455556666:role/r']}", "", ""));
        open(ask("{'AWS':'777788889999'}", "", ""), "arn:aws:iam::777788889999:role/outsider");
        open(ask("{'AWS':'arn:aws:iam::777788889999:user/u'}", "", ""), "arn:aws:iam::777788889999:user/u");
        closed(ask("{'Service':'cloudtrail.amazonaws.com'}", "", ""));
    }

    @Test
    void conditions_on_the_caller_close_what_everybody_opens() {
        closed(ask("'*'", "'StringEquals':{'aws:PrincipalAccount':['111122223333','444455556666']}", ""));
        closed(ask("'*'", "'ArnLike':{'aws:PrincipalArn':'arn:aws:iam::111122223333:role/*'}", ""));
        closed(ask("'*'", "'StringEquals':{'aws:SourceAccount':'111122223333'}", ""));
        open(
                ask("'*'", "'StringEquals':{'aws:PrincipalAccount':'777788889999'}", ""),
                "arn:aws:iam::777788889999:role/outsider");
    }

    @Test
    void an_organization_has_accounts_that_are_not_known_unless_it_is_left_out() {
        String own = "'StringEquals':{'aws:PrincipalOrgID':'o-own'}";
        assertThat(ask("{'AWS':'*'}", own, "")).isInstanceOf(Answer.Fails.class);
        closed(ask(
                "{'AWS':'*'}",
                own,
                "",
                Region.everything().where(Condition.of(Comparison.STRING_NOT_EQUALS, "aws:PrincipalOrgID", "o-own"))));
    }

    @Test
    void a_deny_counts_only_for_whom_it_names() {
        String others = ",{'Effect':'Deny','NotPrincipal':{'AWS':['777788889999','arn:aws:iam::777788889999:role/r']},"
                + "'Action':'s3:*','Resource':'*'}";
        open(ask("'*'", "", others), "arn:aws:iam::777788889999:role/r");
        closed(ask("'*'", "", ",{'Effect':'Deny','Principal':'*','Action':'s3:*','Resource':'*'}"));
    }

    @Test
    void ids_whose_account_nobody_knows_are_unknown() {
        assertThat(ask("{'AWS':'AIDAEXAMPLEEXAMPLE12'}", "", "")).isInstanceOf(Answer.Unknown.class);
    }
}
