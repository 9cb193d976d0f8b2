// SPDX-License-Identifier: Apache-2.0
package io.execward.ecs;

import io.execward.evaluate.Decision;
import io.execward.evaluate.PolicyEngine;
import io.execward.evaluate.ResourceDecision;
import io.execward.evaluate.Undecided;
import io.execward.evaluate.Verdict;
import io.execward.model.Request;
import io.execward.model.Resource;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Several checks judged as one call. Those of one action with one context go to the engine together, for only there is an unknown fact
 * that two of them share one fact.
 *
 * @param decisions for each group of checks
 */
record Joint(Verdict verdict, List<CheckDecision> checks, List<Decision> decisions) {
    /** From the least severe on; what is most severe wins (R-EVAL-15). */
    private static final List<Verdict> SEVERITY =
            List.of(Verdict.ALLOWED, Verdict.IMPLICIT_DENY, Verdict.EXPLICIT_DENY);

    /** Checks that one request can hold. */
    private record Group(PolicyEngine engine, List<OperationCheck> checks) {
        Request request() {
            return together(checks);
        }
    }

    static Joint of(List<OperationCheck> checks, ResourceEngines engines) {
        List<CheckDecision> each = new ArrayList<>(checks.size());
        List<Decision> decisions = new ArrayList<>();
        for (Group group : groups(checks, engines)) {
            Decision decision = group.engine().explain(group.request());
            decisions.add(decision);
            for (int i = 0; i < group.checks().size(); i++) {
                each.add(new CheckDecision(
                        group.checks().get(i), part(decision, i, group.checks().get(i))));
            }
        }
        return new Joint(verdict(decisions), each, decisions);
    }

    OperationDecision of(OperationRequest request) {
        return new CheckedDecision(request, verdict, checks, decisions);
    }

    static List<Request> requests(List<OperationCheck> checks) {
        List<Request> requests = new ArrayList<>();
        List<OperationCheck> together = new ArrayList<>();
        for (OperationCheck check : checks) {
            if (!together.isEmpty() && !isOneCall(together.get(0), check)) {
                requests.add(together(together));
                together.clear();
            }
            together.add(check);
        }
        requests.add(together(together));
        return requests;
    }

    static Verdict decide(List<Request> requests, PolicyEngine engine) {
        Verdict worst = Verdict.ALLOWED;
        boolean undecided = false;
        for (Request request : requests) {
            Verdict verdict = engine.decide(request);
            if (verdict == Verdict.EXPLICIT_DENY) {
                return verdict;
            }
            undecided |= verdict == Verdict.UNDECIDED;
            worst = verdict == Verdict.IMPLICIT_DENY ? verdict : worst;
        }
        if (!undecided || worst == Verdict.ALLOWED) {
            return undecided ? Verdict.UNDECIDED : worst;
        }
        return verdict(requests.stream().map(engine::explain).toList());
    }

    private static List<Group> groups(List<OperationCheck> checks, ResourceEngines engines) {
        List<Group> groups = new ArrayList<>();
        for (OperationCheck check : checks) {
            PolicyEngine engine = engines.on(resource(check));
            Group last = groups.isEmpty() ? null : groups.get(groups.size() - 1);
            if (last != null
                    && last.engine() == engine
                    && isOneCall(last.checks().get(0), check)) {
                last.checks().add(check);
            } else {
                groups.add(new Group(engine, new ArrayList<>(List.of(check))));
            }
        }
        return groups;
    }

    private static boolean isOneCall(OperationCheck one, OperationCheck other) {
        Request a = one.request();
        Request b = other.request();
        return a.action().equals(b.action())
                && a.principal().equals(b.principal())
                && a.resourceAccount().equals(b.resourceAccount())
                && a.flags().equals(b.flags())
                && a.context().equals(b.context());
    }

    private static Resource resource(OperationCheck check) {
        return check.request().resources().get(0);
    }

    private static Request together(List<OperationCheck> checks) {
        return checks.get(0).request().on(checks.stream().map(Joint::resource).toList());
    }

    private static Decision part(Decision decision, int index, OperationCheck check) {
        ResourceDecision resource = decision.resources().get(index);
        return new Decision(resource.verdict(), check.request(), List.of(resource), resource.undecided());
    }

    private static Verdict verdict(List<Decision> decisions) {
        Set<Verdict> possible = EnumSet.of(Verdict.ALLOWED);
        for (Decision decision : decisions) {
            possible = mostSevere(possible, possible(decision));
        }
        return possible.size() == 1 ? possible.iterator().next() : Verdict.UNDECIDED;
    }

    private static Set<Verdict> possible(Decision decision) {
        if (decision.verdict() != Verdict.UNDECIDED) {
            return EnumSet.of(decision.verdict());
        }
        Set<Verdict> possible = EnumSet.noneOf(Verdict.class);
        decision.undecided()
                .filter(Undecided::exact)
                .ifPresent(undecided -> undecided.ways().forEach(way -> possible.add(way.verdict())));
        return possible.isEmpty() ? EnumSet.copyOf(SEVERITY) : possible;
    }

    private static Set<Verdict> mostSevere(Set<Verdict> some, Set<Verdict> others) {
        Set<Verdict> joined = EnumSet.noneOf(Verdict.class);
        for (Verdict one : some) {
            for (Verdict other : others) {
                joined.add(SEVERITY.get(Math.max(SEVERITY.indexOf(one), SEVERITY.indexOf(other))));
            }
        }
        return joined;
    }
}
