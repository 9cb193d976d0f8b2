// SPDX-License-Identifier: Apache-2.0
package io.execward.proof;

import io.execward.account.AccountSnapshot;
import io.execward.account.EcsCluster;
import io.execward.account.EcsTask;
import io.execward.ecs.ClusterArn;
import io.execward.ecs.TaskArn;
import io.execward.model.ConditionKey;
import io.execward.model.Context;
import io.execward.model.ContextValue;
import io.execward.model.Request;
import io.execward.model.Resource;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Requests to show instead of those of a witness: about things of the documents where there are some, else about things that are named
 * as AWS names them, and with the ties that AWS keeps (R-EXEC-05, R-EXEC-07, R-EXEC-08, R-EXEC-10). Whether they are allowed is for the
 * engine to say.
 */
final class RealRequests {
    private static final int MOST = 24;
    private static final String LONG_ID = "0123456789abcdef0123456789abcdef";
    private static final String SHORT_ID = "01234567-89ab-cdef-0123-456789abcdef";
    private static final List<String> TAGS = List.of("aws:resourcetag/", "ecs:resourcetag/");
    private static final ConditionKey CLUSTER = ConditionKey.of("ecs:cluster");

    private final AccountSnapshot account;

    RealRequests(AccountSnapshot account) {
        this.account = account;
    }

    /** Both checks of a shell, in the cluster if one is given. */
    Function<List<Request>, List<List<Request>>> shell(Optional<ClusterArn> only, boolean shortForm) {
        return witness -> {
            List<List<Request>> all = new ArrayList<>();
            for (ClusterArn cluster : only.map(List::of).orElseGet(() -> clusters(witness))) {
                tasks(cluster, shortForm)
                        .forEach(task -> all.add(shell(witness, cluster, task.arn(), Optional.of(task))));
                for (TaskArn task : named(cluster, shortForm, witness.get(1))) {
                    all.add(shell(witness, cluster, task, Optional.empty()));
                }
            }
            return all;
        };
    }

    private List<Request> shell(List<Request> witness, ClusterArn cluster, TaskArn arn, Optional<EcsTask> told) {
        Context ties = Context.builder()
                .put("ecs:cluster", cluster.toString())
                .put("ecs:task", arn.toString())
                .build()
                .plus(place(cluster.region(), cluster.account()));
        Optional<Map<String, String>> clusterTags =
                told.flatMap(task -> account.cluster(cluster)).flatMap(EcsCluster::tags);
        return List.of(
                on(witness.get(0), cluster.toString(), ties, clusterTags),
                on(witness.get(1), arn.toString(), ties, told.flatMap(EcsTask::tags)));
    }

    /** The check of a task in a direct session. */
    Function<List<Request>, List<List<Request>>> session(Optional<ClusterArn> only, boolean shortForm) {
        return witness -> {
            List<List<Request>> all = new ArrayList<>();
            for (ClusterArn cluster : only.map(List::of).orElseGet(() -> clusters(witness))) {
                tasks(cluster, shortForm)
                        .forEach(task -> all.add(
                                List.of(on(witness.get(0), task.arn().toString(), place(cluster), task.tags()))));
                for (TaskArn task : named(cluster, shortForm, witness.get(0))) {
                    all.add(List.of(on(witness.get(0), task.toString(), place(cluster), Optional.empty())));
                }
            }
            return all;
        };
    }

    /** A check of one resource: one of the documents that the prefix fits, or the witness's own with a name if it has none. */
    Function<List<Request>, List<List<Request>>> resource(String name, Things known) {
        return witness -> {
            Request first = witness.get(0);
            String text = first.resources().get(0).text();
            Set<String> texts = new LinkedHashSet<>();
            known.arns(account).limit(MOST).forEach(texts::add);
            texts.add(text);
            texts.add(text.endsWith("/") || text.endsWith(":") ? text + name : text);
            return texts.stream()
                    .flatMap(each -> Resource.of(each).arn().stream()
                            .map(arn -> List.of(on(first, each, place(arn.region(), arn.account()), Optional.empty()))))
                    .toList();
        };
    }

