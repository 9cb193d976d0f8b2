// SPDX-License-Identifier: Apache-2.0
package io.execward.lang;

import io.execward.model.Statement;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The statement ids of sentences, as the sentences of Java have them: what a policy says already is not said again, and an id that is
 * taken gets a number. Ids that authors write are theirs.
 */
final class SentenceSids {
    private final Set<String> taken = new HashSet<>();
    private final Set<Statement> said = new HashSet<>();
    private final Map<String, Integer> numbers = new HashMap<>();

    SentenceSids(List<Stmt> statements) {
        for (Stmt statement : statements) {
            if (statement instanceof Stmt.General general) {
                general.sid().ifPresent(sid -> taken.add(sid.value()));
            }
        }
    }

    /** The statement as the document has it; empty if a sentence before says the same. */
    Optional<Statement> added(Statement statement) {
        if (!said.add(nameless(statement))) {
            return Optional.empty();
        }
        if (statement.sid().isEmpty()) {
            return Optional.of(statement);
        }
        String sid = statement.sid().get();
        String free = sid;
        while (!taken.add(free)) {
            free = sid + numbers.merge(sid, 2, (last, two) -> last + 1);
        }
        return Optional.of(statement.withSid(free));
    }

    private static Statement nameless(Statement statement) {
        return new Statement(
                Optional.empty(),
                statement.effect(),
                statement.principals(),
                statement.actions(),
                statement.resources(),
                statement.conditions());
    }
}
