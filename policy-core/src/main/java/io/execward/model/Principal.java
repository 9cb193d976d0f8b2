// SPDX-License-Identifier: Apache-2.0
package io.execward.model;

import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Who makes a request. What a policy says about principals is a {@link PrincipalPattern}. */
public sealed interface Principal {
    /** The caller as {@link #of} reads it. */
    String text();

    /** The caller's account; empty for services, identity-provider users and anonymous callers. */
    Optional<String> account();

    /** Answers for every kind of caller. */
    <R> R match(Cases<R> cases);

    /** One answer for each kind of caller. */
    interface Cases<R> {
        R root(Root root);

        R user(User user);

        R roleSession(RoleSession session);

        R federatedUser(FederatedUser user);

        R service(Service service);

        R identityProviderUser(IdentityProviderUser user);

        R anonymous(Anonymous anonymous);
    }

    /**
     * Reads a caller: the ARN of an account root, user, role, role session or federated user; a service principal such as
     * {@code ecs-tasks.amazonaws.com}; an identity provider's ARN or one of the four built-in domains; or {@code anonymous}. A
     * role ARN stands for an unnamed session of that role (R-EVAL-14).
     *
     * @throws IllegalArgumentException if {@code text} is none of these
     */
    static Principal of(String text) {
        Text.wellFormed("principal", text);
        if (text.equals("anonymous")) {
            return new Anonymous();
        }
        if (IdentityProviderUser.DOMAINS.contains(text)) {
            return new IdentityProviderUser(text);
        }
        if (text.endsWith(".amazonaws.com") || text.endsWith(".amazonaws.com.cn")) {
            return new Service(text);
        }
        Arn arn = Arn.tryOf(text).orElseThrow(() -> unknown(text));
        if (!Arn.isAccountId(arn.account())) {
            throw unknown(text);
        }
        String resource = arn.resource();
        if (arn.service().equals("iam")) {
            if (resource.equals("root")) {
                return new Root(arn.partition(), arn.account());
            }
            if (resource.startsWith("user/")) {
                return new User(arn);
            }
            if (resource.startsWith("role/")) {
                return RoleSession.ofRole(arn);
            }
            if (resource.startsWith("oidc-provider/") || resource.startsWith("saml-provider/")) {
                return new IdentityProviderUser(text);
            }
        } else if (arn.service().equals("sts")) {
            if (resource.startsWith("assumed-role/")) {
                return RoleSession.ofSession(arn);
            }
            if (resource.startsWith("federated-user/")) {
                return new FederatedUser(arn, Optional.empty());
            }
        }
        throw unknown(text);
    }

    private static IllegalArgumentException unknown(String text) {
        return new IllegalArgumentException("`" + text
                + "` is not a principal: write the ARN of a root, user, role, role session, federated user or identity"
                + " provider, a service principal such as `ecs-tasks.amazonaws.com`, or `anonymous`");
    }

    private static void requireEntity(Arn arn, String service) {
        if (!arn.service().equals(service) || !arn.region().isEmpty() || !Arn.isAccountId(arn.account())) {
            throw unknown(arn.toString());
        }
    }

    private static String lastPart(String what, String resource, String type) {
        String name = resource.substring(resource.lastIndexOf('/') + 1);
        if (!resource.startsWith(type) || name.isEmpty() || name.indexOf('*') >= 0 || name.indexOf('?') >= 0) {
            throw new IllegalArgumentException("`" + resource + "` does not name one " + what);
        }
        return name;
    }

    /** The root user of an account (R-EVAL-16). */
    record Root(String partition, String accountId) implements Principal {
        /** @throws IllegalArgumentException unless the account id has 12 digits */
        public Root {
            Text.wellFormed("partition", partition);
            if (!Arn.isAccountId(accountId)) {
                throw new IllegalArgumentException("`" + accountId + "` is not a 12-digit account id");
            }
        }

        @Override
        public String text() {
            return "arn:" + partition + ":iam::" + accountId + ":root";
        }

        @Override
        public Optional<String> account() {
            return Optional.of(accountId);
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.root(this);
        }
    }

    /** An IAM user; its ARN holds the path (R-PRIN-03). */
    record User(Arn arn) implements Principal {
        /** @throws IllegalArgumentException unless it is the ARN of one user */
        public User {
            requireEntity(arn, "iam");
            lastPart("user", arn.resource(), "user/");
        }

        /** The user's name, without path: the value of {@code aws:username} (R-KEY-01). */
        public String name() {
            return lastPart("user", arn.resource(), "user/");
        }

        @Override
        public String text() {
            return arn.toString();
        }

        @Override
        public Optional<String> account() {
            return Optional.of(arn.account());
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.user(this);
        }
    }

