// SPDX-License-Identifier: Apache-2.0
package io.execward.suite;

import io.execward.diagnostic.SourceMap;
import io.execward.diagnostic.SourceSpan;
import io.execward.model.Condition;
import io.execward.model.PolicyPath;
import java.util.List;
import java.util.Optional;

/** Where the parts of policies stand. */
final class Places {
    private Places() {}

    /** The path under which documents have the condition. */
    static PolicyPath condition(int statement, Condition condition) {
        return PolicyPath.statement(statement)
                .member("Condition")
                .member(condition.operator().text())
                .member(condition.key().name());
    }

    /** The span of the part, or of the smallest thing around it that stands in the text. */
    static Optional<SourceSpan> span(SourceMap map, PolicyPath path) {
        List<String> steps = path.steps();
        for (int length = steps.size(); length >= 0; length--) {
            PolicyPath around = PolicyPath.ROOT;
            for (String step : steps.subList(0, length)) {
                around = around.member(step);
            }
            Optional<SourceSpan> span = map.span(around);
            if (span.isPresent()) {
                return span;
            }
        }
        return Optional.empty();
    }
}
