// SPDX-License-Identifier: Apache-2.0
package io.execward.catalog;

import io.execward.diagnostic.PolicySyntaxException;
import io.execward.diagnostic.Source;
import io.execward.match.ActionMatcher;
import io.execward.model.Action;
import io.execward.model.ActionPattern;
import io.execward.model.Arn;
import io.execward.model.CaseFolding;
import io.execward.model.ConditionKey;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * The actions, resource types and condition keys of AWS services, as known on one day.
 *
 * <p>{@link #bundled()} is the catalog of this library; {@link #read} takes a newer or a private one. Names compare without regard
 * to letter case (R-ACT-01, R-COND-05). What a catalog does not hold is unknown: lookups are empty, and questions of yes or no have
 * a third answer (R-CAT-12).
 *
 * <p>Immutable and safe to share. A lookup by service, action or key costs no more than the service has entries. Only what concerns
 * all services, such as a pattern with a wildcard before its colon, or a key whose prefix is no service, has to go through all of
 * them; of the bundled catalog, services are read when they are first asked for.
 */
public final class ServiceCatalog {
    private final LocalDate date;
    private final String provenance;
    private final Map<String, Entry> entries;
    private final Set<String> prefixes;

    /** A service and how to come by it. */
    record Entry(String prefix, Supplier<Service> reader) {
        Service service() {
            return reader.get();
        }
    }

    /** @param entries by folded prefix, in order; not changed any more */
    ServiceCatalog(CatalogReader.Header header, Map<String, Entry> entries) {
        this.date = header.date();
        this.provenance = header.provenance();
        this.entries = entries;
        Set<String> names = new LinkedHashSet<>();
        entries.values().forEach(entry -> names.add(entry.prefix()));
        this.prefixes = Collections.unmodifiableSet(names);
    }

    /** The catalog of this library; {@link #date()} and {@link #provenance()} say what it is. */
    public static ServiceCatalog bundled() {
        return BundledCatalog.CATALOG;
    }

    /**
     * A catalog in UTF-8, plain or gzipped: JSON Lines, a header with {@code date} and {@code provenance} first, then a service on
     * each line (R-CAT-01 to R-CAT-07). The whole text is checked. The stream is not closed.
     *
     * @param name what messages call the text, such as a file name
     * @throws PolicySyntaxException with every problem of the text, in document order
     * @throws IOException if reading fails
     */
    public static ServiceCatalog read(String name, InputStream in) throws IOException {
        return read(CatalogReader.text(name, in));
    }

    /**
     * As {@link #read(String, InputStream)}, from a text.
     *
     * @throws PolicySyntaxException with every problem of the text, in document order
     */
    public static ServiceCatalog read(Source source) {
        return CatalogReader.read(source);
    }

    /** The day of the data. */
    public LocalDate date() {
        return date;
    }

    /** Where the data is from and under which licence, in words. */
    public String provenance() {
        return provenance;
    }

    /** The service prefixes, in order. */
    public Set<String> prefixes() {
        return prefixes;
    }

    /** The service of this prefix. */
    public Optional<Service> service(String prefix) {
        return Optional.ofNullable(entries.get(CaseFolding.fold(prefix))).map(Entry::service);
    }

    /** All services, in order; all are read. */
    public Stream<Service> services() {
        return entries.values().stream().map(Entry::service);
    }

    /** What the catalog knows of an action. */
    public Optional<ServiceAction> action(Action action) {
        return service(action.service()).flatMap(service -> service.action(action.name()));
    }

    /** The actions that a pattern matches (R-ACT-01 to R-ACT-05), in the order of the catalog; none if it matches none. */
    public List<ServiceAction> actions(ActionPattern pattern) {
        ActionMatcher matcher = ActionMatcher.of(pattern);
        List<ServiceAction> found = new ArrayList<>();
        servicesOf(matcher)
                .forEach(service -> service.actionsByName().stream()
                        .filter(action -> matcher.matches(action.action()))
                        .forEach(found::add));
        return found;
    }

    private Stream<Service> servicesOf(ActionMatcher matcher) {
        if (matcher.service().isLiteral()) {
            return service(matcher.service().prefix()).stream();
        }
        return entries.entrySet().stream()
                .filter(entry -> matcher.service().matches(entry.getKey()))
                .map(entry -> entry.getValue().service());
    }

    /** Whether a pattern matches any action. Of a service that is not in the catalog it is unknown (R-CAT-12). */
    public Answer matchesAny(ActionPattern pattern) {
        ActionMatcher matcher = ActionMatcher.of(pattern);
        boolean found = servicesOf(matcher)
                .anyMatch(service ->
                        service.actionsByName().stream().anyMatch(action -> matcher.matches(action.action())));
        if (found) {
            return Answer.YES;
        }
        boolean known = matcher.service().isLiteral()
                && entries.containsKey(matcher.service().prefix());
        return known ? Answer.NO : Answer.UNKNOWN;
    }

    /**
     * The definition of a key: the global one, else that of the service it is named after, else that of the first service which
     * has it. Where the action is known, {@link ServiceAction#key} is more exact: a few keys have another type in another service.
     */
    public Optional<KeyDefinition> key(ConditionKey key) {
        return GlobalKeys.find(key)
                .map(GlobalKeys.Entry::definition)
                .or(() -> service(prefix(key)).flatMap(service -> service.key(key)))
                .or(() ->
                        services().flatMap(service -> service.key(key).stream()).findFirst());
    }

    private static String prefix(ConditionKey key) {
        return key.folded().substring(0, key.folded().indexOf(':'));
    }

    /**
     * Whether some check of an action takes a key (R-CAT-09): YES for keys that the reference lists and for global keys, NO for
     * other keys of services and for tag keys that are not listed; UNKNOWN if the action, or what the key's prefix stands for, is
     * not known (R-CAT-12).
     */
    public Answer takes(Action action, ConditionKey key) {
        return action(action).map(known -> takes(key, known.keys())).orElse(Answer.UNKNOWN);
    }

    /**
     * As {@link #takes(Action, ConditionKey)}, for the check on a resource of this type; UNKNOWN too if the action does not list the
     * type.
     */
    public Answer takes(Action action, String resourceType, ConditionKey key) {
        return action(action)
                .flatMap(known -> known.resource(resourceType).map(row -> takes(key, known.keysOf(row))))
                .orElse(Answer.UNKNOWN);
    }

    /** Keys that no service has, such as those of an identity provider, may come with the caller's session. */
    private Answer takes(ConditionKey key, Set<KeyDefinition> listed) {
        if (listed.stream().anyMatch(definition -> definition.matches(key))) {
            return Answer.YES;
        }
        return GlobalKeys.find(key)
                .map(global -> global.presence().isListedPerAction() ? Answer.NO : Answer.YES)
                .orElse(entries.containsKey(prefix(key)) ? Answer.NO : Answer.UNKNOWN);
    }

    /**
     * The types that an ARN can be of: those of the service that the ARN names, else those of others. More than one where patterns
     * are equally exact, none if the catalog knows of none (R-CAT-11).
     */
    public List<ResourceType> resourceTypes(Arn arn) {
        List<ResourceType> own = service(arn.service())
                .map(service -> service.resourceTypes(arn))
                .orElse(List.of());
        if (!own.isEmpty()) {
            return own;
        }
        return Service.mostExact(
                arn,
                services()
                        .flatMap(service -> service.resourceTypes(arn).stream())
                        .toList());
    }

    /** What an API operation needs, named as an action is, such as {@code ecs:RunTask}; see {@link Service#operation}. */
    public Optional<Operation> operation(Action operation) {
        return service(operation.service()).flatMap(service -> service.operation(operation.name()));
    }

    /** The action that a misspelled one was most likely meant to be; the action itself if it exists. */
    public Optional<Action> nearest(Action action) {
        return Suggestions.action(this, action);
    }

    /** The key that a misspelled one was most likely meant to be, with the same tag key; the key itself if it exists. */
    public Optional<ConditionKey> nearest(ConditionKey key) {
        return Suggestions.key(this, key);
    }
}
