// SPDX-License-Identifier: Apache-2.0
package io.execward.catalog;

import static io.execward.catalog.CatalogProblems.quoted;

import io.execward.diagnostic.SourceSpan;
import io.execward.diagnostic.Spelling;
import io.execward.json.JsonObject;
import io.execward.json.JsonString;
import io.execward.json.JsonValue;
import io.execward.model.Action;
import io.execward.model.CaseFolding;
import io.execward.model.ConditionKey;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads one service: its keys, its resource types that refer to them, then the actions that refer to both. */
final class ServiceReader {
    private static final List<String> SERVICE =
            List.of("prefix", "actions", "resourceTypes", "conditionKeys", "operations");
    private static final List<String> KEY = List.of("key", "type");
    private static final List<String> RESOURCE_TYPE = List.of("name", "arnPattern", "conditionKeys");
    private static final List<String> ACTION =
            List.of("name", "accessLevel", "resourceTypes", "conditionKeys", "dependentActions");
    private static final List<String> ROW = List.of("type", "required", "conditionKeys", "dependentActions");
    private static final List<String> NEED = List.of("action", "when", "condition");

    private final CatalogProblems problems;
    private final String prefix;
    /** Every name that a definition has, folded, so that a broken one is not reported again wherever it is referred to. */
    private final Set<String> namesOfKeys = new LinkedHashSet<>();

    private final Set<String> namesOfResourceTypes = new LinkedHashSet<>();
    private final Map<String, KeyDefinition> keys = new LinkedHashMap<>();
    private final Map<String, ResourceType> resourceTypes = new LinkedHashMap<>();
    private final Map<String, ServiceAction> actions = new LinkedHashMap<>();
    private final Map<String, Operation> operations = new LinkedHashMap<>();

    private ServiceReader(String prefix, CatalogProblems problems) {
        this.prefix = prefix;
        this.problems = problems;
    }

    /** The service; empty, and reported, if it has no prefix to call it by. What else is wrong is reported only. */
    static Optional<Service> read(JsonValue value, CatalogProblems problems) {
        return Members.of(value, "a service", SERVICE, problems)
                .flatMap(members ->
                        prefix(members, problems).map(prefix -> new ServiceReader(prefix, problems).service(members)));
    }

    private static Optional<String> prefix(Members members, CatalogProblems problems) {
        Optional<JsonString> prefix = members.required("prefix");
        if (prefix.isPresent() && !isPrefix(prefix.get().value())) {
            problems.error(
                    "R-CAT-03",
                    prefix.get().span(),
                    quoted(prefix.get().value()) + " is not a service prefix",
                    "write what stands before the colon of an action, such as `ecs`");
            return Optional.empty();
        }
        return prefix.map(JsonString::value);
    }

    private static boolean isPrefix(String text) {
        return !text.isEmpty() && text.chars().noneMatch(c -> c <= ' ' || ":*?,".indexOf(c) >= 0);
    }

    private Service service(Members members) {
        for (JsonValue item : members.list("conditionKeys")) {
            Members.of(item, "a condition key", KEY, problems).ifPresent(this::key);
        }
        for (JsonValue item : members.list("resourceTypes")) {
            Members.of(item, "a resource type", RESOURCE_TYPE, problems).ifPresent(this::resourceType);
        }
        for (JsonValue item : members.list("actions")) {
            Members.of(item, "an action", ACTION, problems).ifPresent(this::action);
        }
        for (JsonObject.Member member : members.map("operations")) {
            operation(member, members);
        }
        return new Service(
                prefix, actions.values(), resourceTypes.values(), List.copyOf(keys.values()), operations.values());
    }

    private void key(Members members) {
        Optional<JsonString> written = members.required("key");
        written.ifPresent(text -> namesOfKeys.add(CaseFolding.fold(text.value())));
        Optional<JsonString> name = written.filter(this::isKey);
        Optional<KeyType> type = word(members.required("type"), "a type of a condition key", KeyType.words())
                .flatMap(KeyType::of);
        if (name.isPresent() && type.isPresent()) {
            put(keys, name.get(), KeyDefinition.of(name.get().value(), type.get()));
        }
    }

