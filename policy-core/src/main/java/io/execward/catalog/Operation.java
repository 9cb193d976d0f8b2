// SPDX-License-Identifier: Apache-2.0
package io.execward.catalog;

import io.execward.model.Action;
import io.execward.model.ConditionKey;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * An API operation and the actions that it needs (R-CAT-10, R-EXEC-37).
 *
 * @param service the prefix of the service
 * @param name such as {@code RunTask}
 * @param needs at least one, in the order of the reference
 */
public record Operation(String service, String name, List<Need> needs) {
    public Operation {
        Objects.requireNonNull(service, "service");
        Objects.requireNonNull(name, "name");
        needs = List.copyOf(needs);
        if (needs.isEmpty()) {
            throw new IllegalArgumentException("an operation needs at least one action (R-CAT-10)");
        }
    }

    /** The operation that needs just the action of its name: what every operation is that the reference has no row for. */
    static Operation plain(ServiceAction action) {
        Need need = new Need(action.action(), Optional.empty(), Map.of());
        return new Operation(action.action().service(), action.name(), List.of(need));
    }

    /**
     * One action that an operation needs.
     *
     * @param action what is authorised
     * @param when the calls that need it, in words; empty if every call does
     * @param context what the request context holds for the check: for each key one of these values
     */
    public record Need(Action action, Optional<String> when, Map<ConditionKey, List<String>> context) {
        public Need {
            Objects.requireNonNull(action, "action");
            Objects.requireNonNull(when, "when");
            Map<ConditionKey, List<String>> copy = new LinkedHashMap<>();
            context.forEach((key, values) -> copy.put(key, List.copyOf(values)));
            context = Collections.unmodifiableMap(copy);
        }

        /** True if every call needs the action. */
        public boolean isAlways() {
            return when.isEmpty();
        }
    }
}
