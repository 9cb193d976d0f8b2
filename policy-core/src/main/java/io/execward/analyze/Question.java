// SPDX-License-Identifier: Apache-2.0
package io.execward.analyze;

import io.execward.evaluate.StatementRef;
import io.execward.model.Action;
import io.execward.model.ConditionKey;
import io.execward.model.Context;
import io.execward.model.ContextValue;
import io.execward.model.Principal;
import io.execward.model.Request;
import io.execward.model.Resource;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * A claim that no request is in any of some formulas; or, of an operation's checks, that there are no requests of one caller, one for
 * each check, such that each is in any of its formulas.
 *
 * @param principal who makes the requests
 * @param known keys that are the same in all of them
 * @param formulas for each check
 * @param checks for each check, whether a request shows that the claim is false, as the engine decides it
 */
record Question(Principal principal, Context known, List<List<Formula>> formulas, List<Replay.Check> checks) {
    Question {
        formulas = List.copyOf(formulas);
        checks = List.copyOf(checks);
    }

    /** Nothing is found: holds. */
    Answer ask(Space space, Meter meter, Optional<LocalDate> catalog) {
        Witness[] witness = new Witness[1];
        Find find = new Find(space, meter, known, solution -> {
            witness[0] = Replay.of(solution.stream().map(this::request).toList(), checks);
            return true;
        });
        try {
            if (find.search(formulas)) {
                return new Answer.Fails(Objects.requireNonNull(witness[0]));
            }
        } catch (Meter.Spent spent) {
            return spent.shortfall().toAnswer();
        }
        return meter.shortfall()
                .<Answer>map(Shortfall::toAnswer)
                .orElseGet(() -> new Answer.Holds(catalog, refs(find.used())));
    }

    private static List<StatementRef> refs(Set<Box> boxes) {
        return boxes.stream().flatMap(box -> box.ref().stream()).toList();
    }

    /** One request of a solution. */
    Request request(Solution solution) {
        Action action = solution.kind().actions().get(0);
        Context.Builder context = Context.builder();
        put(context, solution.fixed());
        solution.values().forEach((key, values) -> {
            ContextValue value = values.get(0);
            if (value instanceof ContextValue.Present) {
                context.put(key, value);
            }
        });
        Request request =
                Request.of(principal, action, Resource.of(solution.resource())).with(context.build());
        return principal.account().map(request::ownedBy).orElse(request);
    }

    private static void put(Context.Builder context, Context fixed) {
        for (ConditionKey key : fixed.keys()) {
            if (fixed.get(key) instanceof ContextValue.Present) {
                context.put(key, fixed.get(key));
            }
        }
    }
}
