// SPDX-License-Identifier: Apache-2.0
package io.execward.lang;

import io.execward.lang.internal.parser.ExecBaseVisitor;
import io.execward.lang.internal.parser.ExecParser;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.Token;

/** The elements of a statement in the words of IAM, in whatever order they are written. */
final class GeneralParts {
    private final Shapes shapes;
    private Optional<Stmt.Principals> principals = Optional.empty();
    private Optional<Stmt.Listed> actions = Optional.empty();
    private Optional<Stmt.Listed> resources = Optional.empty();
    private final List<Stmt.Test> conditions = new ArrayList<>();

    GeneralParts(Shapes shapes) {
        this.shapes = shapes;
    }

    void add(ExecParser.ElementContext context) {
        if (!new Reader().visit(context)) {
            Token word = context.getStart();
            Twice.report(shapes, word, "`" + word.getText() + "`", "of a statement");
        }
    }

    Optional<Stmt.Principals> principals() {
        return principals;
    }

    Optional<Stmt.Listed> actions() {
        return actions;
    }

    Optional<Stmt.Listed> resources() {
        return resources;
    }

    List<Stmt.Test> conditions() {
        return conditions;
    }

    /** Answers false for what was there already. */
    private final class Reader extends ExecBaseVisitor<Boolean> {
        @Override
        public Boolean visitActions(ExecParser.ActionsContext context) {
            boolean fresh = actions.isEmpty();
            actions = Optional.of(
                    new Stmt.Listed(shapes.span(context), context.NOT() != null, shapes.values(context.values())));
            return fresh;
        }

        @Override
        public Boolean visitResources(ExecParser.ResourcesContext context) {
            boolean fresh = resources.isEmpty();
            resources = Optional.of(
                    new Stmt.Listed(shapes.span(context), context.NOT() != null, shapes.values(context.values())));
            return fresh;
        }

        @Override
        public Boolean visitPrincipalElement(ExecParser.PrincipalElementContext context) {
            boolean fresh = principals.isEmpty();
            ExecParser.PrincipalsContext named = context.principals();
            principals = Optional.of(new Stmt.Principals(
                    shapes.span(context), context.NOT() != null, named.ANYONE() != null, items(named)));
            return fresh;
        }

        @Override
        public Boolean visitConditions(ExecParser.ConditionsContext context) {
            for (ExecParser.ConditionContext condition : context.condition()) {
                conditions.add(new Stmt.Test(
                        shapes.span(condition),
                        shapes.word(condition.NAME().getSymbol()),
                        shapes.text(condition.STRING().getSymbol()),
                        shapes.values(condition.values())));
            }
            return true;
        }
    }

    /** A kind holds until another is named. */
    private List<Stmt.PrincipalItem> items(ExecParser.PrincipalsContext context) {
        List<Stmt.PrincipalItem> items = new ArrayList<>();
        String member = "";
        for (ExecParser.PrincipalItemContext item : context.principalItem()) {
            member = item.getChildCount() > 1 ? member(item.getStart()) : member;
            if (member.isEmpty()) {
                shapes.problems()
                        .error(
                                "LANG-017",
                                shapes.span(item),
                                "the principal has no kind",
                                "write `aws`, `service`, `federated` or `canonical` before it");
                continue;
            }
            items.add(new Stmt.PrincipalItem(shapes.span(item), member, shapes.value(item.value())));
        }
        return items;
    }

    private static String member(Token word) {
        return switch (word.getType()) {
            case ExecParser.AWS -> "AWS";
            case ExecParser.SERVICE -> "Service";
            case ExecParser.FEDERATED -> "Federated";
            default -> "CanonicalUser";
        };
    }
}
