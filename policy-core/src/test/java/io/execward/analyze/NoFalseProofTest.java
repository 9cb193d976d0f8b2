// SPDX-License-Identifier: Apache-2.0
package io.execward.analyze;

import static org.assertj.core.api.Assertions.assertThat;

import io.execward.catalog.ServiceCatalog;
import io.execward.model.Comparison;
import io.execward.model.Condition;
import io.execward.model.ConditionKey;
import io.execward.model.ConditionOperator;
import io.execward.model.Context;
import io.execward.model.Policy;
import io.execward.model.PolicySet;
import io.execward.model.ResourcePattern;
import io.execward.model.Scope;
import io.execward.model.SetOperator;
import io.execward.model.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Claims that a request refutes which is easily overlooked. */
class NoFalseProofTest {
    private static final PolicyAnalyzer ANY = PolicyAnalyzer.create();
    private static final PolicyAnalyzer CATALOG = ANY.within(ServiceCatalog.bundled());
    private static final List<String> READ = List.of("s3:GetObject");
    private static final List<String> STAR = List.of("*");

    private static Answer neverAllows(Policy policy) {
        return ANY.neverAllows(Subject.of(policy), Region.everything());
    }

    private static Policy read(Condition... conditions) {
        return Policy.of(Statement.allow(READ, STAR).where(conditions));
    }

    private static Statement deny(Condition condition) {
        return Statement.deny(STAR, STAR).where(condition);
    }

    @Test
    void a_region_with_a_variable_for_a_field_is_not_empty() {
        Policy policy = Policy.of(Statement.allow(STAR, List.of("arn:aws:s:*")));
        Region region = Region.of(List.of("s:x"), List.of("arn:aws:s:${app:m}:1:*A"));
        assertThat(ANY.neverAllows(Subject.of(policy), region)).isInstanceOf(Answer.Fails.class);
        assertThat(ANY.alwaysAllows(Subject.of(Policy.of()), region)).isInstanceOf(Answer.Fails.class);
    }

    @Test
    void an_exemption_without_a_value_exempts_nothing_from_a_region() {
        Region region = new Region(
                Region.everything().actions(),
                new Scope.AllExcept<>(List.of(new ResourcePattern("arn:aws:s3:::${aws:PrincipalTag/home}/*"))),
                List.of(Condition.of(Comparison.NULL, "aws:PrincipalTag/home", "true")));
        assertThat(ANY.neverAllows(Subject.of(read()), region)).isInstanceOf(Answer.Fails.class);
    }

    @Test
    void a_variable_may_become_what_is_known_of_the_key_it_is_compared_with() {
        Policy policy =
                read(Condition.of(Comparison.STRING_EQUALS, "aws:PrincipalTag/team", "${aws:ResourceTag/team}"));
        Subject known = new Subject(
                Subject.of(policy).principal(),
                PolicySet.identity(policy),
                Context.of("aws:PrincipalTag/team", "payments"));
        assertThat(ANY.neverAllows(known, Region.everything())).isInstanceOf(Answer.Fails.class);
    }

    /** That the key may have several values is said by another statement than the one that lets them through. */
    @Test
    void a_key_that_nobody_lists_is_what_all_conditions_of_the_question_make_of_it() {
        Condition notArn = Condition.of(Comparison.ARN_NOT_LIKE, "app:arn", "*");
        Condition any = new Condition(
                new ConditionOperator(SetOperator.FOR_ANY_VALUE, Comparison.ARN_EQUALS, false),
                ConditionKey.of("app:arn"),
                List.of("arn:*:*:*:*:*"));
        Policy before = read(notArn);
        Policy after = Policy.of(
                Statement.allow(READ, STAR).where(notArn, any), Statement.allow(READ, List.of("arn:aws:s3:*")));
        assertThat(ANY.noNewAccess(Subject.of(before), Subject.of(after))).isInstanceOf(Answer.Fails.class);
    }

    @Test
    void bytes_alone_are_decided() {
        Condition all = new Condition(
                new ConditionOperator(SetOperator.FOR_ALL_VALUES, Comparison.BINARY_EQUALS, false),
                ConditionKey.of("app:bin"),
                List.of("YQ=="));
        assertThat(neverAllows(read(all, Condition.of(Comparison.BINARY_EQUALS, "app:bin", "Yg=="))))
                .isInstanceOf(Answer.Holds.class);
        assertThat(neverAllows(read(all, Condition.of(Comparison.BINARY_EQUALS, "app:bin", "YQ=="))))
                .isInstanceOf(Answer.Fails.class);
    }

