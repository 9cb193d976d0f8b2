// SPDX-License-Identifier: Apache-2.0
package io.execward.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import io.execward.Golden;
import io.execward.diagnostic.Source;
import io.execward.diagnostic.SourceMap;
import io.execward.json.PolicyDocument;
import io.execward.json.PolicyJson;
import io.execward.model.AttachedPolicy;
import io.execward.model.Context;
import io.execward.model.PolicyKind;
import io.execward.model.PolicyLevel;
import io.execward.model.PolicySet;
import io.execward.model.Request;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Explanations as people read them, in {@code golden/explain}; and what programs read from a decision. */
class ExplanationTest {
    private static final String TASK = "arn:aws:ecs:us-east-1:111122223333:task/payments/0a1b";
    private static final String KEY = "arn:aws:kms:us-east-1:111122223333:key/1111aaaa-22bb-33cc-44dd-5555eeee6666";
    private static final Request EXEC = Request.of(
                    "arn:aws:sts::111122223333:assumed-role/OnCall/alice", "ecs:ExecuteCommand", TASK)
            .with(Context.builder()
                    .put("ecs:container-name", "sidecar")
                    .put("aws:ResourceTag/team", "payments")
                    .build());

    private final Map<AttachedPolicy, SourceMap> sources = new HashMap<>();

    private AttachedPolicy read(String name, PolicyKind kind, String... lines) {
        PolicyDocument document = PolicyJson.parse(Source.of(name, String.join("\n", lines)), kind);
        AttachedPolicy policy = new AttachedPolicy(name, document.policy());
        sources.put(policy, document.sources());
        return policy;
    }

    private AttachedPolicy identity(String... lines) {
        return read("oncall.json", PolicyKind.IDENTITY, lines);
    }

    private Decision explain(PolicySet set, Request request) {
        PolicyEngine engine = PolicyEngine.compile(set, sources);
        Decision decision = engine.explain(request);
        assertThat(engine.decide(request)).isEqualTo(decision.verdict());
        return decision;
    }

    private static void golden(String name, Decision decision) {
        Golden.assertSame("explain/" + name + ".txt", DecisionPrinter.print(decision));
    }

    @Test
    void a_boundary_that_names_another_container_blocks_what_the_identity_policy_allows() {
        AttachedPolicy allow = identity(
                "{ \"Version\": \"2012-10-17\",",
                "  \"Statement\": [",
                "    { \"Sid\": \"Read\", \"Effect\": \"Allow\", \"Action\": \"ecs:Describe*\", \"Resource\": \"*\" },",
                "    { \"Sid\": \"Exec\", \"Effect\": \"Allow\", \"Action\": \"ecs:ExecuteCommand\", \"Resource\": \"*\" } ] }");
        AttachedPolicy boundary = read(
                "boundary.json",
                PolicyKind.PERMISSIONS_BOUNDARY,
                "{ \"Version\": \"2012-10-17\",",
                "  \"Statement\": {",
                "    \"Effect\": \"Allow\", \"Action\": \"ecs:*\", \"Resource\": \"*\",",
                "    \"Condition\": {",
                "      \"StringEquals\": { \"ecs:container-name\": \"app\" } } } }");
        Decision decision =
                explain(PolicySet.builder().identity(allow).boundary(boundary).build(), EXEC);
        golden("boundary", decision);
        assertThat(decision.resources().get(0).blockers())
                .singleElement()
                .satisfies(blocker -> assertThat(blocker.kind()).contains(PolicyKind.PERMISSIONS_BOUNDARY));
    }

    @Test
    void a_deny_decides_and_what_would_have_blocked_anyway_is_told() {
        AttachedPolicy policy = identity(
                "{ \"Version\": \"2012-10-17\", \"Statement\": [",
                "  { \"Effect\": \"Allow\", \"Action\": \"ecs:*\", \"Resource\": \"*\" },",
                "  { \"Sid\": \"NoSidecar\", \"Effect\": \"Deny\", \"Action\": \"ecs:ExecuteCommand\", \"Resource\": \"*\",",
                "    \"Condition\": { \"StringNotEquals\": { \"ecs:container-name\": [\"app\", \"web\"] } } } ] }");
        AttachedPolicy root = read(
                "root.json",
                PolicyKind.SERVICE_CONTROL,
                "{ \"Version\": \"2012-10-17\", \"Statement\": {",
                "  \"Effect\": \"Allow\", \"NotAction\": \"ecs:Execute*\", \"Resource\": \"*\" } }");
        Decision decision = explain(
                PolicySet.builder()
                        .identity(policy)
                        .serviceControl(new PolicyLevel("root", List.of(root)))
                        .build(),
                EXEC);
        golden("deny", decision);
        assertThat(decision.resources().get(0).decidedBy())
                .extracting(StatementRef::sid)
                .containsExactly(Optional.of("NoSidecar"));
        assertThat(decision.resources().get(0).blockers()).hasSize(2);
    }

