// SPDX-License-Identifier: Apache-2.0
package io.execward.match;

import io.execward.model.CaseFolding;
import io.execward.model.Comparison;
import io.execward.model.Condition;
import io.execward.model.Context;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * The policy values of one condition: does one of them match this request value? Negation, sets and absence are
 * {@link ConditionMatcher}'s business. A value that cannot be read as the operator's type matches nothing, on either side (R-COND-15).
 */
interface ValueMatcher {
    /** UNKNOWN only if a policy value has a variable whose key is unknown. */
    Tri anyMatches(String requestValue, Context context);

    static ValueMatcher of(Condition condition, boolean variables) {
        Comparison comparison = condition.operator().comparison();
        boolean hasVariables = variables && comparison.family().takesVariables();
        Texts texts = Texts.of(condition.values(), hasVariables);
        return switch (comparison.family()) {
            case STRING -> string(comparison, texts);
            case ARN -> texts.matcher(ArnPattern::of, ArnPattern::matches);
            case BOOL -> texts.matcher(ValueMatcher::bool, (expected, value) -> value.equalsIgnoreCase(expected));
            case NUMERIC -> new Ordered<>(comparison, condition.values(), ValueMatcher::number, Decimal::compare);
            case DATE -> new Ordered<>(comparison, condition.values(), PointInTime::parse, PointInTime::compareTo);
            case IP -> new Addresses(readable(condition.values(), IpRange::parse));
            case BINARY -> new Bytes(readable(condition.values(), ValueMatcher::bytes));
            case NULL -> (value, context) -> Tri.FALSE; // ConditionMatcher looks at presence alone
        };
    }

    private static ValueMatcher string(Comparison comparison, Texts texts) {
        return switch (comparison) {
            case STRING_LIKE, STRING_NOT_LIKE ->
                texts.matcher((template, context) -> Optional.of(template.glob(context)), Glob::matches);
            case STRING_EQUALS_IGNORE_CASE, STRING_NOT_EQUALS_IGNORE_CASE ->
                texts.matcher(
                        (template, context) -> Optional.of(CaseFolding.fold(template.text(context))),
                        (folded, value) -> folded.equals(CaseFolding.fold(value)));
            default -> new Exact(texts);
        };
    }

    /** Only {@code true} and {@code false} are read, letter case does not matter (R-COND-35). */
    private static Optional<String> bool(Template template, Context context) {
        String text = template.text(context);
        return ValueSyntax.isBool(text) ? Optional.of(text) : Optional.empty();
    }

    private static Optional<String> number(String text) {
        return Decimal.isNumber(text) ? Optional.of(text) : Optional.empty();
    }

