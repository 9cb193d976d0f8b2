// SPDX-License-Identifier: Apache-2.0
package io.execward.account;

import io.execward.diagnostic.Diagnostic;
import io.execward.diagnostic.RuleId;
import io.execward.diagnostic.Severity;
import io.execward.diagnostic.SourceSpan;
import io.execward.json.JsonLimits;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** All that the documents tell, while they are read. */
final class Inventory {
    /** Pages of one kind: AWS says on each but the last that there is more. */
    private static final class Pages {
        private int last;
        private @Nullable SourceSpan more;
    }

    final Findings findings = new Findings();
    final PolicyTexts texts;
    final IamDocuments iam;
    final EcsDocuments ecs;
    final OtherDocuments other;
    final OrganizationDocuments organization;
    final Set<DocumentKind> supplied = EnumSet.noneOf(DocumentKind.class);
    final List<InputDocument> inputs = new ArrayList<>();
    private final Map<DocumentKind, Pages> pages = new EnumMap<>(DocumentKind.class);

    Inventory(JsonLimits limits) {
        texts = new PolicyTexts(findings, limits);
        iam = new IamDocuments(findings, texts);
        ecs = new EcsDocuments(findings);
        other = new OtherDocuments(findings, texts);
        organization = new OrganizationDocuments(findings, texts);
    }

    /** @param more where the document says that another page follows; empty if none does */
    void page(DocumentKind kind, Optional<SourceSpan> more) {
        Pages all = pages.computeIfAbsent(kind, each -> new Pages());
        if (more.isPresent()) {
            all.more = all.more == null ? more.get() : all.more;
        } else {
            all.last++;
        }
    }

    /** @throws io.execward.diagnostic.PolicySyntaxException if anything was wrong */
    AccountSnapshot snapshot(boolean trustsEmptyTags) {
        pages.forEach((kind, all) -> {
            if (all.more != null && all.last == 0) {
                findings.error(
                        "R-EXEC-113",
                        all.more,
                        "the document says that more follows, and the rest was not supplied",
                        "add the other pages, or make the document again without limiting its size");
            }
        });
        List<IamIdentity> identities = iam.identities();
        boolean asWritten = trustsEmptyTags;
        List<EcsCluster> clusters = tagged(
                ecs.clusters,
                asWritten,
                "cluster",
                EcsCluster::tags,
                each -> each.arn().toString(),
                each -> new EcsCluster(
                        each.arn(), Optional.empty(), each.execConfiguration(), each.capacityProviders()));
        List<EcsTask> tasks = tagged(
                ecs.tasks, asWritten, "task", EcsTask::tags, each -> each.arn().toString(), Inventory::untold);
        List<EcsService> services = tagged(
                ecs.services,
                asWritten,
                "service",
                EcsService::tags,
                EcsService::arn,
                each -> new EcsService(
                        each.arn(),
                        each.name(),
                        each.cluster(),
                        Optional.empty(),
                        each.enableExecuteCommand(),
                        each.enableEcsManagedTags(),
                        each.propagateTags(),
                        each.taskDefinitionArn()));
        List<TaskDefinition> definitions = tagged(
                ecs.taskDefinitions,
                asWritten,
                "task definition",
                TaskDefinition::tags,
                TaskDefinition::arn,
                Inventory::untold);
        List<KmsKey> keys = other.keys();
        findings.throwIfErrors();
        AccountSnapshot.Builder account = AccountSnapshot.builder();
        account.identities(identities)
                .clusters(clusters.toArray(EcsCluster[]::new))
                .tasks(tasks.toArray(EcsTask[]::new))
                .services(services.toArray(EcsService[]::new))
                .taskDefinitions(definitions.toArray(TaskDefinition[]::new))
                .containerInstances(ecs.containerInstances.inOrder().toArray(ContainerInstance[]::new))
                .vpcEndpoints(other.endpoints.inOrder().toArray(VpcEndpoint[]::new))
                .subnets(other.subnets.inOrder().toArray(Subnet[]::new))
                .logGroups(other.logGroups.inOrder().toArray(LogGroup[]::new))
                .keys(keys.toArray(KmsKey[]::new));
        other.clients.inOrder().forEach(account::client);
        organization.serviceControl().ifPresent(account::serviceControl);
        organization.resourceControl().ifPresent(account::resourceControl);
        return account.supplied(supplied)
                .inputs(inputs)
                .sources(texts.sources())
                .warnings(findings.warnings())
                .build();
    }

    /**
     * ECS prints an empty list of tags also when nobody asked for tags. Unless one thing of the kind has a tag, it is not known which of
     * the two an empty list means, and a Deny by tag must not get lost (R-EXEC-118).
     */
    private <T> List<T> tagged(
            Things<T> things,
            boolean asWritten,
            String what,
            Function<T, Optional<Map<String, String>>> tags,
            Function<T, String> id,
            UnaryOperator<T> untold) {
        List<T> all = things.inOrder();
        boolean asked = all.stream()
                .anyMatch(each -> tags.apply(each).map(map -> !map.isEmpty()).orElse(false));
        Optional<T> first = all.stream()
                .filter(each -> tags.apply(each).isEmpty()
                        || (!asked && !asWritten && tags.apply(each).get().isEmpty()))
                .findFirst();
        first.ifPresent(each -> findings.add(new Diagnostic(
                new RuleId("R-EXEC-118"),
                Severity.WARNING,
                things.place(id.apply(each)),
                asked
                        ? "the tags of a " + what + " are not told"
                        : "no " + what + " has a tag, so it is not known whether the documents were made with tags",
                Optional.of("tags count as unknown; ask AWS with `--include TAGS`"),
                List.of())));
        if (asked || asWritten) {
            return all;
        }
        return all.stream()
                .map(each -> tags.apply(each).isPresent() ? untold.apply(each) : each)
                .toList();
    }

    private static EcsTask untold(EcsTask task) {
        return new EcsTask(
                task.arn(),
                task.cluster(),
                task.taskDefinitionArn(),
                Optional.empty(),
                task.group(),
                task.startedBy(),
                task.lastStatus(),
                task.desiredStatus(),
                task.enableExecuteCommand(),
                task.launchType(),
                task.capacityProviderName(),
                task.platformVersion(),
                task.platformFamily(),
                task.overrideTaskRoleArn(),
                task.subnetId(),
                task.containerInstanceArn(),
                task.createdAt(),
                task.containers());
    }

    private static TaskDefinition untold(TaskDefinition definition) {
        return new TaskDefinition(
                definition.arn(),
                definition.family(),
                definition.revision(),
                Optional.empty(),
                definition.taskRoleArn(),
                definition.executionRoleArn(),
                definition.networkMode(),
                definition.pidMode(),
                definition.requiresCompatibilities(),
                definition.operatingSystemFamily(),
                definition.containers());
    }
}