    @Test
    void bytes_may_be_written_in_two_ways() {
        Condition all = new Condition(
                new ConditionOperator(SetOperator.FOR_ALL_VALUES, Comparison.BINARY_EQUALS, false),
                ConditionKey.of("app:bin"),
                List.of("YQ=="));
        Policy policy = Policy.of(
                Statement.allow(READ, STAR).where(all, Condition.of(Comparison.NULL, "app:bin", "false")),
                deny(Condition.of(Comparison.BINARY_EQUALS, "app:bin", "YQ==")));
        assertThat(neverAllows(policy)).isInstanceOf(Answer.Fails.class);
    }

    /** A text that is no number: neither less than 5 nor not. */
    @Test
    void a_text_key_that_is_compared_as_a_number_may_hold_none() {
        String key = "aws:PrincipalAccount";
        Policy policy = Policy.of(
                Statement.allow(READ, STAR).where(Condition.of(Comparison.STRING_NOT_EQUALS, key, "111122223333")),
                deny(Condition.of(Comparison.NULL, key, "true")),
                deny(Condition.of(Comparison.NUMERIC_LESS_THAN, key, "5")),
                deny(Condition.of(Comparison.NUMERIC_GREATER_THAN_EQUALS, key, "5")));
        assertThat(neverAllows(policy)).isInstanceOf(Answer.Fails.class);
    }

    @Test
    void letter_case_of_dates_and_addresses() {
        Condition date =
                Condition.of(Comparison.STRING_EQUALS_IGNORE_CASE, "aws:TokenIssueTime", "2020-01-01T00:00:00Z");
        assertThat(neverAllows(read(date))).isInstanceOf(Answer.Fails.class);
        Condition address = Condition.of(Comparison.STRING_EQUALS_IGNORE_CASE, "aws:SourceIp", "2001:DB8::1");
        Condition otherCase = Condition.of(Comparison.STRING_NOT_EQUALS, "aws:SourceIp", "2001:db8::1");
        assertThat(neverAllows(read(address, otherCase))).isInstanceOf(Answer.Fails.class);
    }

    /** A single value passes one of the Denies, two values pass neither. */
    @Test
    void keys_that_a_service_lists_for_another_one_hold_the_values_that_it_says() {
        for (String key : List.of("saml:eduPersonAffiliation", "identitystore:UserId")) {
            Policy policy = Policy.of(
                    Statement.allow(STAR, STAR).where(Condition.of(Comparison.NULL, key, "false")),
                    deny(Condition.of(Comparison.STRING_EQUALS, key, "staff")),
                    deny(Condition.of(Comparison.STRING_NOT_EQUALS, key, "staff")));
            assertThat(neverAllows(policy)).as(key).isInstanceOf(Answer.Fails.class);
            assertThat(CATALOG.neverAllows(Subject.of(policy), Region.everything()))
                    .as(key)
                    .isInstanceOf(Answer.Fails.class);
        }
    }

    @Test
    void keys_have_every_type_that_an_action_lists_for_them() {
        ServiceCatalog.bundled()
                .services()
                .forEach(service -> service.actions().stream()
                        .flatMap(action -> action.keys().stream())
                        .distinct()
                        .filter(definition -> !definition.isFamily())
                        .forEach(definition -> {
                            KeyDomain listed = KeyDomain.of(definition.types(), true);
                            KeyDomain domain = KeyDomain.of(ConditionKey.of(definition.name()), List.of());
                            assertThat(domain.types()).as(definition.name()).containsAll(listed.types());
                            assertThat(domain.several() || !listed.several())
                                    .as(definition.name())
                                    .isTrue();
                        }));
    }

    @Test
    void a_variable_of_which_nothing_is_known_is_free() {
        Policy policy = Policy.of(Statement.allow(READ, List.of("arn:aws:s3:::home/${aws:username}")));
        for (Context known : List.of(
                Context.builder().unknown("aws:username").build(),
                Context.builder().unknownFamily("aws:").build())) {
            Subject subject = new Subject(Subject.of(policy).principal(), PolicySet.identity(policy), known);
            assertThat(ANY.neverAllows(subject, Region.everything())).isInstanceOf(Answer.Fails.class);
        }
    }

    /** The role may be checked in another region than the task that gets it. */
    @Test
    void checks_of_one_call_may_be_made_in_two_regions() {
        Policy policy = Policy.of(
                Statement.allow(List.of("ecs:RunTask"), STAR)
                        .where(Condition.of(Comparison.STRING_EQUALS, "aws:RequestedRegion", "eu-west-1")),
                Statement.allow(List.of("iam:PassRole"), STAR)
                        .where(Condition.of(Comparison.STRING_EQUALS, "aws:RequestedRegion", "us-east-1")));
        List<Region> checks =
                List.of(Region.of(List.of("ecs:RunTask"), STAR), Region.of(List.of("iam:PassRole"), STAR));
        assertThat(ANY.neverAllowsTogether(Subject.of(policy), checks)).isInstanceOf(Answer.Fails.class);
    }
}
