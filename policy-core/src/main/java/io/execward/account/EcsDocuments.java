// SPDX-License-Identifier: Apache-2.0
package io.execward.account;

import io.execward.diagnostic.SourceSpan;
import io.execward.ecs.ClusterArn;
import io.execward.ecs.ExecConfiguration;
import io.execward.ecs.PassedRole;
import io.execward.ecs.ServiceArn;
import io.execward.ecs.TaskArn;
import io.execward.ecs.TaskDefinitionArn;
import io.execward.json.JsonValue;
import io.execward.model.Arn;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the {@code describe-…} commands of ECS print (R-EXEC-100 to R-EXEC-104). */
final class EcsDocuments {
    private final Findings findings;
    final Things<EcsCluster> clusters;
    final Things<EcsTask> tasks;
    final Things<TaskDefinition> taskDefinitions;
    final Things<EcsService> services;
    final Things<ContainerInstance> containerInstances;

    EcsDocuments(Findings findings) {
        this.findings = findings;
        clusters = new Things<>("the cluster", findings);
        tasks = new Things<>("the task", findings);
        taskDefinitions = new Things<>("the task definition", findings);
        services = new Things<>("the service", findings);
        containerInstances = new Things<>("the container instance", findings);
    }

    private static Optional<Map<String, String>> tags(Fields fields) {
        return fields.pairs("tags", "key", "value");
    }

    void cluster(JsonValue item) {
        Fields.of(item, "the cluster", findings).ifPresent(cluster -> {
            long before = findings.errorCount();
            Optional<ClusterArn> arn = cluster.requiredText("clusterArn", ClusterArn::of);
            Optional<String> name = cluster.text("clusterName");
            if (arn.isPresent() && name.isPresent() && !arn.get().name().equals(name.get())) {
                contradicts(cluster, "clusterName", "the name `" + name.get() + "` is not that of `" + arn.get() + "`");
            }
            Optional<Map<String, String>> tags = tags(cluster);
            Optional<ExecConfiguration> configuration = cluster.object("configuration")
                    .flatMap(all -> all.object("executeCommandConfiguration"))
                    .flatMap(this::execConfiguration);
            List<String> providers = cluster.texts("capacityProviders");
            if (findings.errorCount() == before && arn.isPresent()) {
                EcsCluster read = new EcsCluster(arn.get(), tags, configuration, providers);
                clusters.add(arn.get().toString(), read, cluster.opening());
            }
        });
    }

    private static void contradicts(Fields fields, String member, String message) {
        fields.error("R-EXEC-114", member, message, "make the document again: AWS never prints that");
    }

    /** No {@code logging} is as good as DEFAULT (R-EXEC-54). */
    private Optional<ExecConfiguration> execConfiguration(Fields exec) {
        long before = findings.errorCount();
        ExecConfiguration.Logging logging = ExecConfiguration.Logging.DEFAULT;
        Optional<String> word = exec.textIfAny("logging");
        if (word.isPresent()) {
            switch (word.get()) {
                case "NONE" -> logging = ExecConfiguration.Logging.NONE;
                case "DEFAULT" -> logging = ExecConfiguration.Logging.DEFAULT;
                case "OVERRIDE" -> logging = ExecConfiguration.Logging.OVERRIDE;
                default ->
                    exec.error(
                            "R-EXEC-54",
                            "logging",
                            "`" + word.get() + "` is not a way of logging",
                            "it is `NONE`, `DEFAULT` or `OVERRIDE`");
            }
        }
        Optional<String> key = exec.textIfAny("kmsKeyId");
        Optional<Fields> log = exec.object("logConfiguration");
        ExecConfiguration read = new ExecConfiguration(
                key,
                logging,
                log.flatMap(each -> each.textIfAny("cloudWatchLogGroupName")),
                log.map(each -> each.flag("cloudWatchEncryptionEnabled", false)).orElse(false),
                log.flatMap(each -> each.textIfAny("s3BucketName")),
                log.map(each -> each.flag("s3EncryptionEnabled", false)).orElse(false),
                log.flatMap(each -> each.textIfAny("s3KeyPrefix")));
        return findings.errorCount() == before ? Optional.of(read) : Optional.empty();
    }

