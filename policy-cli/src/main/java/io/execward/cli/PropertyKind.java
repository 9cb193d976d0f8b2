// SPDX-License-Identifier: Apache-2.0
package io.execward.cli;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The properties that can be asked for, by their words on the command line and in property files (R-EXEC-151). */
enum PropertyKind {
    NO_SHELL_IN("no-shell-in"),
    NO_DIRECT_SESSION("no-direct-session"),
    NO_LAUNCH_WITH_EXEC_IN("no-launch-with-exec-in"),
    NO_SELF_TAGGING("no-self-tagging"),
    EXEC_NEEDS_MFA("exec-needs-mfa"),
    INSIDE("inside"),
    NEVER("never");

    private final String word;

    PropertyKind(String word) {
        this.word = word;
    }

    String word() {
        return word;
    }

    /** What an entry of a file may have beside {@code property} and {@code except}. */
    Set<String> members() {
        return switch (this) {
            case NO_SHELL_IN, NO_LAUNCH_WITH_EXEC_IN -> Set.of("clusters");
            case NO_DIRECT_SESSION, NO_SELF_TAGGING, EXEC_NEEDS_MFA -> Set.of();
            case INSIDE -> Set.of("ceiling");
            case NEVER -> Set.of("actions", "resources", "where");
        };
    }

    /** True if it is about the clusters and tasks of the caller's account. */
    boolean isOfAccount() {
        return switch (this) {
            case NO_SHELL_IN, NO_DIRECT_SESSION, NO_LAUNCH_WITH_EXEC_IN, NO_SELF_TAGGING, EXEC_NEEDS_MFA -> true;
            case INSIDE, NEVER -> false;
        };
    }

    static Optional<PropertyKind> of(String word) {
        return Arrays.stream(values()).filter(kind -> kind.word.equals(word)).findFirst();
    }

    static List<String> words() {
        return Arrays.stream(values()).map(PropertyKind::word).toList();
    }
}
