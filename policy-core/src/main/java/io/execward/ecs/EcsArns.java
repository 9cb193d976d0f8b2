// SPDX-License-Identifier: Apache-2.0
package io.execward.ecs;

import io.execward.model.Arn;

/** What the ARNs of ECS have in common. */
final class EcsArns {
    private EcsArns() {}

    static Arn parse(String text, String type, String example) {
        Arn arn = Arn.tryOf(text).orElse(null);
        if (arn == null || !arn.service().equals("ecs") || !arn.resource().startsWith(type)) {
            throw new IllegalArgumentException("`" + text + "` is not the ARN of a "
                    + type.substring(0, type.length() - 1) + ": write it like `" + example + "`");
        }
        return arn;
    }

    static void check(String partition, String region, String account) {
        if (partition.isEmpty() || region.isEmpty() || !Arn.isAccountId(account)) {
            throw new IllegalArgumentException("an ECS ARN has a partition, a region and a 12-digit account id, not `"
                    + partition + "`, `" + region + "`, `" + account + "`");
        }
    }

    /** R-EXEC-111. */
    static boolean isName(String text) {
        return !text.isEmpty()
                && text.length() <= 255
                && text.chars().allMatch(c -> c == '-' || c == '_' || (c < 128 && Character.isLetterOrDigit(c)));
    }
}
