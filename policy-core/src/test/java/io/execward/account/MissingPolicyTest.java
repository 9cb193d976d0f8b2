// SPDX-License-Identifier: Apache-2.0
package io.execward.account;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.execward.ecs.Caller;
import io.execward.ecs.ClusterArn;
import io.execward.ecs.Container;
import io.execward.ecs.ExecRequest;
import io.execward.ecs.TaskArn;
import io.execward.evaluate.PolicyEngine;
import io.execward.evaluate.Verdict;
import io.execward.model.Action;
import io.execward.model.ConditionKey;
import io.execward.model.Request;
import io.execward.model.Resource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What was not supplied never counts as empty (R-EXEC-116, R-EXEC-117). */
class MissingPolicyTest {
    private static final String KEY = "arn:aws:kms:us-east-1:111122223333:key/k1";
    private static final TaskArn TASK =
            TaskArn.of("arn:aws:ecs:us-east-1:111122223333:task/prod/0123456789abcdef0123456789abcdef");

    private static AccountSnapshot account(String inline, String attached, String boundary) {
        String limit = boundary.isEmpty()
                ? ""
                : ", \"PermissionsBoundary\": {\"PermissionsBoundaryType\": \"Policy\", \"PermissionsBoundaryArn\": \""
                        + boundary + "\"}";
        String text = "{\"UserDetailList\": [{\"UserName\": \"ann\", \"UserId\": \"AIDA1\", \"Arn\":"
                + " \"arn:aws:iam::111122223333:user/ann\", \"GroupList\": [], \"Tags\": [], \"UserPolicyList\": ["
                + (inline.isEmpty()
                        ? ""
                        : "{\"PolicyName\": \"p\", \"PolicyDocument\": {\"Version\": \"2012-10-17\", \"Statement\": "
                                + inline + "}}")
                + "], \"AttachedManagedPolicies\": ["
                + (attached.isEmpty() ? "" : "{\"PolicyName\": \"X\", \"PolicyArn\": \"" + attached + "\"}")
                + "]" + limit + "}]}";
        return AccountReader.create().read(List.of(AccountDocument.of("iam.json", text.getBytes(UTF_8))));
    }

    private static String statement(String effect, String action) {
        return effect.isEmpty()
                ? ""
                : "{\"Effect\": \"" + effect + "\", \"Action\": \"" + action + "\", \"Resource\": \"*\"}";
    }

    /** What the attached policy and the boundary are: none, or one whose text is not there. */
    @ParameterizedTest(name = "{0} inline, {1} attached, {2} boundary: {3}")
    @CsvSource({
        "Allow, '',                             '',                             ALLOWED",
        "Allow, arn:aws:iam::aws:policy/X,      '',                             UNDECIDED",
        "Deny,  arn:aws:iam::aws:policy/X,      '',                             EXPLICIT_DENY",
        "'',    arn:aws:iam::aws:policy/X,      '',                             UNDECIDED",
        "'',    '',                             '',                             IMPLICIT_DENY",
        "Allow, '',                             arn:aws:iam::aws:policy/B,      UNDECIDED",
        "Deny,  '',                             arn:aws:iam::aws:policy/B,      EXPLICIT_DENY",
        "'',    '',                             arn:aws:iam::aws:policy/B,      UNDECIDED",
        "Allow, arn:aws:iam::aws:policy/X,      arn:aws:iam::aws:policy/B,      UNDECIDED",
    })
    void a_policy_without_text_makes_the_verdict_undecided(
            String inline, String attached, String boundary, Verdict expected) {
        AccountSnapshot account = account(statement(inline, "ecs:*"), attached, boundary);
        IamIdentity ann = account.identities().get(0);
        Caller caller = account.caller(ann).complete();
        ExecRequest request = ExecRequest.of(caller, TASK, Container.named("web"))
                .clusterTagged(Map.of())
                .taskTagged(Map.of());
        PolicyEngine engine = PolicyEngine.compile(account.policies(ann));
        assertThat(request.explain(engine).verdict()).isEqualTo(expected);
        assertThat(request.explain(account.engines(ann)).verdict()).isEqualTo(expected);
        ExecRequest assumed = ExecRequest.of(account.caller(ann).assumingAbsence(), TASK, Container.named("web"));
        assertThat(assumed.explain(account.engines(ann)).verdict()).isEqualTo(expected);
        assertThat(ann.missingPolicies()).hasSize((attached.isEmpty() ? 0 : 1) + (boundary.isEmpty() ? 0 : 1));
    }

