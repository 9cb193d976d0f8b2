// SPDX-License-Identifier: Apache-2.0
package io.execward.json;

import io.execward.diagnostic.SourceMap;
import io.execward.diagnostic.SourceSpan;
import io.execward.json.JsonObject.Member;
import io.execward.model.CaseFolding;
import io.execward.model.PolicyPath;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds the values of a policy in the tree that it was read from, when asked. */
final class PolicySourceMap implements SourceMap {
    private final JsonValue root;

    PolicySourceMap(JsonValue root) {
        this.root = root;
    }

    @Override
    public Optional<SourceSpan> span(PolicyPath path) {
        return Optional.ofNullable(find(path.steps())).map(JsonValue::span);
    }

    /** The name of the member that the path leads to. */
    Optional<SourceSpan> nameSpan(PolicyPath path) {
        List<String> steps = path.steps();
        if (steps.isEmpty() || !(find(steps.subList(0, steps.size() - 1)) instanceof JsonObject object)) {
            return Optional.empty();
        }
        return Optional.ofNullable(member(object, steps.get(steps.size() - 1))).map(Member::nameSpan);
    }

    /** The first character of the value at the path, or of the nearest one around it. */
    SourceSpan opening(PolicyPath path) {
        List<String> steps = path.steps();
        @Nullable JsonValue value = find(steps);
        while (value == null) {
            steps = steps.subList(0, steps.size() - 1);
            value = find(steps);
        }
        return value.opening();
    }

    private @Nullable JsonValue find(List<String> steps) {
        JsonValue value = root;
        for (String step : steps) {
            @Nullable JsonValue next = step(value, step);
            if (next == null) {
                return null;
            }
            value = next;
        }
        return value;
    }

    private static @Nullable JsonValue step(JsonValue value, String step) {
        if (value instanceof JsonArray array) {
            int index = index(step);
            return index >= 0 && index < array.items().size() ? array.items().get(index) : null;
        }
        if (value instanceof JsonObject object) {
            @Nullable Member member = member(object, step);
            if (member != null) {
                return member.value();
            }
        }
        return step.equals("0") ? value : null; // written without brackets
    }

    /** Operators may be written in another letter case than the model prints (R-GRAM-17). */
    private static @Nullable Member member(JsonObject object, String name) {
        @Nullable Member near = null;
        String folded = CaseFolding.fold(name);
        for (Member member : object.members()) {
            if (member.name().equals(name)) {
                return member;
            }
            if (near == null && CaseFolding.fold(member.name()).equals(folded)) {
                near = member;
            }
        }
        return near;
    }

    private static int index(String step) {
        if (step.isEmpty() || step.length() > 9) {
            return -1;
        }
        int index = 0;
        for (int i = 0; i < step.length(); i++) {
            char c = step.charAt(i);
            if (c < '0' || c > '9') {
                return -1;
            }
            index = 10 * index + c - '0';
        }
        return index;
    }
}
