// SPDX-License-Identifier: Apache-2.0
package io.execward.cli;

import java.util.List;
import java.util.function.Predicate;
import picocli.CommandLine.Model.OptionSpec;

/** The options that stand on the command line, and rules about which can stand together. */
record GivenOptions(List<OptionSpec> options) {
    /** No option twice that has one value. The parser itself does not notice, because the options stand in groups. */
    void checkOnce() {
        options.stream()
                .filter(option ->
                        !option.isMultiValue() && option.stringValues().size() > 1)
                .findFirst()
                .ifPresent(option -> {
                    throw new UsageError(name(option) + " is there twice: leave one out");
                });
    }

    boolean has(String name) {
        return options.stream().anyMatch(option -> name(option).equals(name));
    }

    /** True if the option of this name is one of the group. */
    boolean isOf(String name, Class<?> group) {
        return options.stream().anyMatch(option -> name(option).equals(name) && group(option) == group);
    }

    /** @throws UsageError with the message, if the option is there */
    void none(String name, String message) {
        if (has(name)) {
            throw new UsageError(message);
        }
    }

    /** @throws UsageError with the name of the first option that is not allowed and the message, if there is one */
    void only(Predicate<String> allowed, String message) {
        options.stream()
                .filter(option -> option.group() != null)
                .map(GivenOptions::name)
                .filter(allowed.negate())
                .findFirst()
                .ifPresent(name -> {
                    throw new UsageError(name + " " + message);
                });
    }

    private static String name(OptionSpec option) {
        return option.longestName();
    }

    private static Class<?> group(OptionSpec option) {
        return option.group() == null ? Void.class : option.group().typeInfo().getType();
    }
}
