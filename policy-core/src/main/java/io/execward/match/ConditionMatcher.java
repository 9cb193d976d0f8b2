// SPDX-License-Identifier: Apache-2.0
package io.execward.match;

import io.execward.model.CaseFolding;
import io.execward.model.Comparison;
import io.execward.model.Condition;
import io.execward.model.ConditionKey;
import io.execward.model.Context;
import io.execward.model.ContextValue;
import io.execward.model.SetOperator;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * One compiled condition: operator, key and policy values against a request's context, with the rules for absent keys, sets of
 * values and negation (section C).
 */
public final class ConditionMatcher {
    private final Condition condition;
    private final boolean negated;
    private final boolean isNull;
    private final ValueMatcher matcher;
    private final List<Template> templates;

    private ConditionMatcher(Condition condition, boolean variables) {
        this.condition = condition;
        this.negated = condition.operator().comparison().negated();
        this.isNull = condition.operator().comparison() == Comparison.NULL;
        this.matcher = ValueMatcher.of(condition, variables);
        boolean takes = variables && condition.operator().comparison().family().takesVariables();
        this.templates = condition.values().stream()
                .map(text -> Template.of(text, takes))
                .toList();
    }

    /**
     * Compiles a condition.
     *
     * @param variables true if the document knows policy variables
     */
    public static ConditionMatcher of(Condition condition, boolean variables) {
        return new ConditionMatcher(condition, variables);
    }

    /** Whether the test passes; UNKNOWN only if a key that matters is unknown. */
    public Tri test(Context context) {
        if (isNull) {
            return testNull(context);
        }
        ContextValue value = context.get(condition.key());
        if (value instanceof ContextValue.Unknown) {
            return Tri.UNKNOWN;
        }
        List<String> values = value instanceof ContextValue.Present present ? present.values() : List.of();
        SetOperator set = condition.operator().set();
        if (values.isEmpty() || (set != SetOperator.NONE && isEmptyText(values))) {
            return Tri.of(whenAbsent());
        }
        return switch (set) {
            case NONE -> values.size() > 1 ? Tri.FALSE : accepts(values.get(0), context); // R-COND-13
            case FOR_ALL_VALUES -> all(values, context);
            case FOR_ANY_VALUE -> any(values, context);
        };
    }

    /** A set that holds one empty text counts as empty (U-12). */
    private static boolean isEmptyText(List<String> values) {
        return values.size() == 1 && values.get(0).isEmpty();
    }

    /** R-COND-07 to R-COND-09, R-COND-61, R-COND-64, R-COND-66. */
    private boolean whenAbsent() {
        return switch (condition.operator().set()) {
            case NONE -> negated || condition.operator().ifExists();
            case FOR_ALL_VALUES -> true;
            case FOR_ANY_VALUE -> false;
        };
    }

    /** One request value: matched by some policy value, or by none below a negated operator (R-COND-03, R-COND-04). */
    public Tri accepts(String requestValue, Context context) {
        Tri any = matcher.anyMatches(requestValue, context);
        return negated ? any.not() : any;
    }

    private Tri all(List<String> values, Context context) {
        Tri all = Tri.TRUE;
        for (int i = 0; i < values.size() && all != Tri.FALSE; i++) {
            all = all.and(accepts(values.get(i), context));
        }
        return all;
    }

    private Tri any(List<String> values, Context context) {
        Tri any = Tri.FALSE;
        for (int i = 0; i < values.size() && any != Tri.TRUE; i++) {
            any = any.or(accepts(values.get(i), context));
        }
        return any;
    }

    /** R-COND-11, R-COND-12. */
    private Tri testNull(Context context) {
        if (condition.operator().set() != SetOperator.NONE) {
            return Tri.of(condition.operator().set() == SetOperator.FOR_ALL_VALUES);
        }
        boolean wantsAbsent = false;
        boolean wantsPresent = false;
        for (String value : condition.values()) {
            wantsAbsent |= value.equalsIgnoreCase("true");
            wantsPresent |= value.equalsIgnoreCase("false");
        }
        if (wantsAbsent == wantsPresent) {
            return Tri.of(wantsAbsent);
        }
        ContextValue value = context.get(condition.key());
        if (value instanceof ContextValue.Unknown) {
            return Tri.UNKNOWN;
        }
        boolean present =
                value instanceof ContextValue.Present given && !given.values().isEmpty();
        return Tri.of(present == wantsPresent);
    }

    /**
     * What a policy value that is compared as text accepts.
     *
     * @param glob over the request's value, or over the folded value
     * @param ignoresCase true if the value is folded first
     */
    public record TextPattern(Glob glob, boolean ignoresCase) {}

    /** The policy values in this context, as far as they are compared as text: strings, ARNs, and the two words of {@code Bool}. */
    public List<TextPattern> textPatterns(Context context) {
        List<TextPattern> all = new ArrayList<>(templates.size());
        for (Template template : templates) {
            if (template.resolves(context) == Tri.TRUE) {
                textPattern(template, context).ifPresent(all::add);
            }
        }
        return all;
    }

    private Optional<TextPattern> textPattern(Template template, Context context) {
        Comparison comparison = condition.operator().comparison();
        return switch (comparison.family()) {
            case STRING ->
                Optional.of(
                        switch (comparison) {
                            case STRING_LIKE, STRING_NOT_LIKE -> new TextPattern(template.glob(context), false);
                            case STRING_EQUALS_IGNORE_CASE, STRING_NOT_EQUALS_IGNORE_CASE ->
                                literal(CaseFolding.fold(template.text(context)), true);
                            default -> literal(template.text(context), false);
                        });
            case ARN -> ArnPattern.whole(template, context).map(glob -> new TextPattern(glob, false));
            case BOOL -> {
                String text = template.text(context);
                yield ValueSyntax.isBool(text) ? Optional.of(literal(CaseFolding.fold(text), true)) : Optional.empty();
            }
            case NUMERIC, DATE, IP, BINARY, NULL -> Optional.empty();
        };
    }

    private static TextPattern literal(String text, boolean ignoresCase) {
        return new TextPattern(new Glob.Builder().literal(text).build(), ignoresCase);
    }

    public Condition condition() {
        return condition;
    }

    public ConditionKey key() {
        return condition.key();
    }

    /** The policy values, to look at. */
    public List<Template> templates() {
        return templates;
    }

    /** Shows the key of the condition, then that of each variable in its values. */
    public void forEachKey(Consumer<ConditionKey> action) {
        action.accept(condition.key());
        templates.forEach(template -> template.forEachKey(action));
    }
}
