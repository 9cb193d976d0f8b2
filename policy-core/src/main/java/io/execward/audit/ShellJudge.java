// SPDX-License-Identifier: Apache-2.0
package io.execward.audit;

import io.execward.account.AccountSnapshot;
import io.execward.account.ClusterKey;
import io.execward.account.EcsCluster;
import io.execward.account.EcsTask;
import io.execward.account.IamIdentity;
import io.execward.account.VpcEndpoint;
import io.execward.ecs.Caller;
import io.execward.ecs.ClusterArn;
import io.execward.ecs.Container;
import io.execward.ecs.ExecRequest;
import io.execward.ecs.OperationRequest;
import io.execward.ecs.ResourceEngines;
import io.execward.ecs.SessionDocument;
import io.execward.ecs.StartSessionRequest;
import io.execward.ecs.TaskArn;
import io.execward.evaluate.PolicyEngine;
import io.execward.model.AttachedPolicy;
import io.execward.model.Context;
import io.execward.model.Principal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Says by which statements of an account's documents a shell is let through, with what its record tells about MFA, address, endpoint
 * and time. What the record does not tell is unknown. Keeps the compiled policies of each principal; for one thread.
 */
public final class ShellJudge {
    private final AccountSnapshot account;
    private final Map<String, ResourceEngines> engines = new HashMap<>();

    private ShellJudge(AccountSnapshot account) {
        this.account = account;
    }

    /** Judges by these documents. */
    public static ShellJudge of(AccountSnapshot account) {
        return new ShellJudge(account);
    }

    /** The shell, with what the documents say. */
    public ShellAccess judge(Shell shell) {
        Optional<IamIdentity> identity =
                shell.caller().flatMap(account::identity).or(() -> account.identity(shell.principal()));
        if (identity.isEmpty()) {
            return refused(shell, "the documents tell of no principal " + shell.principal());
        }
        Optional<Principal> principal = principal(shell, identity.get());
        if (principal.isEmpty()) {
            return refused(
                    shell,
                    "no document tells what limits the session "
                            + shell.caller().orElse("") + " of "
                            + identity.get().arn());
        }
        if (shell.cluster().isEmpty() || shell.task().isEmpty()) {
            return refused(shell, "the record does not tell the task");
        }
        List<String> notes = new ArrayList<>();
        Optional<VpcEndpoint> endpoint = shell.endpoint().flatMap(this::endpoint);
        if (shell.endpoint().isPresent()
                && endpoint.flatMap(VpcEndpoint::policy).isEmpty()) {
            notes.add("the policy of the endpoint " + shell.endpoint().get() + " was not supplied");
        }
        OperationRequest request = request(
                shell,
                caller(shell, account.caller(identity.get()), principal.get(), endpoint),
                shell.cluster().get(),
                shell.task().get(),
                notes);
        ResourceEngines plain =
                engines.computeIfAbsent(identity.get().arn().toString(), arn -> account.engines(identity.get()));
        ResourceEngines used = endpoint.flatMap(VpcEndpoint::policy)
                .map(policy -> through(policy, plain))
                .orElse(plain);
        return new ShellAccess(shell, Optional.of(request.explain(used)), notes);
    }

    private static ShellAccess refused(Shell shell, String because) {
        return new ShellAccess(shell, Optional.empty(), List.of(because));
    }

    private Optional<VpcEndpoint> endpoint(String id) {
        return account.vpcEndpoints().stream().filter(it -> it.id().equals(id)).findFirst();
    }

    /** What a service calls besides for the caller does not pass through the caller's endpoint. */
    private ResourceEngines through(AttachedPolicy policy, ResourceEngines plain) {
        return resource -> {
            PolicyEngine engine = plain.on(resource);
            boolean isKey =
                    resource.arn().map(arn -> arn.service().equals("kms")).orElse(false);
            return isKey
                    ? engine
                    : PolicyEngine.compile(
                            engine.policies().toBuilder().endpoint(policy).build(), account.sources());
        };
    }