    @Test
    void every_reason_for_which_a_statement_can_be_ruled_out_is_told_in_its_terms() {
        AttachedPolicy policy = identity(
                "{ \"Version\": \"2012-10-17\", \"Statement\": [",
                "  { \"Sid\": \"Action\", \"Effect\": \"Allow\", \"Action\": [\"ecs:RunTask\", \"ssm:*\"], \"Resource\": \"*\" },",
                "  { \"Sid\": \"NotAction\", \"Effect\": \"Allow\", \"NotAction\": \"ecs:*\", \"Resource\": \"*\" },",
                "  { \"Sid\": \"Resource\", \"Effect\": \"Allow\", \"Action\": \"*\", \"Resource\": \"arn:aws:ecs:*:*:cluster/*\" },",
                "  { \"Sid\": \"NotResource\", \"Effect\": \"Allow\", \"Action\": \"*\", \"NotResource\": \"arn:aws:ecs:*:*:task/*\" },",
                "  { \"Sid\": \"Absent\", \"Effect\": \"Allow\", \"Action\": \"*\", \"Resource\": \"*\",",
                "    \"Condition\": { \"Bool\": { \"aws:MultiFactorAuthPresent\": true } } },",
                "  { \"Sid\": \"Present\", \"Effect\": \"Allow\", \"Action\": \"*\", \"Resource\": \"*\",",
                "    \"Condition\": { \"Null\": { \"ecs:container-name\": \"true\" } } },",
                "  { \"Sid\": \"Several\", \"Effect\": \"Allow\", \"Action\": \"*\", \"Resource\": \"*\",",
                "    \"Condition\": { \"StringEquals\": { \"aws:TagKeys\": \"team\" } } },",
                "  { \"Sid\": \"Value\", \"Effect\": \"Allow\", \"Action\": \"*\", \"Resource\": \"*\",",
                "    \"Condition\": { \"StringLike\": { \"aws:ResourceTag/team\": \"${aws:PrincipalTag/team, 'web'}-*\" } } }",
                "] }");
        Context context = EXEC.context()
                .plus(Context.builder().put("aws:TagKeys", "team", "owner").build());
        golden("mismatches", explain(PolicySet.builder().identity(policy).build(), EXEC.with(context)));
    }

    @Test
    void layers_that_have_no_say_tell_why() {
        AttachedPolicy keyPolicy = read(
                "key.json",
                PolicyKind.RESOURCE,
                "{ \"Version\": \"2012-10-17\", \"Statement\": [",
                "  { \"Effect\": \"Allow\", \"Principal\": { \"AWS\": \"arn:aws:iam::111122223333:role/OnCall\" },",
                "    \"Action\": \"kms:*\", \"Resource\": \"*\" },",
                "  { \"Effect\": \"Deny\", \"Principal\": { \"Service\": \"logs.us-east-1.amazonaws.com\" },",
                "    \"Action\": \"kms:*\", \"Resource\": \"*\" } ] }");
        PolicySet set = PolicySet.builder()
                .resource(keyPolicy)
                .resourceControl(new PolicyLevel("root", List.of()))
                .build();
        golden("key", explain(set, Request.of("arn:aws:iam::111122223333:root", "kms:GenerateDataKey", KEY)));
    }

    @Test
    void unknown_facts_are_listed_with_what_follows() {
        AttachedPolicy policy = identity(
                "{ \"Version\": \"2012-10-17\", \"Statement\": {",
                "  \"Effect\": \"Allow\", \"Action\": \"ecs:ExecuteCommand\", \"Resource\": \"*\",",
                "  \"Condition\": { \"StringEquals\": { \"aws:ResourceTag/environment\": \"development\" },",
                "                 \"NumericLessThan\": { \"aws:MultiFactorAuthAge\": \"900\" } } } }");
        Context context = Context.builder()
                .unknownFamily("aws:ResourceTag/")
                .unknown("aws:MultiFactorAuthAge")
                .unknown("aws:SourceIp")
                .build();
        golden("undecided", explain(PolicySet.builder().identity(policy).build(), EXEC.with(context)));
    }

    @Test
    void access_from_another_account_needs_both_sides() {
        AttachedPolicy policy = identity(
                "{ \"Version\": \"2012-10-17\", \"Statement\": {",
                "  \"Effect\": \"Allow\", \"Action\": \"ecs:ExecuteCommand\", \"Resource\": \"*\" } }");
        Request foreign = Request.of(
                "arn:aws:iam::111122223333:user/alice",
                "ecs:ExecuteCommand",
                "arn:aws:ecs:us-east-1:444455556666:task/payments/0a1b");
        golden("cross-account", explain(PolicySet.builder().identity(policy).build(), foreign));
    }

    /** E-V14: what one request resolves is not there for the next. */
    @Test
    void a_decision_leaves_nothing_behind_in_the_engine() {
        AttachedPolicy own = identity(
                "{ \"Version\": \"2012-10-17\", \"Statement\": {",
                "  \"Effect\": \"Allow\", \"Action\": \"ecs:ExecuteCommand\",",
                "  \"Resource\": \"arn:aws:ecs:us-east-1:111122223333:task/${aws:PrincipalTag/team}/*\" } }");
        PolicyEngine engine =
                PolicyEngine.compile(PolicySet.builder().identity(own).build());
        Request payments = EXEC.with(Context.of("aws:PrincipalTag/team", "payments"));
        Request web = EXEC.with(Context.of("aws:PrincipalTag/team", "web"));
        for (int i = 0; i < 3; i++) {
            assertThat(engine.decide(payments)).isEqualTo(Verdict.ALLOWED);
            assertThat(engine.decide(web)).isEqualTo(Verdict.IMPLICIT_DENY);
            assertThat(engine.explain(web).verdict()).isEqualTo(Verdict.IMPLICIT_DENY);
            assertThat(engine.decide(EXEC)).isEqualTo(Verdict.IMPLICIT_DENY);
        }
    }
}
