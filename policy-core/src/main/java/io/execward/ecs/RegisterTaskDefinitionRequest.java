// SPDX-License-Identifier: Apache-2.0
package io.execward.ecs;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * One {@code ecs:RegisterTaskDefinition}, checked on the definition that it makes (R-EXEC-34). Linked are a pass check for each role and,
 * with tags, one for tagging.
 *
 * @param definition with the revision that it will get
 * @param roles every role that the definition names; see {@link Launch#roles}
 * @param tags those that the request sets
 */
public record RegisterTaskDefinitionRequest(
        Caller caller,
        TaskDefinitionArn definition,
        List<PassedRole> roles,
        Map<String, String> tags,
        LaunchSettings settings)
        implements OperationRequest {
    /** @throws IllegalArgumentException if the definition has no revision */
    public RegisterTaskDefinitionRequest {
        Objects.requireNonNull(caller, "caller");
        roles = List.copyOf(roles);
        tags = Tags.copy(tags);
        Objects.requireNonNull(settings, "settings");
        if (definition.revision().isEmpty()) {
            throw new IllegalArgumentException("`" + definition
                    + "` has no revision: name the one that the new definition will get, the family's next");
        }
    }

    /** A request without tags, whose settings are not told. */
    public static RegisterTaskDefinitionRequest of(
            Caller caller, TaskDefinitionArn definition, List<PassedRole> roles) {
        return new RegisterTaskDefinitionRequest(caller, definition, roles, Map.of(), LaunchSettings.untold());
    }

    /** The same request setting these tags and no others. */
    public RegisterTaskDefinitionRequest tagging(Map<String, String> newTags) {
        return new RegisterTaskDefinitionRequest(caller, definition, roles, newTags, settings);
    }

    /** The same request with these settings. */
    public RegisterTaskDefinitionRequest with(LaunchSettings newSettings) {
        return new RegisterTaskDefinitionRequest(caller, definition, roles, tags, newSettings);
    }

    @Override
    public String operation() {
        return "RegisterTaskDefinition";
    }

    @Override
    public List<OperationCheck> checks() {
        Draft draft = Draft.of(caller, "ecs:RegisterTaskDefinition", definition.region())
                .ownedBy(definition.account())
                .put(Tags.requested(tags));
        settings.put(LaunchSettings.OF_REGISTRATION, draft);
        List<OperationCheck> checks = new ArrayList<>();
        checks.add(draft.check("task definition", definition.toString(), Tags.ofEcs(Optional.of(tags))));
        checks.addAll(LinkedChecks.passing(caller, roles));
        checks.addAll(LinkedChecks.tagging(
                this, definition.region(), definition.account(), definition.toString(), tags, LaunchSettings.untold()));
        return List.copyOf(checks);
    }
}
