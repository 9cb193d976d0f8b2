// SPDX-License-Identifier: Apache-2.0
package io.execward.cli;

import io.execward.model.AttachedPolicy;
import io.execward.model.Policy;
import io.execward.model.PolicyKind;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** A grant for an emergency. */
final class BreakGlassOptions {
    @Option(
            names = "--break-glass-for",
            paramLabel = "WHO",
            description = "The ARN of the user or role that gets the grant. It needs --container, --from, --until,"
                    + " --mfa-age, --ticket and --reason.")
    private @Nullable String principal;

    @Option(names = "--ticket", paramLabel = "TEXT", description = "Where the emergency is recorded, such as INC-42.")
    private @Nullable String ticket;

    @Option(names = "--reason", paramLabel = "TEXT", description = "Why, for people.")
    private @Nullable String reason;

    @Option(
            names = "--as",
            paramLabel = "KIND",
            description =
                    "What the grant is to be: `session` (the default), `managed`, `user-inline`, `group-inline` or"
                            + " `role-inline`.")
    private @Nullable String kind;

    @Option(
            names = "--revoke-at",
            paramLabel = "INSTANT",
            description = "Make the policy, too, that ends the grant for all credentials from before then.")
    private @Nullable String revokeAt;

    @Option(
            names = "--ceiling",
            paramLabel = "FILE",
            description = "A policy that the grant has to stay inside of, like a permissions boundary.")
    private @Nullable String ceiling;

    void addTo(KitWords words) {
        KitOptions.add(words, KitField.BREAK_GLASS_FOR, principal);
        KitOptions.add(words, KitField.TICKET, ticket);
        KitOptions.add(words, KitField.REASON, reason);
        KitOptions.add(words, KitField.AS, kind);
        KitOptions.add(words, KitField.REVOKE_AT, revokeAt);
    }

    Optional<String> ceiling() {
        return Optional.ofNullable(ceiling);
    }

    Optional<Policy> ceiling(PolicyFiles files) {
        return ceiling()
                .map(file -> files.read(file, PolicyKind.PERMISSIONS_BOUNDARY))
                .map(AttachedPolicy::policy);
    }
}
