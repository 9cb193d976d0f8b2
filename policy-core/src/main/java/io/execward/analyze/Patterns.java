// SPDX-License-Identifier: Apache-2.0
package io.execward.analyze;

import io.execward.match.ActionMatcher;
import io.execward.match.Glob;
import io.execward.match.ResourceMatcher;
import io.execward.model.Context;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The texts that some pattern of a list accepts, and for resources whether the resource {@code *} is among them (R-RES-11). */
final class Patterns {
    private static final Glob EVERYTHING = Glob.of("*");

    private final List<Glob> globs;
    private final boolean star;

    private Patterns(Set<Glob> globs, boolean star) {
        this.globs = globs.contains(EVERYTHING) ? List.of(EVERYTHING) : List.copyOf(globs);
        this.star = star;
    }

    static Patterns of(List<Glob> globs, boolean star) {
        return new Patterns(new LinkedHashSet<>(globs), star);
    }

    /** A statement's {@code Action} entries (or those of {@code NotAction}) as patterns over {@link Universe#ACTION}. */
    static Patterns ofActions(ActionMatcher... entries) {
        Set<Glob> globs = new LinkedHashSet<>();
        for (ActionMatcher entry : entries) {
            globs.add(entry.whole());
        }
        return new Patterns(globs, false);
    }

    /**
     * A statement's {@code Resource} entries (or those of {@code NotResource}) as patterns over {@link Universe#ARN}.
     *
     * @param context knows every key that is a variable in them
     */
    static Patterns ofResources(Context context, ResourceMatcher... entries) {
        Set<Glob> globs = new LinkedHashSet<>();
        boolean star = false;
        for (ResourceMatcher entry : entries) {
            switch (entry.reach(context)) {
                case EVERYTHING -> {
                    globs.add(EVERYTHING);
                    star = true;
                }
                case PATTERNS -> globs.addAll(entry.patterns(context));
                case NOTHING -> {}
            }
        }
        return new Patterns(globs, star);
    }

    /** Either of both. */
    Patterns or(Patterns other) {
        Set<Glob> all = new LinkedHashSet<>(globs);
        all.addAll(other.globs);
        return new Patterns(all, star || other.star);
    }

    boolean accepts(String text) {
        for (Glob glob : globs) {
            if (glob.matches(text)) {
                return true;
            }
        }
        return false;
    }

    /** Whether a request on the resource {@code *} is meant too. */
    boolean acceptsStar() {
        return star;
    }

    boolean isNothing() {
        return globs.isEmpty() && !star;
    }

    /** True only if every text of the other is surely one of these; pairs of patterns are compared, so false does not say the opposite. */
    boolean covers(Patterns other) {
        return (star || !other.star) && other.globs.stream().allMatch(this::covers);
    }

    /** True only if every text of the pattern is surely one of these. */
    boolean covers(Glob narrow) {
        return globs.stream().anyMatch(wide -> wide.covers(narrow));
    }

    /** False only if surely no text is in both. */
    boolean meets(Patterns other) {
        return (star && other.star) || other.globs.stream().anyMatch(this::meets);
    }

    boolean meets(Glob other) {
        return globs.stream().anyMatch(glob -> glob.meets(other));
    }

    List<Glob> globs() {
        return globs;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Patterns that && star == that.star && globs.equals(that.globs);
    }

    @Override
    public int hashCode() {
        return globs.hashCode() * 2 + (star ? 1 : 0);
    }

    @Override
    public String toString() {
        return globs.toString();
    }
}
