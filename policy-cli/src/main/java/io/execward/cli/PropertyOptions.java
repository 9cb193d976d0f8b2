// SPDX-License-Identifier: Apache-2.0
package io.execward.cli;

import io.execward.diagnostic.DiagnosticPrinter;
import io.execward.diagnostic.PolicySyntaxException;
import io.execward.json.Json;
import io.execward.json.JsonLimits;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What is to be proven. */
final class PropertyOptions {
    @Option(
            names = "--no-shell-in",
            arity = "1..*",
            paramLabel = "CLUSTER",
            description = "Nobody gets a shell in these clusters, by name or ARN, with `*` for any text.")
    private List<String> noShellIn = new ArrayList<>();

    @Option(
            names = "--no-direct-session",
            description = "Nobody opens a Session Manager session on a task, past ECS Exec.")
    private boolean noDirectSession;

    @Option(
            names = "--no-launch-with-exec-in",
            arity = "1..*",
            paramLabel = "CLUSTER",
            description = "Nobody starts tasks in these clusters with exec on.")
    private List<String> noLaunchWithExecIn = new ArrayList<>();

    @Option(names = "--no-self-tagging", description = "Nobody whose shells depend on tags may change such tags.")
    private boolean noSelfTagging;

    @Option(names = "--exec-needs-mfa", description = "Nobody gets a shell by ECS Exec without MFA.")
    private boolean execNeedsMfa;

    @Option(
            names = "--inside",
            paramLabel = "FILE",
            description = "Nobody may do what the policy in this file does not allow.")
    private @Nullable String inside;

    @Option(
            names = "--never",
            arity = "1..*",
            paramLabel = "ACTION",
            description = "Nobody may do any of this; `*` and `?` as in policies.")
    private List<String> never = new ArrayList<>();

    @Option(
            names = "--on",
            arity = "1..*",
            paramLabel = "RESOURCE",
            description = "Of --never: to these resources; left out, to any.")
    private List<String> on = new ArrayList<>();

    @Option(
            names = "--where",
            arity = "1..*",
            paramLabel = "CONDITION",
            description = {
                "Of --never: in requests that meet these conditions, each `[OPERATOR ]KEY=VALUE`, such as `StringLike"
                        + " aws:PrincipalTag/team=web*`."
            })
    private List<String> where = new ArrayList<>();

    @Option(
            names = "--properties",
            paramLabel = "FILE",
            description = "The properties of a JSON file, each with its own exceptions.")
    private @Nullable String file;

    @Option(
            names = "--except",
            arity = "1..*",
            paramLabel = "PATTERN",
            description = {
                "Not meant are these users and roles: a name, `role/NAME` or an ARN, with `*` and `?`. For the properties of"
                        + " options, not of --properties."
            })
    private List<String> except = new ArrayList<>();

    Optional<String> file() {
        return Optional.ofNullable(file);
    }

    /** Those of options first, then those of the file. */
    List<AskedProperty> read(InputFiles files, AskedProblems problems) {
        List<AskedProperty> all = new ArrayList<>();
        if (!noShellIn.isEmpty()) {
            all.add(ofClusters(PropertyKind.NO_SHELL_IN, "--no-shell-in", noShellIn));
        }
        if (noDirectSession) {
            all.add(ofClusters(PropertyKind.NO_DIRECT_SESSION, "", List.of()));
        }
        if (!noLaunchWithExecIn.isEmpty()) {
            all.add(ofClusters(PropertyKind.NO_LAUNCH_WITH_EXEC_IN, "--no-launch-with-exec-in", noLaunchWithExecIn));
        }
        if (noSelfTagging) {
            all.add(ofClusters(PropertyKind.NO_SELF_TAGGING, "", List.of()));
        }
        if (execNeedsMfa) {
            all.add(ofClusters(PropertyKind.EXEC_NEEDS_MFA, "", List.of()));
        }
        if (inside != null) {
            all.add(of(PropertyKind.INSIDE, List.of(), List.of(), Optional.of(AskedWord.ofOption("--inside", inside))));
        }
        if (!never.isEmpty()) {
            all.add(of(PropertyKind.NEVER, List.of(), words("--never", never), Optional.empty()));
        } else if (!on.isEmpty() || !where.isEmpty()) {
            throw new UsageError((on.isEmpty() ? "--where" : "--on") + " is of --never: say what never happens there");
        }
        if (!except.isEmpty() && all.isEmpty()) {
            throw new UsageError("--except is for properties of options: those of a file have their own `except`");
        }
        file().ifPresent(name -> all.addAll(ofFile(name, files, problems)));
        if (all.isEmpty()) {
            throw new UsageError("there is nothing to prove: say what, such as `--no-direct-session`");
        }
        return all;
    }

    private AskedProperty ofClusters(PropertyKind kind, String option, List<String> clusters) {
        return of(kind, words(option, clusters), List.of(), Optional.empty());
    }

    private AskedProperty of(
            PropertyKind kind, List<AskedWord> clusters, List<AskedWord> actions, Optional<AskedWord> ceiling) {
        boolean isNever = kind == PropertyKind.NEVER;
        return new AskedProperty(
                kind,
                clusters,
                actions,
                isNever ? words("--on", on) : List.of(),
                isNever ? words("--where", where) : List.of(),
                ceiling,
                words("--except", except));
    }

    private static List<AskedWord> words(String option, List<String> texts) {
        return texts.stream().map(text -> AskedWord.ofOption(option, text)).toList();
    }

    private static List<AskedProperty> ofFile(String file, InputFiles files, AskedProblems problems) {
        String name = InputFiles.name(file);
        JsonLimits limits = JsonLimits.defaults();
        try {
            return PropertyFile.read(Json.parse(name, files.bytes(file, limits.maxCharacters()), limits), problems);
        } catch (PolicySyntaxException e) {
            throw new InputError(DiagnosticPrinter.print(e.diagnostics()).stripTrailing());
        } catch (IOException e) {
            throw new InputError("error: cannot read " + name + ": " + InputFiles.reason(e));
        }
    }
}
