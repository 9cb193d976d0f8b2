// SPDX-License-Identifier: Apache-2.0
package io.execward.analyze;

import static org.assertj.core.api.Assertions.assertThat;

import io.execward.evaluate.PolicyEngine;
import io.execward.evaluate.Verdict;
import io.execward.model.ActionPattern;
import io.execward.model.AttachedPolicy;
import io.execward.model.Comparison;
import io.execward.model.Condition;
import io.execward.model.Context;
import io.execward.model.Effect;
import io.execward.model.Policy;
import io.execward.model.PolicyLevel;
import io.execward.model.PolicySet;
import io.execward.model.Principal;
import io.execward.model.PrincipalPattern;
import io.execward.model.Request;
import io.execward.model.ResourcePattern;
import io.execward.model.Scope;
import io.execward.model.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Predicate;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Callers of every kind, under layers of every kind: no proof is contradicted by a request, and nothing is left unknown. */
class CallersProperties {
    private static final PolicyAnalyzer ANALYZER = PolicyAnalyzer.create();
    private static final String ACCOUNT = "111122223333";
    private static final List<Principal> CALLERS = List.of(
            Principal.of("arn:aws:iam::111122223333:root"),
            Principal.of("arn:aws:iam::111122223333:user/u"),
            Principal.of("arn:aws:iam::111122223333:role/r"),
            Principal.of("arn:aws:iam::111122223333:role/aws-service-role/r"),
            Principal.of("arn:aws:sts::111122223333:assumed-role/r/s"),
            Principal.of("arn:aws:sts::111122223333:federated-user/f"),
            Principal.of("events.amazonaws.com"),
            Principal.of("accounts.google.com"),
            Principal.of("anonymous"));
    private static final List<PrincipalPattern> PATTERNS = List.of(
            PrincipalPattern.Aws.of("*"),
            PrincipalPattern.Aws.of(ACCOUNT),
            PrincipalPattern.Aws.of("arn:aws:iam::111122223333:user/u"),
            PrincipalPattern.Aws.of("arn:aws:iam::111122223333:role/r"),
            PrincipalPattern.Aws.of("arn:aws:sts::111122223333:assumed-role/r/s"),
            PrincipalPattern.Aws.of("arn:aws:sts::111122223333:federated-user/f"),
            new PrincipalPattern.Service("events.amazonaws.com"));
    private static final PrincipalPattern PROVIDER = new PrincipalPattern.Federated("accounts.google.com");
    private static final List<String> ACTIONS = List.of(
            "s3:a",
            "s3:b",
            "ecs:a",
            "kms:RetireGrant",
            "kms:a",
            "sts:AssumeRole",
            "sts:AssumeRoleWithWebIdentity",
            "sts:a");
    private static final List<String> ACTION_PATTERNS = List.of(
            "*:*", "*:*", "s3:*", "s3:a", "ecs:*", "kms:*", "KMS:retire*", "sts:*", "sts:AssumeRole", "*:a", "s*:*");
    private static final List<String> RESOURCES = List.of(
            "*",
            "arn:aws:s3:::x",
            "arn:aws:kms:us-east-1:111122223333:key/k",
            "arn:aws:iam::111122223333:role/aws-service-role/x",
            "arn:aws:iam::111122223333:role/y");
    private static final List<String> RESOURCE_PATTERNS = List.of(
            "*",
            "*",
            "*",
            "arn:aws:s3:::*",
            "arn:aws:kms:*:*:*",
            "arn:aws:iam::*:role/aws-service-role/*",
            "arn:aws:*:*:*:*/y",
            "arn:*:*:*:*:*");
    private static final String KEY = "aws:SecureTransport";

    private Random random = new Random(0);

    @Property(tries = 600)
    void no_proof_is_contradicted(@ForAll long seed) {
        random = new Random(seed);
        Principal caller = one(CALLERS);
        PolicySet a = policies();
        PolicySet b = policies();
        Region given = Region.of(List.of(one(ACTION_PATTERNS)), List.of(one(RESOURCE_PATTERNS)));
        Subject one = new Subject(caller, a, Context.empty());
        Subject two = new Subject(caller, b, Context.empty());
        Predicate<Request> byA = allowed(a);
        Predicate<Request> byB = allowed(b);
        Predicate<Request> matches = request -> Replay.matches(Box.of(given)).isRefutedBy(request, false);
        check(caller, ANALYZER.neverAllows(one, given), matches.and(byA));
        check(caller, ANALYZER.alwaysAllows(one, given), matches.and(byA.negate()));
        check(caller, ANALYZER.noNewAccess(one, two), byB.and(byA.negate()));
    }