    void task(JsonValue item) {
        Fields.of(item, "the task", findings).ifPresent(task -> {
            long before = findings.errorCount();
            Optional<TaskArn> arn = task.requiredText("taskArn", TaskArn::of);
            Optional<ClusterArn> cluster = task.requiredText("clusterArn", ClusterArn::of);
            if (arn.isPresent() && cluster.isPresent() && !runsIn(arn.get(), cluster.get())) {
                contradicts(
                        task,
                        "clusterArn",
                        "the task `" + arn.get() + "` does not run in the cluster `" + cluster.get() + "`");
            }
            Optional<TaskDefinitionArn> definition = task.requiredText("taskDefinitionArn", TaskDefinitionArn::of);
            if (definition.isPresent() && cluster.isPresent() && !isBeside(definition.get(), cluster.get())) {
                contradicts(
                        task,
                        "taskDefinitionArn",
                        "the task definition `" + definition.get() + "` is not where the cluster `" + cluster.get()
                                + "` is");
            }
            Optional<String> status = task.requiredText("lastStatus");
            Optional<Map<String, String>> tags = tags(task);
            Optional<String> group = task.textIfAny("group");
            Optional<String> startedBy = task.textIfAny("startedBy");
            Optional<String> desired = task.textIfAny("desiredStatus");
            boolean exec = task.flag("enableExecuteCommand", false);
            Optional<String> launchType = task.textIfAny("launchType");
            Optional<String> provider = task.textIfAny("capacityProviderName");
            Optional<String> version = task.textIfAny("platformVersion");
            Optional<String> family = task.textIfAny("platformFamily");
            Optional<String> role = task.object("overrides")
                    .flatMap(all -> cluster.flatMap(it -> role(all, "taskRoleArn", it.partition(), it.account())));
            Optional<String> subnet = subnet(task);
            Optional<String> instance = task.textIfAny("containerInstanceArn");
            Optional<Instant> created = task.time("createdAt");
            List<EcsTask.TaskContainer> containers = containers(task);
            if (findings.errorCount() > before
                    || arn.isEmpty()
                    || cluster.isEmpty()
                    || definition.isEmpty()
                    || status.isEmpty()) {
                return;
            }
            EcsTask read = new EcsTask(
                    arn.get(),
                    cluster.get(),
                    definition.get().toString(),
                    tags,
                    group,
                    startedBy,
                    status.get(),
                    desired,
                    exec,
                    launchType,
                    provider,
                    version,
                    family,
                    role,
                    subnet,
                    instance,
                    created,
                    containers);
            tasks.add(arn.get().toString(), read, task.opening());
        });
    }

    private static boolean runsIn(TaskArn task, ClusterArn cluster) {
        return task.clusterArn().map(cluster::equals).orElse(true)
                && task.partition().equals(cluster.partition())
                && task.region().equals(cluster.region())
                && task.account().equals(cluster.account());
    }

    private static boolean runsIn(ServiceArn service, ClusterArn cluster) {
        return service.clusterArn().map(cluster::equals).orElse(true)
                && service.partition().equals(cluster.partition())
                && service.region().equals(cluster.region())
                && service.account().equals(cluster.account());
    }

    private static boolean isBeside(TaskDefinitionArn definition, ClusterArn cluster) {
        return definition.partition().equals(cluster.partition())
                && definition.region().equals(cluster.region())
                && definition.account().equals(cluster.account());
    }

    /** The ARN of a role. A definition may name it without, which means a role of its account that has no path. */
    private static Optional<String> role(Fields fields, String member, String partition, String account) {
        return fields.textIfAny(member, text -> {
            boolean isName = text.indexOf(':') < 0 && text.indexOf('/') < 0;
            Arn arn = isName ? new Arn(partition, "iam", "", account, "role/" + text) : Arn.of(text);
            return PassedRole.toTasks(arn).role().toString();
        });
    }

    private static Optional<String> subnet(Fields task) {
        for (Fields attachment : task.objects("attachments", "an attachment")) {
            String type = attachment.text("type").orElse("");
            if (type.equals("ElasticNetworkInterface") || type.equals("eni")) {
                Optional<String> subnet = attachment
                        .pairs("details", "name", "value")
                        .map(details -> details.getOrDefault("subnetId", ""))
                        .filter(id -> !id.isEmpty());
                if (subnet.isPresent()) {
                    return subnet;
                }
            }
        }
        return Optional.empty();
    }

