// SPDX-License-Identifier: Apache-2.0
package io.execward.crosscheck;

import com.microsoft.z3.BoolExpr;
import com.microsoft.z3.Context;
import com.microsoft.z3.Params;
import com.microsoft.z3.Solver;
import com.microsoft.z3.Status;
import io.execward.model.Action;
import io.execward.model.Effect;
import io.execward.model.Policy;
import io.execward.model.PolicySet;
import io.execward.model.Request;
import io.execward.model.Resource;
import java.util.List;
import java.util.Optional;

/** Whole questions, answered by Z3. Shares the model and the catalog's types with the analyzer, and nothing else. */
@SuppressWarnings({"unchecked", "rawtypes"}) // the bindings take arrays of generic types
final class Z3Decider implements AutoCloseable {
    private final Context z3 = new Context();
    private final Texts texts = new Texts(z3);
    private final int milliseconds;

    Z3Decider(int milliseconds) {
        this.milliseconds = milliseconds;
    }

    /** Z3's answer: a request that refutes the claim, none, or it does not know. */
    record Answer(Status refutable, Optional<Request> request) {}

    /** @throws Unsupported if the question cannot be put to Z3 */
    Answer answer(Question question) {
        Encoding encoding = new Encoding(z3, texts, question.policies());
        Solver solver = z3.mkSolver();
        Params params = z3.mkParams();
        params.add("timeout", milliseconds);
        solver.setParameters(params);
        solver.add(encoding.possible(question.a().known()));
        solver.add(encoding.speaks(question.region(), Effect.DENY, false));
        solver.add(refuted(question, encoding));
        Status status = solver.check();
        if (status != Status.SATISFIABLE) {
            return new Answer(status, Optional.empty());
        }
        Request prototype = Request.of(question.a().principal(), Action.of("s:x"), Resource.of("*"))
                .ownedBy(question.a().principal().account().orElseThrow());
        return new Answer(status, Optional.of(encoding.request(solver.getModel(), prototype)));
    }

    private BoolExpr refuted(Question question, Encoding encoding) {
        BoolExpr a = encoding.allowed(question.a().policies());
        BoolExpr b = encoding.allowed(question.b().policies());
        return switch (question.kind()) {
            case NO_NEW_ACCESS -> z3.mkAnd(b, z3.mkNot(a));
            case EQUIVALENT -> z3.mkXor(a, b);
            case DISJOINT -> z3.mkAnd(a, b);
            case NEVER_ALLOWS -> a;
            case ALWAYS_ALLOWS -> z3.mkNot(a);
        };
    }

    /** Whether this one request is allowed: only values are put in, nothing is searched. */
    Status allows(PolicySet policies, List<Policy> all, Request request) {
        Encoding encoding = new Encoding(z3, texts, all);
        Solver solver = z3.mkSolver();
        Params params = z3.mkParams();
        params.add("timeout", milliseconds);
        solver.setParameters(params);
        solver.add(encoding.is(request));
        solver.add(encoding.allowed(policies));
        return solver.check();
    }

    @Override
    public void close() {
        z3.close();
    }
}
