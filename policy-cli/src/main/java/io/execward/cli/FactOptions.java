// SPDX-License-Identifier: Apache-2.0
package io.execward.cli;

import io.execward.model.ConditionKey;
import io.execward.model.Context;
import io.execward.model.ContextValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import picocli.CommandLine.Option;

/** What is known about the context keys of the request. */
final class FactOptions {
    @Option(
            names = "--context",
            paramLabel = "KEY=VALUE",
            description = {
                "The key has this value. Repeatable: the same key again adds a value. `KEY=` is the empty value."
            })
    private List<String> present = new ArrayList<>();

    @Option(names = "--absent", paramLabel = "KEY", description = "The key is not in the request. Repeatable.")
    private List<String> absent = new ArrayList<>();

    @Option(
            names = "--unknown",
            paramLabel = "KEY",
            description =
                    "Nothing is known about the key, or about all that begin so: `aws:PrincipalTag/*`. Repeatable.")
    private List<String> unknown = new ArrayList<>();

    /** The keys that are named, each in one way only. */
    Context context() {
        Context.Builder context = Context.builder();
        Set<String> settled = new LinkedHashSet<>();
        Map<String, ConditionKey> keys = new LinkedHashMap<>();
        Map<String, List<String>> values = new LinkedHashMap<>();
        for (String text : present) {
            Arguments.Pair pair = Arguments.pair("--context", text);
            ConditionKey key = key("--context", pair.key());
            keys.putIfAbsent(key.folded(), key);
            values.computeIfAbsent(key.folded(), folded -> new ArrayList<>()).add(pair.value());
        }
        keys.forEach((folded, key) -> {
            settle(settled, key);
            context.put(
                    key,
                    Arguments.parsed(
                            "--context", key.name(), name -> ContextValue.of(values.getOrDefault(folded, List.of()))));
        });
        for (String name : absent) {
            context.put(settle(settled, key("--absent", name)), ContextValue.ABSENT);
        }
        for (String name : unknown) {
            if (name.endsWith("*")) {
                context.unknownFamily(family(name));
            } else {
                context.put(settle(settled, key("--unknown", name)), ContextValue.UNKNOWN);
            }
        }
        return context.build();
    }

    private static ConditionKey key(String option, String name) {
        ConditionKey key = Arguments.parsed(option, name, ConditionKey::of);
        if (name.indexOf('*') >= 0) {
            throw new UsageError(
                    option + ": `" + name + "` is not one key: a star stands only at the end, in --unknown");
        }
        return key;
    }

    private static String family(String name) {
        String prefix = name.substring(0, name.length() - 1);
        if (prefix.indexOf('*') >= 0) {
            throw new UsageError("--unknown: `" + name + "` has more than the star at its end");
        }
        return prefix;
    }

    private static ConditionKey settle(Set<String> settled, ConditionKey key) {
        if (!settled.add(key.folded())) {
            throw new UsageError("the key `" + key + "` is told in two ways: leave one of --context, --absent and"
                    + " --unknown out");
        }
        return key;
    }
}
