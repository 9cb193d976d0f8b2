// SPDX-License-Identifier: Apache-2.0
package io.execward.lang;

import io.execward.dsl.Sentence;
import io.execward.model.Statement;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Lowers a sentence that was guessed, to see what it would be; empty if it cannot be said. */
final class SentenceAgain implements Stmt.Cases<Optional<Sentence>> {
    private final SentenceLowering lowering;

    private SentenceAgain(SentenceLowering lowering) {
        this.lowering = lowering;
    }

    /** The statements, with the Sids that they have in a document that has no others. */
    static Optional<List<Statement>> lower(Stmt sentence, List<Item.Setting> written) {
        Problems problems = new Problems();
        Settings settings = new Settings(Optional.empty());
        written.forEach(setting -> settings.add(setting, problems));
        SentenceLowering lowering = new SentenceLowering(new Names(Map.of(), Set.of(), settings), problems);
        Optional<Sentence> said = sentence.match(new SentenceAgain(lowering));
        return problems.hasErrors()
                ? Optional.empty()
                : said.map(it ->
                        it.clauses().stream().map(Sentence.Clause::statement).toList());
    }

    @Override
    public Optional<Sentence> allowExec(Stmt.AllowExec statement) {
        return lowering.lower(statement);
    }

    @Override
    public Optional<Sentence> ownSessions(Stmt.OwnSessions statement) {
        return lowering.lower(statement);
    }

    @Override
    public Optional<Sentence> denyExec(Stmt.DenyExec statement) {
        return lowering.lower(statement);
    }

    @Override
    public Optional<Sentence> denyLaunch(Stmt.DenyLaunch statement) {
        return lowering.lower(statement);
    }

    @Override
    public Optional<Sentence> denySessions(Stmt.DenySessions statement) {
        return lowering.lower(statement);
    }

    @Override
    public Optional<Sentence> protectTags(Stmt.ProtectTags statement) {
        return lowering.lower(statement);
    }

    @Override
    public Optional<Sentence> general(Stmt.General statement) {
        return Optional.empty();
    }
}