    private static List<EcsTask.TaskContainer> containers(Fields task) {
        List<EcsTask.TaskContainer> all = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (Fields container : task.requiredObjects("containers", "a container")) {
            Optional<String> name = container.requiredText("name");
            name.filter(each -> !names.add(each))
                    .ifPresent(each -> contradicts(container, "name", "two containers are called `" + each + "`"));
            Optional<List<EcsTask.ManagedAgent>> agents =
                    container.list("managedAgents").map(items -> agents(container));
            all.add(new EcsTask.TaskContainer(
                    name.orElse(""), container.textIfAny("runtimeId"), container.textIfAny("lastStatus"), agents));
        }
        return all;
    }

    private static List<EcsTask.ManagedAgent> agents(Fields container) {
        List<EcsTask.ManagedAgent> all = new ArrayList<>();
        for (Fields agent : container.objects("managedAgents", "a managed agent")) {
            Optional<String> name = agent.requiredText("name");
            Optional<String> status = agent.requiredText("lastStatus");
            Optional<Instant> started = agent.time("lastStartedAt");
            all.add(new EcsTask.ManagedAgent(name.orElse(""), status.orElse(""), agent.textIfAny("reason"), started));
        }
        return all;
    }

    /** @param tags the list that stands beside the definition; empty if there is none */
    void taskDefinition(JsonValue value, Optional<List<JsonValue>> tags) {
        Fields.of(value, "the task definition", findings).ifPresent(definition -> {
            long before = findings.errorCount();
            Optional<TaskDefinitionArn> arn = definition.requiredText("taskDefinitionArn", TaskDefinitionArn::of);
            Optional<String> family = definition.requiredText("family");
            Optional<Integer> revision = definition.requiredCount("revision");
            if (arn.isPresent()
                    && family.isPresent()
                    && revision.isPresent()
                    && !(arn.get().family().equals(family.get())
                            && arn.get().revision().equals(revision))) {
                contradicts(
                        definition,
                        "taskDefinitionArn",
                        "`" + arn.get() + "` is not the ARN of `" + family.get() + ":" + revision.get() + "`");
            }
            Optional<Map<String, String>> pairs = tags.map(items -> definitionTags(items));
            Optional<String> role = arn.flatMap(it -> role(definition, "taskRoleArn", it.partition(), it.account()));
            Optional<String> execution =
                    arn.flatMap(it -> role(definition, "executionRoleArn", it.partition(), it.account()));
            Optional<String> network = definition.textIfAny("networkMode");
            Optional<String> pid = definition.textIfAny("pidMode");
            List<String> compatibilities = definition.texts("requiresCompatibilities");
            Optional<String> system =
                    definition.object("runtimePlatform").flatMap(all -> all.textIfAny("operatingSystemFamily"));
            List<TaskDefinition.ContainerDefinition> containers = containerDefinitions(definition);
            if (findings.errorCount() > before || arn.isEmpty() || family.isEmpty() || revision.isEmpty()) {
                return;
            }
            TaskDefinition read = new TaskDefinition(
                    arn.get().toString(),
                    family.get(),
                    revision.get(),
                    pairs,
                    role,
                    execution,
                    network,
                    pid,
                    compatibilities,
                    system,
                    containers);
            taskDefinitions.add(read.arn(), read, definition.opening());
        });
    }

    private Map<String, String> definitionTags(List<JsonValue> items) {
        Map<String, String> tags = new LinkedHashMap<>();
        for (JsonValue item : items) {
            Fields.of(item, "an item of `tags`", findings).ifPresent(tag -> {
                Optional<String> key = tag.requiredText("key");
                String value = tag.text("value").orElse("");
                if (key.isPresent() && !tags.getOrDefault(key.get(), value).equals(value)) {
                    contradicts(tag, "key", "`tags` has `" + key.get() + "` twice, with two values");
                }
                key.ifPresent(each -> tags.put(each, value));
            });
        }
        return tags;
    }

    private static List<TaskDefinition.ContainerDefinition> containerDefinitions(Fields definition) {
        List<TaskDefinition.ContainerDefinition> all = new ArrayList<>();
        for (Fields container : definition.requiredObjects("containerDefinitions", "a container definition")) {
            Optional<String> name = container.requiredText("name");
            Optional<String> image = container.requiredText("image");
            boolean init = container
                    .object("linuxParameters")
                    .map(each -> each.flag("initProcessEnabled", false))
                    .orElse(false);
            Optional<String> driver =
                    container.object("logConfiguration").flatMap(each -> each.requiredText("logDriver"));
            all.add(new TaskDefinition.ContainerDefinition(
                    name.orElse(""),
                    image.orElse(""),
                    container.textIfAny("user"),
                    container.flag("privileged", false),
                    container.flag("essential", true),
                    container.flag("readonlyRootFilesystem", false),
                    init,
                    environment(container),
                    mountPoints(container),
                    driver));
        }
        return all;
    }

