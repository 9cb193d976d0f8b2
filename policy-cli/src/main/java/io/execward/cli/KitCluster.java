// SPDX-License-Identifier: Apache-2.0
package io.execward.cli;

import io.execward.dsl.Place;
import io.execward.dsl.Target;
import io.execward.ecs.ClusterArn;
import io.execward.ecs.ExecConfiguration;
import io.execward.ecs.ExecConfiguration.Logging;
import io.execward.model.Arn;
import java.util.Optional;

/**
 * The cluster that policies are made for, how it runs exec, and the key of its sessions, as words and documents tell. What is wrong is
 * put with the words, and something stands in its place so that the rest can be checked.
 */
record KitCluster(ClusterArn arn, ExecConfiguration configuration, Optional<Target<Target.Key>> key) {
    private static final ClusterArn NOT_KNOWN = ClusterArn.of("arn:aws:ecs:us-east-1:111122223333:cluster/not-known");
    private static final String ALIAS = "alias/";

    /** @param logs true if the policies depend on where sessions are logged */
    static KitCluster of(KitWords words, Optional<ClusterDocuments> documents, boolean logs) {
        Reader reader = new Reader(words, documents);
        Optional<ClusterArn> cluster = reader.cluster();
        ClusterArn arn = cluster.orElse(NOT_KNOWN);
        ExecConfiguration configuration = reader.configuration(arn, logs);
        return new KitCluster(arn, configuration, reader.key(arn, cluster.isPresent(), configuration));
    }

    private record Reader(KitWords words, Optional<ClusterDocuments> documents) {
        Optional<ClusterArn> cluster() {
            Optional<KitWord> word = words.one(KitField.CLUSTER);
            if (word.isEmpty()) {
                words.missing(
                        KitField.CLUSTER,
                        "R-EXEC-05",
                        "nothing says which cluster the policies are for",
                        "write its ARN in " + words.name(KitField.CLUSTER));
                return Optional.empty();
            }
            return documents.isPresent()
                    ? documents.get().cluster(word.get(), words)
                    : words.tried(word.get(), ClusterArn::of);
        }

        ExecConfiguration configuration(ClusterArn arn, boolean logs) {
            if (documents.isPresent()) {
                for (KitField field : KitField.OF_LOGS) {
                    words.one(field)
                            .ifPresent(word -> words.refuse(
                                    word,
                                    "R-EXEC-54",
                                    "the configuration comes from "
                                            + documents.get().name(),
                                    "leave " + word.name() + " out"));
                }
                return documents.get().configuration(arn).orElse(ExecConfiguration.standard());
            }
            return logs ? told(arn) : ExecConfiguration.standard();
        }

        private ExecConfiguration told(ClusterArn arn) {
            Optional<KitWord> logging = words.one(KitField.LOGGING);
            Optional<KitWord> group = words.one(KitField.LOG_GROUP);
            Optional<KitWord> bucket = words.one(KitField.BUCKET);
            belongs(KitField.LOG_GROUP_ENCRYPTED, KitField.LOG_GROUP);
            belongs(KitField.BUCKET_PREFIX, KitField.BUCKET);
            belongs(KitField.BUCKET_ENCRYPTED, KitField.BUCKET);
            if (logging.isEmpty() && group.isEmpty() && bucket.isEmpty()) {
                words.missing(
                        KitField.LOGGING,
                        "R-EXEC-54",
                        "nothing says where sessions are logged",
                        "write " + words.name(KitField.LOGGING) + " `NONE` or `DEFAULT`, or name "
                                + words.name(KitField.LOG_GROUP) + " or " + words.name(KitField.BUCKET)
                                + ", or give --describe-clusters or --account");
            }
            Place place = Place.of(arn);
            group.ifPresent(word -> words.tried(word, place::logGroup));
            bucket.ifPresent(word -> words.tried(word, place::bucket));
            words.one(KitField.BUCKET_PREFIX)
                    .ifPresent(word -> words.tried(word, prefix -> place.objects("bucket", prefix)));
            ExecConfiguration configuration = ExecConfiguration.standard();
            if (logging.isPresent()) {
                configuration = logging(logging.get(), configuration, group.or(() -> bucket));
            }
            if (group.isPresent()) {
                configuration =
                        configuration.loggedToCloudWatch(group.get().text(), words.says(KitField.LOG_GROUP_ENCRYPTED));
            }
            if (bucket.isPresent()) {
                String prefix =
                        words.one(KitField.BUCKET_PREFIX).map(KitWord::text).orElse("");
                configuration =
                        configuration.loggedToS3(bucket.get().text(), prefix, words.says(KitField.BUCKET_ENCRYPTED));
            }
            return configuration;
        }

