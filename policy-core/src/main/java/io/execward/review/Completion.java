// SPDX-License-Identifier: Apache-2.0
package io.execward.review;

import io.execward.account.AccountSnapshot;
import io.execward.account.DocumentKind;
import io.execward.account.MissingPolicy;
import io.execward.catalog.ServiceCatalog;
import io.execward.ecs.SessionDocument;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** Says what a review rests on. */
final class Completion {
    private final AccountSnapshot account;
    private final ReviewOptions options;

    Completion(AccountSnapshot account, ReviewOptions options) {
        this.account = account;
        this.options = options;
    }

    Completeness completeness() {
        List<DocumentKind> notSupplied = Arrays.stream(DocumentKind.values())
                .filter(kind -> !account.supplied().contains(kind))
                .toList();
        List<MissingPolicy> missing = account.identities().stream()
                .flatMap(identity -> identity.missingPolicies().stream())
                .distinct()
                .sorted(Comparator.comparing(
                                (MissingPolicy policy) -> policy.arn().toString())
                        .thenComparing(MissingPolicy::asBoundary))
                .toList();
        return new Completeness(
                account.inputs(), ServiceCatalog.bundled().date().toString(), notSupplied, missing, statements());
    }

    private List<String> statements() {
        List<String> all = new ArrayList<>();
        unless(
                DocumentKind.ACCOUNT_AUTHORIZATION_DETAILS,
                "users, roles and policies were not supplied, so there are no rows",
                all);
        unless(DocumentKind.TASKS, "tasks were not supplied, so there are no columns", all);
        unless(
                DocumentKind.CLUSTERS,
                "clusters were not supplied: their tags and their exec configuration are not known, and the check of a key is left out",
                all);
        unless(
                DocumentKind.SERVICE_CONTROL_POLICIES,
                "service control policies were not supplied: the review is made as if there were none",
                all);
        unless(
                DocumentKind.RESOURCE_CONTROL_POLICIES,
                "resource control policies were not supplied: they do not cover ECS, and the checks of keys are made as if there were none",
                all);
        unless(DocumentKind.SERVICES, "services were not supplied: their tags are not known", all);
        unless(
                DocumentKind.TASK_DEFINITION,
                "task definitions were not supplied: roads that pass a role of one cannot be judged",
                all);
        long untagged = account.tasks().stream()
                .filter(task ->
                        options.clusters().test(task.cluster()) && task.tags().isEmpty())
                .count();
        if (untagged > 0) {
            all.add("the tags of " + untagged + " tasks are not known: ask for them with `--include TAGS`");
        }
        long linked =
                account.identities().stream().filter(Reviewer::isServiceLinked).count();
        if (linked > 0 && !options.serviceLinkedRoles()) {
            all.add("service-linked roles have no rows (" + linked + " left out): only AWS services can assume them");
        }
        long noDefinition = account.tasks().stream()
                .filter(task -> options.clusters().test(task.cluster())
                        && account.taskDefinition(task).isEmpty())
                .count();
        if (noDefinition > 0 && account.supplied().contains(DocumentKind.TASK_DEFINITION)) {
            all.add("the task definitions of " + noDefinition + " tasks were not supplied");
        }
        all.add("what callers may do through roles that they can assume stands in the rows of those roles");
        all.add("roads that switch exec on stay in the cluster of the task; its role elsewhere is what `"
                + RoadKind.RUN_WITH_ROLE.text() + "` is about");
        all.add("sessions and forwarded ports are judged with " + documents()
                + "; other session documents are not tried");
        all.add("new tasks and services are judged under an id or a name that no policy can mean");
        return all;
    }

    private String documents() {
        List<SessionDocument> documents = new ArrayList<>();
        documents.add(options.sessionDocument());
        documents.addAll(options.forwardingDocuments());
        return documents.stream().map(SessionDocument::name).distinct().collect(Collectors.joining(", "));
    }

    private void unless(DocumentKind kind, String sentence, List<String> all) {
        if (!account.supplied().contains(kind)) {
            all.add(sentence);
        }
    }
}