    static Optional<byte[]> bytes(String base64) {
        try {
            return Optional.of(Base64.getDecoder().decode(base64));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static <T> List<T> readable(List<String> texts, Function<String, Optional<T>> reader) {
        List<T> all = new ArrayList<>(texts.size());
        for (String text : texts) {
            reader.apply(text).ifPresent(all::add);
        }
        return all;
    }

    /** Policy values as text: those that no request changes, and those with variables. */
    record Texts(List<Template> constant, List<Template> variable) {
        static Texts of(List<String> values, boolean variables) {
            List<Template> constant = new ArrayList<>();
            List<Template> variable = new ArrayList<>();
            for (String value : values) {
                Template template = Template.of(value, variables);
                (template.isConstant() ? constant : variable).add(template);
            }
            return new Texts(constant, variable);
        }

        interface Reader<T> {
            Optional<T> read(Template template, Context context);
        }

        interface Accepts<T> {
            boolean matches(T policyValue, String requestValue);
        }

        <T> ValueMatcher matcher(Reader<T> reader, Accepts<T> test) {
            List<T> ready = new ArrayList<>(constant.size());
            for (Template template : constant) {
                reader.read(template, Context.empty()).ifPresent(ready::add);
            }
            return (value, context) -> {
                for (int i = 0; i < ready.size(); i++) {
                    if (test.matches(ready.get(i), value)) {
                        return Tri.TRUE;
                    }
                }
                Tri any = Tri.FALSE;
                for (int i = 0; i < variable.size() && any != Tri.TRUE; i++) {
                    any = any.or(matches(variable.get(i), reader, test, value, context));
                }
                return any;
            };
        }

        private static <T> Tri matches(
                Template template, Reader<T> reader, Accepts<T> test, String value, Context context) {
            Tri resolves = template.resolves(context);
            return resolves != Tri.TRUE
                    ? resolves
                    : Tri.of(reader.read(template, context)
                            .filter(read -> test.matches(read, value))
                            .isPresent());
        }
    }

    /** StringEquals: the commonest test, so without any garbage. */
    final class Exact implements ValueMatcher {
        private final Set<String> constants = new HashSet<>();
        private final List<Template> variable;

        Exact(Texts texts) {
            texts.constant().forEach(template -> constants.add(template.text(Context.empty())));
            this.variable = texts.variable();
        }

        @Override
        public Tri anyMatches(String requestValue, Context context) {
            if (constants.contains(requestValue)) {
                return Tri.TRUE;
            }
            Tri any = Tri.FALSE;
            for (int i = 0; i < variable.size() && any != Tri.TRUE; i++) {
                Tri resolves = variable.get(i).resolves(context);
                any = any.or(resolves == Tri.TRUE ? Tri.of(variable.get(i).isText(requestValue, context)) : resolves);
            }
            return any;
        }
    }

    /** Numbers and dates: equal, less, greater. */
    final class Ordered<T> implements ValueMatcher {
        interface Order<T> {
            int compare(T a, T b);
        }

        private final Comparison comparison;
        private final List<T> policyValues;
        private final Function<String, Optional<T>> reader;
        private final Order<T> order;

        Ordered(Comparison comparison, List<String> texts, Function<String, Optional<T>> reader, Order<T> order) {
            this.comparison = comparison;
            this.policyValues = readable(texts, reader);
            this.reader = reader;
            this.order = order;
        }

        @Override
        public Tri anyMatches(String requestValue, Context context) {
            Optional<T> value = reader.apply(requestValue);
            if (value.isPresent()) {
                for (int i = 0; i < policyValues.size(); i++) {
                    if (accepts(order.compare(value.get(), policyValues.get(i)))) {
                        return Tri.TRUE;
                    }
                }
            }
            return Tri.FALSE;
        }

        private boolean accepts(int comparedWithPolicy) {
            return switch (comparison) {
                case NUMERIC_LESS_THAN, DATE_LESS_THAN -> comparedWithPolicy < 0;
                case NUMERIC_LESS_THAN_EQUALS, DATE_LESS_THAN_EQUALS -> comparedWithPolicy <= 0;
                case NUMERIC_GREATER_THAN, DATE_GREATER_THAN -> comparedWithPolicy > 0;
                case NUMERIC_GREATER_THAN_EQUALS, DATE_GREATER_THAN_EQUALS -> comparedWithPolicy >= 0;
                default -> comparedWithPolicy == 0; // the negated operators are complements of equality
            };
        }
    }

    /** Address blocks. */
    record Addresses(List<IpRange> ranges) implements ValueMatcher {
        @Override
        public Tri anyMatches(String requestValue, Context context) {
            Optional<IpAddress> address = IpAddress.parse(requestValue);
            return Tri.of(address.isPresent() && ranges.stream().anyMatch(range -> range.contains(address.get())));
        }
    }

    /** Base64-encoded bytes (R-COND-40). */
    record Bytes(List<byte[]> values) implements ValueMatcher {
        @Override
        public Tri anyMatches(String requestValue, Context context) {
            Optional<byte[]> given = bytes(requestValue);
            return Tri.of(given.isPresent() && values.stream().anyMatch(value -> Arrays.equals(value, given.get())));
        }
    }
}