    /** A name may stand twice here; the last one wins, as in a process. */
    private static Map<String, String> environment(Fields container) {
        Map<String, String> all = new LinkedHashMap<>();
        for (Fields variable : container.objects("environment", "an environment variable")) {
            variable.requiredText("name")
                    .ifPresent(name -> all.put(name, variable.text("value").orElse("")));
        }
        return all;
    }

    private static List<TaskDefinition.MountPoint> mountPoints(Fields container) {
        List<TaskDefinition.MountPoint> all = new ArrayList<>();
        for (Fields mount : container.objects("mountPoints", "a mount point")) {
            mount.textIfAny("containerPath")
                    .ifPresent(path -> all.add(new TaskDefinition.MountPoint(path, mount.flag("readOnly", false))));
        }
        return all;
    }

    void service(JsonValue item) {
        Fields.of(item, "the service", findings).ifPresent(service -> {
            long before = findings.errorCount();
            Optional<ServiceArn> arn = service.requiredText("serviceArn", ServiceArn::of);
            Optional<String> name = service.requiredText("serviceName");
            Optional<ClusterArn> cluster = service.requiredText("clusterArn", ClusterArn::of);
            if (arn.isPresent() && name.isPresent() && !arn.get().name().equals(name.get())) {
                contradicts(service, "serviceName", "the name `" + name.get() + "` is not that of `" + arn.get() + "`");
            }
            if (arn.isPresent() && cluster.isPresent() && !runsIn(arn.get(), cluster.get())) {
                contradicts(
                        service,
                        "clusterArn",
                        "the service `" + arn.get() + "` does not belong to the cluster `" + cluster.get() + "`");
            }
            Optional<Map<String, String>> tags = tags(service);
            boolean exec = service.flag("enableExecuteCommand", false);
            boolean managedTags = service.flag("enableECSManagedTags", false);
            Optional<String> propagate = service.textIfAny("propagateTags");
            Optional<String> definition = service.textIfAny("taskDefinition");
            if (findings.errorCount() == before && arn.isPresent() && name.isPresent() && cluster.isPresent()) {
                EcsService read = new EcsService(
                        arn.get().toString(),
                        name.get(),
                        cluster.get(),
                        tags,
                        exec,
                        managedTags,
                        propagate,
                        definition);
                services.add(read.arn(), read, service.opening());
            }
        });
    }

    void containerInstance(JsonValue item) {
        Fields.of(item, "the container instance", findings).ifPresent(instance -> {
            long before = findings.errorCount();
            Optional<String> arn = instance.requiredText("containerInstanceArn");
            Optional<String> agent = instance.object("versionInfo").flatMap(all -> all.textIfAny("agentVersion"));
            Optional<Boolean> connected = instance.flag("agentConnected");
            Optional<String> machine = instance.textIfAny("ec2InstanceId");
            Optional<Instant> registered = instance.time("registeredAt");
            Map<String, String> attributes =
                    instance.pairs("attributes", "name", "value").orElse(Map.of());
            if (findings.errorCount() == before && arn.isPresent()) {
                ContainerInstance read = new ContainerInstance(
                        arn.get(),
                        agent,
                        connected,
                        machine,
                        attribute(attributes, "ecs.vpc-id"),
                        attribute(attributes, "ecs.subnet-id"),
                        attribute(attributes, "ecs.os-type"),
                        attribute(attributes, "ecs.os-family"),
                        registered);
                containerInstances.add(arn.get(), read, instance.opening());
            }
        });
    }

    private static Optional<String> attribute(Map<String, String> attributes, String name) {
        return Optional.ofNullable(attributes.get(name)).filter(value -> !value.isEmpty());
    }

    /** What {@code describe} could not find. */
    void failure(JsonValue item) {
        SourceSpan place = item.span();
        Optional<Fields> failure = Fields.of(item, "the failure", findings);
        String arn = failure.flatMap(each -> each.textIfAny("arn")).orElse("something");
        String reason = failure.flatMap(each -> each.textIfAny("reason"))
                .map(text -> " (" + text + ")")
                .orElse("");
        findings.warning(
                "R-EXEC-115",
                place,
                "AWS could not describe `" + arn + "`" + reason,
                "it is not part of what is judged; correct the command that made the document");
    }
}
