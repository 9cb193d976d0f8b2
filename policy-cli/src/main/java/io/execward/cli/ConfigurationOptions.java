// SPDX-License-Identifier: Apache-2.0
package io.execward.cli;

import io.execward.account.AccountDocument;
import io.execward.account.AccountReader;
import io.execward.account.AccountSnapshot;
import io.execward.diagnostic.DiagnosticPrinter;
import io.execward.diagnostic.PolicySyntaxException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How the cluster runs exec: told, or read from documents. */
final class ConfigurationOptions {
    /** No kit depends on tags that a document has, so that nobody needs to know whether it has all. */
    private static final AccountReader READER = AccountReader.create().trustingEmptyTags();

    @Option(
            names = "--describe-clusters",
            paramLabel = "FILE",
            description = "Take it from what `aws ecs describe-clusters --include CONFIGURATIONS` printed.")
    private @Nullable String describeClusters;

    @Option(
            names = "--account",
            paramLabel = "DIR",
            description =
                    "Take it from a folder of what the AWS CLI printed about the account; key aliases are resolved.")
    private @Nullable String account;

    @Option(
            names = "--kms-key",
            paramLabel = "ARN|ID",
            description = "The key that encrypts sessions. Without it and without documents there is none.")
    private @Nullable String kmsKey;

    @Option(
            names = "--logging",
            paramLabel = "HOW",
            description =
                    "Where sessions are logged: NONE, DEFAULT or OVERRIDE. A log group or a bucket means OVERRIDE.")
    private @Nullable String logging;

    @Option(names = "--log-group", paramLabel = "NAME", description = "To this log group.")
    private @Nullable String logGroup;

    @Option(names = "--log-group-encrypted", description = "Sessions are refused unless the group is encrypted.")
    private boolean logGroupEncrypted;

    @Option(names = "--bucket", paramLabel = "NAME", description = "To this bucket.")
    private @Nullable String bucket;

    @Option(names = "--bucket-prefix", paramLabel = "PREFIX", description = "What the names of log objects begin with.")
    private @Nullable String bucketPrefix;

    @Option(names = "--bucket-encrypted", description = "Sessions are refused unless the bucket is encrypted.")
    private boolean bucketEncrypted;

    void addTo(KitWords words) {
        KitOptions.add(words, KitField.KMS_KEY, kmsKey);
        KitOptions.add(words, KitField.LOGGING, logging);
        KitOptions.add(words, KitField.LOG_GROUP, logGroup);
        KitOptions.flag(words, KitField.LOG_GROUP_ENCRYPTED, logGroupEncrypted);
        KitOptions.add(words, KitField.BUCKET, bucket);
        KitOptions.add(words, KitField.BUCKET_PREFIX, bucketPrefix);
        KitOptions.flag(words, KitField.BUCKET_ENCRYPTED, bucketEncrypted);
    }

    Optional<String> file() {
        return Optional.ofNullable(describeClusters);
    }

    /**
     * What the documents tell, if there are any.
     *
     * @param problems where what is wrong with them is put, as it is printed
     */
    Optional<ClusterDocuments> documents(Streams streams, List<String> problems) {
        if (describeClusters != null && account != null) {
            throw new UsageError("--describe-clusters and --account exclude each other: the folder holds the document");
        }
        if (describeClusters != null) {
            return Optional.of(clusters(describeClusters, streams, problems));
        }
        return Optional.ofNullable(account).map(folder -> account(folder, streams, problems));
    }

    private static ClusterDocuments clusters(String file, Streams streams, List<String> problems) {
        String name = InputFiles.name(file);
        AccountDocument document = new AccountDocument(name, () -> new InputFiles(streams).open(file));
        return read(name, () -> READER.read(List.of(document)), streams, problems);
    }

    private static ClusterDocuments account(String folder, Streams streams, List<String> problems) {
        try {
            Path path = streams.folder().resolve(folder);
            if (Files.isDirectory(path)) {
                return read(folder, () -> READER.read(path), streams, problems);
            }
            problems.add("error: cannot read " + folder + ": "
                    + (Files.exists(path) ? "it is not a folder" : "there is no such folder"));
        } catch (InvalidPathException e) {
            problems.add("error: cannot read " + folder + ": it is not a file name");
        }
        return ClusterDocuments.broken(folder);
    }

    private static ClusterDocuments read(
            String name, Supplier<AccountSnapshot> reader, Streams streams, List<String> problems) {
        try {
            AccountSnapshot account = reader.get();
            streams.complain(DiagnosticPrinter.print(account.warnings()));
            return ClusterDocuments.of(name, account);
        } catch (PolicySyntaxException e) {
            problems.add(DiagnosticPrinter.print(e.diagnostics()).stripTrailing());
            return ClusterDocuments.broken(name);
        }
    }
}