    private boolean isKey(JsonString name) {
        if (Placeholders.isBroken(name.value())) {
            problems.error(
                    "R-CAT-06", name.span(), quoted(name.value()) + " opens a placeholder", "write the closing `}`");
            return false;
        }
        try {
            ConditionKey.of(name.value().endsWith("/") ? name.value() + "tag" : name.value());
            return true;
        } catch (IllegalArgumentException e) {
            problems.error(
                    "R-CAT-06",
                    name.span(),
                    quoted(name.value()) + " is not a condition key",
                    "write `prefix:name`, such as `ecs:cluster`");
            return false;
        }
    }

    private void resourceType(Members members) {
        Optional<JsonString> written = members.required("name");
        written.ifPresent(text -> namesOfResourceTypes.add(CaseFolding.fold(text.value())));
        Optional<JsonString> name = written.filter(this::isName);
        Optional<JsonString> pattern = members.required("arnPattern");
        List<KeyDefinition> listed = keys(members);
        if (pattern.isPresent() && !ArnShape.isPattern(pattern.get().value())) {
            problems.error(
                    "R-CAT-05",
                    pattern.get().span(),
                    quoted(pattern.get().value()) + " is not the pattern of an ARN",
                    "write six fields, such as `arn:${Partition}:ecs:${Region}:${Account}:cluster/${ClusterName}`");
        } else if (name.isPresent() && pattern.isPresent()) {
            String text = name.get().value();
            put(
                    resourceTypes,
                    name.get(),
                    new ResourceType(prefix, text, pattern.get().value(), listed));
        }
    }

    private boolean isName(JsonString name) {
        if (name.value().isBlank()) {
            problems.error("R-CAT-03", name.span(), "the name is empty", "write the name that the reference gives");
        }
        return !name.value().isBlank();
    }

    private void action(Members members) {
        Optional<JsonString> name = members.required("name");
        Optional<Action> action = name.flatMap(text -> own(text.value(), text.span()));
        Optional<AccessLevel> level = word(members.required("accessLevel"), "an access level", AccessLevel.words())
                .flatMap(AccessLevel::of);
        Map<String, ActionResource> rows = new LinkedHashMap<>();
        for (JsonValue item : members.list("resourceTypes")) {
            Members.of(item, "a resource type of an action", ROW, problems).ifPresent(row -> row(row, rows));
        }
        List<KeyDefinition> ownKeys = keys(members);
        List<Action> dependent = actions(members);
        if (name.isPresent() && action.isPresent() && level.isPresent()) {
            put(
                    actions,
                    name.get(),
                    new ServiceAction(action.get(), level.get(), List.copyOf(rows.values()), ownKeys, dependent));
        }
    }

    /** The reference has a few actions with two rows for one type, one for each way of calling: here they are one. */
    private void row(Members members, Map<String, ActionResource> rows) {
        Optional<ResourceType> type = members.required("type")
                .flatMap(name -> reference(name, resourceTypes, namesOfResourceTypes, "resourceTypes"));
        boolean required = members.flag("required");
        List<KeyDefinition> listed = keys(members);
        List<Action> dependent = actions(members);
        type.map(known -> new ActionResource(known, required, listed, dependent))
                .ifPresent(row -> rows.merge(row.type().name(), row, ServiceReader::merged));
    }

    private static ActionResource merged(ActionResource first, ActionResource second) {
        return new ActionResource(
                first.type(),
                first.required() || second.required(),
                union(first.keys(), second.keys()),
                union(first.dependentActions(), second.dependentActions()));
    }

    private static <T> List<T> union(List<T> first, List<T> second) {
        Set<T> all = new LinkedHashSet<>(first);
        all.addAll(second);
        return List.copyOf(all);
    }

    private List<KeyDefinition> keys(Members members) {
        List<KeyDefinition> found = new ArrayList<>();
        for (JsonString name : members.texts("conditionKeys")) {
            reference(name, keys, namesOfKeys, "conditionKeys").ifPresent(found::add);
        }
        return found;
    }

