// SPDX-License-Identifier: Apache-2.0
package io.execward.readiness;

import io.execward.account.AccountSnapshot;
import io.execward.account.IamRole;
import io.execward.evaluate.Decision;
import io.execward.model.Action;
import io.execward.model.Arn;
import io.execward.model.Context;
import io.execward.model.Request;
import io.execward.model.RequestFlag;
import io.execward.model.Resource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Asks what the agent may do with the task role's credentials. */
record RolePermissions(Subject subject, IamRole role) {
    private static final String SESSION = "ecs-execute-command-0123456789abcdef0";

    /** On {@code *}: the service has no resources, and resource control policies do not bind it. */
    Permission anywhere(String action) {
        return ask(action, Resource.of("*"), organization(subject.account(), false), Set.of());
    }

    /** The group's streams; {@code *} for actions that are asked on no group. */
    Permission onLogs(String action, String logGroup) {
        String arn = "arn:" + role.arn().partition() + ":logs:" + subject.region() + ":" + subject.accountId()
                + ":log-group:" + logGroup + ":log-stream:" + SESSION;
        return ask(
                action, Resource.of(logGroup.equals("*") ? "*" : arn), organization(subject.account(), true), Set.of());
    }

    /** A bucket or an object in it; or {@code *}. No document holds policies of buckets. */
    Permission onS3(String action, String path) {
        List<String> unseen = new ArrayList<>(organization(subject.account(), true));
        unseen.add("the bucket's own policy");
        Resource resource =
                Resource.of(path.equals("*") ? "*" : "arn:" + role.arn().partition() + ":s3:::" + path);
        return ask(action, resource, unseen, Set.of());
    }

    /** The log of a session in a bucket. */
    Permission onLogObject(String action, String bucket, String folder) {
        return onS3(action, bucket + "/" + folder + SESSION + ".log");
    }

    Permission onKey(String action, Arn key) {
        boolean managed = subject.isAwsManaged(key);
        return ask(
                action,
                Resource.of(key.toString()),
                organization(subject.account(), !managed),
                managed ? Set.of(RequestFlag.AWS_MANAGED_KEY) : Set.of());
    }

    private Permission ask(String action, Resource resource, List<String> unseen, Set<RequestFlag> flags) {
        Context context = RoleFacts.of(subject.account(), role, subject.region());
        Optional<String> owner = resource.arn().map(Arn::account).filter(account -> !account.isEmpty());
        Request request = new Request(
                role.principal(),
                Action.of(action),
                List.of(resource),
                Optional.empty(),
                owner.map(account -> context.plus(Context.of("aws:ResourceAccount", account)))
                        .orElse(context),
                flags);
        Decision decision = subject.facts().engines(role).on(resource).explain(request);
        return new Reading(unseen).permission(action, decision);
    }

    /** The layers of the organization that take part in a request and were not supplied. */
    static List<String> organization(AccountSnapshot account, boolean resourceControl) {
        List<String> unseen = new ArrayList<>();
        if (account.serviceControl().isEmpty()) {
            unseen.add("service control policies");
        }
        if (resourceControl && account.resourceControl().isEmpty()) {
            unseen.add("resource control policies");
        }
        return unseen;
    }
}
