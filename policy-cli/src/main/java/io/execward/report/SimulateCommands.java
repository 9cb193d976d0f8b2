// SPDX-License-Identifier: Apache-2.0
package io.execward.report;

import io.execward.model.ConditionKey;
import io.execward.model.Context;
import io.execward.model.ContextValue;
import io.execward.model.Principal;
import io.execward.model.Request;
import io.execward.model.RequestFlag;
import io.execward.model.Resource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A request as {@code execward simulate} commands. Options tell one context for all resources, so resources with facts of their own get
 * a command each; the call is allowed if all commands say so (R-EVAL-15).
 *
 * <p>Only what is present is written. A key that the request calls unknown is absent in the command: if the request is allowed
 * whatever the key is, it is allowed without it.
 *
 * @param policies the options that name what judges the request
 * @param tellsAbsentTags whether tags of resources that the request says are absent are written too: documents may not tell them
 */
record SimulateCommands(List<String> policies, boolean tellsAbsentTags) {
    SimulateCommands {
        policies = List.copyOf(policies);
    }

    /** Judged by the policies of an account. */
    SimulateCommands(String folder) {
        this(option("--account", folder), false);
    }

    /** The words of each command; empty if a key has an empty list of values, for which there is no option. */
    Optional<List<List<String>>> of(Request request) {
        List<SameFacts> groups = new ArrayList<>();
        for (Resource resource : request.resources()) {
            Context facts = request.context().plus(resource.context());
            // A few resources are compared faster than hashed.
            groups.stream()
                    .filter(group -> group.facts().equals(facts))
                    .findFirst()
                    .orElseGet(() -> {
                        SameFacts group = new SameFacts(facts, new ArrayList<>());
                        groups.add(group);
                        return group;
                    })
                    .resources()
                    .add(resource);
        }
        List<List<String>> commands = new ArrayList<>();
        for (SameFacts group : groups) {
            Map<ConditionKey, ContextValue.Present> present = present(group.facts());
            if (present.values().stream().anyMatch(value -> value.values().isEmpty())) {
                return Optional.empty();
            }
            commands.add(words(request, group.resources(), present));
        }
        return Optional.of(commands);
    }

    private record SameFacts(Context facts, List<Resource> resources) {}

    private static Map<ConditionKey, ContextValue.Present> present(Context facts) {
        Context flat = Context.builder().addAll(facts).build();
        Map<ConditionKey, ContextValue.Present> all = new LinkedHashMap<>();
        for (ConditionKey key : flat.keys()) {
            if (flat.get(key) instanceof ContextValue.Present value) {
                all.put(key, value);
            }
        }
        return all;
    }

    /** Each command on one line. */
    Optional<List<String>> lines(Request request) {
        return of(request)
                .map(commands -> commands.stream().map(ShellWord::line).toList());
    }

    private List<String> words(
            Request request, List<Resource> resources, Map<ConditionKey, ContextValue.Present> facts) {
        List<String> words = new ArrayList<>(List.of("execward", "simulate"));
        words.addAll(policies);
        request.principal().match(new Who(words));
        option(words, "--action", request.action().toString());
        resources.forEach(resource -> option(words, "--resource", resource.text()));
        request.resourceAccount().ifPresent(account -> option(words, "--resource-account", account));
        for (RequestFlag flag : RequestFlag.values()) {
            if (request.flags().contains(flag)) {
                option(words, "--flag", flag.name().toLowerCase(Locale.ROOT).replace('_', '-'));
            }
        }
        facts.forEach((key, present) ->
                present.values().forEach(value -> option(words, "--context", key.name() + "=" + value)));
        if (tellsAbsentTags) {
            absentTags(request, resources).forEach(key -> option(words, "--absent", key.name()));
        }
        return words;
    }

    private static List<ConditionKey> absentTags(Request request, List<Resource> resources) {
        Context facts = request.context().plus(resources.get(0).context());
        return facts.keys().stream()
                .filter(key -> key.folded().contains(":resourcetag/") && facts.get(key) instanceof ContextValue.Absent)
                .toList();
    }

    private static void option(List<String> words, String name, String value) {
        words.addAll(option(name, value));
    }

    /** Glued where the parser would take the value for an option. */
    static List<String> option(String name, String value) {
        return value.startsWith("-") ? List.of(name + "=" + value) : List.of(name, value);
    }

    private record Who(List<String> words) implements Principal.Cases<Boolean> {
        private boolean plain(Principal principal, String... more) {
            option(words, "--principal", principal.text());
            return words.addAll(Arrays.asList(more));
        }

        @Override
        public Boolean root(Principal.Root root) {
            return plain(root);
        }

        @Override
        public Boolean user(Principal.User user) {
            return plain(user);
        }

        @Override
        public Boolean roleSession(Principal.RoleSession session) {
            return (session.sessionName().isPresent() && session.roleArn().isPresent())
                    ? plain(session, "--role-arn", session.roleArn().get().toString())
                    : plain(session);
        }

        @Override
        public Boolean federatedUser(Principal.FederatedUser user) {
            return user.issuingUser().isPresent()
                    ? plain(user, "--issuing-user", user.issuingUser().get().toString())
                    : plain(user);
        }

        @Override
        public Boolean service(Principal.Service service) {
            return plain(service);
        }

        @Override
        public Boolean identityProviderUser(Principal.IdentityProviderUser user) {
            return plain(user);
        }

        @Override
        public Boolean anonymous(Principal.Anonymous anonymous) {
            return plain(anonymous);
        }
    }
}
