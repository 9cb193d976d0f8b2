// SPDX-License-Identifier: Apache-2.0
package io.execward.json;

import io.execward.model.PolicyVariables;
import io.execward.model.ResourcePattern;

/** The policy variables in a text of a 2012-10-17 document. */
final class Variables {
    private final Problems problems;

    Variables(Problems problems) {
        this.problems = problems;
    }

    /** Reports malformed variables (R-VAR-11); true if there are none. */
    boolean check(JsonString text) {
        if (PolicyVariables.isPlain(text.value())) {
            return true;
        }
        var malformed = PolicyVariables.parse(text.value()).problems();
        for (PolicyVariables.Problem problem : malformed) {
            problems.error(
                    "R-VAR-11",
                    text.span(problem.start(), problem.end()),
                    problem.message(),
                    "write `${key}` or `${key, 'default'}`; a literal `${` is written `${$}{`");
        }
        return malformed.isEmpty();
    }

    /** Warns of variables where none has a value, before the fifth colon of an ARN (R-RES-13). */
    void checkResource(JsonString resource) {
        String text = resource.value();
        int field = ResourcePattern.resourceFieldStart(text);
        int end = field < 0 ? text.length() : field;
        int open = text.indexOf("${");
        while (open >= 0 && open < end) {
            int close = text.indexOf('}', open) + 1;
            problems.warning(
                    "R-RES-13",
                    resource.span(open, close),
                    "a policy variable before the fifth colon of an ARN is not usable: only the `Resource` of a Deny keeps it (U-23)",
                    "write the text itself, or `*`; variables work in the last field only");
            open = text.indexOf("${", close);
        }
    }
}
