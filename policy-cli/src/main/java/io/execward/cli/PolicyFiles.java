// SPDX-License-Identifier: Apache-2.0
package io.execward.cli;

import io.execward.diagnostic.DiagnosticPrinter;
import io.execward.diagnostic.PolicySyntaxException;
import io.execward.diagnostic.SourceMap;
import io.execward.json.Json;
import io.execward.json.JsonLimits;
import io.execward.json.PolicyDocument;
import io.execward.json.PolicyJson;
import io.execward.model.AttachedPolicy;
import io.execward.model.Policy;
import io.execward.model.PolicyKind;
import java.io.IOException;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * Reads policy files and remembers where everything stands. Problems are collected, so that one run tells those of all files: ask
 * {@link #throwIfBroken} before using what was read.
 */
final class PolicyFiles {
    private final InputFiles files;
    private final Map<AttachedPolicy, SourceMap> sources = new HashMap<>();
    private final Set<String> problems = new LinkedHashSet<>();
    private final Set<String> warnings = new LinkedHashSet<>();

    PolicyFiles(InputFiles files) {
        this.files = files;
    }

    /** The policy in the file, under the file's name. After a problem the policy is empty. */
    AttachedPolicy read(String file, PolicyKind kind) {
        String name = InputFiles.name(file);
        try {
            JsonLimits limits = JsonLimits.defaults();
            PolicyDocument document = PolicyJson.parse(
                    Json.decode(name, files.bytes(file, limits.maxCharacters()), limits), kind, limits);
            document.warnings().forEach(warning -> warnings.add(DiagnosticPrinter.print(warning)));
            AttachedPolicy attached = new AttachedPolicy(name, document.policy());
            sources.put(attached, document.sources());
            return attached;
        } catch (PolicySyntaxException e) {
            problems.add(DiagnosticPrinter.print(e.diagnostics()));
        } catch (IOException e) {
            problems.add("error: cannot read " + name + ": " + InputFiles.reason(e) + "\n");
        }
        return new AttachedPolicy(name, Policy.of());
    }

    /** @throws InputError with every problem of every file */
    void throwIfBroken() {
        if (!problems.isEmpty()) {
            Set<String> all = new LinkedHashSet<>(problems);
            all.addAll(warnings);
            throw new InputError(String.join("\n", all).stripTrailing());
        }
    }

    /** What is legal and probably not meant; empty or ends with a line break. */
    String warnings() {
        return String.join("\n", warnings);
    }

    Map<AttachedPolicy, SourceMap> sources() {
        return Map.copyOf(sources);
    }
}
