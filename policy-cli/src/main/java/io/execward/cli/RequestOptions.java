// SPDX-License-Identifier: Apache-2.0
package io.execward.cli;

import io.execward.ecs.Caller;
import io.execward.model.Action;
import io.execward.model.Arn;
import io.execward.model.Principal;
import io.execward.model.RequestFlag;
import io.execward.model.Resource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Who does what to which resources. */
final class RequestOptions {
    @Option(
            names = "--principal",
            paramLabel = "WHO",
            description = {
                "Who calls: the ARN of a user, role, role session, federated user, account root or identity provider,"
                        + " a service principal, or `anonymous`. A role's ARN stands for a session of it."
            })
    private @Nullable String principal;

    @Option(
            names = "--role-arn",
            paramLabel = "ARN",
            description = "The role of the session, which tells the role's path.")
    private @Nullable String roleArn;

    @Option(
            names = "--issuing-user",
            paramLabel = "ARN",
            description = "The user who asked for the federated user's session.")
    private @Nullable String issuingUser;

    @Option(names = "--action", paramLabel = "ACTION", description = "What is done, such as `ecs:StopTask`.")
    private @Nullable String action;

    @Option(
            names = "--resource",
            paramLabel = "ARN",
            description = "What it is done to, an ARN or `*`. Repeatable: several are one call on all of them.")
    private List<String> resources = new ArrayList<>();

    @Option(
            names = "--resource-account",
            paramLabel = "ACCOUNT",
            description = "Owner of the resources, if the ARN does not tell.")
    private @Nullable String resourceAccount;

    @Option(
            names = "--flag",
            paramLabel = "FLAG",
            description = {
                "A fact that exempts from organization policies, repeatable: service-linked-role,"
                        + " principal-in-management-account, resource-in-management-account, aws-managed-key."
            })
    private List<String> flags = new ArrayList<>();

    /** The principal as it was written. */
    String principalText() {
        if (principal == null) {
            throw new UsageError(
                    "--principal is missing: say who calls, such as `--principal arn:aws:iam::111122223333:role/dev`");
        }
        return principal;
    }

    /** Who calls, exempt from what the flags say. */
    Caller caller() {
        return Caller.of(principal()).flagged(flags().toArray(RequestFlag[]::new));
    }

    Principal principal() {
        Principal caller = Arguments.parsed("--principal", principalText(), Principal::of);
        if (roleArn != null) {
            if (!(caller instanceof Principal.RoleSession session)) {
                throw new UsageError("--role-arn is for role sessions, and `" + principal + "` is none");
            }
            caller = Arguments.parsed("--role-arn", roleArn, arn -> session.ofRoleArn(Arn.of(arn)));
        }
        if (issuingUser != null) {
            if (!(caller instanceof Principal.FederatedUser user)) {
                throw new UsageError("--issuing-user is for federated users, and `" + principal + "` is none");
            }
            caller = Arguments.parsed(
                    "--issuing-user",
                    issuingUser,
                    arn -> new Principal.FederatedUser(user.arn(), Optional.of(Arn.of(arn))));
        }
        return caller;
    }

    Action action() {
        if (action == null) {
            throw new UsageError("--action is missing: say what is done, such as `--action ecs:StopTask`,"
                    + " or ask for a shell with --exec");
        }
        return Arguments.parsed("--action", action, Action::of);
    }

    List<Resource> resources() {
        if (resources.isEmpty()) {
            throw new UsageError("--resource is missing: name what the action is done to, an ARN or `*`");
        }
        return resources.stream()
                .map(text -> Arguments.parsed("--resource", text, Resource::of))
                .toList();
    }

    Optional<String> resourceAccount() {
        if (resourceAccount != null && !Arn.isAccountId(resourceAccount)) {
            throw new UsageError(
                    "--resource-account: `" + resourceAccount + "` is not an account: write its 12 digits");
        }
        return Optional.ofNullable(resourceAccount);
    }

    Set<RequestFlag> flags() {
        Set<RequestFlag> all = EnumSet.noneOf(RequestFlag.class);
        for (String flag : flags) {
            String name = flag.toUpperCase(Locale.ROOT).replace('-', '_');
            all.add(Flags.named(name)
                    .orElseThrow(
                            () -> new UsageError("--flag: `" + flag + "` is not a flag: write one of " + flagNames())));
        }
        return all;
    }

    private static String flagNames() {
        return Arrays.stream(RequestFlag.values())
                .map(flag -> flag.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .collect(Collectors.joining(", "));
    }
}