    private static Predicate<Request> allowed(PolicySet policies) {
        PolicyEngine engine = PolicyEngine.compile(policies);
        return request -> engine.decide(request) == Verdict.ALLOWED;
    }

    private static void check(Principal caller, Answer answer, Predicate<Request> refutes) {
        assertThat(answer).isNotInstanceOf(Answer.Unknown.class);
        if (answer instanceof Answer.Holds) {
            assertThat(requests(caller).stream().filter(refutes).findFirst()).isEmpty();
        }
    }

    private static List<Request> requests(Principal caller) {
        List<Request> all = new ArrayList<>();
        for (String action : ACTIONS) {
            for (String resource : RESOURCES) {
                Request request = Request.of(caller.text(), action, resource).ownedBy(ACCOUNT);
                all.add(request);
                all.add(request.with(Context.of(KEY, "true")));
                all.add(request.with(Context.of(KEY, "false")));
            }
        }
        return all;
    }

    private PolicySet policies() {
        PolicySet.Builder set = PolicySet.builder().identity(policy(false));
        if (chance(20)) {
            set.boundary(policy(false));
        }
        if (chance(50)) {
            set.session(policy(false));
        }
        if (chance(80)) {
            set.resource(chance(30) ? trust() : policy(true));
        }
        if (chance(10)) {
            set.endpoint(policy(true));
        }
        if (chance(25)) {
            set.serviceControl(level(Statement.allow(List.of("*"), List.of("*")), statement(Effect.DENY)));
        }
        for (int i = random.nextInt(3); i > 0; i--) {
            Scope<PrincipalPattern> everybody = Scope.only(new PrincipalPattern.Anyone());
            set.resourceControl(level(with(statement(Effect.DENY), everybody)));
        }
        return set.build();
    }

    private static PolicyLevel level(Statement... statements) {
        return new PolicyLevel("level", List.of(new AttachedPolicy("policy", Policy.of(statements))));
    }

    private Policy policy(boolean named) {
        List<Statement> all = new ArrayList<>();
        for (int i = random.nextInt(3); i >= 0; i--) {
            Statement statement = statement(i > 0 && chance(40) ? Effect.DENY : Effect.ALLOW);
            boolean exempts = statement.effect() == Effect.DENY && chance(30);
            Scope<PrincipalPattern> whom =
                    exempts ? Scope.allExcept(one(PATTERNS), one(PATTERNS)) : Scope.only(one(PATTERNS));
            all.add(named ? with(statement, whom) : statement);
        }
        return Policy.of(all.toArray(Statement[]::new));
    }

    private static Statement with(Statement statement, Scope<PrincipalPattern> whom) {
        return new Statement(
                statement.sid(),
                statement.effect(),
                Optional.of(whom),
                statement.actions(),
                statement.resources(),
                statement.conditions());
    }

    private Policy trust() {
        Scope<PrincipalPattern> whom = Scope.only(one(PATTERNS), chance(60) ? PROVIDER : one(PATTERNS));
        String action = chance(50) ? "sts:AssumeRole" : "sts:*";
        Statement allow = Statement.allow(List.of(action), List.of("*"));
        return Policy.of(new Statement(
                Optional.empty(), Effect.ALLOW, Optional.of(whom), allow.actions(), Optional.empty(), List.of()));
    }

    private Statement statement(Effect effect) {
        List<ActionPattern> actions = List.of(new ActionPattern(one(ACTION_PATTERNS)));
        List<ResourcePattern> resources = List.of(new ResourcePattern(one(RESOURCE_PATTERNS)));
        Statement statement = Statement.of(effect, new Scope.Only<>(actions), new Scope.Only<>(resources));
        return chance(25)
                ? statement.where(Condition.of(Comparison.BOOL, KEY, chance(50) ? "true" : "false"))
                : statement;
    }

    private <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    private boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }
}
