// SPDX-License-Identifier: Apache-2.0
package io.execward.model;

import java.util.ArrayList;
import java.util.List;

/**
 * The place of a value in a policy document, as member names and list indexes from the top; prints as a JSON pointer (RFC 6901).
 * An element written without brackets has the same path as the list it stands for, so
 * {@code /Statement/0/Action/0} is right for both forms.
 */
public record PolicyPath(List<String> steps) {
    /** The document itself. */
    public static final PolicyPath ROOT = new PolicyPath(List.of());

    public PolicyPath {
        steps = List.copyOf(steps);
    }

    /** The path of a member of the object at this path. */
    public PolicyPath member(String name) {
        List<String> longer = new ArrayList<>(steps.size() + 1);
        longer.addAll(steps);
        longer.add(name);
        return new PolicyPath(longer);
    }

    /** The path of an item, from 0, of the list at this path. */
    public PolicyPath item(int index) {
        return member(Integer.toString(index));
    }

    /** The path of a statement, from 0. */
    public static PolicyPath statement(int index) {
        return ROOT.member("Statement").item(index);
    }

    @Override
    public String toString() {
        StringBuilder pointer = new StringBuilder();
        for (String step : steps) {
            pointer.append('/').append(step.replace("~", "~0").replace("/", "~1"));
        }
        return pointer.toString();
    }
}
