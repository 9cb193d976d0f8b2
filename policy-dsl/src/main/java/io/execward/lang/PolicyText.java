// SPDX-License-Identifier: Apache-2.0
package io.execward.lang;

import io.execward.model.Arn;
import io.execward.model.Condition;
import io.execward.model.Policy;
import io.execward.model.PolicyKind;
import io.execward.model.PrincipalPattern;
import io.execward.model.ResourcePattern;
import io.execward.model.Scope;
import io.execward.model.Statement;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Writes a policy as a file of the language. A sentence about ECS Exec stands for statements only if exactly these come out when the
 * sentence is read again, Sids included; all else is written in the words of IAM.
 */
final class PolicyText {
    private final Ast ast = new Ast();
    private final Sentences sentences = new Sentences();
    private final PolicyKind kind;
    private final Policy policy;
    private final List<Item.Setting> settings;

    private PolicyText(PolicyKind kind, Policy policy) {
        this.kind = kind;
        this.policy = policy;
        this.settings = settings(policy.statements());
    }

    /** The file; reading it gives an equal policy. */
    static String print(PolicyKind kind, String name, Policy policy) {
        PolicyText text = new PolicyText(kind, policy);
        List<Stmt> said = text.said();
        // Each sentence fits, but perhaps not beside the others: two may share a Sid.
        List<Stmt> written = text.means(said)
                ? said
                : policy.statements().stream().map(text::general).toList();
        return text.file(name, policy, written);
    }

    /** True if the statements come out in this order and with these Sids, each by its sentence. */
    private boolean means(List<Stmt> said) {
        SentenceSids sids = new SentenceSids(said);
        List<Statement> again = new ArrayList<>();
        int at = 0;
        for (Stmt statement : said) {
            if (statement instanceof Stmt.General) {
                again.add(policy.statements().get(at++));
            } else {
                List<Statement> alone = SentenceAgain.lower(statement, settings).orElse(List.of());
                alone.stream().map(sids::added).flatMap(Optional::stream).forEach(again::add);
                at += alone.size();
            }
        }
        return again.equals(policy.statements());
    }

    private String file(String name, Policy document, List<Stmt> statements) {
        boolean needsSettings = statements.stream().anyMatch(PolicyText::isAboutAPlace);
        List<Item.Setting> written = needsSettings ? settings : List.of();
        return Layout.print(new StatementPrinter()
                .file(written, kind, name, document, statements)
                .lexemes());
    }

    /** True for a sentence that names no cluster: where it is about is told by the file. */
    private static boolean isAboutAPlace(Stmt statement) {
        return statement instanceof Stmt.OwnSessions
                || (statement instanceof Stmt.DenySessions denial
                        && denial.clusters().isEmpty());
    }

    /** Sentences where they fit, the longest first. */
    private List<Stmt> said() {
        List<Stmt> said = new ArrayList<>();
        List<Statement> all = policy.statements();
        int at = 0;
        while (at < all.size()) {
            Optional<Sentences.Guess> fitting = fitting(all.subList(at, all.size()));
            said.add(fitting.map(Sentences.Guess::sentence).orElse(general(all.get(at))));
            at += fitting.map(Sentences.Guess::length).orElse(1);
        }
        return said;
    }

    private Optional<Sentences.Guess> fitting(List<Statement> rest) {
        if (kind.namesPrincipals()) {
            return Optional.empty(); // no sentence does
        }
        return sentences.guesses(rest).stream()
                .filter(guess -> guess.length() <= rest.size())
                .filter(guess -> fits(guess.sentence(), rest.subList(0, guess.length())))
                .findFirst();
    }

    /** But for the numbers of Sids, which depend on what stands before. */
    private boolean fits(Stmt sentence, List<Statement> statements) {
        return SentenceAgain.lower(sentence, settings)
                .map(said -> nameless(said).equals(nameless(statements)))
                .orElse(false);
    }

    private static List<Statement> nameless(List<Statement> statements) {
        return statements.stream()
                .map(statement -> statement.withSid(Sentences.base(statement)))
                .toList();
    }

    /** Partition, account and Region of the first statement that a sentence about a place may have been. */
    private List<Item.Setting> settings(List<Statement> statements) {
        Map<Item.Setting.Kind, String> found = new EnumMap<>(Item.Setting.Kind.class);
        for (Statement statement : statements) {
            String base = Sentences.base(statement);
            if (base.equals("NoDirectSessions") || base.equals("EndOwnSessions")) {
                Sentences.resources(statement).stream()
                        .findFirst()
                        .flatMap(Arn::tryOf)
                        .ifPresent(arn -> {
                            found.putIfAbsent(Item.Setting.Kind.PARTITION, arn.partition());
                            if (Arn.isAccountId(arn.account())) {
                                found.putIfAbsent(Item.Setting.Kind.ACCOUNT, arn.account());
                            }
                            if (!arn.region().equals("*")) {
                                found.putIfAbsent(Item.Setting.Kind.REGION, arn.region());
                            }
                        });
            }
        }
        return found.entrySet().stream()
                .map(entry -> new Item.Setting(
                        ast.nowhere(), entry.getKey(), new Word(ast.nowhere(), entry.getValue(), false)))
                .toList();
    }

    // Statements in the words of IAM

    private Stmt general(Statement statement) {
        return new Stmt.General(
                ast.nowhere(),
                statement.effect(),
                statement.sid().map(ast::text),
                statement.principals().map(this::principals),
                Optional.of(listed(statement.actions(), pattern -> pattern.text())),
                statement.resources().map(scope -> listed(scope, ResourcePattern::text)),
                statement.conditions().stream().map(this::test).toList(),
                Optional.empty());
    }

    private <P> Stmt.Listed listed(Scope<P> scope, Function<P, String> text) {
        return new Stmt.Listed(
                ast.nowhere(),
                scope instanceof Scope.AllExcept,
                ast.values(scope.patterns().stream().map(text).toList()));
    }

    private Stmt.Principals principals(Scope<PrincipalPattern> scope) {
        List<Stmt.PrincipalItem> items = scope.patterns().stream()
                .filter(pattern -> pattern.member() != PrincipalPattern.Member.ANYONE)
                .map(pattern ->
                        new Stmt.PrincipalItem(ast.nowhere(), pattern.member().text(), ast.value(pattern.text())))
                .toList();
        boolean anyone = items.size() < scope.patterns().size();
        return new Stmt.Principals(ast.nowhere(), scope instanceof Scope.AllExcept, anyone, items);
    }

    private Stmt.Test test(Condition condition) {
        return new Stmt.Test(
                ast.nowhere(),
                new Word(ast.nowhere(), condition.operator().text(), false),
                ast.text(condition.key().name()),
                ast.values(condition.values()));
    }
}
