// SPDX-License-Identifier: Apache-2.0
package io.execward.cli;

import io.execward.diagnostic.DiagnosticPrinter;
import io.execward.diagnostic.PolicySyntaxException;
import io.execward.diagnostic.SourceMap;
import io.execward.json.Json;
import io.execward.json.JsonLimits;
import io.execward.json.PolicyDocument;
import io.execward.json.PolicyJson;
import io.execward.lang.LoweredFile;
import io.execward.lang.LoweredPolicy;
import io.execward.model.AttachedPolicy;
import io.execward.model.Policy;
import io.execward.model.PolicyKind;
import java.io.IOException;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

    /**
     * The policy in the file, under the file's name. A file of the text language has to have one policy of the kind, or {@code
     * FILE.exec#NAME} names it. After a problem the policy is empty.
     */
    AttachedPolicy read(String file, PolicyKind kind) {
        String name = InputFiles.name(file);
        try {
            int sign = file.indexOf(LanguageInput.ENDING + "#");
            int end = sign < 0 ? file.length() : sign + LanguageInput.ENDING.length();
            if (LanguageInput.isLanguage(file.substring(0, end))) {
                Optional<String> wanted = sign < 0 ? Optional.empty() : Optional.of(file.substring(end + 1));
                return attached(name, fromText(file.substring(0, end), kind, wanted));
            }
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

    private AttachedPolicy attached(String name, Optional<LoweredPolicy> found) {
        if (found.isEmpty()) {
            return new AttachedPolicy(name, Policy.of());
        }
        AttachedPolicy attached = new AttachedPolicy(name, found.get().policy());
        sources.put(attached, found.get().sources());
        return attached;
    }

    private Optional<LoweredPolicy> fromText(String file, PolicyKind kind, Optional<String> wanted) throws IOException {
        LanguageInput input = new LanguageInput(files.streams());
        LoweredFile lowered = input.lowered(input.source(file));
        lowered.warnings().forEach(warning -> warnings.add(DiagnosticPrinter.print(warning)));
        List<String> names = lowered.policies().stream()
                .filter(policy -> policy.kind() == kind)
                .map(LoweredPolicy::name)
                .toList();
        if (wanted.isEmpty() && names.size() == 1) {
            return lowered.policy(kind, names.get(0));
        }
        if (wanted.isPresent() && names.contains(wanted.get())) {
            return lowered.policy(kind, wanted.get());
        }
        String what = wanted.map(name -> "no " + kind.text() + " `" + name + "`")
                .orElse(names.isEmpty() ? "no " + kind.text() : "more than one " + kind.text());
        problems.add("error: " + file + " has " + what
                + (names.isEmpty() ? "" : ": write `" + file + "#" + names.get(0) + "`") + "\n");
        return Optional.empty();
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
