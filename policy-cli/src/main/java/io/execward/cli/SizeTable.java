// SPDX-License-Identifier: Apache-2.0
package io.execward.cli;

import io.execward.json.PolicyQuota;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** How long each document is, as each quota counts it. */
record SizeTable(List<GeneratedDocument> documents) {
    private static final int WIDTH = 28;

    /** A line for each document; ends with a line break. */
    String print() {
        StringBuilder out =
                new StringBuilder("characters, as quotas count them, and how many there may be (R-QUOTA-01 to -06):\n");
        for (GeneratedDocument document : documents) {
            List<PolicyQuota> quotas = document.quotas();
            // The quotas of one kind of policy count alike; the limits of key policies are those of KMS.
            int size = (quotas.isEmpty() ? PolicyQuota.MANAGED_POLICY : quotas.get(0)).measure(document.text());
            String limits = quotas.isEmpty()
                    ? "part of a key policy"
                    : quotas.stream().map(quota -> limit(document, quota)).collect(Collectors.joining(", "));
            out.append(String.format(Locale.ROOT, "  %-" + WIDTH + "s %6d  %s\n", document.file(), size, limits));
        }
        return out.toString();
    }

    private static String limit(GeneratedDocument document, PolicyQuota quota) {
        String limit = words(quota) + " " + quota.limit();
        if (quota.measure(document.text()) <= quota.limit()) {
            return limit;
        }
        return limit
                + (document.policy().fits(quota)
                        ? " (TOO LONG; with --compact " + document.policy().sizeAs(quota) + ")"
                        : " (TOO LONG)");
    }

    private static String words(PolicyQuota quota) {
        return switch (quota) {
            case MANAGED_POLICY -> "managed policy";
            case USER_INLINE -> "inline of a user";
            case GROUP_INLINE -> "of a group";
            case ROLE_INLINE -> "of a role";
            case ROLE_TRUST -> "role trust policy";
            case SESSION -> "session policy";
            case SERVICE_CONTROL -> "service control policy";
            case RESOURCE_CONTROL -> "resource control policy";
            case VPC_ENDPOINT -> "endpoint policy";
            case SIMULATOR -> "policy simulator";
        };
    }
}
