// SPDX-License-Identifier: Apache-2.0
package io.execward.ecs;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What a launch of tasks or services says beside its target.
 *
 * @param execFlag what it says about exec
 * @param roles every role that it passes, whether the request, its overrides or the task definition names it; each needs
 *     {@code iam:PassRole}, so a role that is left out is a check that is left out
 * @param tags those that the request sets; if there are any, {@code ecs:TagResource} is needed too (R-EXEC-37)
 * @param settings the rest
 */
public record Launch(ExecFlag execFlag, List<PassedRole> roles, Map<String, String> tags, LaunchSettings settings) {
    public Launch {
        Objects.requireNonNull(execFlag, "execFlag");
        roles = List.copyOf(roles);
        tags = Tags.copy(tags);
        Objects.requireNonNull(settings, "settings");
    }

    /** A launch that passes these roles, leaves the exec flag out and sets no tags; an empty list says that it passes none. */
    public static Launch passing(List<PassedRole> roles) {
        return new Launch(ExecFlag.OMITTED, roles, Map.of(), LaunchSettings.untold());
    }

    /** The same with this exec flag. */
    public Launch exec(ExecFlag flag) {
        return new Launch(flag, roles, tags, settings);
    }

    /** The same setting these tags and no others. */
    public Launch tagging(Map<String, String> newTags) {
        return new Launch(execFlag, roles, newTags, settings);
    }

    /** The same with these settings in place of its own. */
    public Launch with(LaunchSettings newSettings) {
        return new Launch(execFlag, roles, tags, newSettings);
    }

    /** The checks that roles and tags need; {@code created} is what the tags are put on. */
    List<OperationCheck> linked(OperationRequest request, ClusterArn cluster, String created) {
        List<OperationCheck> checks = new ArrayList<>(LinkedChecks.passing(request.caller(), roles));
        checks.addAll(LinkedChecks.tagging(request, cluster.region(), cluster.account(), created, tags, settings));
        return checks;
    }
}
