// SPDX-License-Identifier: Apache-2.0
package io.execward.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Every policy that takes part in a decision, by layer. A layer that was not supplied is empty, which is not the same as supplied
 * without any policy: an organization level without service control policy blocks everything (R-ORG-02), no organization blocks
 * nothing.
 *
 * @param identity the policies of the calling user with its groups, or of the role (R-EVAL-03, R-EVAL-04)
 * @param boundary the permissions boundary of the user or role (R-EVAL-05)
 * @param session the policies passed when the session was made; together one union (R-EVAL-06, U-15)
 * @param resource the policy on the resource: a {@link PolicyKind#RESOURCE} policy, or the {@link PolicyKind#ROLE_TRUST} policy for
 *     {@code sts:AssumeRole*}
 * @param endpoint the policy of the VPC endpoint that the request came through (R-EVAL-19)
 * @param serviceControl the levels above the caller's account, root first (R-ORG-02)
 * @param resourceControl the levels above the resource's account, root first; {@code RCPFullAWSAccess} is implied (R-ORG-11)
 */
public record PolicySet(
        Optional<List<AttachedPolicy>> identity,
        Optional<AttachedPolicy> boundary,
        Optional<List<AttachedPolicy>> session,
        Optional<AttachedPolicy> resource,
        Optional<AttachedPolicy> endpoint,
        Optional<List<PolicyLevel>> serviceControl,
        Optional<List<PolicyLevel>> resourceControl) {
    /** @throws IllegalArgumentException if a policy says what policies of its layer may not say (table A.3), naming the rule */
    public PolicySet {
        identity = identity.map(List::copyOf);
        session = session.map(List::copyOf);
        serviceControl = serviceControl.map(List::copyOf);
        resourceControl = resourceControl.map(List::copyOf);
        identity.ifPresent(all -> all.forEach(policy -> check(PolicyKind.IDENTITY, policy)));
        boundary.ifPresent(policy -> check(PolicyKind.PERMISSIONS_BOUNDARY, policy));
        session.ifPresent(all -> all.forEach(policy -> check(PolicyKind.SESSION, policy)));
        resource.ifPresent(policy -> check(resourceKind(policy.policy()), policy));
        endpoint.ifPresent(policy -> check(PolicyKind.VPC_ENDPOINT, policy));
        serviceControl.ifPresent(all -> check(PolicyKind.SERVICE_CONTROL, all));
        resourceControl.ifPresent(all -> check(PolicyKind.RESOURCE_CONTROL, all));
    }

    /** The kind of a policy in the resource layer: trust policies have neither {@code Resource} nor {@code NotResource}. */
    public static PolicyKind resourceKind(Policy policy) {
        boolean trust = !policy.statements().isEmpty()
                && policy.statements().stream()
                        .allMatch(statement -> statement.resources().isEmpty());
        return trust ? PolicyKind.ROLE_TRUST : PolicyKind.RESOURCE;
    }

    private static void check(PolicyKind kind, List<PolicyLevel> levels) {
        levels.forEach(level -> level.policies().forEach(policy -> check(kind, policy)));
    }

    private static void check(PolicyKind kind, AttachedPolicy attached) {
        List<PolicyKind.Violation> violations = kind.violations(attached.policy());
        if (!violations.isEmpty()) {
            PolicyKind.Violation first = violations.get(0);
            throw new IllegalArgumentException(
                    attached.name() + first.path() + ": " + first.message() + " (" + first.rule() + ")");
        }
    }

    /** No layer supplied: everything is implicitly denied. */
    public static PolicySet none() {
        return builder().build();
    }

    /** Identity policies only. */
    public static PolicySet identity(Policy... policies) {
        Builder builder = builder();
        for (Policy policy : policies) {
            builder.identity(policy);
        }
        return builder.build();
    }

    public static Builder builder() {
        return new Builder();
    }

    /** The same layers, to add to. */
    public Builder toBuilder() {
        Builder builder = builder();
        identity.ifPresent(all -> builder.identity = new ArrayList<>(all));
        builder.boundary = boundary;
        session.ifPresent(all -> builder.session = new ArrayList<>(all));
        builder.resource = resource;
        builder.endpoint = endpoint;
        serviceControl.ifPresent(all -> builder.serviceControl = new ArrayList<>(all));
        resourceControl.ifPresent(all -> builder.resourceControl = new ArrayList<>(all));
        return builder;
    }

    /** Every policy of every layer, in the order of the layers. */
    public void forEachPolicy(Consumer<AttachedPolicy> action) {
        identity.ifPresent(all -> all.forEach(action));
        boundary.ifPresent(action);
        session.ifPresent(all -> all.forEach(action));
        resource.ifPresent(action);
        endpoint.ifPresent(action);
        serviceControl.ifPresent(all -> all.forEach(level -> level.policies().forEach(action)));
        resourceControl.ifPresent(all -> all.forEach(level -> level.policies().forEach(action)));
    }

    /** Collects the layers. Policies without a name are called after their layer. */
    public static final class Builder {
        private @Nullable List<AttachedPolicy> identity;
        private Optional<AttachedPolicy> boundary = Optional.empty();
        private @Nullable List<AttachedPolicy> session;
        private Optional<AttachedPolicy> resource = Optional.empty();
        private Optional<AttachedPolicy> endpoint = Optional.empty();
        private @Nullable List<PolicyLevel> serviceControl;
        private @Nullable List<PolicyLevel> resourceControl;

        private Builder() {}

        /** Adds an identity policy. */
        public Builder identity(Policy policy) {
            return identity(
                    new AttachedPolicy(numbered("identity policy", identity == null ? 0 : identity.size()), policy));
        }

        /** Adds identity policies; none at all still supplies the layer. */
        public Builder identity(AttachedPolicy... policies) {
            identity = plus(identity, policies);
            return this;
        }

        /** Sets the permissions boundary; there is at most one (R-TYPE-02). */
        public Builder boundary(Policy policy) {
            return boundary(new AttachedPolicy("permissions boundary", policy));
        }

        /** Sets the permissions boundary; there is at most one (R-TYPE-02). */
        public Builder boundary(AttachedPolicy policy) {
            boundary = Optional.of(policy);
            return this;
        }

        /** Adds a session policy. */
        public Builder session(Policy policy) {
            return session(
                    new AttachedPolicy(numbered("session policy", session == null ? 0 : session.size()), policy));
        }

        /** Adds session policies. */
        public Builder session(AttachedPolicy... policies) {
            session = plus(session, policies);
            return this;
        }

        /** Sets the policy on the resource. */
        public Builder resource(Policy policy) {
            return resource(new AttachedPolicy("resource policy", policy));
        }

        /** Sets the policy on the resource. */
        public Builder resource(AttachedPolicy policy) {
            resource = Optional.of(policy);
            return this;
        }

        /** Sets the policy of the VPC endpoint that the request came through. */
        public Builder endpoint(Policy policy) {
            return endpoint(new AttachedPolicy("endpoint policy", policy));
        }

        /** Sets the policy of the VPC endpoint that the request came through. */
        public Builder endpoint(AttachedPolicy policy) {
            endpoint = Optional.of(policy);
            return this;
        }

        /** Adds a level of service control policies below those already there. */
        public Builder serviceControl(PolicyLevel... levels) {
            serviceControl = plus(serviceControl, levels);
            return this;
        }

        /** Adds a level of resource control policies below those already there. */
        public Builder resourceControl(PolicyLevel... levels) {
            resourceControl = plus(resourceControl, levels);
            return this;
        }

        /**
         * The collected layers.
         *
         * @throws IllegalArgumentException if a policy does not fit its layer
         */
        public PolicySet build() {
            return new PolicySet(
                    Optional.ofNullable(identity),
                    boundary,
                    Optional.ofNullable(session),
                    resource,
                    endpoint,
                    Optional.ofNullable(serviceControl),
                    Optional.ofNullable(resourceControl));
        }

        private static String numbered(String name, int before) {
            return before == 0 ? name : name + " " + (before + 1);
        }

        private static <T> List<T> plus(@Nullable List<T> before, T[] more) {
            List<T> all = before == null ? new ArrayList<>() : before;
            all.addAll(Arrays.asList(more));
            return all;
        }
    }
}
