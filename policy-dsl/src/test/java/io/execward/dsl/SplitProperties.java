// SPDX-License-Identifier: Apache-2.0
package io.execward.dsl;

import static io.execward.dsl.Examples.HERE;
import static io.execward.dsl.Examples.PAYMENTS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.execward.evaluate.PolicyEngine;
import io.execward.json.PolicyQuota;
import io.execward.model.ActionPattern;
import io.execward.model.Effect;
import io.execward.model.Policy;
import io.execward.model.PolicyKind;
import io.execward.model.PolicySet;
import io.execward.model.PrincipalPattern;
import io.execward.model.Request;
import io.execward.model.ResourcePattern;
import io.execward.model.Scope;
import io.execward.model.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Several documents say what one says: checked by evaluation, with and without an Allow of everything beside it. */
class SplitProperties {
    private static final List<String> VERBS = List.of("Describe", "List", "Create", "Update", "Delete", "Execute");

    @Property(tries = 150)
    void documents_fit_and_mean_the_same(@ForAll Random random) {
        IamPolicy whole = IamPolicy.of(PolicyKind.IDENTITY, large(random));

        List<IamPolicy> parts = whole.splitFor(PolicyQuota.MANAGED_POLICY);

        assertThat(parts).hasSizeGreaterThan(1).allMatch(part -> part.fits(PolicyQuota.MANAGED_POLICY));
        Policy[] documents = parts.stream().map(IamPolicy::policy).toArray(Policy[]::new);
        PolicyEngine one = PolicyEngine.compile(PolicySet.identity(whole.policy()));
        PolicyEngine several = PolicyEngine.compile(PolicySet.identity(documents));
        for (int i = 0; i < 40; i++) {
            Request request = request(random);
            assertThat(several.decide(request)).as("%s", request).isEqualTo(one.decide(request));
        }
    }

    private static Policy large(Random random) {
        List<Statement> statements = new ArrayList<>();
        int size = 0;
        while (size <= PolicyQuota.MANAGED_POLICY.limit() * (1 + random.nextInt(2))) {
            Statement statement = statement(random).withSid("S" + statements.size());
            statements.add(statement);
            size = PolicyQuota.MANAGED_POLICY.measure(Policy.of(statements.toArray(Statement[]::new)));
        }
        return Policy.of(statements.toArray(Statement[]::new));
    }

    private static Statement statement(Random random) {
        boolean huge = random.nextInt(12) == 0;
        List<String> actions = names(random, huge ? 200 : 1 + random.nextInt(6), SplitProperties::action);
        List<String> resources = names(random, huge ? 150 : 1 + random.nextInt(6), SplitProperties::resource);
        Statement statement =
                random.nextInt(4) == 0 ? Statement.deny(actions, resources) : Statement.allow(actions, resources);
        return !huge && random.nextInt(5) == 0
                ? Statement.of(
                        statement.effect(),
                        new Scope.AllExcept<>(statement.actions().patterns()),
                        statement.resources().orElseThrow())
                : statement;
    }

    private interface Name {
        String of(Random random);
    }

    private static List<String> names(Random random, int count, Name name) {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            names.add(name.of(random));
        }
        return names.stream().distinct().toList();
    }

    private static String action(Random random) {
        return "ecs:" + VERBS.get(random.nextInt(VERBS.size())) + random.nextInt(40);
    }

    private static String resource(Random random) {
        return "arn:aws:ecs:us-east-1:111122223333:cluster/name-" + random.nextInt(60);
    }

    private static Request request(Random random) {
        return Request.of("arn:aws:iam::111122223333:role/R", action(random), resource(random));
    }

    @Example
    void what_fits_stays_one() {
        IamPolicy policy = IamPolicy.identity(ExecPolicy.denyDirectSessions().onAnyTask("aws"));

        assertThat(policy.splitFor(PolicyQuota.SESSION)).containsExactly(policy);
        assertThat(policy.sizeAs(PolicyQuota.MANAGED_POLICY))
                .isEqualTo(policy.compactJson().length());
    }

    @Example
    void stars_keep_their_reasons() {
        List<Sentence.Clause> clauses = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            clauses.addAll(IamPolicy.deny(Actions.Ecs.EXECUTE_COMMAND)
                    .onEverything()
                    .when(When.container("container-with-a-name-of-some-length-" + i))
                    .sid("S" + i)
                    .clauses());
        }
        List<IamPolicy> parts = IamPolicy.of(PolicyKind.IDENTITY, clauses).splitFor(PolicyQuota.MANAGED_POLICY);

        assertThat(parts)
                .hasSizeGreaterThan(1)
                .allMatch(part -> part.unexplainedStars().isEmpty());
    }

    @Example
    void what_cannot_be_several_documents_is_refused() {
        var grant = ExecPolicy.allowExec().inCluster(PAYMENTS);
        for (int i = 0; i < 60; i++) {
            grant = grant.onlyTasksTagged("a-tag-key-of-some-length-" + i, "a-value-of-some-length-too-" + i);
        }
        IamPolicy session = IamPolicy.session(grant);
        IamPolicy boundary = IamPolicy.boundary(
                grant,
                ExecPolicy.allowExec().inCluster(HERE.cluster("x".repeat(250))).onlyContainer("y".repeat(2500)));
        IamPolicy managed = IamPolicy.identity(ExecPolicy.denyExec().intoContainer("z".repeat(7000)));

        Statement others = Statement.of(
                Effect.DENY,
                new Scope.AllExcept<>(IntStream.range(0, 700)
                        .mapToObj(number -> new ActionPattern("ecs:Action" + number))
                        .toList()),
                Scope.only(new ResourcePattern("*")));
        IamPolicy allBut = IamPolicy.identity(IamPolicy.raw(others));

        assertThatIllegalArgumentException()
                .as("the halves of NotAction would deny what the whole spares")
                .isThrownBy(() -> allBut.splitFor(PolicyQuota.MANAGED_POLICY))
                .withMessageContaining("no list to divide");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> session.splitFor(PolicyQuota.SESSION))
                .withMessageContaining("R-QUOTA-04");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> boundary.splitFor(PolicyQuota.MANAGED_POLICY))
                .withMessageContaining("R-TYPE-02");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> managed.splitFor(PolicyQuota.MANAGED_POLICY))
                .withMessageContaining("`NoExec` alone is longer");
    }

    @Example
    void a_resource_has_one_policy_only() {
        String[] names = IntStream.range(0, 700).mapToObj(i -> "sts:Action" + i).toArray(String[]::new);
        IamPolicy.Named trust = IamPolicy.deny(ActionSet.raw("sts:Any", names)).by(new PrincipalPattern.Anyone());

        assertThatIllegalArgumentException()
                .isThrownBy(() -> IamPolicy.resource(trust.onEverything(IamPolicy.Star.OWN_RESOURCE))
                        .splitFor(PolicyQuota.MANAGED_POLICY))
                .withMessageContaining("there can be only one");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> IamPolicy.trust(trust).splitFor(PolicyQuota.MANAGED_POLICY))
                .withMessageContaining("R-TYPE-05");
    }
}
