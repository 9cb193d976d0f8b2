// SPDX-License-Identifier: Apache-2.0
package io.execward.analyze;

import io.execward.model.Arn;
import io.execward.model.ConditionKey;
import io.execward.model.Context;
import io.execward.model.ContextValue;
import io.execward.model.Principal;
import io.execward.model.Request;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Ties between facts of one request that AWS keeps. A search takes keys to be independent of each other: a proof needs no ties, and a
 * witness that breaks one says so.
 */
final class Ties {
    private static final ConditionKey CLUSTER = ConditionKey.of("ecs:cluster");
    private static final ConditionKey PRINCIPAL_ARN = ConditionKey.of("aws:PrincipalArn");
    private static final ConditionKey PRINCIPAL_ACCOUNT = ConditionKey.of("aws:PrincipalAccount");
    private static final ConditionKey PRINCIPAL_TYPE = ConditionKey.of("aws:PrincipalType");
    private static final ConditionKey USERNAME = ConditionKey.of("aws:username");
    private static final ConditionKey RESOURCE_ACCOUNT = ConditionKey.of("aws:ResourceAccount");

    /** A tie, and what a request that breaks it is told. */
    private record Tie(Function<Request, Optional<String>> expected, ConditionKey key, String sentence) {
        Optional<String> broken(Request request) {
            if (!(request.context().get(key) instanceof ContextValue.Present present)) {
                return Optional.empty();
            }
            return expected.apply(request)
                    .filter(value -> !present.values().equals(List.of(value)))
                    .map(value -> "`" + key + "` " + sentence + ", `" + value + "`");
        }
    }

    private static final List<Tie> TIES = List.of(
            new Tie(Ties::cluster, CLUSTER, "is the cluster that the resource's ARN names (R-EXEC-07)"),
            new Tie(Ties::accountOfArn, PRINCIPAL_ACCOUNT, "is the account in `aws:PrincipalArn` (R-KEY-02)"));

    /** Where it is told who calls. */
    private static final List<Tie> OF_CALLER = List.of(
            new Tie(Request::resourceAccount, RESOURCE_ACCOUNT, "is the account that owns the resource"),
            new Tie(Ties::arn, PRINCIPAL_ARN, "is the caller's (R-KEY-02)"),
            new Tie(
                    request -> request.principal() instanceof Principal.Anonymous
                            ? Optional.of("anonymous")
                            : request.principal().account(),
                    PRINCIPAL_ACCOUNT,
                    "is the caller's account"),
            new Tie(request -> type(request.principal()), PRINCIPAL_TYPE, "is the caller's (R-KEY-12)"),
            new Tie(
                    request -> request.principal() instanceof Principal.User user
                            ? Optional.of(user.name())
                            : Optional.empty(),
                    USERNAME,
                    "is the user's name (R-KEY-01)"));

    private Ties() {}

    /** The ties that some of the requests break, in words; each once. */
    static List<String> broken(List<Request> requests) {
        List<String> all = new ArrayList<>();
        for (Request request : requests) {
            TIES.forEach(tie -> tie.broken(request).ifPresent(sentence -> add(all, sentence)));
            if (isTold(request)) {
                OF_CALLER.forEach(tie -> tie.broken(request).ifPresent(sentence -> add(all, sentence)));
            }
            if (isTold(request)
                    && !(request.principal() instanceof Principal.User)
                    && request.context().get(USERNAME) instanceof ContextValue.Present) {
                add(all, "only users have `aws:username` (R-KEY-01)");
            }
        }
        return List.copyOf(all);
    }

    private static boolean isTold(Request request) {
        return !request.principal().equals(Subject.SOMEBODY);
    }

    private static void add(List<String> all, String sentence) {
        if (!all.contains(sentence)) {
            all.add(sentence);
        }
    }

    /** The cluster of a cluster, or of what names one in its ARN: {@code task/CLUSTER/ID} and its like. */
    private static Optional<String> cluster(Request request) {
        Optional<Arn> arn = request.resources().get(0).arn();
        if (arn.isEmpty() || !arn.get().service().equals("ecs")) {
            return Optional.empty();
        }
        String[] parts = parts(arn.get().resource());
        boolean isCluster = parts[0].equals("cluster") && parts.length == 2;
        boolean inCluster =
                List.of("task", "service", "container-instance", "task-set").contains(parts[0]) && parts.length >= 3;
        Arn one = arn.get();
        return isCluster || inCluster
                ? Optional.of(
                        new Arn(one.partition(), one.service(), one.region(), one.account(), "cluster/" + parts[1])
                                .toString())
                : Optional.empty();
    }

    private static String[] parts(String resource) {
        return resource.split("/", -1);
    }

    private static Optional<String> arn(Request request) {
        Principal principal = request.principal();
        return principal instanceof Principal.RoleSession session
                ? session.roleArn().map(Arn::toString)
                : principal.account().map(account -> principal.text());
    }

    private static Optional<String> accountOfArn(Request request) {
        Context context = request.context();
        return context.get(PRINCIPAL_ARN) instanceof ContextValue.Present present
                ? Arn.tryOf(present.values().get(0)).map(Arn::account)
                : Optional.empty();
    }

    private static Optional<String> type(Principal principal) {
        return principal.match(new Principal.Cases<>() {
            @Override
            public Optional<String> root(Principal.Root root) {
                return Optional.of("Account");
            }

            @Override
            public Optional<String> user(Principal.User user) {
                return Optional.of("User");
            }

            @Override
            public Optional<String> roleSession(Principal.RoleSession session) {
                return Optional.of("AssumedRole");
            }

            @Override
            public Optional<String> federatedUser(Principal.FederatedUser user) {
                return Optional.of("FederatedUser");
            }

            @Override
            public Optional<String> service(Principal.Service service) {
                return Optional.empty();
            }

            @Override
            public Optional<String> identityProviderUser(Principal.IdentityProviderUser user) {
                return Optional.empty();
            }

            @Override
            public Optional<String> anonymous(Principal.Anonymous anonymous) {
                return Optional.of("Anonymous");
            }
        });
    }
}
