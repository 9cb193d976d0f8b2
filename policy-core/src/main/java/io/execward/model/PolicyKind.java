// SPDX-License-Identifier: Apache-2.0
package io.execward.model;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The kinds of policy that take part in a decision, with the elements that each may have (R-TYPE-01 to R-TYPE-08; table A.3 of the
 * rules).
 */
public enum PolicyKind {
    /** Managed, inline and group policies of the caller (R-TYPE-01). */
    IDENTITY("identity policy", "R-TYPE-01"),
    /** A managed policy that limits its user or role (R-TYPE-02). */
    PERMISSIONS_BOUNDARY("permissions boundary", "R-TYPE-02"),
    /** Limits one session (R-TYPE-03). */
    SESSION("session policy", "R-TYPE-03"),
    /** The policy on a resource, such as a bucket policy or a KMS key policy (R-TYPE-04). */
    RESOURCE("resource policy", "R-TYPE-04"),
    /** Who may assume a role (R-TYPE-05). */
    ROLE_TRUST("role trust policy", "R-TYPE-05"),
    /** Limits the principals of member accounts (R-TYPE-06). */
    SERVICE_CONTROL("service control policy", "R-TYPE-06"),
    /** Limits access to resources of member accounts (R-TYPE-07). */
    RESOURCE_CONTROL("resource control policy", "R-TYPE-07"),
    /** Filters what goes through a VPC endpoint (R-TYPE-08). */
    VPC_ENDPOINT("endpoint policy", "R-TYPE-08");

    /** The elements that not every kind has. */
    public enum Element {
        VERSION("Version"),
        ID("Id"),
        PRINCIPAL("Principal"),
        NOT_PRINCIPAL("NotPrincipal"),
        NOT_ACTION("NotAction"),
        RESOURCE("Resource"),
        NOT_RESOURCE("NotResource");

        private final String text;

        Element(String text) {
            this.text = text;
        }

        /** The member name in a document. */
        public String text() {
            return text;
        }
    }

    /** Whether a kind has an element. For Resource, REQUIRED means one of {@code Resource} and {@code NotResource}. */
    public enum Requirement {
        REQUIRED,
        OPTIONAL,
        FORBIDDEN
    }

    private static final Map<PolicyKind, Map<Element, Requirement>> TABLE = table();

    private final String text;
    private final String rule;

    PolicyKind(String text, String rule) {
        this.text = text;
        this.rule = rule;
    }

    /** The kind of the policy on the resource of such a call: for {@code sts:AssumeRole} and its kin the role's trust policy. */
    public static PolicyKind onResource(Action action) {
        boolean trust = action.service().equals("sts") && action.name().startsWith("assumerole");
        return trust ? ROLE_TRUST : RESOURCE;
    }

    /** The kind in words, such as {@code permissions boundary}. */
    public String text() {
        return text;
    }

    /** The kind in words with its article, such as {@code an identity policy}. */
    public String withArticle() {
        return (this == IDENTITY || this == VPC_ENDPOINT ? "an " : "a ") + text;
    }

    /** Whether documents of this kind have the element. */
    public Requirement requirement(Element element) {
        Requirement requirement = TABLE.getOrDefault(this, Map.of()).get(element);
        return requirement == null ? Requirement.OPTIONAL : requirement;
    }

    /** The rule that says which elements this kind has. */
    public String rule() {
        return rule;
    }

    /** True if policies of this kind name principals; in the others the principal is whom they are attached to. */
    public boolean namesPrincipals() {
        return requirement(Element.PRINCIPAL) == Requirement.REQUIRED;
    }

    /** True if {@code Sid} is limited to ASCII letters and digits and unique in the document (R-GRAM-13). */
    public boolean hasStrictSids() {
        return this == IDENTITY || this == PERMISSIONS_BOUNDARY || this == SESSION || this == ROLE_TRUST;
    }

    /** What a policy says that policies of this kind may not say; empty if it may be attached as this kind. */
    public List<Violation> violations(Policy policy) {
        return KindRules.violations(this, policy);
    }

    /**
     * One thing that a kind of policy may not say.
     *
     * @param path the offending element, or what lacks one
     * @param rule the rule that is broken, such as {@code R-TYPE-01}
     * @param message what is wrong, one lower-case sentence
     * @param help what to do
     */
    public record Violation(PolicyPath path, String rule, String message, String help) {}

    private static Map<PolicyKind, Map<Element, Requirement>> table() {
        Map<PolicyKind, Map<Element, Requirement>> table = new EnumMap<>(PolicyKind.class);
        for (PolicyKind kind : values()) {
            Map<Element, Requirement> row = new EnumMap<>(Element.class);
            boolean names = kind == RESOURCE || kind == ROLE_TRUST || kind == RESOURCE_CONTROL || kind == VPC_ENDPOINT;
            boolean organization = kind == SERVICE_CONTROL || kind == RESOURCE_CONTROL;
            boolean hasId = kind == RESOURCE || kind == ROLE_TRUST || kind == VPC_ENDPOINT; // U-03
            row.put(Element.VERSION, organization ? Requirement.REQUIRED : Requirement.OPTIONAL);
            row.put(Element.ID, hasId ? Requirement.OPTIONAL : Requirement.FORBIDDEN);
            row.put(Element.PRINCIPAL, names ? Requirement.REQUIRED : Requirement.FORBIDDEN);
            row.put(
                    Element.NOT_PRINCIPAL,
                    kind == RESOURCE || kind == VPC_ENDPOINT ? Requirement.OPTIONAL : Requirement.FORBIDDEN);
            row.put(Element.NOT_ACTION, kind == RESOURCE_CONTROL ? Requirement.FORBIDDEN : Requirement.OPTIONAL);
            Requirement resource = kind == ROLE_TRUST ? Requirement.FORBIDDEN : Requirement.REQUIRED;
            row.put(Element.RESOURCE, resource);
            row.put(Element.NOT_RESOURCE, resource);
            table.put(kind, row);
        }
        return table;
    }
}
