// SPDX-License-Identifier: Apache-2.0
package io.execward.catalog;

import io.execward.catalog.Placeholders.Piece;
import io.execward.match.Glob;
import io.execward.model.CaseFolding;
import io.execward.model.ConditionKey;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A condition key as the reference defines it: one name, such as {@code ecs:cluster}, or with a placeholder a family of names, such
 * as {@code aws:ResourceTag/${TagKey}} (R-CAT-06).
 */
public final class KeyDefinition {
    private final String name;
    private final Set<KeyType> types;
    private final List<Piece> pieces;
    private final Glob folded;

    private KeyDefinition(String name, Set<KeyType> types) {
        this.name = name;
        this.types = types;
        this.pieces = Placeholders.ofKey(name);
        Glob.Builder glob = new Glob.Builder();
        for (Piece piece : pieces) {
            if (piece.isLiteral()) {
                glob.literal(CaseFolding.fold(piece.text()));
            } else {
                glob.one(true).run(true);
            }
        }
        this.folded = glob.build();
    }

    static KeyDefinition of(String name, KeyType first, KeyType... others) {
        return new KeyDefinition(name, Collections.unmodifiableSet(EnumSet.of(first, others)));
    }

    /** As the reference writes it, placeholder included. */
    public String name() {
        return name;
    }

    /**
     * The types that its values may have; at least one. Service keys have exactly one; {@code aws:EpochTime}, a date that may be
     * written as a number, is one of the few that have two.
     */
    public Set<KeyType> types() {
        return types;
    }

    /** True if a request can hold several values. */
    public boolean isMultivalued() {
        return types.stream().anyMatch(KeyType::isMultivalued);
    }

    /** True if the name has a placeholder, so that it stands for many keys. */
    public boolean isFamily() {
        return !folded.isLiteral();
    }

    /** True if this is the definition of the key; letter case does not matter (R-COND-05). */
    public boolean matches(ConditionKey key) {
        return folded.matches(key.folded());
    }

    /** What the name begins with up to its first placeholder, folded. */
    String prefix() {
        return folded.prefix();
    }

    /** How many characters of the name stand for themselves: of two definitions the one with more says more. */
    int literalLength() {
        return pieces.stream()
                .filter(Piece::isLiteral)
                .mapToInt(piece -> piece.text().length())
                .sum();
    }

    /** For the family {@code prefix/${X}}: the name up to and with the slash. Empty for others. */
    Optional<String> tagPrefix() {
        boolean tag = pieces.size() == 2 && pieces.get(0).text().endsWith("/");
        return tag ? Optional.of(pieces.get(0).text()) : Optional.empty();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof KeyDefinition that && name.equals(that.name) && types.equals(that.types);
    }

    @Override
    public int hashCode() {
        return name.hashCode();
    }

    @Override
    public String toString() {
        return name;
    }
}
