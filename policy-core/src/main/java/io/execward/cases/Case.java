// SPDX-License-Identifier: Apache-2.0
package io.execward.cases;

import io.execward.evaluate.Verdict;
import io.execward.json.JsonObject;
import io.execward.json.JsonString;
import io.execward.json.JsonValue;
import io.execward.model.PolicySet;
import io.execward.model.Request;
import java.util.Optional;

/**
 * One case of a case file (section J of the IAM rules).
 *
 * @param uncertain true if it pins a choice where AWS is silent
 */
public record Case(
        String id,
        Optional<String> rule,
        boolean uncertain,
        PolicySet policies,
        Request request,
        Optional<Verdict> expected) {
    /**
     * Reads a case, strictly: what is not known is an error.
     *
     * @throws CaseException if the value is none
     * @throws io.execward.diagnostic.PolicySyntaxException if a policy in it is malformed
     */
    public static Case read(JsonValue value) {
        return CaseReader.read(value);
    }

    /** The id of what may be no case or question, for messages. */
    public static Optional<String> id(JsonValue value) {
        return value instanceof JsonObject object && object.get("id").orElse(null) instanceof JsonString id
                ? Optional.of(id.value())
                : Optional.empty();
    }
}
