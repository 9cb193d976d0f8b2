// SPDX-License-Identifier: Apache-2.0
package io.execward.cli;

import io.execward.model.Action;
import io.execward.model.AttachedPolicy;
import io.execward.model.PolicyKind;
import io.execward.model.PolicyLevel;
import io.execward.model.PolicySet;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The policies of each layer. */
final class PolicyOptions {
    @Option(
            names = "--identity",
            paramLabel = "FILE",
            description = "Policy of the user or its groups, or of the role. Repeatable.")
    private List<String> identity = new ArrayList<>();

    @Option(names = "--boundary", paramLabel = "FILE", description = "Permissions boundary of the user or role.")
    private @Nullable String boundary;

    @Option(
            names = "--session",
            paramLabel = "FILE",
            description = "Policy passed when the session was made. Repeatable.")
    private List<String> session = new ArrayList<>();

    @Option(
            names = "--resource-policy",
            paramLabel = "FILE",
            description = "Policy on the resource; for sts:AssumeRole* the role's trust policy.")
    private @Nullable String resource;

    @Option(names = "--endpoint", paramLabel = "FILE", description = "Policy of the VPC endpoint.")
    private @Nullable String endpoint;

    @Option(
            names = "--scp",
            paramLabel = "[LEVEL=]FILE",
            description = {
                "Service control policy. Repeatable: files under one LEVEL belong together, a FILE without one is a"
                        + " level of its own. Levels are ordered by first appearance, from the root down."
            })
    private List<String> serviceControl = new ArrayList<>();

    @Option(
            names = "--rcp",
            paramLabel = "[LEVEL=]FILE",
            description = "Resource control policy, likewise repeatable. RCPFullAWSAccess is implied.")
    private List<String> resourceControl = new ArrayList<>();

    /** Every file that is named, in the order of the layers. */
    List<String> files() {
        Stream<String> levels = Stream.concat(serviceControl.stream(), resourceControl.stream());
        Stream<@Nullable String> single = Stream.of(boundary, resource, endpoint);
        return Stream.of(
                        identity.stream(),
                        session.stream(),
                        single,
                        levels.map(LevelFile::of).map(LevelFile::file))
                .<@Nullable String>flatMap(files -> files)
                .flatMap(Stream::ofNullable)
                .toList();
    }

    /** The options again, as words of a command line. */
    List<String> words() {
        List<String> words = new ArrayList<>();
        identity.forEach(file -> option(words, "--identity", file));
        Stream.ofNullable(boundary).forEach(file -> option(words, "--boundary", file));
        session.forEach(file -> option(words, "--session", file));
        Stream.ofNullable(resource).forEach(file -> option(words, "--resource-policy", file));
        Stream.ofNullable(endpoint).forEach(file -> option(words, "--endpoint", file));
        serviceControl.forEach(file -> option(words, "--scp", file));
        resourceControl.forEach(file -> option(words, "--rcp", file));
        return words;
    }

    /** Glued where the parser would take the value for an option. */
    private static void option(List<String> words, String name, String value) {
        words.addAll(value.startsWith("-") && value.length() > 1 ? List.of(name + "=" + value) : List.of(name, value));
    }

    /** Reads every layer that is named. */
    PolicySet read(PolicyFiles files, Action action) {
        PolicySet.Builder set = PolicySet.builder();
        identity.forEach(file -> set.identity(files.read(file, PolicyKind.IDENTITY)));
        if (boundary != null) {
            set.boundary(files.read(boundary, PolicyKind.PERMISSIONS_BOUNDARY));
        }
        session.forEach(file -> set.session(files.read(file, PolicyKind.SESSION)));
        PolicyKind resourceKind = PolicyKind.onResource(action);
        if (resource != null) {
            set.resource(files.read(resource, resourceKind));
        }
        if (endpoint != null) {
            set.endpoint(files.read(endpoint, PolicyKind.VPC_ENDPOINT));
        }
        levels(files, serviceControl, PolicyKind.SERVICE_CONTROL).forEach(set::serviceControl);
        levels(files, resourceControl, PolicyKind.RESOURCE_CONTROL).forEach(set::resourceControl);
        return set.build();
    }

    private static List<PolicyLevel> levels(PolicyFiles files, List<String> named, PolicyKind kind) {
        Map<String, List<AttachedPolicy>> levels = new LinkedHashMap<>();
        for (String text : named) {
            LevelFile one = LevelFile.of(text);
            // A named level has a letter more here, so that no plain file lands in it.
            String key = one.level().isEmpty() ? Integer.toString(levels.size() + 1) : "=" + one.level();
            levels.computeIfAbsent(key, level -> new ArrayList<>()).add(files.read(one.file(), kind));
        }
        List<PolicyLevel> all = new ArrayList<>();
        levels.forEach((key, policies) ->
                all.add(new PolicyLevel(key.startsWith("=") ? key.substring(1) : "level " + key, policies)));
        return all;
    }

    /** {@code [LEVEL=]FILE}. What has a slash is no level: a file name may hold an equals sign behind {@code ./}. */
    private record LevelFile(String level, String file) {
        static LevelFile of(String text) {
            int equals = text.indexOf('=');
            boolean named = equals > 0 && text.substring(0, equals).chars().noneMatch(c -> c == '/' || c == '\\');
            LevelFile one = named
                    ? new LevelFile(text.substring(0, equals), text.substring(equals + 1))
                    : new LevelFile("", text);
            if (one.file.isEmpty() || equals == 0) {
                throw new UsageError("`" + text + "` names no file: write `LEVEL=FILE` or `FILE`");
            }
            return one;
        }
    }
}
