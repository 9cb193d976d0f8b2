// SPDX-License-Identifier: Apache-2.0
package io.execward.account;

import io.execward.diagnostic.Diagnostic;
import io.execward.diagnostic.SourceMap;
import io.execward.diagnostic.SourceSpan;
import io.execward.ecs.Caller;
import io.execward.ecs.ClusterArn;
import io.execward.ecs.ResourceEngines;
import io.execward.model.Action;
import io.execward.model.AttachedPolicy;
import io.execward.model.Context;
import io.execward.model.PolicyLevel;
import io.execward.model.PolicyPath;
import io.execward.model.PolicySet;
import io.execward.model.Resource;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the documents of an account say, at the time they were made. {@link AccountReader} reads it. Lists are in the order of the
 * documents' names and of the documents; nothing is there twice. Immutable, and equal by identity.
 *
 * <p>What was not supplied is empty, and {@link #supplied} tells it from what is there and has nothing in it.
 */
public final class AccountSnapshot {
    private final List<IamIdentity> identities;
    private final List<EcsCluster> clusters;
    private final List<EcsTask> tasks;
    private final List<TaskDefinition> taskDefinitions;
    private final List<EcsService> services;
    private final List<ContainerInstance> containerInstances;
    private final List<VpcEndpoint> vpcEndpoints;
    private final List<Subnet> subnets;
    private final List<LogGroup> logGroups;
    private final List<KmsKey> keys;
    private final Optional<ClientEnvironment> client;
    private final Optional<List<PolicyLevel>> serviceControl;
    private final Optional<List<PolicyLevel>> resourceControl;
    private final Set<DocumentKind> supplied;
    private final List<InputDocument> inputs;
    private final Map<AttachedPolicy, SourceMap> sources;
    private final List<Diagnostic> warnings;
    private final AccountIndex index;

    private AccountSnapshot(Builder from) {
        identities = List.copyOf(from.identities);
        clusters = List.copyOf(from.clusters);
        tasks = List.copyOf(from.tasks);
        taskDefinitions = List.copyOf(from.taskDefinitions);
        services = List.copyOf(from.services);
        containerInstances = List.copyOf(from.containerInstances);
        vpcEndpoints = List.copyOf(from.vpcEndpoints);
        subnets = List.copyOf(from.subnets);
        logGroups = List.copyOf(from.logGroups);
        keys = List.copyOf(from.keys);
        client = Optional.ofNullable(from.client);
        serviceControl = Optional.ofNullable(from.serviceControl).map(List::copyOf);
        resourceControl = Optional.ofNullable(from.resourceControl).map(List::copyOf);
        supplied = Collections.unmodifiableSet(
                from.supplied.isEmpty() ? EnumSet.noneOf(DocumentKind.class) : EnumSet.copyOf(from.supplied));
        inputs = List.copyOf(from.inputs);
        sources = Ordered.copy(from.sources);
        warnings = List.copyOf(from.warnings);
        index = new AccountIndex(this);
    }

    /** Nothing is supplied yet. */
    public static Builder builder() {
        return new Builder();
    }

    /** The users and roles; groups are in what their users have. */
    public List<IamIdentity> identities() {
        return identities;
    }

    public List<EcsCluster> clusters() {
        return clusters;
    }

    public List<EcsTask> tasks() {
        return tasks;
    }

    public List<TaskDefinition> taskDefinitions() {
        return taskDefinitions;
    }

    public List<EcsService> services() {
        return services;
    }

    public List<ContainerInstance> containerInstances() {
        return containerInstances;
    }

    public List<VpcEndpoint> vpcEndpoints() {
        return vpcEndpoints;
    }

    public List<Subnet> subnets() {
        return subnets;
    }

    public List<LogGroup> logGroups() {
        return logGroups;
    }

    public List<KmsKey> keys() {
        return keys;
    }

    /** What is installed where the caller calls from. */
    public Optional<ClientEnvironment> client() {
        return client;
    }

    /** The levels of service control policies from the root down; empty if not supplied. */
    public Optional<List<PolicyLevel>> serviceControl() {
        return serviceControl;
    }

    /** The levels of resource control policies from the root down; empty if not supplied. */
    public Optional<List<PolicyLevel>> resourceControl() {
        return resourceControl;
    }

    /** The kinds of documents that were read, in their order; what is not among them is not known. */
    public Set<DocumentKind> supplied() {
        return supplied;
    }

    /** The documents that were read, by name. */
    public List<InputDocument> inputs() {
        return inputs;
    }

    /** Where each policy stands that was read; looked up by value. */
    public Map<AttachedPolicy, SourceMap> sources() {
        return sources;
    }

    /** Where the value at this path of the policy stands; empty if the policy was not read from a document. */
    public Optional<SourceSpan> place(AttachedPolicy policy, PolicyPath path) {
        return Optional.ofNullable(sources.get(policy)).flatMap(map -> map.span(path));
    }

    /** What is legal and probably not meant, and what was left aside; in the order of the documents. */
    public List<Diagnostic> warnings() {
        return warnings;
    }

    /**
     * The identity of this ARN: a user's or a role's, or that of a session, whose identity is its role, or the root of the account,
     * which {@link #identities} do not list.
     */
    public Optional<IamIdentity> identity(String arn) {
        return index.identity(arn);
    }

    /** The role of this ARN. */
    public Optional<IamRole> role(String arn) {
        return index.role(arn);
    }

    public Optional<EcsCluster> cluster(ClusterArn arn) {
        return index.cluster(arn);
    }

    /** The task of this ARN, in the form in which the document has it (R-EXEC-05). */
    public Optional<EcsTask> task(String arn) {
        return index.task(arn);
    }

    public Optional<TaskDefinition> taskDefinition(String arn) {
        return index.taskDefinition(arn);
    }

    /** The definition that the task was started from. */
    public Optional<TaskDefinition> taskDefinition(EcsTask task) {
        return index.taskDefinition(task.taskDefinitionArn());
    }

    /** The service that started the task; empty also if it is in no document. */
    public Optional<EcsService> service(EcsTask task) {
        return task.serviceName().flatMap(name -> index.service(task.cluster(), name));
    }

    /** The container instance that the task runs on; empty on Fargate. */
    public Optional<ContainerInstance> containerInstance(EcsTask task) {
        return task.containerInstanceArn().flatMap(index::containerInstance);
    }

    public Optional<Subnet> subnet(String id) {
        return index.subnet(id);
    }

    /** The endpoints of a VPC, in document order. */
    public List<VpcEndpoint> endpoints(String vpcId) {
        return index.endpoints(vpcId);
    }

    /** The log group of this name where the cluster is: other Regions may have one of the same name. */
    public Optional<LogGroup> logGroup(ClusterArn cluster, String name) {
        return index.logGroup(cluster, name);
    }

    /** The key of this ARN, its own or that of an alias; what a cluster calls its key {@link ClusterKey} finds. */
    public Optional<KmsKey> key(String arn) {
        return index.key(arn);
    }

    /** The role that counts for the task (R-EXEC-56). */
    public TaskRole taskRole(EcsTask task) {
        if (task.overrideTaskRoleArn().isPresent()) {
            return new TaskRole.Named(task.overrideTaskRoleArn().get());
        }
        Optional<TaskDefinition> definition = taskDefinition(task);
        if (definition.isEmpty()) {
            return new TaskRole.NotKnown(task.taskDefinitionArn());
        }
        return definition
                .get()
                .taskRoleArn()
                .map(arn -> (TaskRole) new TaskRole.Named(arn))
                .orElseGet(TaskRole.None::new);
    }

    /**
     * The layers that judge what this identity does: its policies, its boundary, the organization's levels. In place of a policy
     * whose text was not supplied stands one that allows or denies everything as an unknown fact has it, so that the engine answers
     * {@code UNDECIDED} wherever the policy could matter (R-EXEC-116).
     */
    public PolicySet policies(IamIdentity identity) {
        PolicySet.Builder set = PolicySet.builder().identity(identity.policies().toArray(AttachedPolicy[]::new));
        identity.boundary().ifPresent(set::boundary);
        for (MissingPolicy missing : identity.missingPolicies()) {
            if (missing.asBoundary()) {
                set.boundary(NotSupplied.policy(missing.arn().toString()));
            } else {
                set.identity(NotSupplied.policy(missing.arn().toString()));
            }
        }
        serviceControl.ifPresent(levels -> levels.forEach(set::serviceControl));
        resourceControl.ifPresent(levels -> levels.forEach(set::resourceControl));
        return set.build();
    }

    /**
     * {@link #policies(IamIdentity)} with the policy of the resource, as far as it takes part in such a call: a KMS key's policy, and
     * for {@code sts:AssumeRole} and its kin the role's trust policy. Where it was not supplied a policy stands in that makes the
     * verdict {@code UNDECIDED} (R-EXEC-117).
     */
    public PolicySet policies(IamIdentity identity, Action action, Resource resource) {
        PolicySet set = policies(identity);
        return resourcePolicy(action.service(), resource)
                .map(policy -> set.toBuilder().resource(policy).build())
                .orElse(set);
    }

    /**
     * The engines for operations of this identity: {@link #policies(IamIdentity)}, and where a check is on a KMS key, the key's policy
     * too. Compiled once for each policy, when first asked for. Not for {@code sts:AssumeRole}, since an ARN alone does not tell it from
     * {@code iam:PassRole}; see {@link #policies(IamIdentity, Action, Resource)}.
     */
    public ResourceEngines engines(IamIdentity identity) {
        return new AccountEngines(policies(identity), this);
    }

    /**
     * Who calls: its principal with its tags and no others, unless it is a role its {@code aws:userid}. The tags of a role whose trust policy lets
     * sessions bring tags ({@code sts:TagSession}) are not known, for those win over the role's. What policies say whose text was not
     * supplied stays unknown even where all else is told (R-EXEC-116).
     */
    public Caller caller(IamIdentity identity) {
        Caller caller = identity.tags()
                .filter(tags -> !SessionTags.possible(identity))
                .map(Caller.of(identity.principal())::tagged)
                .orElseGet(() -> Caller.of(identity.principal()));
        Context.Builder facts = Context.builder().addAll(NotSupplied.facts(identity));
        // What a session's id ends in is not known.
        if (!(identity instanceof IamRole)) {
            identity.id().ifPresent(id -> facts.put("aws:userid", id));
        }
        return caller.with(facts.build());
    }

    /** The policy that the resource has for actions of this service; empty if such resources have none. */
    Optional<AttachedPolicy> resourcePolicy(String service, Resource resource) {
        if (resource.arn().isEmpty()) {
            return Optional.empty();
        }
        String arn = resource.arn().get().toString();
        return switch (service) {
            case "kms" ->
                resource.arn().get().service().equals("kms")
                        ? Optional.of(key(arn).flatMap(KmsKey::policy).orElseGet(() -> NotSupplied.resourcePolicy(arn)))
                        : Optional.empty();
            case "sts" ->
                resource.arn().get().service().equals("iam")
                        ? Optional.of(role(arn).flatMap(IamRole::trust).orElseGet(() -> NotSupplied.trustPolicy(arn)))
                        : Optional.empty();
            default -> Optional.empty();
        };
    }

    /** Collects what is known. A list that is set is what the account has; nothing is checked against anything else. */
    public static final class Builder {
        private List<IamIdentity> identities = List.of();
        private List<EcsCluster> clusters = List.of();
        private List<EcsTask> tasks = List.of();
        private List<TaskDefinition> taskDefinitions = List.of();
        private List<EcsService> services = List.of();
        private List<ContainerInstance> containerInstances = List.of();
        private List<VpcEndpoint> vpcEndpoints = List.of();
        private List<Subnet> subnets = List.of();
        private List<LogGroup> logGroups = List.of();
        private List<KmsKey> keys = List.of();
        private @Nullable ClientEnvironment client;
        private @Nullable List<PolicyLevel> serviceControl;
        private @Nullable List<PolicyLevel> resourceControl;
        private final Set<DocumentKind> supplied = EnumSet.noneOf(DocumentKind.class);
        private List<InputDocument> inputs = List.of();
        private Map<AttachedPolicy, SourceMap> sources = Map.of();
        private List<Diagnostic> warnings = List.of();

        private Builder() {}

        public Builder identities(Collection<? extends IamIdentity> all) {
            identities = List.copyOf(all);
            return supplied(DocumentKind.ACCOUNT_AUTHORIZATION_DETAILS);
        }

        public Builder clusters(EcsCluster... all) {
            clusters = Arrays.asList(all);
            return supplied(DocumentKind.CLUSTERS);
        }

        public Builder tasks(EcsTask... all) {
            tasks = Arrays.asList(all);
            return supplied(DocumentKind.TASKS);
        }

        public Builder taskDefinitions(TaskDefinition... all) {
            taskDefinitions = Arrays.asList(all);
            return supplied(DocumentKind.TASK_DEFINITION);
        }

        public Builder services(EcsService... all) {
            services = Arrays.asList(all);
            return supplied(DocumentKind.SERVICES);
        }

        public Builder containerInstances(ContainerInstance... all) {
            containerInstances = Arrays.asList(all);
            return supplied(DocumentKind.CONTAINER_INSTANCES);
        }

        public Builder vpcEndpoints(VpcEndpoint... all) {
            vpcEndpoints = Arrays.asList(all);
            return supplied(DocumentKind.VPC_ENDPOINTS);
        }

        public Builder subnets(Subnet... all) {
            subnets = Arrays.asList(all);
            return supplied(DocumentKind.SUBNETS);
        }

        public Builder logGroups(LogGroup... all) {
            logGroups = Arrays.asList(all);
            return supplied(DocumentKind.LOG_GROUPS);
        }

        public Builder keys(KmsKey... all) {
            keys = Arrays.asList(all);
            return supplied(DocumentKind.KMS_KEYS);
        }

        public Builder client(ClientEnvironment environment) {
            client = environment;
            return supplied(DocumentKind.CLIENT_ENVIRONMENT);
        }

        /** From the root down. */
        public Builder serviceControl(List<PolicyLevel> levels) {
            serviceControl = levels;
            return supplied(DocumentKind.SERVICE_CONTROL_POLICIES);
        }

        /** From the root down. */
        public Builder resourceControl(List<PolicyLevel> levels) {
            resourceControl = levels;
            return supplied(DocumentKind.RESOURCE_CONTROL_POLICIES);
        }

        /** Documents of this kind were there; setting what they tell says so too. */
        public Builder supplied(DocumentKind kind) {
            supplied.add(kind);
            return this;
        }

        /** Just these kinds of documents were there, whatever was set. */
        Builder supplied(Set<DocumentKind> kinds) {
            supplied.clear();
            supplied.addAll(kinds);
            return this;
        }

        public Builder inputs(List<InputDocument> documents) {
            inputs = documents;
            return this;
        }

        public Builder sources(Map<AttachedPolicy, SourceMap> maps) {
            sources = maps;
            return this;
        }

        public Builder warnings(List<Diagnostic> all) {
            warnings = all;
            return this;
        }

        public AccountSnapshot build() {
            return new AccountSnapshot(this);
        }
    }
}