        private ExecConfiguration logging(
                KitWord word, ExecConfiguration configuration, Optional<KitWord> destination) {
            Optional<Logging> logging = words.tried(word, Reader::logging);
            boolean overrides = logging.equals(Optional.of(Logging.OVERRIDE));
            if (overrides && destination.isEmpty()) {
                words.refuse(
                        word,
                        "R-EXEC-54",
                        "the logging is `OVERRIDE` and says no destination",
                        "name " + words.name(KitField.LOG_GROUP) + " or " + words.name(KitField.BUCKET));
            }
            if (logging.isPresent() && !overrides) {
                destination.ifPresent(other -> words.refuse(
                        other,
                        "R-EXEC-54",
                        "with logging `" + word.text() + "` there is no log at `" + other.text() + "`",
                        "leave one of the two out"));
            }
            return logging.equals(Optional.of(Logging.NONE)) ? configuration.withoutLogs() : configuration;
        }

        private static Logging logging(String text) {
            return switch (text) {
                case "NONE" -> Logging.NONE;
                case "DEFAULT" -> Logging.DEFAULT;
                case "OVERRIDE" -> Logging.OVERRIDE;
                default ->
                    throw new IllegalArgumentException(
                            "`" + text + "` is no kind of logging: write `NONE`, `DEFAULT` or `OVERRIDE` (R-EXEC-54)");
            };
        }

        private void belongs(KitField detail, KitField whole) {
            if (!words.says(whole)) {
                words.one(detail)
                        .ifPresent(word -> words.refuse(
                                word,
                                "R-EXEC-54",
                                word.name() + " is about nothing",
                                "name " + words.name(whole) + " too"));
            }
        }

        Optional<Target<Target.Key>> key(ClusterArn arn, boolean known, ExecConfiguration configuration) {
            Optional<KitWord> word = words.one(KitField.KMS_KEY);
            Optional<Target<Target.Key>> told = word.flatMap(it -> words.tried(it, text -> key(text, Place.of(arn))));
            if (documents.isEmpty() || !known) {
                return told;
            }
            Optional<String> ofCluster = configuration.kmsKeyId();
            if (ofCluster.isEmpty()) {
                word.ifPresent(it -> words.refuse(
                        it,
                        "R-EXEC-26",
                        documents.get().name() + " tells no key of the cluster",
                        "leave " + it.name() + " out"));
                return Optional.empty();
            }
            Optional<String> resolved = Optional.ofNullable(
                            documents.get().keys().get(arn))
                    .map(Arn::toString)
                    .or(() -> ofCluster.filter(text -> !isAlias(text)));
            if (resolved.isEmpty()) {
                if (word.isEmpty()) {
                    words.missing(
                            KitField.KMS_KEY,
                            "R-EXEC-26",
                            "the cluster's key is `" + ofCluster.get() + "`, an alias, which names no key in a policy",
                            "write the ARN of the key that it stands for in " + words.name(KitField.KMS_KEY));
                }
                return told;
            }
            return word.isEmpty() ? keyOfCluster(resolved.get(), arn) : agreeing(word.get(), told, resolved.get(), arn);
        }

        private Optional<Target<Target.Key>> keyOfCluster(String text, ClusterArn arn) {
            return words.one(KitField.CLUSTER).flatMap(word -> {
                try {
                    return Optional.of(key(text, Place.of(arn)));
                } catch (IllegalArgumentException e) {
                    words.refuse(word, e);
                    return Optional.empty();
                }
            });
        }

        private Optional<Target<Target.Key>> agreeing(
                KitWord word, Optional<Target<Target.Key>> told, String resolved, ClusterArn arn) {
            boolean differs = told.isPresent() && !told.equals(keyOfCluster(resolved, arn));
            if (differs) {
                words.refuse(
                        word,
                        "R-EXEC-26",
                        documents.get().name() + " says that the key is `" + resolved + "`",
                        "leave " + word.name() + " out, or print the document again");
            }
            return told;
        }

        private static Target<Target.Key> key(String text, Place place) {
            if (isAlias(text)) {
                throw new IllegalArgumentException(
                        "`" + text
                                + "` is an alias, which names no key in a policy: write the ARN of the key that it stands for (R-EXEC-26)");
            }
            return text.startsWith("arn:") ? Target.key(text) : place.key(text);
        }

        private static boolean isAlias(String text) {
            return text.startsWith(ALIAS)
                    || Arn.tryOf(text)
                            .filter(arn -> arn.resource().startsWith(ALIAS))
                            .isPresent();
        }
    }
}
