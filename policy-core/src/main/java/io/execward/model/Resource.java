// SPDX-License-Identifier: Apache-2.0
package io.execward.model;

import java.util.Objects;
import java.util.Optional;

/**
 * What a request touches: one ARN, or {@code *} for actions without resource-level permissions (R-RES-11), with the context that
 * holds for this resource alone, such as its tags (R-EVAL-15). Never a pattern.
 */
public final class Resource {
    private final String text;
    private final Optional<Arn> arn;
    private final Context context;

    private Resource(String text, Optional<Arn> arn, Context context) {
        this.text = text;
        this.arn = arn;
        this.context = context;
    }

    /**
     * Reads an ARN or {@code *}.
     *
     * @throws IllegalArgumentException if {@code text} is neither
     */
    public static Resource of(String text) {
        return new Resource(text, text.equals("*") ? Optional.empty() : Optional.of(Arn.of(text)), Context.empty());
    }

    /** The same resource with these facts about it; they add to and override the request's. */
    public Resource with(Context facts) {
        return new Resource(text, arn, Objects.requireNonNull(facts, "facts"));
    }

    /** The ARN as given, or {@code *}. */
    public String text() {
        return text;
    }

    /** The ARN; empty for {@code *}. */
    public Optional<Arn> arn() {
        return arn;
    }

    /** What is true for this resource only. */
    public Context context() {
        return context;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Resource that && text.equals(that.text) && context.equals(that.context);
    }

    @Override
    public int hashCode() {
        return text.hashCode() * 31 + context.hashCode();
    }

    @Override
    public String toString() {
        return context.isEmpty() ? text : text + " " + context;
    }
}
