// SPDX-License-Identifier: Apache-2.0
package io.execward.suite;

import io.execward.account.AccountSnapshot;
import io.execward.account.ClusterKey;
import io.execward.account.EcsCluster;
import io.execward.account.EcsTask;
import io.execward.account.KmsKey;
import io.execward.account.TaskDefinition;
import io.execward.ecs.ClusterArn;
import io.execward.model.Arn;
import io.execward.model.AttachedPolicy;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a test says that exists, and what it tells of it; what is written in the test wins over the documents of an account. */
final class Givens {
    /**
     * What is told of a thing.
     *
     * @param tags all tags; empty if not told
     * @param containers all containers of a task; empty if not told
     * @param cluster that it belongs to, where its ARN does not tell
     * @param key that a cluster encrypts sessions with
     * @param roles that a task definition names; empty if not told
     */
    record Thing(
            Optional<Map<String, String>> tags,
            Optional<List<String>> containers,
            Optional<String> cluster,
            Optional<String> key,
            Optional<List<String>> roles) {
        static final Thing UNTOLD =
                new Thing(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

        Thing {
            tags = tags.map(Map::copyOf);
            containers = containers.map(List::copyOf);
            roles = roles.map(List::copyOf);
        }
    }

    private final Map<String, Thing> things = new LinkedHashMap<>();
    private @Nullable AccountSnapshot account;

    /** Adds a thing; false if it was given before. */
    boolean add(String arn, Thing thing) {
        return things.putIfAbsent(arn, thing) == null;
    }

    void account(AccountSnapshot documents) {
        account = documents;
    }

    Optional<AccountSnapshot> account() {
        return Optional.ofNullable(account);
    }

    /** What is told of the thing; everything is untold of one that was never given. */
    Thing thing(String arn) {
        Thing written = things.get(arn);
        return written != null ? written : documented(arn).orElse(Thing.UNTOLD);
    }

    boolean has(String arn) {
        return things.containsKey(arn) || documented(arn).isPresent();
    }

    private Optional<Thing> documented(String arn) {
        AccountSnapshot documents = account;
        if (documents == null) {
            return Optional.empty();
        }
        if (arn.contains(":cluster/")) {
            return documents.cluster(ClusterArn.of(arn)).map(Givens::cluster);
        }
        Optional<Thing> definition = documents.taskDefinition(arn).map(Givens::definition);
        return documents
                .task(arn)
                .map(Givens::task)
                .or(() -> definition)
                .or(() -> documents.services().stream()
                        .filter(service -> service.arn().equals(arn))
                        .map(service -> tagged(service.tags()))
                        .findFirst());
    }

    private static Thing tagged(Optional<Map<String, String>> tags) {
        return new Thing(tags, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    private static Thing cluster(EcsCluster cluster) {
        return tagged(cluster.tags());
    }

    private static Thing task(EcsTask task) {
        return new Thing(
                task.tags(),
                Optional.of(task.containers().stream()
                        .map(EcsTask.TaskContainer::name)
                        .toList()),
                Optional.of(task.cluster().toString()),
                Optional.empty(),
                Optional.empty());
    }

    private static Thing definition(TaskDefinition definition) {
        List<String> roles = Stream.of(definition.taskRoleArn(), definition.executionRoleArn())
                .flatMap(Optional::stream)
                .distinct()
                .toList();
        return new Thing(definition.tags(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(roles));
    }

    /**
     * The key of a cluster.
     *
     * @throws IllegalArgumentException if it has one, and nothing tells which
     */
    Optional<Arn> key(ClusterArn cluster) {
        Thing written = things.get(cluster.toString());
        if (written != null || account == null) {
            return Optional.ofNullable(written).flatMap(Thing::key).map(Arn::of);
        }
        return ClusterKey.of(account, cluster).match(Optional::empty, Optional::of, name -> {
            throw new IllegalArgumentException("the documents of the account do not tell the key of `" + cluster + "` ("
                    + name + "): give the cluster in the test, with its key if it has one");
        });
    }

    /** The policies of keys, as far as documents tell them. */
    Map<String, AttachedPolicy> keyPolicies() {
        Map<String, AttachedPolicy> policies = new TreeMap<>();
        if (account != null) {
            for (KmsKey key : account.keys()) {
                key.policy().ifPresent(policy -> policies.put(key.arn().toString(), policy));
            }
        }
        return policies;
    }
}