    /** A plain request is complete; one that does not come from the account's caller must not take the policy as empty. */
    @Test
    void what_a_verdict_hangs_on_is_told_in_words() {
        assertThat(MissingPolicy.behind(ConditionKey.of("not-supplied:arn:aws:iam::aws:policy/X")))
                .contains("the policy arn:aws:iam::aws:policy/X");
        assertThat(MissingPolicy.behind(ConditionKey.of("not-supplied:arn:aws:iam::111122223333:group/Ops")))
                .contains("the policies of the group arn:aws:iam::111122223333:group/Ops");
        assertThat(MissingPolicy.behind(ConditionKey.of("not-supplied:resource-policy")))
                .contains("the key policy of the KMS key");
        assertThat(MissingPolicy.behind(ConditionKey.of("not-supplied:trust-policy")))
                .contains("the trust policy of the role");
        assertThat(MissingPolicy.behind(ConditionKey.of("aws:SourceIp"))).isEmpty();
    }

    @Test
    void a_request_that_does_not_tell_of_the_missing_policy_is_denied() {
        AccountSnapshot account = account(statement("Allow", "ecs:*"), "arn:aws:iam::aws:policy/X", "");
        IamIdentity ann = account.identities().get(0);
        Request plain = Request.of(ann.principal().text(), "ecs:ExecuteCommand", TASK.toString());
        assertThat(PolicyEngine.compile(account.policies(ann)).decide(plain)).isEqualTo(Verdict.EXPLICIT_DENY);
    }

    @Test
    void the_explanation_names_the_policy() {
        AccountSnapshot account = account(statement("Allow", "ecs:*"), "arn:aws:iam::aws:policy/X", "");
        IamIdentity ann = account.identities().get(0);
        ExecRequest request = ExecRequest.of(account.caller(ann).complete(), TASK, Container.named("web"))
                .clusterTagged(Map.of())
                .taskTagged(Map.of());
        assertThat(request.explain(account.engines(ann)).toString())
                .contains("not-supplied:arn:aws:iam::aws:policy/X")
                .contains("arn:aws:iam::aws:policy/X (not supplied)");
    }

    @ParameterizedTest(name = "identity {0}, key policy {1}: {2}")
    @CsvSource({
        "Allow, none,     UNDECIDED",
        "'',    none,     UNDECIDED",
        "Deny,  none,     EXPLICIT_DENY",
        "Allow, delegate, ALLOWED",
        "'',    delegate, IMPLICIT_DENY",
        "Allow, deny,     EXPLICIT_DENY",
    })
    void a_check_on_a_key_takes_the_keys_policy_into_account(String inline, String key, Verdict expected) {
        AccountSnapshot account = keyed(statement(inline, "kms:*"), key);
        IamIdentity ann = account.identities().get(0);
        Resource resource = Resource.of(KEY);
        Request request = new Request(
                ann.principal(),
                Action.of("kms:GenerateDataKey"),
                List.of(resource),
                java.util.Optional.empty(),
                account.caller(ann).told(),
                java.util.Set.of());
        assertThat(account.engines(ann).on(resource).decide(request)).isEqualTo(expected);
        assertThat(PolicyEngine.compile(account.policies(ann, request.action(), resource))
                        .decide(request))
                .isEqualTo(expected);
    }

