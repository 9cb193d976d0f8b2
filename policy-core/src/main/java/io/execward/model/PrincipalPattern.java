// SPDX-License-Identifier: Apache-2.0
package io.execward.model;

import java.util.Objects;

/**
 * One entry of {@code Principal} or {@code NotPrincipal} (R-PRIN-01). The text is kept as written; its form is checked, so that
 * a name with a wildcard in it cannot be constructed (R-PRIN-08).
 */
public sealed interface PrincipalPattern {
    /** Which member of the {@code Principal} object the entry stands in. */
    Member member();

    /** The entry as the document writes it. */
    String text();

    /** Answers for every form. */
    <R> R match(Cases<R> cases);

    /** The members that {@code Principal} may have; {@link #ANYONE} is the bare {@code "*"} in place of an object. */
    enum Member {
        ANYONE("*"),
        AWS("AWS"),
        SERVICE("Service"),
        FEDERATED("Federated"),
        CANONICAL_USER("CanonicalUser");

        private final String text;

        Member(String text) {
            this.text = text;
        }

        /** The member's name as a document writes it. */
        public String text() {
            return text;
        }
    }

    /** One answer for each form. */
    interface Cases<R> {
        R anyone(Anyone anyone);

        R aws(Aws aws);

        R service(Service service);

        R federated(Federated federated);

        R canonicalUser(CanonicalUser canonicalUser);
    }

    /** The bare {@code "Principal": "*"} (R-PRIN-07). */
    record Anyone() implements PrincipalPattern {
        @Override
        public Member member() {
            return Member.ANYONE;
        }

        @Override
        public String text() {
            return "*";
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.anyone(this);
        }
    }

    /**
     * An entry of {@code "AWS"}: {@code *}, an account id, the ARN of an account root, user, role, role session or federated
     * user, or the unique id of a user or role (R-PRIN-02 to R-PRIN-07, R-PRIN-12).
     */
    record Aws(String text, Form form) implements PrincipalPattern {
        /** What an {@code AWS} entry names. */
        public enum Form {
            EVERYONE,
            ACCOUNT,
            USER,
            ROLE,
            ROLE_SESSION,
            FEDERATED_USER,
            UNIQUE_ID
        }

        /** @throws IllegalArgumentException if {@code form} is not the form of {@code text} */
        public Aws {
            if (formOf(text) != Objects.requireNonNull(form, "form")) {
                throw new IllegalArgumentException("`" + text + "` does not have the form " + form);
            }
        }

        /**
         * Reads an entry.
         *
         * @throws IllegalArgumentException if it is none of the forms, or has a wildcard in it (R-PRIN-08)
         */
        public static Aws of(String text) {
            return new Aws(text, formOf(text));
        }

        private static Form formOf(String text) {
            Text.wellFormed("principal", text);
            if (text.equals("*")) {
                return Form.EVERYONE;
            }
            if (text.indexOf('*') >= 0 || text.indexOf('?') >= 0) {
                throw new IllegalArgumentException("`" + text
                        + "` has a wildcard in it: a principal is a whole `*` or a complete name (R-PRIN-08)");
            }
            if (Arn.isAccountId(text)) {
                return Form.ACCOUNT;
            }
            if (isUniqueId(text)) {
                return Form.UNIQUE_ID;
            }
            return formOf(Arn.tryOf(text).orElseThrow(() -> unknown(text)), text);
        }

        private static Form formOf(Arn arn, String text) {
            if (!arn.region().isEmpty() || !Arn.isAccountId(arn.account())) {
                throw unknown(text);
            }
            String resource = arn.resource();
            if (arn.service().equals("iam")) {
                if (resource.equals("root")) {
                    return Form.ACCOUNT;
                }
                if (named(resource, "user/")) {
                    return Form.USER;
                }
                if (named(resource, "role/")) {
                    return Form.ROLE;
                }
            } else if (arn.service().equals("sts")) {
                if (isSession(resource)) {
                    return Form.ROLE_SESSION;
                }
                if (named(resource, "federated-user/")) {
                    return Form.FEDERATED_USER;
                }
            }
            throw unknown(text);
        }

        private static boolean isSession(String resource) {
            String[] parts = resource.split("/", -1);
            return parts.length == 3 && parts[0].equals("assumed-role") && !parts[1].isEmpty() && !parts[2].isEmpty();
        }

        private static boolean named(String resource, String type) {
            return resource.startsWith(type) && !resource.endsWith("/");
        }

        private static boolean isUniqueId(String text) {
            return (text.startsWith("AIDA") || text.startsWith("AROA"))
                    && text.length() >= 16
                    && text.chars().allMatch(c -> (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'));
        }

        private static IllegalArgumentException unknown(String text) {
            return new IllegalArgumentException("`" + text
                    + "` is not an AWS principal: write `*`, a 12-digit account id, or the complete ARN of an account root, user,"
                    + " role, role session or federated user (R-PRIN-02 to R-PRIN-06)");
        }

        @Override
        public Member member() {
            return Member.AWS;
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.aws(this);
        }
    }

    /** An entry of {@code "Service"}, compared as a whole (R-PRIN-09). */
    record Service(String text) implements PrincipalPattern {
        /** @throws IllegalArgumentException if empty or with a wildcard in it (R-PRIN-08) */
        public Service {
            requireWhole("service", text);
        }

        @Override
        public Member member() {
            return Member.SERVICE;
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.service(this);
        }
    }

    /** An entry of {@code "Federated"}: an identity provider's domain or ARN (R-PRIN-10). */
    record Federated(String text) implements PrincipalPattern {
        /** @throws IllegalArgumentException if empty or with a wildcard in it (R-PRIN-08) */
        public Federated {
            requireWhole("identity provider", text);
        }

        @Override
        public Member member() {
            return Member.FEDERATED;
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.federated(this);
        }
    }

    /** An entry of {@code "CanonicalUser"}, which only S3 knows; it matches no request of this model (R-PRIN-11). */
    record CanonicalUser(String text) implements PrincipalPattern {
        /** @throws IllegalArgumentException if empty or with a wildcard in it (R-PRIN-08) */
        public CanonicalUser {
            requireWhole("canonical user", text);
        }

        @Override
        public Member member() {
            return Member.CANONICAL_USER;
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.canonicalUser(this);
        }
    }

    private static void requireWhole(String what, String text) {
        Text.wellFormed(what, text);
        if (text.isEmpty() || text.indexOf('*') >= 0 || text.indexOf('?') >= 0) {
            throw new IllegalArgumentException(
                    "`" + text + "` is not a " + what + ": write its whole name, without wildcards (R-PRIN-08)");
        }
    }
}
