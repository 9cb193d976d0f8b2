// SPDX-License-Identifier: Apache-2.0
package io.execward.ecs;

import io.execward.model.Arn;
import io.execward.model.Context;
import io.execward.model.ContextValue;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Checks of other actions that an operation needs. */
final class LinkedChecks {
    /** The id of a task that does not exist yet. Nobody can know it beforehand, so no policy can mean it (U-EXEC-11). */
    private static final String NEW_ID = "0".repeat(32);

    /** What the request itself or its session decides; of a key, what was not read (U-EXEC-13). */
    private static final List<String> UNTOLD_OF_KMS =
            List.of("kms:EncryptionAlgorithm", "kms:EncryptionContextKeys", "kms:RequestAlias", "kms:ViaService");

    private static final List<String> UNTOLD_OF_KEYS = List.of(
            "kms:KeyOrigin",
            "kms:KeySpec",
            "kms:KeyUsage",
            "kms:MultiRegion",
            "kms:MultiRegionKeyType",
            "kms:ResourceAliases");

    private LinkedChecks() {}

    /** One check for each role and service, each once (R-EXEC-36, R-SVC-12). */
    static List<OperationCheck> passing(Caller caller, List<PassedRole> roles) {
        List<OperationCheck> checks = new ArrayList<>();
        Set<PassedRole> once = new LinkedHashSet<>(roles);
        for (PassedRole passed : once) {
            // A permission of IAM that another service asks about: no text says which Region it sees (U-EXEC-10).
            checks.add(Draft.linked(caller, "iam:PassRole")
                    .put("iam:PassedToService", passed.service())
                    .unknown("iam:AssociatedResourceArn")
                    .put("aws:RequestedRegion", ContextValue.UNKNOWN)
                    .ownedBy(passed.role().account())
                    .check("role to pass", passed.role().toString(), Tags.ofPassedRole()));
        }
        return checks;
    }

    /**
     * The check that setting tags at creation needs, if there are any (R-EXEC-37, R-EXEC-40), or if the request asks for propagated ones
     * (U-EXEC-12). What does not exist yet carries the tags of the request as if it did (R-KEY-04).
     *
     * @param owner of what is created, and {@code region} where
     */
    static List<OperationCheck> tagging(
            OperationRequest request,
            String region,
            String owner,
            String created,
            Map<String, String> tags,
            LaunchSettings settings) {
        if (tags.isEmpty() && !settings.propagatesTags()) {
            return List.of();
        }
        boolean more = settings.takesTagsOfDefinition();
        return List.of(Draft.linked(request.caller(), "ecs:TagResource")
                .put("aws:RequestedRegion", region)
                .put("ecs:CreateAction", request.operation())
                .put(more ? Tags.requestedAtLeast(tags) : Tags.requested(tags))
                .ownedBy(owner)
                .check("tags", created, Tags.ofEcs(more ? Optional.empty() : Optional.of(tags))));
    }

    /** A task that is about to be started in the cluster. */
    static String newTask(ClusterArn cluster) {
        return cluster.task(NEW_ID).toString();
    }

    /** @throws IllegalArgumentException unless it is the ARN of a key; an alias has to be resolved first (R-EXEC-26) */
    static void requireKey(Arn key) {
        if (!key.service().equals("kms")
                || key.region().isEmpty()
                || !Arn.isAccountId(key.account())
                || !key.resource().startsWith("key/")) {
            throw new IllegalArgumentException("`" + key
                    + "` is not the ARN of a KMS key: write `arn:aws:kms:REGION:ACCOUNT:key/ID`, and for an alias the key"
                    + " that it stands for");
        }
    }

    /** The check of the cluster's key (R-EXEC-02, R-EXEC-26). */
    static OperationCheck key(Caller caller, Arn key) {
        Draft draft = Draft.linked(caller, "kms:GenerateDataKey")
                .put("aws:RequestedRegion", key.region())
                .ownedBy(key.account());
        caller.principal().account().ifPresent(account -> draft.put("kms:CallerAccount", account));
        UNTOLD_OF_KMS.forEach(draft::unknown);
        draft.unknownFamily("kms:EncryptionContext:");
        var about = Context.builder().addAll(Tags.ofKey());
        UNTOLD_OF_KEYS.forEach(about::unknown);
        return draft.check("key", key.toString(), about.build());
    }
}
