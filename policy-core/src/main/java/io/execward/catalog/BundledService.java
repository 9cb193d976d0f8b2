// SPDX-License-Identifier: Apache-2.0
package io.execward.catalog;

import io.execward.catalog.Operation.Need;
import io.execward.model.Action;
import io.execward.model.ConditionKey;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;

/**
 * Reads a service from the bundled form: lines of cells between tabs, the first of which begins with a letter. Lines refer to those
 * before them by number, from 0.
 *
 * <pre>
 * S  prefix
 * K  key, its type
 * D  an action that others depend on
 * R  resource type, ARN pattern, its keys
 * A  action, its access level, its keys, its dependent actions; then for each row the type and
 *    {@code !} if it is required or {@code ?}, its keys, {@code /}, its dependent actions
 * O  operation; then for each need the action, when (perhaps empty), number of conditions; and for each of these the
 *    key, number of values, values
 * </pre>
 *
 * <p>Lists of numbers have commas. The form is made by a tool and its tests, so nothing is checked here.
 */
final class BundledService {
    private final String text;
    private int at;

    private final String prefix;
    private final List<KeyDefinition> keys = new ArrayList<>();
    private final List<Action> dependent = new ArrayList<>();
    private final List<ResourceType> types = new ArrayList<>();
    private final List<ServiceAction> actions = new ArrayList<>();
    private final List<Operation> operations = new ArrayList<>();

    private BundledService(String prefix, String text, int at) {
        this.prefix = prefix;
        this.text = text;
        this.at = at;
    }

    /** The service whose lines are this part of the text. */
    static Service read(String prefix, String text, int from, int to) {
        BundledService service = new BundledService(prefix, text, text.indexOf('\n', from) + 1);
        while (service.at < to) {
            service.line();
        }
        return new Service(prefix, service.actions, service.types, service.keys, service.operations);
    }

    private void line() {
        char kind = text.charAt(at);
        at++;
        switch (kind) {
            case 'K' -> keys.add(KeyDefinition.of(cell(), KeyType.of(cell()).orElseThrow()));
            case 'D' -> dependent.add(Action.of(cell()));
            case 'R' -> types.add(new ResourceType(prefix, cell(), cell(), numbered(cell(), keys::get)));
            case 'A' -> actions.add(action());
            case 'O' -> operations.add(operation());
            default -> throw new IllegalStateException("no line of " + prefix + " begins with `" + kind + "`");
        }
    }

    private ServiceAction action() {
        Action action = Action.of(prefix + ":" + cell());
        AccessLevel level = AccessLevel.of(cell()).orElseThrow();
        List<KeyDefinition> ownKeys = numbered(cell(), keys::get);
        List<Action> ownDependent = numbered(cell(), dependent::get);
        List<ActionResource> rows = new ArrayList<>();
        while (!isEndOfLine()) {
            rows.add(row(cell()));
        }
        return new ServiceAction(action, level, rows, ownKeys, ownDependent);
    }

    private ActionResource row(String cell) {
        int mark = Math.max(cell.indexOf('!'), cell.indexOf('?'));
        int slash = cell.indexOf('/', mark);
        return new ActionResource(
                types.get(Integer.parseInt(cell, 0, mark, 10)),
                cell.charAt(mark) == '!',
                numbered(cell.substring(mark + 1, slash), keys::get),
                numbered(cell.substring(slash + 1), dependent::get));
    }

    private Operation operation() {
        String name = cell();
        List<Need> needs = new ArrayList<>();
        while (!isEndOfLine()) {
            Action action = Action.of(cell());
            Optional<String> when = Optional.of(cell()).filter(words -> !words.isEmpty());
            Map<ConditionKey, List<String>> context = new LinkedHashMap<>();
            for (int conditions = number(); conditions > 0; conditions--) {
                ConditionKey key = ConditionKey.of(cell());
                List<String> values = new ArrayList<>();
                for (int count = number(); count > 0; count--) {
                    values.add(cell());
                }
                context.put(key, values);
            }
            needs.add(new Need(action, when, context));
        }
        return new Operation(prefix, name, needs);
    }

    /** True behind the last cell of a line, and then the next line begins. */
    private boolean isEndOfLine() {
        return text.charAt(at - 1) == '\n';
    }

    private String cell() {
        int start = at;
        while (text.charAt(at) != '\t' && text.charAt(at) != '\n') {
            at++;
        }
        at++;
        return text.substring(start, at - 1);
    }

    private int number() {
        return Integer.parseInt(cell());
    }

    private static <T> List<T> numbered(String numbers, IntFunction<T> values) {
        if (numbers.isEmpty()) {
            return List.of();
        }
        List<T> found = new ArrayList<>();
        int start = 0;
        while (start <= numbers.length()) {
            int comma = numbers.indexOf(',', start);
            int end = comma < 0 ? numbers.length() : comma;
            found.add(values.apply(Integer.parseInt(numbers, start, end, 10)));
            start = end + 1;
        }
        return found;
    }
}