    /** Which things of the documents a check may be about. */
    interface Things {
        Stream<String> arns(AccountSnapshot account);
    }

    private static Context place(ClusterArn cluster) {
        return place(cluster.region(), cluster.account());
    }

    private static Context place(String region, String owner) {
        Context.Builder place = Context.builder();
        if (!region.isEmpty()) {
            place.put("aws:RequestedRegion", region);
        }
        if (!owner.isEmpty()) {
            place.put("aws:ResourceAccount", owner);
        }
        return place.build();
    }

    private List<ClusterArn> clusters(List<Request> witness) {
        Set<ClusterArn> all = new LinkedHashSet<>();
        account.clusters().stream().limit(MOST).map(EcsCluster::arn).forEach(all::add);
        for (Request request : witness) {
            if (request.context().get(CLUSTER) instanceof ContextValue.Present present) {
                present.values().forEach(text -> cluster(text).ifPresent(all::add));
            }
            cluster(request.resources().get(0).text()).ifPresent(all::add);
            task(request.resources().get(0).text()).flatMap(TaskArn::clusterArn).ifPresent(all::add);
        }
        return List.copyOf(all);
    }

    private static Optional<ClusterArn> cluster(String text) {
        try {
            return Optional.of(ClusterArn.of(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty(); // a value that no cluster has
        }
    }

    private static Optional<TaskArn> task(String text) {
        try {
            return Optional.of(TaskArn.of(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private List<EcsTask> tasks(ClusterArn cluster, boolean shortForm) {
        return account.tasks().stream()
                .filter(task ->
                        task.cluster().equals(cluster) && task.arn().cluster().isEmpty() == shortForm)
                .limit(MOST)
                .toList();
    }

    /** A task of nobody's documents: with an id of the usual form, or one that begins like that of the witness. */
    private static List<TaskArn> named(ClusterArn cluster, boolean shortForm, Request witness) {
        String usual = shortForm ? SHORT_ID : LONG_ID;
        String text = witness.resources().get(0).text();
        String id = text.substring(text.lastIndexOf('/') + 1);
        String longer = id.length() < usual.length() ? id + usual.substring(id.length()) : id;
        Optional<String> name = shortForm ? Optional.empty() : Optional.of(cluster.name());
        return Stream.of(usual, longer, id)
                .distinct()
                .flatMap(each ->
                        task("arn:" + cluster.partition() + ":ecs:" + cluster.region() + ":" + cluster.account()
                                        + ":task/" + name.map(it -> it + "/").orElse("") + each)
                                .stream())
                .toList();
    }

    /** The request on this resource, with the ties; with the tags of the documents if they tell them, else both spellings alike. */
    private static Request on(Request witness, String resource, Context ties, Optional<Map<String, String>> tags) {
        Context.Builder context = Context.builder();
        Context told = witness.context().plus(witness.resources().get(0).context());
        for (ConditionKey key : told.keys()) {
            Optional<String> tag = TAGS.stream()
                    .filter(key.folded()::startsWith)
                    .findFirst()
                    .map(family -> key.name().substring(family.length()));
            if (tag.isEmpty()) {
                context.put(key, told.get(key));
            } else if (tags.isEmpty() && told.get(key) instanceof ContextValue.Present) {
                spellings(witness, tag.get()).forEach(each -> context.put(each, told.get(key)));
            }
        }
        tags.ifPresent(all -> all.forEach((key, value) ->
                spellings(witness, key).forEach(each -> context.put(each, ContextValue.of(List.of(value))))));
        return witness.with(context.build().plus(ties)).on(List.of(Resource.of(resource)));
    }

    /** A direct session carries no key of ECS (R-EXEC-21). */
    private static List<ConditionKey> spellings(Request request, String tag) {
        ConditionKey global = ConditionKey.of("aws:ResourceTag/" + tag);
        return request.action().service().equals("ecs")
                ? List.of(global, ConditionKey.of("ecs:ResourceTag/" + tag))
                : List.of(global);
    }
}
