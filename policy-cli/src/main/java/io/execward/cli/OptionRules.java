// SPDX-License-Identifier: Apache-2.0
package io.execward.cli;

import java.util.List;
import java.util.Set;
import picocli.CommandLine.Model.OptionSpec;

/** Which options of {@code simulate} cannot stand together. */
record OptionRules(List<OptionSpec> given) {
    private static final Set<String> PLAIN_ONLY =
            Set.of("--action", "--resource", "--resource-account", "--resource-policy");

    /** What is told about a caller in these words is of use for a shell only: other requests are told by key. */
    private static final Set<Class<?>> OF_SHELL = Set.of(ExecOptions.class, CallerOptions.class, AbsenceOption.class);

    private static final Set<String> OF_ACCOUNT =
            Set.of("--identity", "--boundary", "--scp", "--rcp", "--role-arn", "--issuing-user");

    void check() {
        new GivenOptions(given).checkOnce();
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
        if (has("--account")) {
            ofAccount();
        } else if (has("--tags-included")) {
            throw new UsageError("--tags-included is about the documents of an account: add --account");
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
                .filter(option -> OF_SHELL.contains(group(option)))
                .findFirst()
                .ifPresent(option -> {
                    throw new UsageError(name(option) + " is for a shell: add --exec");
                });
    }

    /** Of the layers only those that no document has may be added. */
    private void ofAccount() {
        if (has("--exec")) {
            throw new UsageError(
                    "--account and --exec exclude each other: for a shell of an account write `execward exec`");
        }
        given.stream()
                .filter(option -> OF_ACCOUNT.contains(name(option)))
                .findFirst()
                .ifPresent(option -> {
                    throw new UsageError(name(option)
                            + " and --account exclude each other: the documents of the account" + " tell it");
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