    private List<Action> actions(Members members) {
        List<Action> found = new ArrayList<>();
        for (JsonString name : members.texts("dependentActions")) {
            any(name).ifPresent(found::add);
        }
        return found;
    }

    private void operation(JsonObject.Member member, Members service) {
        List<Operation.Need> needs = new ArrayList<>();
        for (JsonValue item : service.list(member.value(), member.name())) {
            Members.of(item, "an action of an operation", NEED, problems).ifPresent(need -> need(need, needs));
        }
        if (needs.isEmpty()) {
            problems.error(
                    "R-CAT-10",
                    member.nameSpan(),
                    "the operation " + quoted(member.name()) + " needs no action",
                    "list at least the action of its name");
        } else if (own(member.name(), member.nameSpan()).isPresent()) {
            Operation operation = new Operation(prefix, member.name(), needs);
            put(operations, member.name(), member.nameSpan(), operation);
        }
    }

    private void need(Members members, List<Operation.Need> needs) {
        Map<ConditionKey, List<String>> context = new LinkedHashMap<>();
        for (JsonObject.Member member : members.map("condition")) {
            try {
                List<JsonString> values = members.texts(members.list(member.value(), member.name()), member.name());
                context.put(
                        ConditionKey.of(member.name()),
                        values.stream().map(JsonString::value).toList());
            } catch (IllegalArgumentException e) {
                String message = quoted(member.name()) + " is not a condition key";
                problems.error(
                        "R-CAT-06", member.nameSpan(), message, "write `prefix:name`, such as `iam:PassedToService`");
            }
        }
        Optional<String> when = members.text("when").map(JsonString::value);
        members.required("action")
                .flatMap(this::any)
                .ifPresent(action -> needs.add(new Operation.Need(action, when, context)));
    }

    /** The action of this text; empty, and reported, if it is none. */
    private Optional<Action> action(String text, SourceSpan place, String written, String help) {
        try {
            return Optional.of(Action.of(text));
        } catch (IllegalArgumentException e) {
            problems.error("R-CAT-03", place, quoted(written) + " does not name one action", help);
            return Optional.empty();
        }
    }

    private Optional<Action> own(String name, SourceSpan place) {
        return action(prefix + ":" + name, place, name, "write the name alone, without wildcards or blanks");
    }

    private Optional<Action> any(JsonString name) {
        return action(name.value(), name.span(), name.value(), "write `service:Name`, such as `iam:PassRole`");
    }

    private Optional<String> word(Optional<JsonString> text, String what, List<String> words) {
        if (text.isPresent() && !words.contains(text.get().value())) {
            String written = text.get().value();
            String help = Spelling.nearest(written, words)
                    .map(word -> "write `" + word + "`")
                    .orElse("write one of " + String.join(", ", words));
            problems.error("R-CAT-07", text.get().span(), quoted(written) + " is not " + what, help);
            return Optional.empty();
        }
        return text.map(JsonString::value);
    }

    /** What another part of the service defines; empty, and reported, if it does not. */
    private <T> Optional<T> reference(JsonString name, Map<String, T> defined, Set<String> written, String member) {
        String folded = CaseFolding.fold(name.value());
        if (!written.contains(folded)) {
            String help = nearest(name.value(), written)
                    .map(word -> "did you mean `" + word + "`?")
                    .orElse("define it there too");
            String message = quoted(name.value()) + " is not defined in `" + member + "` of the service";
            problems.error("R-CAT-04", name.span(), message, help);
        }
        return Optional.ofNullable(defined.get(folded));
    }

    private Optional<String> nearest(String name, Collection<String> names) {
        return problems.isFull() ? Optional.empty() : Spelling.nearest(name, names);
    }

    private <T> void put(Map<String, T> map, JsonString name, T value) {
        put(map, name.value(), name.span(), value);
    }

    private <T> void put(Map<String, T> map, String name, SourceSpan place, T value) {
        if (map.putIfAbsent(CaseFolding.fold(name), value) != null) {
            problems.error(
                    "R-CAT-03", place, quoted(name) + " is defined twice", "keep one; letter case makes no difference");
        }
    }
}
