// SPDX-License-Identifier: Apache-2.0
package io.execward.crosscheck;

import io.execward.analyze.Answer;
import io.execward.evaluate.PolicyEngine;
import io.execward.evaluate.Verdict;
import io.execward.model.ConditionKey;
import io.execward.model.ContextValue;
import io.execward.model.PolicySet;
import io.execward.model.Request;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Holds an answer against concrete requests. The engine judges them; nothing of the analyzer is used. */
final class Attack {
    /**
     * What came of it.
     *
     * @param complete whether every request of the small world was tried; for a claim that holds
     * @param contradiction why the answer is wrong, if it is
     * @param request the one that shows it
     */
    record Outcome(boolean complete, Optional<String> contradiction, Optional<Request> request) {}

    private final Question question;
    private final PolicyEngine a;
    private final PolicyEngine b;
    private final PolicyEngine region;

    Attack(Question question) {
        this.question = question;
        this.a = PolicyEngine.compile(question.a().policies());
        this.b = question.b().policies().equals(question.a().policies())
                ? a
                : PolicyEngine.compile(question.b().policies());
        this.region = PolicyEngine.compile(PolicySet.identity(question.region()));
    }

    /**
     * Tries to show that the answer is wrong.
     *
     * @param limit how many requests to put against a claim that holds; where the world has more, so many random ones
     */
    Outcome on(Answer answer, int limit, Dice dice) {
        return answer.match(
                holds -> refute(limit, dice), fails -> replay(fails), unknown -> new Outcome(true, none(), none()));
    }

    private static <T> Optional<T> none() {
        return Optional.empty();
    }

    private Outcome refute(int limit, Dice dice) {
        World world = new World(question);
        List<Request> found = new ArrayList<>();
        boolean complete = world.size() <= limit;
        if (complete) {
            world.everyRequest(request -> isFound(request, found));
        } else {
            world.someRequests(limit, dice, request -> isFound(request, found));
        }
        return found.isEmpty()
                ? new Outcome(complete, none(), none())
                : new Outcome(
                        complete, Optional.of("holds, but a request shows the opposite"), Optional.of(found.get(0)));
    }

    private boolean isFound(Request request, List<Request> found) {
        if (refutes(request)) {
            found.add(request);
        }
        return !found.isEmpty();
    }

    /** Whether the engine decides the request such that the claim is false. */
    boolean refutes(Request request) {
        boolean byA = a.decide(request) == Verdict.ALLOWED;
        boolean byB = isSame() ? byA : b.decide(request) == Verdict.ALLOWED;
        return question.isRefutedWhen(byA, byB) && region.decide(request) == Verdict.EXPLICIT_DENY;
    }

    @SuppressWarnings("ReferenceEquality") // one engine serves both, see the constructor
    private boolean isSame() {
        return a == b;
    }

    private Outcome replay(Answer.Fails fails) {
        Request request = fails.witness().request();
        return new Outcome(
                true, fault(fails, request).map(fault -> "fails, but its witness " + fault), Optional.of(request));
    }

    private Optional<String> fault(Answer.Fails fails, Request request) {
        if (fails.witness().requests().size() != 1 || request.resources().size() != 1) {
            return Optional.of("is not one request on one resource");
        }
        if (!request.context().isComplete()) {
            return Optional.of("is not complete");
        }
        if (!request.principal().equals(question.a().principal())) {
            return Optional.of("has another caller");
        }
        for (ConditionKey key : question.a().known().keys()) {
            if (!request.context().get(key).equals(question.a().known().get(key))) {
                return Optional.of("contradicts what is known");
            }
        }
        for (ConditionKey key : request.context().keys()) {
            if (request.context().get(key) instanceof ContextValue.Present present) {
                boolean single =
                        key.folded().startsWith("aws:") && !key.folded().equals("aws:tagkeys");
                boolean known = question.a().known().keys().stream().anyMatch(key::sameAs);
                if (!known
                        && (present.values().isEmpty()
                                || (single && present.values().size() != 1))) {
                    return Optional.of("has a value that no request can have");
                }
            }
        }
        return refutes(request) ? Optional.empty() : Optional.of("shows nothing");
    }
}
