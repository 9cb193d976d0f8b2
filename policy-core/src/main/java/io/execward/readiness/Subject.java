// SPDX-License-Identifier: Apache-2.0
package io.execward.readiness;

import io.execward.account.AccountSnapshot;
import io.execward.account.ClusterKey;
import io.execward.account.ContainerInstance;
import io.execward.account.DocumentKind;
import io.execward.account.EcsCluster;
import io.execward.account.EcsTask;
import io.execward.account.IamRole;
import io.execward.account.KmsKey;
import io.execward.account.LogGroup;
import io.execward.account.Subnet;
import io.execward.account.TaskDefinition;
import io.execward.account.TaskDefinition.ContainerDefinition;
import io.execward.account.VpcEndpoint;
import io.execward.ecs.ExecConfiguration;
import io.execward.model.Arn;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/**
 * One container of one task, with the documents that speak about it. What no document tells is said, with the document to supply.
 *
 * @param container empty if it is not known which one is meant
 */
record Subject(Facts facts, ReadinessOptions options, EcsTask task, Optional<String> container) {
    /** Operating systems, as far as they matter to a rule. */
    enum Os {
        LINUX,
        WINDOWS;

        /** Reads {@code Linux}, {@code linux}, {@code WINDOWS_SERVER_2022_CORE} and the like. */
        static Optional<Os> of(String text) {
            String upper = text.toUpperCase(Locale.ROOT);
            return upper.startsWith("WINDOWS")
                    ? Optional.of(WINDOWS)
                    : upper.startsWith("LINUX") ? Optional.of(LINUX) : Optional.empty();
        }
    }

    AccountSnapshot account() {
        return facts.account();
    }

    String accountId() {
        return task.arn().account();
    }

    String region() {
        return task.arn().region();
    }

    Known<EcsTask.TaskContainer> taskContainer() {
        return containerName()
                .flatMap(name -> task.containers().stream()
                        .filter(one -> one.name().equals(name))
                        .findFirst()
                        .map(Known::of)
                        .orElseGet(() -> Known.unknown(
                                NotChecked.Reason.NOTHING_TO_JUDGE, "the task runs no container `" + name + "`")));
    }

    private Known<String> containerName() {
        return container
                .map(Known::of)
                .orElseGet(() ->
                        Known.unknown(NotChecked.Reason.NOTHING_TO_JUDGE, "the request does not say which container"));
    }

    Known<TaskDefinition> definition() {
        return Known.of(
                account().taskDefinition(task),
                "no document holds the task definition `" + task.taskDefinitionArn()
                        + "`: supply what `aws ecs describe-task-definition` prints");
    }

    Known<ContainerDefinition> containerDefinition() {
        return definition()
                .flatMap(definition -> containerName()
                        .flatMap(name -> definition.containers().stream()
                                .filter(one -> one.name().equals(name))
                                .findFirst()
                                .map(Known::of)
                                .orElseGet(() -> Known.notSupplied("the task definition has no container `" + name
                                        + "`; it may be a sidecar that AWS added, whose settings no document shows"))));
    }

    Known<EcsCluster> cluster() {
        return Known.of(
                account().cluster(task.cluster()),
                "no document holds the cluster `" + task.cluster()
                        + "`: supply what `aws ecs describe-clusters --include CONFIGURATIONS TAGS` prints");
    }

    /** Known and empty where the cluster has none. */
    Known<Optional<ExecConfiguration>> configuration() {
        return cluster().map(EcsCluster::execConfiguration);
    }

    /** A rule that says nothing about clusters without an exec configuration. */
    Judgement ifConfigured(Function<ExecConfiguration, Judgement> rule) {
        return configuration().judge(found -> found.map(rule).orElseGet(Judgement::clear));
    }

