// SPDX-License-Identifier: Apache-2.0
package io.execward.account;

import io.execward.ecs.ClusterArn;
import io.execward.model.Arn;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Finds the things of an account by what others call them. Built once. */
final class AccountIndex {
    private record ServiceKey(ClusterArn cluster, String name) {}

    private static final String SESSION = "assumed-role/";

    private final Map<String, IamIdentity> identities = new HashMap<>();
    /** By account and name: the ARN of a session does not tell the role's path (R-PRIN-05). */
    private final Map<String, IamRole> rolesByName = new HashMap<>();

    private final Map<ClusterArn, EcsCluster> clusters;
    private final Map<String, EcsTask> tasks;
    private final Map<String, TaskDefinition> taskDefinitions;
    private final Map<ServiceKey, EcsService> services;
    private final Map<String, ContainerInstance> containerInstances;
    private final Map<String, Subnet> subnets;
    private final Map<String, List<VpcEndpoint>> endpoints = new HashMap<>();
    /** By Region, account and name; those whose document does not tell their ARN by name. */
    private final Map<String, LogGroup> logGroups;

    private final Map<String, KmsKey> keys = new HashMap<>();

    AccountIndex(AccountSnapshot account) {
        for (IamIdentity identity : account.identities()) {
            identities.putIfAbsent(identity.arn().toString(), identity);
            Arn arn = identity.arn();
            AccountRoot root = new AccountRoot(new Arn(arn.partition(), arn.service(), "", arn.account(), "root"));
            identities.putIfAbsent(root.arn().toString(), root);
            if (identity instanceof IamRole role) {
                rolesByName.putIfAbsent(role.arn().account() + "/" + role.name(), role);
            }
        }
        clusters = by(account.clusters(), EcsCluster::arn);
        tasks = by(account.tasks(), task -> task.arn().toString());
        taskDefinitions = by(account.taskDefinitions(), TaskDefinition::arn);
        services = by(account.services(), service -> new ServiceKey(service.cluster(), service.name()));
        containerInstances = by(account.containerInstances(), ContainerInstance::arn);
        subnets = by(account.subnets(), Subnet::id);
        for (VpcEndpoint endpoint : account.vpcEndpoints()) {
            endpoints
                    .computeIfAbsent(endpoint.vpcId(), vpc -> new ArrayList<>())
                    .add(endpoint);
        }
        endpoints.replaceAll((vpc, all) -> List.copyOf(all));
        logGroups = by(
                account.logGroups(),
                group -> group.arn()
                        .flatMap(Arn::tryOf)
                        .map(arn -> inRegion(arn.region(), arn.account(), group.name()))
                        .orElse(group.name()));
        for (KmsKey key : account.keys()) {
            Arn arn = key.arn();
            keys.putIfAbsent(arn.toString(), key);
            for (String alias : key.aliases()) {
                keys.putIfAbsent(
                        new Arn(arn.partition(), arn.service(), arn.region(), arn.account(), alias).toString(), key);
            }
        }
    }

    private static <K, T> Map<K, T> by(Collection<T> all, Function<T, K> key) {
        Map<K, T> map = new HashMap<>();
        all.forEach(each -> map.putIfAbsent(key.apply(each), each));
        return map;
    }

    Optional<IamIdentity> identity(String text) {
        IamIdentity exact = identities.get(text);
        return exact != null ? Optional.of(exact) : Arn.tryOf(text).flatMap(this::roleOfSession);
    }

    private Optional<IamIdentity> roleOfSession(Arn arn) {
        String resource = arn.resource();
        int slash = resource.indexOf('/', SESSION.length());
        boolean isSession = slash > 0 && slash == resource.lastIndexOf('/') && slash < resource.length() - 1;
        if (!arn.service().equals("sts") || !resource.startsWith(SESSION) || !isSession) {
            return Optional.empty();
        }
        String name = resource.substring(SESSION.length(), slash);
        return Optional.ofNullable(rolesByName.get(arn.account() + "/" + name));
    }

    Optional<IamRole> role(String arn) {
        return Optional.ofNullable(identities.get(arn))
                .filter(IamRole.class::isInstance)
                .map(IamRole.class::cast);
    }

    Optional<EcsCluster> cluster(ClusterArn arn) {
        return Optional.ofNullable(clusters.get(arn));
    }

    Optional<EcsTask> task(String arn) {
        return Optional.ofNullable(tasks.get(arn));
    }

    Optional<TaskDefinition> taskDefinition(String arn) {
        return Optional.ofNullable(taskDefinitions.get(arn));
    }

    Optional<EcsService> service(ClusterArn cluster, String name) {
        return Optional.ofNullable(services.get(new ServiceKey(cluster, name)));
    }

    Optional<ContainerInstance> containerInstance(String arn) {
        return Optional.ofNullable(containerInstances.get(arn));
    }

    Optional<Subnet> subnet(String id) {
        return Optional.ofNullable(subnets.get(id));
    }

    List<VpcEndpoint> endpoints(String vpcId) {
        return endpoints.getOrDefault(vpcId, List.of());
    }

    Optional<LogGroup> logGroup(ClusterArn beside, String name) {
        return Optional.ofNullable(logGroups.get(inRegion(beside.region(), beside.account(), name)))
                .or(() -> Optional.ofNullable(logGroups.get(name)));
    }

    private static String inRegion(String region, String account, String name) {
        return region + ":" + account + ":" + name;
    }

    Optional<KmsKey> key(String arn) {
        return Optional.ofNullable(keys.get(arn));
    }
}