    /**
     * Who called: the user itself, or the session of the role. Empty for another session, such as a federated user's, which has
     * a policy of its own that no document tells.
     */
    private static Optional<Principal> principal(Shell shell, IamIdentity identity) {
        String named = shell.caller().orElse(identity.arn().toString());
        if (named.equals(identity.arn().toString())) {
            return Optional.of(identity.principal());
        }
        try {
            return Principal.of(named) instanceof Principal.RoleSession session
                    ? Optional.of(session.ofRoleArn(identity.arn()))
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Caller caller(Shell shell, Caller known, Principal principal, Optional<VpcEndpoint> endpoint) {
        Caller caller =
                new Caller(principal, known.tags(), known.told(), known.untold(), known.flags()).at(shell.time());
        caller = mfa(shell, caller);
        Context.Builder facts = Context.builder();
        shell.userId().ifPresent(id -> facts.put("aws:userid", id));
        shell.userAgent().ifPresent(agent -> facts.put("aws:UserAgent", agent));
        if (shell.endpoint().isPresent()) {
            facts.put("aws:SourceVpce", shell.endpoint().get()).absent("aws:SourceIp");
            endpoint.ifPresent(it -> facts.put("aws:SourceVpc", it.vpcId()));
            shell.address().ifPresent(address -> facts.put("aws:VpcSourceIp", address));
        } else if (shell.address().isPresent()) {
            caller = caller.from(shell.address().get());
        }
        return caller.with(facts.build());
    }

    /** Long-term keys carry no MFA keys; a session does, and a record tells its value (R-COND-37, R-KEY-03). */
    private static Caller mfa(Shell shell, Caller caller) {
        if (shell.longTermKeys()) {
            return caller.withoutMfaKeys();
        }
        if (shell.mfa().isEmpty()) {
            return caller;
        }
        if (shell.mfa().get()) {
            return shell.mfaAge() // U-EXEC-26
                    .map(caller::withMfa)
                    .orElseGet(() -> caller.with(Context.of("aws:MultiFactorAuthPresent", "true")));
        }
        return caller.with(Context.builder()
                .put("aws:MultiFactorAuthPresent", "false")
                .absent("aws:MultiFactorAuthAge")
                .build());
    }

    private OperationRequest request(Shell shell, Caller caller, ClusterArn cluster, TaskArn task, List<String> notes) {
        Optional<EcsTask> known = account.task(task.toString());
        Optional<Map<String, String>> taskTags = known.flatMap(EcsTask::tags);
        if (taskTags.isEmpty()) {
            notes.add("the tags of the task are in no document");
        }
        return switch (shell.kind()) {
            case EXEC -> exec(shell, caller, cluster, task, taskTags, notes);
            case SESSION -> {
                StartSessionRequest session = StartSessionRequest.of(
                        caller,
                        task,
                        shell.document().map(SessionDocument::named).orElseGet(SessionDocument::unnamed));
                yield taskTags.map(session::taskTagged).orElse(session);
            }
        };
    }

    private ExecRequest exec(
            Shell shell,
            Caller caller,
            ClusterArn cluster,
            TaskArn task,
            Optional<Map<String, String>> taskTags,
            List<String> notes) {
        ExecRequest request = ExecRequest.of(
                caller, cluster, task, shell.container().map(Container::named).orElseGet(Container::omitted));
        Optional<Map<String, String>> clusterTags = account.cluster(cluster).flatMap(EcsCluster::tags);
        if (clusterTags.isEmpty()) {
            notes.add("the tags of the cluster are in no document");
        }
        ExecRequest untagged = clusterTags.map(request::clusterTagged).orElse(request);
        ExecRequest tagged = taskTags.map(untagged::taskTagged).orElse(untagged);
        return ClusterKey.of(account, cluster).match(() -> tagged, tagged::encryptedWith, name -> {
            notes.add("no document tells which key the cluster means by " + name);
            return tagged;
        });
    }
}
