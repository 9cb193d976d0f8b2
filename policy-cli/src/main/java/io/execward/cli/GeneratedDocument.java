// SPDX-License-Identifier: Apache-2.0
package io.execward.cli;

import io.execward.dsl.IamPolicy;
import io.execward.json.PolicyQuota;
import io.execward.model.PolicyKind;
import java.util.List;

/**
 * One document as it is written.
 *
 * @param name the file's, without ending
 * @param text with a line break at its end
 */
record GeneratedDocument(String name, IamPolicy policy, String text) {
    static GeneratedDocument of(String name, IamPolicy policy, boolean compact) {
        return new GeneratedDocument(name, policy, (compact ? policy.compactJson() : policy.json()) + "\n");
    }

    static String file(String name) {
        return name + ".json";
    }

    String file() {
        return file(name);
    }

    /** The kinds of attachment that the document can have, each with its limit. */
    List<PolicyQuota> quotas() {
        return quotas(policy.kind());
    }

    private static List<PolicyQuota> quotas(PolicyKind kind) {
        return switch (kind) {
            case IDENTITY ->
                List.of(
                        PolicyQuota.MANAGED_POLICY,
                        PolicyQuota.USER_INLINE,
                        PolicyQuota.GROUP_INLINE,
                        PolicyQuota.ROLE_INLINE);
            case PERMISSIONS_BOUNDARY -> List.of(PolicyQuota.MANAGED_POLICY);
            case SESSION -> List.of(PolicyQuota.SESSION);
            case ROLE_TRUST -> List.of(PolicyQuota.ROLE_TRUST);
            case SERVICE_CONTROL -> List.of(PolicyQuota.SERVICE_CONTROL);
            case RESOURCE_CONTROL -> List.of(PolicyQuota.RESOURCE_CONTROL);
            case VPC_ENDPOINT -> List.of(PolicyQuota.VPC_ENDPOINT);
            // Each service has its own.
            case RESOURCE -> List.of();
        };
    }

    /** True if it can be attached in no way, however it is written. */
    boolean isTooLong() {
        return !quotas().isEmpty() && quotas().stream().noneMatch(policy::fits);
    }
}
