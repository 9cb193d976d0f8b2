// SPDX-License-Identifier: Apache-2.0
package io.execward.cli;

import io.execward.account.AccountReader;
import io.execward.account.AccountSnapshot;
import io.execward.diagnostic.DiagnosticPrinter;
import io.execward.diagnostic.PolicySyntaxException;
import io.execward.json.Json;
import io.execward.json.JsonLimits;
import io.execward.json.JsonObject;
import io.execward.model.AttachedPolicy;
import io.execward.model.PolicyKind;
import io.execward.model.PolicySet;
import io.execward.proof.PolicyChange;
import io.execward.proof.PolicyHolder;
import io.execward.report.DiffReport;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * One side of a comparison: a policy, a folder of policies, or the documents of an account.
 *
 * @param holders who has policies on this side
 */
record DiffSide(Kind kind, DiffReport.Side side, List<PolicyHolder> holders) {
    /** What the user named. */
    enum Kind {
        POLICY("a policy"),
        POLICIES("a folder of policies"),
        ACCOUNT("the documents of an account");

        private final String text;

        Kind(String text) {
            this.text = text;
        }

        String text() {
            return text;
        }
    }

    /** What is at this path; problems of policies are left to the reader of policies. */
    static DiffSide read(String name, Streams streams, PolicyFiles files) {
        Path path;
        try {
            path = streams.folder().resolve(name);
        } catch (InvalidPathException e) {
            throw new InputError("error: cannot read " + name + ": it is not a file name");
        }
        if (!Files.isDirectory(path)) {
            return policies(Kind.POLICY, name, Map.of("policy", name), files);
        }
        Map<String, String> policies = policies(name, path);
        return policies.isEmpty() ? account(name, path) : policies(Kind.POLICIES, name, policies, files);
    }

    private static DiffSide policies(Kind kind, String name, Map<String, String> named, PolicyFiles files) {
        Map<String, List<String>> words = new LinkedHashMap<>();
        List<PolicyHolder> holders = new ArrayList<>();
        named.forEach((holder, file) -> {
            AttachedPolicy policy = files.read(file, PolicyKind.IDENTITY);
            PolicySet set = PolicySet.builder().identity(policy).build();
            holders.add(
                    PolicyHolder.of(ProveCommand.SOMEBODY, set, files.sources()).named(holder));
            words.put(
                    holder,
                    file.startsWith("-") && file.length() > 1
                            ? List.of("--identity=" + file)
                            : List.of("--identity", file));
        });
        return new DiffSide(kind, new DiffReport.Side(name, words), holders);
    }

    /** The policies of a folder, by their names in it; none if it holds something else too. */
    private static Map<String, String> policies(String name, Path folder) {
        List<Path> all;
        try (Stream<Path> files = Files.walk(folder)) {
            all = files.filter(Files::isRegularFile)
                    .filter(file -> file.getFileName().toString().endsWith(".json"))
                    .sorted()
                    .toList();
        } catch (IOException | UncheckedIOException e) {
            throw new InputError("error: cannot read " + name + ": " + e.getMessage());
        }
        Map<String, String> policies = new LinkedHashMap<>();
        for (Path file : all) {
            if (!isPolicy(file)) {
                return Map.of();
            }
            String within = folder.relativize(file).toString();
            policies.put(within, Path.of(name).resolve(within).toString());
        }
        return policies;
    }

    /** By its form only; whether it is a good one is seen when it is read. */
    private static boolean isPolicy(Path file) {
        try {
            JsonLimits limits = JsonLimits.defaults();
            return Json.parse(file.toString(), Files.readAllBytes(file), limits) instanceof JsonObject object
                    && object.get("Statement").isPresent();
        } catch (PolicySyntaxException e) {
            return true; // the reader of policies says what is wrong
        } catch (IOException e) {
            throw new InputError("error: cannot read " + file + ": " + InputFiles.reason(e));
        }
    }

    private static DiffSide account(String name, Path path) {
        AccountSnapshot documents;
        try {
            documents = AccountReader.create().read(path);
        } catch (PolicySyntaxException e) {
            throw new InputError(DiagnosticPrinter.print(
                            e.diagnostics(),
                            file -> Files.exists(path.resolve(file))
                                    ? Path.of(name).resolve(file).toString()
                                    : file)
                    .stripTrailing());
        }
        Map<String, List<String>> words = new LinkedHashMap<>();
        List<PolicyHolder> holders = PolicyChange.holders(documents);
        holders.forEach(holder -> words.put(
                holder.name(), name.startsWith("-") ? List.of("--account=" + name) : List.of("--account", name)));
        return new DiffSide(Kind.ACCOUNT, new DiffReport.Side(name, words), holders);
    }
}
