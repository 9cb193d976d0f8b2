// SPDX-License-Identifier: Apache-2.0
package io.execward.lang;

import io.execward.diagnostic.PolicySyntaxException;
import io.execward.diagnostic.Source;
import io.execward.json.PolicyJson;
import io.execward.model.ActionPattern;
import io.execward.model.Condition;
import io.execward.model.ConditionKey;
import io.execward.model.ConditionOperator;
import io.execward.model.Effect;
import io.execward.model.Policy;
import io.execward.model.PolicyKind;
import io.execward.model.PolicyVersion;
import io.execward.model.PrincipalPattern;
import io.execward.model.ResourcePattern;
import io.execward.model.Scope;
import io.execward.model.Statement;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Policies that nobody would write, of every kind: each has a text, and the text means the policy. */
class TextRoundTripProperties {
    private static final List<String> ODD = List.of(
            "",
            "a",
            "x y",
            "\"",
            "\\",
            "\\n",
            "\n",
            "\r\n",
            "\t",
            "#",
            "{",
            "}",
            "${$}{x}",
            "${aws:username}",
            "é",
            "𝒳",
            "\u0001",
            "\u007f",
            "\u00a0",
            "\u200b",
            "\u2028",
            "\u202e",
            "\ufeff",
            "allow",
            "*",
            "?",
            "\\u{41}",
            "|",
            ",",
            "=");

    @Property(tries = 400)
    void each_policy_has_a_text_that_means_it(@ForAll PolicyKind kind, @ForAll("policies") Policy policy) {
        Policy valid = fitted(kind, policy);
        try {
            PolicyJson.parse(Source.of("valid", PolicyJson.print(valid)), kind);
        } catch (PolicySyntaxException e) {
            Assume.that(false);
        }
        TextRoundTripTest.roundTrip(kind, valid);
    }

    /** What the kind forbids is left out, what it needs is put in. */
    private static Policy fitted(PolicyKind kind, Policy policy) {
        boolean organization = kind == PolicyKind.SERVICE_CONTROL || kind == PolicyKind.RESOURCE_CONTROL;
        boolean hasId = kind == PolicyKind.RESOURCE || kind == PolicyKind.ROLE_TRUST || kind == PolicyKind.VPC_ENDPOINT;
        return new Policy(
                organization ? Optional.of(PolicyVersion.V2012_10_17) : policy.version(),
                hasId ? policy.id() : Optional.empty(),
                policy.statements().stream()
                        .map(statement -> fitted(kind, statement))
                        .toList());
    }

    private static Statement fitted(PolicyKind kind, Statement statement) {
        Optional<Scope<PrincipalPattern>> principals = !kind.namesPrincipals()
                ? Optional.empty()
                : kind == PolicyKind.RESOURCE_CONTROL
                        ? Optional.of(Scope.only(new PrincipalPattern.Anyone()))
                        : statement.principals();
        return new Statement(
                kind.hasStrictSids() ? Optional.empty() : statement.sid(),
                kind == PolicyKind.RESOURCE_CONTROL ? Effect.DENY : statement.effect(),
                principals,
                statement.actions(),
                kind == PolicyKind.ROLE_TRUST ? Optional.empty() : statement.resources(),
                statement.conditions());
    }

    @Provide
    Arbitrary<Policy> policies() {
        Arbitrary<Optional<PolicyVersion>> versions = Arbitraries.of(
                Optional.of(PolicyVersion.V2012_10_17), Optional.of(PolicyVersion.V2008_10_17), Optional.empty());
        return Combinators.combine(
                        versions, odd().optional(), statements().list().ofMaxSize(3))
                .as(Policy::new);
    }

    private static Arbitrary<Statement> statements() {
        return Combinators.combine(
                        odd().optional(),
                        Arbitraries.of(Effect.values()),
                        principals(),
                        scopes(odd().map(text -> new ActionPattern("s3:" + text))),
                        scopes(odd().map(text -> new ResourcePattern("arn:aws:s3:::" + text))),
                        conditions().list().ofMaxSize(2).uniqueElements(Condition::operator))
                .as((sid, effect, principals, actions, resources, conditions) -> new Statement(
                        sid,
                        effect,
                        Optional.of(effect == Effect.DENY ? principals : new Scope.Only<>(principals.patterns())),
                        actions,
                        Optional.of(resources),
                        conditions));
    }

    private static Arbitrary<Scope<PrincipalPattern>> principals() {
        Arbitrary<PrincipalPattern> named = Arbitraries.of(
                PrincipalPattern.Aws.of("111122223333"),
                PrincipalPattern.Aws.of("arn:aws:iam::111122223333:role/a\"b"),
                PrincipalPattern.Aws.of("*"),
                new PrincipalPattern.Service("ecs-tasks.amazonaws.com"),
                new PrincipalPattern.Federated("cognito-identity.amazonaws.com"),
                new PrincipalPattern.CanonicalUser("79a59df900b949e5"));
        return Arbitraries.oneOf(
                scopes(named), Arbitraries.of(List.of(Scope.<PrincipalPattern>only(new PrincipalPattern.Anyone()))));
    }

    private static <P> Arbitrary<Scope<P>> scopes(Arbitrary<P> patterns) {
        Function<List<P>, Scope<P>> only = Scope.Only::new;
        Function<List<P>, Scope<P>> except = Scope.AllExcept::new;
        return Combinators.combine(patterns.list().ofMaxSize(3), Arbitraries.of(List.of(only, except)))
                .as((list, polarity) -> polarity.apply(list));
    }

    private static Arbitrary<Condition> conditions() {
        return Combinators.combine(
                        Arbitraries.of(
                                "StringEquals",
                                "ForAnyValue:StringLike",
                                "ForAllValues:StringNotEqualsIfExists",
                                "StringLikeIfExists",
                                "BoolIfExists",
                                "Null"),
                        odd().filter(text -> !text.isEmpty()),
                        odd().list().ofMaxSize(3))
                .as((operator, key, values) -> new Condition(
                        ConditionOperator.of(operator).orElseThrow(),
                        ConditionKey.of("aws:RequestTag/" + key),
                        values));
    }

    private static Arbitrary<String> odd() {
        return Arbitraries.of(ODD).list().ofMinSize(0).ofMaxSize(3).map(parts -> String.join("", parts));
    }
}
