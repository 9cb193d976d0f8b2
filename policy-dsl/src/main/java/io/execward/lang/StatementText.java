// SPDX-License-Identifier: Apache-2.0
package io.execward.lang;

import io.execward.diagnostic.SourceSpan;
import io.execward.model.Condition;
import io.execward.model.PolicyVariables;
import io.execward.model.PrincipalPattern;
import io.execward.model.Scope;
import io.execward.model.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Writes statements into a document that knows its places. */
final class StatementText {
    /** Of a policy with its names resolved; a document that AWS takes has far fewer. */
    static final int MOST_CHARACTERS = 16 * 1024 * 1024;

    private final DocumentText text;

    StatementText(DocumentText text) {
        this.text = text;
    }

    /**
     * A list of an element, and where the element is.
     *
     * @param word where its name is
     */
    record Listing(String name, SourceSpan word, SourceSpan span, List<Resolved> values) {
        Listing {
            values = List.copyOf(values);
        }

        /** One whose name is not written by itself. */
        Listing(String name, SourceSpan span, List<Resolved> values) {
            this(name, span, span, values);
        }
    }

    /** {@code Principal} or {@code NotPrincipal}: members, or the bare star. */
    record PrincipalText(String name, SourceSpan span, boolean anyone, List<Listing> members) {
        PrincipalText {
            members = List.copyOf(members);
        }
    }

    /** Conditions below one operator. */
    record OperatorText(String name, SourceSpan span, List<Listing> keys) {
        OperatorText {
            keys = List.copyOf(keys);
        }
    }

    /** A statement, element by element. */
    record Elements(
            SourceSpan span,
            Optional<Resolved> sid,
            String effect,
            Optional<PrincipalText> principals,
            Optional<Listing> actions,
            Optional<Listing> resources,
            List<OperatorText> operators) {
        Elements {
            operators = List.copyOf(operators);
        }
    }

    void write(Elements statement) {
        text.begin(statement.span()).open('{');
        statement.sid().ifPresent(sid -> text.name("Sid").string(sid.text(), sid.span()));
        text.name("Effect").string(statement.effect(), statement.span());
        statement.principals().ifPresent(this::write);
        statement.actions().ifPresent(this::write);
        statement.resources().ifPresent(this::write);
        if (!statement.operators().isEmpty()) {
            text.name("Condition").open('{');
            for (OperatorText operator : statement.operators()) {
                member(operator.name(), operator.span());
                text.open('{');
                operator.keys().forEach(this::write);
                text.close('}').end();
            }
            text.close('}');
        }
        text.close('}').end();
    }

    private void write(PrincipalText principals) {
        member(principals.name(), principals.span());
        if (principals.anyone()) {
            text.string("*", principals.span());
        } else {
            text.open('{');
            principals.members().forEach(this::write);
            text.close('}');
        }
        text.end();
    }

    private void write(Listing listing) {
        text.begin(listing.span()).name(listing.name(), listing.word()).open('[');
        for (Resolved value : listing.values()) {
            if (text.length() <= MOST_CHARACTERS) {
                text.string(value.text(), value.span());
            }
        }
        text.close(']').end();
    }

    /** The name of a member is from where the member is. */
    private void member(String name, SourceSpan span) {
        text.begin(span).name(name);
    }

    /** A statement of a sentence, every part of which is from the sentence. */
    void write(Statement statement, SourceSpan span) {
        List<OperatorText> operators = new ArrayList<>();
        List<Condition> conditions = statement.conditions();
        for (int at = 0; at < conditions.size(); ) {
            String operator = conditions.get(at).operator().text();
            List<Listing> keys = new ArrayList<>();
            for (;
                    at < conditions.size()
                            && conditions.get(at).operator().text().equals(operator);
                    at++) {
                keys.add(listing(
                        conditions.get(at).key().name(), conditions.get(at).values(), span));
            }
            operators.add(new OperatorText(operator, span, keys));
        }
        write(new Elements(
                span,
                statement.sid().map(sid -> new Resolved(span, Optional.empty(), sid)),
                statement.effect().text(),
                statement.principals().map(scope -> principals(scope, span)),
                Optional.of(listing(name(statement.actions(), "Action"), texts(statement.actions()), span)),
                statement.resources().map(scope -> listing(name(scope, "Resource"), texts(scope), span)),
                operators));
    }

    private static PrincipalText principals(Scope<PrincipalPattern> scope, SourceSpan span) {
        List<Listing> members = new ArrayList<>();
        boolean anyone = scope.patterns().equals(List.of(new PrincipalPattern.Anyone()));
        if (!anyone) {
            for (PrincipalPattern pattern : scope.patterns()) {
                members.add(listing(pattern.member().text(), List.of(pattern.text()), span));
            }
        }
        return new PrincipalText(name(scope, "Principal"), span, anyone, members);
    }

    private static Listing listing(String name, List<String> texts, SourceSpan span) {
        return new Listing(
                name,
                span,
                texts.stream()
                        .map(text -> new Resolved(span, Optional.empty(), text))
                        .toList());
    }

    private static String name(Scope<?> scope, String element) {
        return scope instanceof Scope.AllExcept ? "Not" + element : element;
    }

    private static List<String> texts(Scope<?> scope) {
        return scope.patterns().stream().map(Object::toString).toList();
    }

    /** True if the statement says something with {@code ${…}}. */
    static boolean hasVariable(Statement statement) {
        boolean inResources = statement.resources().stream()
                .flatMap(scope -> scope.patterns().stream())
                .anyMatch(pattern -> !PolicyVariables.isPlain(pattern.text()));
        return inResources
                || statement.conditions().stream()
                        .flatMap(condition -> condition.values().stream())
                        .anyMatch(value -> !PolicyVariables.isPlain(value));
    }
}
