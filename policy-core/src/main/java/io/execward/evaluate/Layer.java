// SPDX-License-Identifier: Apache-2.0
package io.execward.evaluate;

import io.execward.match.Tri;
import io.execward.model.Effect;
import io.execward.model.PolicyKind;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** The policies of one layer, or of one organization level, compiled together: they form a union. */
final class Layer {
    private final PolicyKind kind;
    private final String name;
    private final boolean hasBoundary;
    private final List<CompiledStatement> statements;
    private final StatementIndex allows;
    private final StatementIndex denies;

    /**
     * @param name what explanations call the layer; a level's name for organization policies
     * @param hasBoundary whether the caller has a permissions boundary, which no NotPrincipal spares (R-PRIN-15)
     */
    Layer(PolicyKind kind, String name, boolean hasBoundary, List<CompiledStatement> statements) {
        this.kind = kind;
        this.name = name;
        this.hasBoundary = hasBoundary;
        this.statements = statements;
        this.allows = new StatementIndex(withEffect(Effect.ALLOW));
        this.denies = new StatementIndex(withEffect(Effect.DENY));
    }

    private List<CompiledStatement> withEffect(Effect effect) {
        return statements.stream().filter(s -> s.effect() == effect).toList();
    }

    Layer without(Set<StatementRef> out) {
        List<CompiledStatement> left =
                statements.stream().filter(s -> !out.contains(s.ref())).toList();
        return left.size() == statements.size() ? this : new Layer(kind, name, hasBoundary, left);
    }

    boolean hasBoundary() {
        return hasBoundary;
    }

    PolicyKind kind() {
        return kind;
    }

    String name() {
        return name;
    }

    /** Every statement, in order. */
    List<CompiledStatement> statements() {
        return statements;
    }

    /** Whether some Deny statement applies (R-EVAL-02). */
    Tri denies(Check check) {
        return any(denies, check);
    }

    /** Whether some Allow statement applies, however it names the caller. */
    Tri allows(Check check) {
        return any(allows, check);
    }

    private Tri any(StatementIndex index, Check check) {
        if (index.isEmpty()) {
            return Tri.FALSE;
        }
        Any any = new Any(check);
        index.anyMatch(check, any);
        return any.result;
    }

    /** What the Allow statements grant, by how they name the caller. */
    Grants grants(Check check) {
        Grants grants = new Grants();
        allows.anyMatch(check, statement -> {
            grant(statement, statement.applies(check), check, grants);
            return grants.direct() == Tri.TRUE; // nothing is stronger
        });
        return grants;
    }

    /** Adds what one Allow statement grants; without principals it matches nobody (R-PRIN-17). */
    static void grant(CompiledStatement statement, Tri applies, Check check, Grants grants) {
        statement.principals().ifPresent(scope -> scope.grant(check, applies, grants));
    }

    /** Whether the statement is about the caller. */
    Tri concerns(CompiledStatement statement, Check check) {
        if (!kind.namesPrincipals()) {
            return Tri.TRUE;
        }
        if (statement.principals().isEmpty()) {
            return Tri.FALSE;
        }
        PrincipalScope scope = statement.principals().get();
        if (statement.effect() == Effect.DENY) {
            return scope.concerns(check, hasBoundary && check.hasIdentitySide());
        }
        Grants grants = new Grants();
        scope.grant(check, Tri.TRUE, grants);
        return grants.any();
    }

    /** Joins the statements that are shown until one applies for sure. */
    private final class Any implements Predicate<CompiledStatement> {
        private final Check check;
        private Tri result = Tri.FALSE;

        Any(Check check) {
            this.check = check;
        }

        @Override
        public boolean test(CompiledStatement statement) {
            Tri applies = statement.applies(check);
            if (applies != Tri.FALSE) {
                result = result.or(applies.and(concerns(statement, check)));
            }
            return result == Tri.TRUE;
        }
    }
}
