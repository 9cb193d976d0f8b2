// SPDX-License-Identifier: Apache-2.0
package io.execward.cli;

import io.execward.account.AccountSnapshot;
import io.execward.account.EcsCluster;
import io.execward.account.EcsTask;
import io.execward.account.IamIdentity;
import io.execward.ecs.ClusterArn;
import io.execward.review.ReviewOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import picocli.CommandLine.Option;

/** Which rows and columns a review has. */
final class ReviewScope {
    @Option(
            names = "--principal",
            paramLabel = "PATTERN",
            description = {
                "Only these users and roles: a name, `role/NAME` or an ARN, with `*` for any text and `?` for any one"
                        + " character. Repeatable."
            })
    private List<String> principals = new ArrayList<>();

    @Option(
            names = "--cluster",
            paramLabel = "PATTERN",
            description = "Only these clusters, likewise by name or ARN. Repeatable.")
    private List<String> clusters = new ArrayList<>();

    @Option(
            names = "--service-linked-roles",
            description = "Service-linked roles have rows too; people cannot assume them.")
    private boolean serviceLinkedRoles;

    /** @throws UsageError if a pattern is there that nothing in the documents fits, lest a misspelt name look like no access */
    ReviewOptions limit(ReviewOptions options, AccountSnapshot account) {
        for (String text : principals) {
            NamePattern pattern = new NamePattern(text);
            require(
                    account.identities().stream().anyMatch(pattern::accepts),
                    "--principal: no user or role of the documents fits `" + text + "`");
        }
        for (String text : clusters) {
            Set<String> names = new TreeSet<>();
            known(account).forEach(arn -> names.add(arn.name()));
            require(
                    known(account).anyMatch(arn -> accepts(text, arn)),
                    "--cluster: no cluster of the documents fits `" + text + "`"
                            + (names.isEmpty() ? "" : "; known are " + String.join(", ", names)));
        }
        ReviewOptions limited = serviceLinkedRoles ? options.withServiceLinkedRoles() : options;
        return limited.of(this::isWanted).in(this::isWanted);
    }

    private static Stream<ClusterArn> known(AccountSnapshot account) {
        return Stream.concat(
                account.clusters().stream().map(EcsCluster::arn),
                account.tasks().stream().map(EcsTask::cluster));
    }

    private boolean isWanted(IamIdentity identity) {
        return principals.isEmpty() || principals.stream().anyMatch(text -> new NamePattern(text).accepts(identity));
    }

    private boolean isWanted(ClusterArn cluster) {
        return clusters.isEmpty() || clusters.stream().anyMatch(text -> accepts(text, cluster));
    }

    private static boolean accepts(String text, ClusterArn cluster) {
        NamePattern pattern = new NamePattern(text);
        return pattern.accepts(cluster.name()) || pattern.accepts(cluster.toString());
    }

    private static void require(boolean condition, String message) {
        if (!condition) {
            throw new UsageError(message);
        }
    }
}