    private static AccountSnapshot keyed(String inline, String key) {
        String iam = "{\"UserDetailList\": [{\"UserName\": \"ann\", \"Arn\": \"arn:aws:iam::111122223333:user/ann\","
                + " \"GroupList\": [], \"AttachedManagedPolicies\": [], \"UserPolicyList\": ["
                + (inline.isEmpty()
                        ? ""
                        : "{\"PolicyName\": \"p\", \"PolicyDocument\": {\"Version\": \"2012-10-17\", \"Statement\": "
                                + inline + "}}")
                + "]}]}";
        String effect = key.equals("deny") ? "Deny" : "Allow";
        String policy = key.equals("none")
                ? ""
                : ", \"Policy\": {\"Version\": \"2012-10-17\", \"Statement\": {\"Effect\": \"" + effect
                        + "\", \"Principal\": {\"AWS\": \"arn:aws:iam::111122223333:root\"}, \"Action\": \"kms:*\","
                        + " \"Resource\": \"*\"}}";
        String keys = "{\"keys\": [{\"KeyMetadata\": {\"Arn\": \"" + KEY + "\", \"KeyId\": \"k1\"}" + policy + "}]}";
        return AccountReader.create()
                .read(List.of(
                        AccountDocument.of("iam.json", iam.getBytes(UTF_8)),
                        AccountDocument.of("keys.json", keys.getBytes(UTF_8))));
    }

    @Test
    void a_trust_policy_counts_for_assuming_a_role_and_never_for_passing_it() {
        AccountSnapshot account = Samples.account();
        IamIdentity alice =
                account.identity("arn:aws:iam::111122223333:user/alice").orElseThrow();
        Resource own = Resource.of("arn:aws:iam::111122223333:role/TeamAbac");
        Resource unknown = Resource.of("arn:aws:iam::111122223333:role/NotThere");
        assertThat(account.policies(alice, Action.of("sts:AssumeRole"), own).resource())
                .isPresent();
        assertThat(account.policies(alice, Action.of("iam:PassRole"), own).resource())
                .isEmpty();
        assertThat(account.policies(alice, Action.of("sts:AssumeRole"), unknown)
                        .resource()
                        .orElseThrow()
                        .name())
                .isEqualTo("trust policy of arn:aws:iam::111122223333:role/NotThere (not supplied)");
    }

    @Test
    void a_caller_has_its_tags_and_no_others_and_a_user_its_id() {
        AccountSnapshot account = Samples.account();
        IamIdentity alice =
                account.identity("arn:aws:iam::111122223333:user/alice").orElseThrow();
        Caller caller = account.caller(alice);
        assertThat(caller.tags()).contains(Map.of("team", "web"));
        assertThat(caller.told().get(io.execward.model.ConditionKey.of("aws:userid")))
                .isEqualTo(io.execward.model.ContextValue.of(List.of("AIDAD72A039037C6DC114")));
        assertThat(account.tasks())
                .anyMatch(task ->
                        task.cluster().equals(ClusterArn.of("arn:aws:ecs:us-east-1:111122223333:cluster/prod")));
    }

    private static Caller callerOfRole(String actions) {
        String document = "{\"UserDetailList\": [], \"RoleDetailList\": [{\"RoleName\": \"r\","
                + " \"Arn\": \"arn:aws:iam::111122223333:role/sso/r\", \"AttachedManagedPolicies\": [],"
                + " \"Tags\": [{\"Key\": \"team\", \"Value\": \"web\"}],"
                + " \"AssumeRolePolicyDocument\": {\"Version\": \"2012-10-17\", \"Statement\": {\"Effect\": \"Allow\","
                + " \"Principal\": {\"Federated\": \"arn:aws:iam::111122223333:saml-provider/P\"},"
                + " \"Action\": [" + actions + "]}}}]}";
        AccountSnapshot account = AccountReader.create()
                .read(List.of(
                        AccountDocument.of("iam.json", document.getBytes(java.nio.charset.StandardCharsets.UTF_8))));
        return account.caller(account.identities().get(0));
    }

    @Test
    void tags_of_a_role_whose_sessions_may_bring_tags_are_not_known() {
        assertThat(callerOfRole("\"sts:AssumeRoleWithSAML\"").tags()).contains(Map.of("team", "web"));
        for (String actions :
                List.of("\"sts:AssumeRoleWithSAML\", \"STS:tagSession\"", "\"sts:*\"", "\"sts:Tag?ession\"")) {
            assertThat(callerOfRole(actions).tags()).as(actions).isEmpty();
        }
    }
}
