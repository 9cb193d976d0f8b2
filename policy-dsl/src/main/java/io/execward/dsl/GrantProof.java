// SPDX-License-Identifier: Apache-2.0
package io.execward.dsl;

import io.execward.analyze.Answer;
import io.execward.analyze.PolicyAnalyzer;
import io.execward.analyze.Region;
import io.execward.analyze.Subject;
import io.execward.catalog.ServiceCatalog;
import io.execward.dsl.BreakGlass.Proof;
import io.execward.ecs.Caller;
import io.execward.evaluate.PolicyEngine;
import io.execward.evaluate.Verdict;
import io.execward.model.ActionPattern;
import io.execward.model.Comparison;
import io.execward.model.Condition;
import io.execward.model.ConditionKey;
import io.execward.model.ConditionOperator;
import io.execward.model.Context;
import io.execward.model.Policy;
import io.execward.model.PolicySet;
import io.execward.model.Request;
import io.execward.model.ResourcePattern;
import io.execward.model.Scope;
import java.util.ArrayList;
import java.util.List;

/**
 * What a break-glass grant can never do, asked of all requests and not of some. A check holds only if the analyzer proves it: what is
 * not known refuses the grant as what fails does.
 */
final class GrantProof {
    private static final List<String> GRANTED =
            List.of("ecs:ExecuteCommand", "ecs:DescribeTasks", "kms:GenerateDataKey");

    private static final Condition WITHOUT_MFA = new Condition(
            ConditionOperator.of("BoolIfExists").orElseThrow(),
            ConditionKey.of("aws:MultiFactorAuthPresent"),
            List.of("false"));

    private final BreakGlassDraft draft;
    private final PolicyAnalyzer analyzer = PolicyAnalyzer.create();
    private final Context facts;
    private final List<Proof.Check> checks = new ArrayList<>();

    GrantProof(BreakGlassDraft draft) {
        this.draft = draft;
        this.facts = facts(draft);
    }

    /** What is the same in all requests of the caller that the grant could be about. */
    private static Context facts(BreakGlassDraft draft) {
        Context told = Caller.of(draft.principal()).context();
        Context.Builder facts = Context.builder();
        told.keys().stream().filter(key -> !told.isUnknown(key)).forEach(key -> facts.put(key, told.get(key)));
        return facts.put("aws:RequestedRegion", draft.cluster().region()).build();
    }

    /** @param layers in which the caller may do everything otherwise */
    List<Proof.Check> nothingElse(PolicySet layers) {
        Scope<ResourcePattern> anything = Scope.only(new ResourcePattern("*"));
        Scope<ActionPattern> others =
                new Scope.AllExcept<>(GRANTED.stream().map(ActionPattern::new).toList());
        Region exec = Region.of(List.of("ecs:ExecuteCommand"), List.of("*"));
        never("whatever else", layers, new Region(others, anything, List.of()));
        never(
                "any exec before " + draft.begin(),
                layers,
                exec.where(Condition.of(
                        Comparison.DATE_LESS_THAN,
                        "aws:CurrentTime",
                        draft.begin().toString())));
        never(
                "any exec from " + draft.end() + " on",
                layers,
                exec.where(Condition.of(
                        Comparison.DATE_GREATER_THAN_EQUALS,
                        "aws:CurrentTime",
                        draft.end().toString())));
        never(
                "any exec into another container",
                layers,
                exec.where(Condition.of(Comparison.STRING_NOT_EQUALS, "ecs:container-name", draft.container())));
        never(
                "any exec in another cluster",
                layers,
                exec.where(Condition.of(
                        Comparison.ARN_NOT_EQUALS,
                        "ecs:cluster",
                        draft.cluster().toString())));
        // A request carries the age only if it carries MFA (R-KEY-03), and the grant asks for the age.
        never(
                "any exec without MFA",
                layers,
                exec.where(WITHOUT_MFA, Condition.of(Comparison.NULL, "aws:MultiFactorAuthAge", "true")));
        never(
                "any exec with old MFA",
                layers,
                exec.where(Condition.of(
                        Comparison.NUMERIC_GREATER_THAN_EQUALS,
                        "aws:MultiFactorAuthAge",
                        Long.toString(draft.mfaAge().toSeconds()))));
        return List.copyOf(checks);
    }

    private void never(String what, PolicySet layers, Region region) {
        Answer answer = analyzer.neverAllows(new Subject(draft.principal(), layers, facts), region);
        Verdict verdict =
                answer.match(holds -> Verdict.EXPLICIT_DENY, fails -> Verdict.ALLOWED, unknown -> Verdict.UNDECIDED);
        checks.add(new Proof.Check("for all requests: " + what, Verdict.EXPLICIT_DENY, verdict, because(answer)));
    }

    /** @param granted the layers without anything that the caller may do otherwise */
    Proof.Check inside(PolicySet granted, Policy ceiling) {
        PolicySet limit = PolicySet.identity(ceiling);
        // Whatever the grant allows carries the age of an MFA, hence MFA (R-KEY-03).
        Context withMfa = facts.plus(Context.of("aws:MultiFactorAuthPresent", "true"));
        Answer answer = analyzer.within(ServiceCatalog.bundled())
                .noNewAccess(
                        new Subject(draft.principal(), limit, withMfa),
                        new Subject(draft.principal(), granted, withMfa));
        PolicyEngine engine = PolicyEngine.compile(limit);
        Verdict verdict = answer.match(
                holds -> Verdict.ALLOWED,
                fails -> engine.decide(fails.witness().request()),
                unknown -> Verdict.UNDECIDED);
        return new Proof.Check(
                "for all requests: what is granted, inside the ceiling", Verdict.ALLOWED, verdict, because(answer));
    }

    private static String because(Answer answer) {
        return answer.match(holds -> "", fails -> words(fails.witness().request()), unknown -> unknown.detail());
    }

    private static String words(Request request) {
        return request.action() + " on " + request.resources().get(0).text() + " with " + request.context();
    }
}
