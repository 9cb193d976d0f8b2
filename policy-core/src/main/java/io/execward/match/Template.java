// SPDX-License-Identifier: Apache-2.0
package io.execward.match;

import io.execward.model.ConditionKey;
import io.execward.model.Context;
import io.execward.model.ContextValue;
import io.execward.model.PolicyVariables;
import io.execward.model.PolicyVariables.Escaped;
import io.execward.model.PolicyVariables.Literal;
import io.execward.model.PolicyVariables.Piece;
import io.execward.model.PolicyVariables.Variable;
import java.util.List;
import java.util.function.Consumer;

/**
 * Policy text as its document version means it (R-VAR-02): literal stretches, escapes, and variables that a request's context
 * resolves. What is substituted is literal and not scanned again (R-VAR-10, R-VAR-13).
 */
public final class Template {
    private final String source;
    private final List<Piece> pieces;
    private final boolean constant;

    private Template(String source, List<Piece> pieces) {
        this.source = source;
        this.pieces = pieces;
        this.constant = pieces.stream().noneMatch(Variable.class::isInstance);
    }

    /**
     * Takes a text apart.
     *
     * @param variables false for documents in which {@code ${...}} is ordinary text
     */
    public static Template of(String text, boolean variables) {
        return variables && !PolicyVariables.isPlain(text)
                ? new Template(text, PolicyVariables.parse(text).pieces())
                : new Template(text, List.of(new Literal(text)));
    }

    /** The text as the document writes it. */
    public String source() {
        return source;
    }

    /** The stretches, in order. */
    public List<Piece> pieces() {
        return pieces;
    }

    /** True if there is no variable, so that no request changes the text. */
    public boolean isConstant() {
        return constant;
    }

    /** Shows each variable's key. */
    public void forEachKey(Consumer<ConditionKey> action) {
        for (Piece piece : pieces) {
            if (piece instanceof Variable variable) {
                action.accept(variable.key());
            }
        }
    }

    /** TRUE if every variable has a text, FALSE if one has none, which voids the whole (R-VAR-05 to R-VAR-07). */
    public Tri resolves(Context context) {
        if (constant) {
            return Tri.TRUE;
        }
        Tri all = Tri.TRUE;
        for (Piece piece : pieces) {
            if (piece instanceof Variable variable) {
                all = all.and(resolves(variable, context));
            }
        }
        return all;
    }

    static Tri resolves(Variable variable, Context context) {
        ContextValue value = context.get(variable.key());
        if (value instanceof ContextValue.Unknown) {
            return Tri.UNKNOWN;
        }
        if (value instanceof ContextValue.Present present && !isNoText(present.values())) {
            return Tri.of(present.values().size() == 1); // a multivalued key is no variable (R-VAR-04)
        }
        return Tri.of(variable.defaultValue().isPresent());
    }

    /** No value at all, or the empty text of a tag without value (U-19). */
    private static boolean isNoText(List<String> values) {
        return values.isEmpty() || (values.size() == 1 && values.get(0).isEmpty());
    }

    private static String textOf(Variable variable, Context context) {
        if (context.get(variable.key()) instanceof ContextValue.Present present && !isNoText(present.values())) {
            return present.values().get(0);
        }
        return variable.defaultValue().orElseThrow();
    }

    /** The text in this context, wildcards and all; only if it {@link #resolves}. */
    public String text(Context context) {
        StringBuilder text = new StringBuilder();
        for (Piece piece : pieces) {
            text.append(text(piece, context));
        }
        return text.toString();
    }

    /** One piece in this context. */
    static String text(Piece piece, Context context) {
        if (piece instanceof Literal literal) {
            return literal.text();
        }
        if (piece instanceof Escaped escaped) {
            return String.valueOf(escaped.character());
        }
        return textOf((Variable) piece, context);
    }

    /** True if the value is exactly the text, in which {@code *} and {@code ?} are ordinary (R-COND-24). */
    boolean isText(String value, Context context) {
        int at = 0;
        for (Piece piece : pieces) {
            if (piece instanceof Escaped escaped) {
                if (at >= value.length() || value.charAt(at) != escaped.character()) {
                    return false;
                }
                at++;
            } else {
                String text = text(piece, context);
                if (!value.startsWith(text, at)) {
                    return false;
                }
                at += text.length();
            }
        }
        return at == value.length();
    }

    /** The text as a pattern; wildcards of the policy's own text count, those of a substituted value do not. */
    Glob glob(Context context) {
        Glob.Builder glob = new Glob.Builder();
        for (Piece piece : pieces) {
            if (piece instanceof Literal literal) {
                glob.wildcards(literal.text(), false);
            } else {
                glob.literal(text(piece, context));
            }
        }
        return glob.build();
    }
}
