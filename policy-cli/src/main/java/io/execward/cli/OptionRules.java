// SPDX-License-Identifier: Apache-2.0
package io.execward.cli;

import java.util.List;
import java.util.Set;
import picocli.CommandLine.Model.OptionSpec;

/** Which options of {@code simulate} cannot stand together. */
record OptionRules(List<OptionSpec> given) {
    private static final Set<String> PLAIN_ONLY =
            Set.of("--action", "--resource", "--resource-account", "--resource-policy");

    void check() {
        // The parser itself does not notice, because the options stand in groups.
        given.stream()
                .filter(option ->
                        !option.isMultiValue() && option.stringValues().size() > 1)
                .findFirst()
                .ifPresent(option -> {
                    throw new UsageError(name(option) + " is there twice: leave one out");
                });
        if (has("--cases")) {
            given.stream()
                    .filter(option -> option.group() != null && group(option) != CaseOptions.class)
                    .filter(option -> !(name(option).equals("--format") && "json".equals(option.getValue())))
                    .findFirst()
                    .ifPresent(option -> {
                        throw new UsageError(
                                name(option) + " and --cases exclude each other: a case holds its request and"
                                        + " its policies, and the answers are JSON lines");
                    });
            return;
        }
        if (has("--check")) {
            throw new UsageError("--check needs --cases: for one request write --expect");
        }
        if (has("--exec")) {
            given.stream()
                    .filter(option -> PLAIN_ONLY.contains(name(option)))
                    .findFirst()
                    .ifPresent(option -> {
                        throw new UsageError(name(option) + " and --exec exclude each other: "
                                + (name(option).equals("--resource-policy")
                                        ? "ECS has no resource policies (R-EXEC-06)"
                                        : "--exec is ecs:ExecuteCommand on --cluster and --task"));
                    });
            return;
        }
        given.stream()
                .filter(option -> group(option) == ExecOptions.class)
                .findFirst()
                .ifPresent(option -> {
                    throw new UsageError(name(option) + " is for a shell: add --exec");
                });
    }

    private boolean has(String name) {
        return given.stream().anyMatch(option -> name(option).equals(name));
    }

    private static String name(OptionSpec option) {
        return option.longestName();
    }

    private static Class<?> group(OptionSpec option) {
        return option.group() == null ? Void.class : option.group().typeInfo().getType();
    }
}
