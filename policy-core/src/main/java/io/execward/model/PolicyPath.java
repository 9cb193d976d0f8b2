// SPDX-License-Identifier: Apache-2.0
package io.execward.model;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The place of a value in a policy document, as member names and list indexes from the top; prints as a JSON pointer (RFC 6901).
 * An element written without brackets has the same path as the list it stands for, so
 * {@code /Statement/0/Action/0} is right for both forms.
 */
public final class PolicyPath {
    /** The document itself. */
    public static final PolicyPath ROOT = new PolicyPath(null, "");

    private static final PolicyPath STATEMENTS = ROOT.member("Statement");

    private final @Nullable PolicyPath parent;
    private final String step;

    private PolicyPath(@Nullable PolicyPath parent, String step) {
        this.parent = parent;
        this.step = step;
    }

    /** The path of a member of the object at this path. */
    public PolicyPath member(String name) {
        return new PolicyPath(this, name);
    }

    /** The path of an item, from 0, of the list at this path. */
    public PolicyPath item(int index) {
        return member(Integer.toString(index));
    }

    /** The path of a statement, from 0. */
    public static PolicyPath statement(int index) {
        return STATEMENTS.item(index);
    }

    /** The member names and indexes from the top. */
    public List<String> steps() {
        Deque<String> steps = new ArrayDeque<>();
        for (PolicyPath path = this; path.parent != null; path = path.parent) {
            steps.addFirst(path.step);
        }
        return List.copyOf(steps);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PolicyPath that && steps().equals(that.steps());
    }

    @Override
    public int hashCode() {
        return steps().hashCode();
    }

    @Override
    public String toString() {
        StringBuilder pointer = new StringBuilder();
        for (String name : steps()) {
            pointer.append('/').append(name.replace("~", "~0").replace("/", "~1"));
        }
        return pointer.toString();
    }
}
