// SPDX-License-Identifier: Apache-2.0
package io.execward.junit;

import io.execward.cases.Case;
import io.execward.cases.CaseException;
import io.execward.evaluate.Decision;
import io.execward.evaluate.DecisionPrinter;
import io.execward.evaluate.PolicyEngine;
import io.execward.evaluate.Verdict;
import io.execward.json.JsonObject;
import io.execward.json.JsonString;
import io.execward.json.JsonValue;
import java.util.Optional;
import org.opentest4j.AssertionFailedError;

/** A request with its policies, whose verdict must be the one that it expects. */
final class ConformanceLine implements CaseFile.Check {
    @Override
    public String name(JsonValue value) {
        return Case.id(value).orElse("line")
                + word(value, "rule").map(rule -> " (" + rule + ")").orElse("");
    }

    @Override
    public void run(JsonValue value) {
        Case one = Case.read(value);
        Verdict expected = one.expected()
                .orElseThrow(() -> new CaseException(1, "the case expects nothing: add `expected` with a verdict"));
        Decision decision = PolicyEngine.compile(one.policies()).explain(one.request());
        if (decision.verdict() != expected) {
            throw new AssertionFailedError(
                    value.span() + ": expected " + expected + ", but it is " + decision.verdict()
                            + word(value, "why").map(why -> "\nwhy: " + why).orElse("") + "\n\n"
                            + DecisionPrinter.print(decision),
                    expected,
                    decision.verdict());
        }
    }

    private static Optional<String> word(JsonValue value, String name) {
        return value instanceof JsonObject object && object.get(name).orElse(null) instanceof JsonString text
                ? Optional.of(text.value())
                : Optional.empty();
    }
}
