// SPDX-License-Identifier: Apache-2.0
package io.execward.evaluate;

import com.google.common.collect.ImmutableSetMultimap;
import com.google.common.collect.LinkedHashMultimap;
import com.google.common.collect.SetMultimap;
import io.execward.match.ResourceMatcher;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Statements by the resources that they could be about: by what the whole ARN begins with where the first five fields have no
 * wildcard, else by what the resource field begins with, else always.
 */
final class ResourceIndex {
    /** Up to this many statements looking at each is faster than looking up. */
    private static final int SMALL = 4;

    private static final int FIELDS_BEFORE_RESOURCE = 5;

    private final CompiledStatement[] always;
    private final PrefixTree<CompiledStatement> byArn;
    private final PrefixTree<CompiledStatement> byResourceField;

    private ResourceIndex(
            Set<CompiledStatement> always,
            SetMultimap<String, CompiledStatement> byArn,
            SetMultimap<String, CompiledStatement> byResourceField) {
        this.always = always.toArray(CompiledStatement[]::new);
        this.byArn = PrefixTree.of(byArn);
        this.byResourceField = PrefixTree.of(byResourceField);
    }

    static ResourceIndex of(Set<CompiledStatement> statements) {
        if (statements.size() <= SMALL) {
            return new ResourceIndex(statements, ImmutableSetMultimap.of(), ImmutableSetMultimap.of());
        }
        Set<CompiledStatement> always = new LinkedHashSet<>();
        SetMultimap<String, CompiledStatement> byArn = LinkedHashMultimap.create();
        SetMultimap<String, CompiledStatement> byResourceField = LinkedHashMultimap.create();
        for (CompiledStatement statement : statements) {
            if (!statement.hasResources() || statement.exemptsResources()) {
                always.add(statement);
                continue;
            }
            for (ResourceMatcher resource : statement.resources()) {
                String arn = resource.prefix();
                String field = resource.resourcePrefix();
                if (reachesResourceField(arn)) {
                    byArn.put(arn, statement);
                } else if (!field.isEmpty()) {
                    byResourceField.put(field, statement);
                } else {
                    always.add(statement);
                }
            }
        }
        return new ResourceIndex(always, byArn, byResourceField);
    }

    private static boolean reachesResourceField(String prefix) {
        return prefix.chars().filter(c -> c == ':').count() >= FIELDS_BEFORE_RESOURCE;
    }

    /** Shows every statement that could be about the resource, until one is accepted; one may be shown more than once. */
    boolean anyMatch(Check check, Predicate<CompiledStatement> accepts) {
        for (CompiledStatement statement : always) {
            if (accepts.test(statement)) {
                return true;
            }
        }
        String text = check.resource().text();
        if (byArn.anyMatch(text, 0, accepts)) {
            return true;
        }
        // A star may have run over colons, so the pattern's resource field can begin behind any colon from the fifth on
        // (R-RES-04).
        int colons = 0;
        for (int colon = text.indexOf(':'); colon >= 0; colon = text.indexOf(':', colon + 1)) {
            colons++;
            if (colons >= FIELDS_BEFORE_RESOURCE && byResourceField.anyMatch(text, colon + 1, accepts)) {
                return true;
            }
        }
        return false;
    }
}