    /**
     * A session of a role.
     *
     * @param rolePath with both slashes, {@code /} for none; empty if not known, as when only a session ARN was given, which
     *     does not hold it (R-PRIN-05)
     * @param sessionName empty for an unnamed session (R-EVAL-14)
     */
    record RoleSession(
            String partition,
            String accountId,
            Optional<String> rolePath,
            String roleName,
            Optional<String> sessionName)
            implements Principal {
        /** @throws IllegalArgumentException if a part is malformed */
        public RoleSession {
            Text.wellFormed("partition", partition);
            Text.wellFormed("role name", roleName);
            Objects.requireNonNull(sessionName, "sessionName");
            boolean pathOk = rolePath.isEmpty()
                    || (rolePath.get().startsWith("/") && rolePath.get().endsWith("/"));
            if (!Arn.isAccountId(accountId) || roleName.isEmpty() || roleName.indexOf('/') >= 0 || !pathOk) {
                throw new IllegalArgumentException(
                        "a role session has a 12-digit account id, a role name without path, and a"
                                + " path that begins and ends with a slash");
            }
        }

        static RoleSession ofRole(Arn role) {
            String name = lastPart("role", role.resource(), "role/");
            String path =
                    role.resource().substring("role".length(), role.resource().length() - name.length());
            return new RoleSession(role.partition(), role.account(), Optional.of(path), name, Optional.empty());
        }

        static RoleSession ofSession(Arn session) {
            String[] parts = session.resource().split("/", -1);
            if (parts.length != 3 || parts[2].isEmpty()) {
                throw new IllegalArgumentException("`" + session
                        + "` is not a role session: write `assumed-role/ROLE-NAME/SESSION-NAME` (R-PRIN-05)");
            }
            return new RoleSession(
                    session.partition(), session.account(), Optional.empty(), parts[1], Optional.of(parts[2]));
        }

        /**
         * The same session, with the path that the role's ARN tells.
         *
         * @throws IllegalArgumentException if it is the ARN of another role
         */
        public RoleSession ofRoleArn(Arn role) {
            RoleSession told = ofRole(role);
            if (!told.roleName.equals(roleName)
                    || !told.accountId.equals(accountId)
                    || !told.partition.equals(partition)) {
                throw new IllegalArgumentException("`" + role + "` is not the role of the session `" + text() + "`");
            }
            return new RoleSession(partition, accountId, told.rolePath, roleName, sessionName);
        }

        /** The role's ARN, if its path is known: the value of {@code aws:PrincipalArn} (R-KEY-02). */
        public Optional<Arn> roleArn() {
            return rolePath.map(path -> new Arn(partition, "iam", "", accountId, "role" + path + roleName));
        }

        @Override
        public String text() {
            String role = "role" + rolePath.orElse("/") + roleName;
            return sessionName
                    .map(name -> "arn:" + partition + ":sts::" + accountId + ":assumed-role/" + roleName + "/" + name)
                    .orElse("arn:" + partition + ":iam::" + accountId + ":" + role);
        }

        @Override
        public Optional<String> account() {
            return Optional.of(accountId);
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.roleSession(this);
        }
    }

    /**
     * A session from GetFederationToken (R-EVAL-11).
     *
     * @param issuingUser the IAM user who asked for it; the session's name need not be that user's name (E-P7)
     */
    record FederatedUser(Arn arn, Optional<Arn> issuingUser) implements Principal {
        /** @throws IllegalArgumentException unless the ARNs are of a federated user and of a user */
        public FederatedUser {
            requireEntity(arn, "sts");
            issuingUser.ifPresent(user -> requireEntity(user, "iam"));
            lastPart("federated user", arn.resource(), "federated-user/");
            issuingUser.ifPresent(user -> lastPart("user", user.resource(), "user/"));
        }

        @Override
        public String text() {
            return arn.toString();
        }

        @Override
        public Optional<String> account() {
            return Optional.of(arn.account());
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.federatedUser(this);
        }
    }

    /** An AWS service that calls for itself (R-EVAL-18). */
    record Service(String name) implements Principal {
        public Service {
            Text.wellFormed("service principal", name);
            if (name.isEmpty()) {
                throw unknown(name);
            }
        }

        @Override
        public String text() {
            return name;
        }

        @Override
        public Optional<String> account() {
            return Optional.empty();
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.service(this);
        }
    }

    /** The unsigned caller of AssumeRoleWithWebIdentity or AssumeRoleWithSAML (R-SVC-08). */
    record IdentityProviderUser(String provider) implements Principal {
        /** The providers that are named by domain (R-PRIN-10). */
        static final Set<String> DOMAINS =
                Set.of("cognito-identity.amazonaws.com", "www.amazon.com", "graph.facebook.com", "accounts.google.com");

        public IdentityProviderUser {
            Text.wellFormed("identity provider", provider);
        }

        @Override
        public String text() {
            return provider;
        }

        @Override
        public Optional<String> account() {
            return Optional.empty();
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.identityProviderUser(this);
        }
    }

    /** Somebody without credentials (R-EVAL-17). */
    record Anonymous() implements Principal {
        @Override
        public String text() {
            return "anonymous";
        }

        @Override
        public Optional<String> account() {
            return Optional.empty();
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.anonymous(this);
        }
    }
}