    Known<Boolean> isFargate() {
        if (task.launchType().isPresent()) {
            return Known.of(task.launchType().get().equals("FARGATE"));
        }
        if (task.containerInstanceArn().isPresent()) {
            return Known.of(false);
        }
        return Known.of(
                        task.capacityProviderName(),
                        "the task's document tells neither launch type nor capacity provider nor container instance")
                .map(name -> name.equals("FARGATE") || name.equals("FARGATE_SPOT"));
    }

    Known<ContainerInstance> instance() {
        return Known.of(task.containerInstanceArn(), "the task's document names no container instance")
                .flatMap(arn -> Known.of(
                        account().containerInstance(task),
                        "no document holds the container instance `" + arn
                                + "`: supply what `aws ecs describe-container-instances` prints"));
    }

    /** A rule about tasks on instances. */
    Judgement onInstance(Function<ContainerInstance, Judgement> rule) {
        return isFargate()
                .judge(fargate -> fargate ? Judgement.clear() : instance().judge(rule));
    }

    Known<Os> os() {
        Optional<Os> told = task.platformFamily()
                .flatMap(Os::of)
                .or(() -> instance().value().flatMap(ContainerInstance::osType).flatMap(Os::of))
                .or(() -> definition()
                        .value()
                        .flatMap(TaskDefinition::operatingSystemFamily)
                        .flatMap(Os::of));
        if (told.isPresent()) {
            return Known.of(told.get());
        }
        boolean byDefault =
                isFargate().value().orElse(false) && definition().value().isPresent();
        return byDefault
                ? Known.of(Os.LINUX)
                : Known.notSupplied(
                        "no document tells the operating system: supply the task definition and what `aws ecs"
                                + " describe-container-instances` prints");
    }

    /** The role that counts for a shell; known and empty where the task has none (R-EXEC-56). */
    Known<Optional<String>> taskRoleArn() {
        return account()
                .taskRole(task)
                .match(
                        arn -> Known.of(Optional.of(arn)),
                        () -> Known.of(Optional.<String>empty()),
                        definition -> definition().map(TaskDefinition::taskRoleArn));
    }

    Known<IamRole> taskRole() {
        return taskRoleArn()
                .flatMap(arn -> arn.isEmpty()
                        ? Known.unknown(NotChecked.Reason.NOTHING_TO_JUDGE, "the task has no task role")
                        : Known.of(
                                account().role(arn.get()),
                                "no document holds the task role `" + arn.get()
                                        + "`: supply what `aws iam get-account-authorization-details` prints"));
    }

    Known<Subnet> subnet() {
        Known<String> id = task.subnetId().isPresent()
                ? Known.of(task.subnetId().get())
                : task.containerInstanceArn().isPresent()
                        ? instance()
                                .flatMap(instance -> Known.of(
                                        instance.subnetId(), "the container instance's document names no subnet"))
                        : Known.notSupplied("the task's document names no subnet");
        return id.flatMap(name -> Known.of(
                account().subnet(name),
                "no document holds the subnet `" + name + "`: supply what `aws ec2 describe-subnets` prints"));
    }

    Known<List<VpcEndpoint>> endpoints(String vpcId) {
        return account().supplied().contains(DocumentKind.VPC_ENDPOINTS)
                ? Known.of(account().endpoints(vpcId))
                : Known.notSupplied("VPC endpoints are not among the documents: supply what `aws ec2"
                        + " describe-vpc-endpoints` prints");
    }

    Known<LogGroup> logGroup(String name) {
        return Known.of(
                account().logGroup(task.cluster(), name),
                "no document holds the log group `" + name + "`: supply what `aws logs describe-log-groups` prints");
    }

    /** The ARN of the cluster's key, where the cluster is known to have one (R-EXEC-26). */
    Known<Arn> key() {
        return ClusterKey.of(account(), task.cluster())
                .match(
                        () -> {
                            throw new IllegalStateException("the cluster has no key");
                        },
                        Known::of,
                        name -> Known.notSupplied("no document tells which key `" + name + "` is"));
    }

    boolean isAwsManaged(Arn key) {
        return account().key(key.toString()).map(KmsKey::awsManaged).orElse(false);
    }
}
