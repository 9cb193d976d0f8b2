// SPDX-License-Identifier: Apache-2.0
package io.execward.benchmarks;

import io.execward.model.Comparison;
import io.execward.model.Condition;
import io.execward.model.Context;
import io.execward.model.Policy;
import io.execward.model.PolicySet;
import io.execward.model.Request;
import io.execward.model.Statement;
import java.util.ArrayList;
import java.util.List;

/** The policies and requests that the benchmarks share. Every set has exactly one statement that matches {@link #REQUEST}. */
public final class Policies {
    private static final String ACCOUNT = "111122223333";
    private static final String CLUSTER = "arn:aws:ecs:us-east-1:" + ACCOUNT + ":cluster/payments";
    private static final String TASK =
            "arn:aws:ecs:us-east-1:" + ACCOUNT + ":task/payments/0123456789abcdef0123456789abcdef";

    /** A task check of ExecuteCommand, complete. */
    static final Request REQUEST = Request.of("arn:aws:iam::" + ACCOUNT + ":user/alice", "ecs:ExecuteCommand", TASK)
            .with(Context.builder()
                    .put("ecs:cluster", CLUSTER)
                    .put("ecs:task", TASK)
                    .put("ecs:container-name", "app")
                    .put("aws:ResourceTag/team", "payments")
                    .put("aws:MultiFactorAuthPresent", "true")
                    .build());

    private static final List<String> OTHERS = List.of(
            "s3:GetObject",
            "ec2:Describe*",
            "logs:PutLogEvents",
            "ecs:DescribeTasks",
            "ecs:RunTask",
            "kms:Decrypt",
            "ssm:StartSession",
            "iam:PassRole",
            "ecs:List*",
            "sqs:*");

    private Policies() {}

    /** What the other statements are about. */
    public enum Mix {
        /** Ten kinds of action in turn, of ECS and other services, on resources of many names. */
        SERVICES,
        /** All allow ExecuteCommand in a cluster, each in another one: the worst case for an index by action. */
        CLUSTERS,
        /** The same with a wildcard for the region, so that no ARN has a long literal beginning. */
        CLUSTERS_ANY_REGION
    }

    static PolicySet of(Mix mix, int statements) {
        List<Statement> all = new ArrayList<>(statements);
        for (int i = 1; i < statements; i++) {
            all.add(other(mix, i));
        }
        all.add(statements / 2, matching(mix));
        return PolicySet.identity(Policy.of(all.toArray(Statement[]::new)));
    }

    private static Statement other(Mix mix, int i) {
        String cluster = "team-" + i;
        return switch (mix) {
            case SERVICES ->
                Statement.allow(
                        List.of(OTHERS.get(i % OTHERS.size())),
                        List.of("arn:aws:ecs:us-east-1:" + ACCOUNT + ":task/" + cluster + "/*"));
            case CLUSTERS -> exec("us-east-1", cluster);
            case CLUSTERS_ANY_REGION -> exec("*", cluster);
        };
    }

    private static Statement matching(Mix mix) {
        return exec(mix == Mix.CLUSTERS_ANY_REGION ? "*" : "us-east-1", "payments");
    }

    /** Three conditions. */
    private static Statement exec(String region, String cluster) {
        return Statement.allow(
                        List.of("ecs:ExecuteCommand"),
                        List.of("arn:aws:ecs:" + region + ":" + ACCOUNT + ":task/" + cluster + "/*"))
                .where(
                        Condition.of(Comparison.STRING_EQUALS, "ecs:container-name", "app", "web"),
                        Condition.of(Comparison.STRING_EQUALS, "aws:ResourceTag/team", "payments"),
                        Condition.of(Comparison.BOOL, "aws:MultiFactorAuthPresent", "true"));
    }
}
