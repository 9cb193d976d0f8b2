// SPDX-License-Identifier: Apache-2.0
package io.execward.lang;

import io.execward.catalog.ServiceCatalog;
import io.execward.diagnostic.SourceSpan;
import io.execward.diagnostic.Visible;
import io.execward.model.Action;
import io.execward.model.ActionPattern;
import io.execward.model.ConditionKey;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Warns of actions and condition keys that the catalog does not know: they may be newer than it, or misspelled. */
final class CatalogWarnings {
    private final ServiceCatalog catalog = ServiceCatalog.bundled();
    private final Problems problems;
    /** What to say of a text; empty for a known one. Most texts are written many times. */
    private final Map<String, Optional<Warning>> actions = new HashMap<>();

    private final Map<String, Optional<Warning>> keys = new HashMap<>();

    private record Warning(String message, String help) {}

    CatalogWarnings(Problems problems) {
        this.problems = problems;
    }

    void checkAction(Resolved action) {
        actions.computeIfAbsent(action.text(), this::ofAction)
                .ifPresent(warning -> warn("LANG-050", action.span(), warning));
    }

    void checkKey(Text key) {
        keys.computeIfAbsent(key.value(), this::ofKey).ifPresent(warning -> warn("LANG-051", key.span(), warning));
    }

    private void warn(String rule, SourceSpan span, Warning warning) {
        problems.warning(rule, span, warning.message(), warning.help());
    }

    /** What is no action at all is an error, which is told elsewhere. */
    private Optional<Warning> ofAction(String text) {
        ActionPattern pattern;
        try {
            pattern = new ActionPattern(text);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
        boolean wild = text.indexOf('*') >= 0 || text.indexOf('?') >= 0;
        boolean wildService = pattern.servicePattern().indexOf('*') >= 0
                || pattern.servicePattern().indexOf('?') >= 0;
        if (wildService || !catalog.actions(pattern).isEmpty()) {
            return Optional.empty();
        }
        String of = " of " + catalog.date();
        if (wild) {
            return Optional.of(new Warning(
                    "`" + Visible.line(text) + "` matches no action that the catalog" + of + " knows",
                    "see whether it is misspelled"));
        }
        Optional<Action> near = action(text).flatMap(catalog::nearest);
        return Optional.of(new Warning(
                "`" + Visible.line(text) + "` is not an action that the catalog" + of + " knows",
                near.map(action -> "did you mean `" + action + "`?").orElse("see whether it is misspelled")));
    }

    private static Optional<Action> action(String text) {
        try {
            return Optional.of(Action.of(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private Optional<Warning> ofKey(String text) {
        ConditionKey key;
        try {
            key = ConditionKey.of(text);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
        if (catalog.key(key).isPresent()) {
            return Optional.empty();
        }
        return Optional.of(new Warning(
                "`" + Visible.line(text) + "` is not a condition key that the catalog of " + catalog.date() + " knows",
                catalog.nearest(key)
                        .map(near -> "did you mean `" + near + "`?")
                        .orElse("see whether it is misspelled")));
    }
}
