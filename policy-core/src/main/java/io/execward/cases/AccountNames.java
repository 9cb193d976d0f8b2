// SPDX-License-Identifier: Apache-2.0
package io.execward.cases;

import io.execward.account.AccountSnapshot;
import io.execward.account.DocumentKind;
import io.execward.account.EcsTask;
import io.execward.account.IamIdentity;
import io.execward.account.TaskDefinition;
import io.execward.account.VpcEndpoint;
import io.execward.diagnostic.Spelling;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Finds what people name in the documents of an account: by ARN, or by a name or id that only one thing has. What is not found is an
 * {@link IllegalArgumentException} that says what is nearest; nothing is ever guessed.
 */
public record AccountNames(AccountSnapshot account) {
    public AccountNames {
        Objects.requireNonNull(account, "account");
    }

    private static final int SHOWN = 8;

    /** The user, the role, or the role of the session; a name may say which, as in {@code role/Deployer}. */
    public IamIdentity identity(String text) {
        Optional<IamIdentity> byArn = account.identity(text);
        if (byArn.isPresent()) {
            return byArn.get();
        }
        List<IamIdentity> named = account.identities().stream()
                .filter(identity -> text.equals(identity.name()) || isEndOf(identity, text))
                .toList();
        if (named.size() == 1) {
            return named.get(0);
        }
        if (named.size() > 1) {
            throw several("principals", text, named.stream().map(it -> it.arn().toString()));
        }
        if (!account.supplied().contains(DocumentKind.ACCOUNT_AUTHORIZATION_DETAILS)) {
            throw new IllegalArgumentException("the documents tell of no users and roles: add what `"
                    + DocumentKind.ACCOUNT_AUTHORIZATION_DETAILS.madeBy() + "` prints");
        }
        boolean isArn = text.startsWith("arn:");
        throw unknown(
                "principal",
                text,
                account.identities().stream()
                        .map(it -> isArn ? it.arn().toString() : it.name())
                        .toList());
    }

    /** With its kind and, where it has one, its path. */
    private static boolean isEndOf(IamIdentity identity, String text) {
        String resource = identity.arn().resource();
        int slash = resource.indexOf('/');
        return text.equals(resource) || (slash > 0 && text.equals(resource.substring(0, slash + 1) + identity.name()));
    }

    /** The task of this ARN or id. */
    public EcsTask task(String text, Optional<String> cluster) {
        List<EcsTask> found = account.tasks().stream()
                .filter(task -> text.equals(task.arn().toString())
                        || text.equals(task.arn().id()))
                .filter(task -> cluster.map(name -> name.equals(task.cluster().name())
                                || name.equals(task.cluster().toString()))
                        .orElse(true))
                .toList();
        if (found.size() == 1) {
            return found.get(0);
        }
        if (found.size() > 1) {
            throw several("tasks", text, found.stream().map(it -> it.arn().toString()));
        }
        if (!account.supplied().contains(DocumentKind.TASKS)) {
            throw new IllegalArgumentException("the documents tell of no tasks: add what `"
                    + DocumentKind.TASKS.madeBy() + "` prints for each cluster");
        }
        boolean isArn = text.startsWith("arn:");
        throw unknown(
                cluster.map(name -> "task in cluster `" + name + "`").orElse("task"),
                text,
                account.tasks().stream()
                        .map(it -> isArn ? it.arn().toString() : it.arn().id())
                        .toList());
    }

    /**
     * The container that a call means: the named one, or the only one of the task (U-EXEC-02). With several the API refuses a call that
     * names none (R-EXEC-91).
     */
    public String container(EcsTask task, Optional<String> name) {
        List<String> all = containers(task);
        if (all.isEmpty()) {
            return name.orElseThrow(() -> new IllegalArgumentException(
                    "the documents do not tell the containers of the task: name the container"));
        }
        if (name.isEmpty()) {
            if (all.size() == 1) {
                return all.get(0);
            }
            throw new IllegalArgumentException("the task has " + all.size() + " containers, " + String.join(", ", all)
                    + ", and ECS refuses a call that names none of them: name one (R-EXEC-91)");
        }
        if (!all.contains(name.get())) {
            throw unknown("container of task " + task.arn(), name.get(), all);
        }
        return name.get();
    }

    private List<String> containers(EcsTask task) {
        List<String> running =
                task.containers().stream().map(EcsTask.TaskContainer::name).toList();
        return running.isEmpty()
                ? account.taskDefinition(task)
                        .map(definition -> definition.containers().stream()
                                .map(TaskDefinition.ContainerDefinition::name)
                                .toList())
                        .orElse(List.of())
                : running;
    }

    /** The VPC endpoint of this id. */
    public VpcEndpoint endpoint(String id) {
        return account.vpcEndpoints().stream()
                .filter(endpoint -> endpoint.id().equals(id))
                .findFirst()
                .orElseThrow(() -> unknown(
                        "VPC endpoint",
                        id,
                        account.vpcEndpoints().stream().map(VpcEndpoint::id).toList()));
    }

    private static IllegalArgumentException several(String what, String text, Stream<String> arns) {
        return new IllegalArgumentException(
                "`" + text + "` names several " + what + ": write one of " + String.join(", ", arns.toList()));
    }

    private static IllegalArgumentException unknown(String what, String text, Collection<String> names) {
        return new IllegalArgumentException("the documents tell of no " + what + " `" + text + "`" + near(text, names));
    }

    /** The likeliest, or all if there are few. ARNs are compared by what stands behind the last slash. */
    private static String near(String text, Collection<String> names) {
        String last = last(text);
        Set<String> lasts = new TreeSet<>();
        names.forEach(name -> lasts.add(last(name)));
        Optional<String> nearest = Spelling.ignoringCase(last, lasts).or(() -> Spelling.nearest(last, lasts));
        List<String> near = new TreeSet<>(names)
                .stream()
                        .filter(name -> nearest.equals(Optional.of(last(name))))
                        .toList();
        if (!near.isEmpty()) {
            return "; did you mean " + String.join(" or ", near.subList(0, Math.min(SHOWN, near.size()))) + "?";
        }
        return names.isEmpty() || names.size() > SHOWN ? "" : "; known are " + String.join(", ", new TreeSet<>(names));
    }

    private static String last(String name) {
        return name.substring(name.lastIndexOf('/') + 1);
    }
}
