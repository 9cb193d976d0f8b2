// SPDX-License-Identifier: Apache-2.0
package io.execward.benchmarks;

import io.execward.account.AccountSnapshot;
import io.execward.account.EcsCluster;
import io.execward.account.EcsService;
import io.execward.account.EcsTask;
import io.execward.account.IamIdentity;
import io.execward.account.IamRole;
import io.execward.account.TaskDefinition;
import io.execward.ecs.ClusterArn;
import io.execward.model.Arn;
import io.execward.model.AttachedPolicy;
import io.execward.model.Comparison;
import io.execward.model.Condition;
import io.execward.model.Effect;
import io.execward.model.Policy;
import io.execward.model.PolicyLevel;
import io.execward.model.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;

/**
 * An account as a large company has it, the same for the same seed: clusters by team and stage, services with a task definition and a
 * role each, tasks with team, stage and service tags, roles with managed policies drawn from one pool and one of their own that names
 * their cluster, their team or a tag, some with MFA or a source address, under service control policies.
 */
final class SyntheticAccount {
    private static final String ACCOUNT = "111122223333";
    private static final String ECS = "arn:aws:ecs:us-east-1:" + ACCOUNT + ":";
    private static final int MANAGED = 400;
    private static final int TEAMS = 30;
    private static final List<String> STAGES = List.of("prod", "staging", "dev");
    private static final List<String> CONTAINERS = List.of("app", "envoy", "log-router", "metrics");
    private static final List<String> OTHER_ACTIONS = List.of(
            "s3:GetObject",
            "s3:PutObject",
            "logs:FilterLogEvents",
            "ec2:DescribeInstances",
            "sqs:SendMessage",
            "dynamodb:Query",
            "cloudwatch:GetMetricData",
            "secretsmanager:GetSecretValue",
            "sns:Publish",
            "rds:Describe*");

    private final Random random;
    private final Size size;

    /**
     * How large the account is.
     *
     * @param tasks each has four containers
     * @param policies of each principal
     */
    record Size(int principals, int policies, int clusters, int services, int tasks) {}

    private SyntheticAccount(Size size, long seed) {
        this.size = size;
        this.random = new Random(seed);
    }

    static AccountSnapshot of(Size size, long seed) {
        return new SyntheticAccount(size, seed).account();
    }

    private AccountSnapshot account() {
        List<EcsCluster> clusters = new ArrayList<>();
        for (int c = 0; c < size.clusters(); c++) {
            clusters.add(
                    new EcsCluster(clusterArn(c), Optional.of(Map.of("stage", stage(c))), Optional.empty(), List.of()));
        }
        List<TaskDefinition> definitions = new ArrayList<>();
        List<EcsService> services = new ArrayList<>();
        List<IamIdentity> identities = new ArrayList<>();
        for (int s = 0; s < size.services(); s++) {
            identities.add(taskRole(s));
            definitions.add(definition(s));
            services.add(new EcsService(
                    ECS + "service/" + clusterArn(clusterOf(s)).name() + "/svc-" + s,
                    "svc-" + s,
                    clusterArn(clusterOf(s)),
                    Optional.of(tags(s)),
                    s % 4 != 0,
                    false,
                    Optional.of("SERVICE"),
                    Optional.of(definition(s).arn())));
        }
        List<EcsTask> tasks = new ArrayList<>();
        for (int t = 0; t < size.tasks(); t++) {
            tasks.add(task(t));
        }
        List<AttachedPolicy> pool = new ArrayList<>();
        for (int p = 0; p < MANAGED; p++) {
            pool.add(new AttachedPolicy("managed-" + p, managed(p)));
        }
        for (int p = identities.size(); p < size.principals(); p++) {
            identities.add(role(p, pool));
        }
        return AccountSnapshot.builder()
                .identities(identities)
                .clusters(clusters.toArray(EcsCluster[]::new))
                .services(services.toArray(EcsService[]::new))
                .taskDefinitions(definitions.toArray(TaskDefinition[]::new))
                .tasks(tasks.toArray(EcsTask[]::new))
                .serviceControl(serviceControl())
                .build();
    }

    private static ClusterArn clusterArn(int cluster) {
        return new ClusterArn("aws", "us-east-1", ACCOUNT, stage(cluster) + "-" + cluster);
    }

    private static String stage(int cluster) {
        return STAGES.get(cluster % STAGES.size());
    }

    private int clusterOf(int service) {
        return service % size.clusters();
    }

    private Map<String, String> tags(int service) {
        Map<String, String> tags = new TreeMap<>();
        tags.put("team", "team-" + service % TEAMS);
        tags.put("stage", stage(clusterOf(service)));
        tags.put("service", "svc-" + service);
        return tags;
    }

    private EcsTask task(int t) {
        int service = t % size.services();
        Map<String, String> tags = tags(service);
        if (t % 50 == 0) {
            tags.remove("team"); // somebody always forgets
        }
        ClusterArn cluster = clusterArn(clusterOf(service));
        return new EcsTask(
                cluster.task(String.format(Locale.ROOT, "%032x", t * 2_654_435_761L)),
                cluster,
                definition(service).arn(),
                Optional.of(tags),
                Optional.of("service:svc-" + service),
                Optional.empty(),
                "RUNNING",
                Optional.of("RUNNING"),
                service % 4 != 0,
                Optional.of("FARGATE"),
                Optional.empty(),
                Optional.of("1.4.0"),
                Optional.of("Linux"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                CONTAINERS.stream()
                        .map(name -> new EcsTask.TaskContainer(
                                name, Optional.empty(), Optional.of("RUNNING"), Optional.empty()))
                        .toList());
    }

    private static TaskDefinition definition(int service) {
        return new TaskDefinition(
                ECS + "task-definition/svc-" + service + ":7",
                "svc-" + service,
                7,
                Optional.of(Map.of()),
                Optional.of("arn:aws:iam::" + ACCOUNT + ":role/task/svc-" + service),
                Optional.of("arn:aws:iam::" + ACCOUNT + ":role/execution"),
                Optional.of("awsvpc"),
                Optional.empty(),
                List.of("FARGATE"),
                Optional.of("LINUX"),
                List.of());
    }

    private IamRole taskRole(int service) {
        return identity(
                "/task/",
                "svc-" + service,
                Map.of(),
                List.of(policy(
                        "task-role-" + service,
                        Statement.allow(List.of("s3:GetObject"), List.of("arn:aws:s3:::data-" + service + "/*")))),
                Optional.empty());
    }

    private static IamRole identity(
            String path,
            String name,
            Map<String, String> tags,
            List<AttachedPolicy> policies,
            Optional<AttachedPolicy> boundary) {
        return new IamRole(
                Arn.of("arn:aws:iam::" + ACCOUNT + ":role" + path + name),
                Optional.empty(),
                name,
                path,
                Optional.of(tags),
                Optional.empty(),
                policies,
                boundary,
                List.of());
    }

    private static AttachedPolicy policy(String name, Statement... statements) {
        return new AttachedPolicy(name, Policy.of(statements));
    }

    private IamRole role(int p, List<AttachedPolicy> pool) {
        List<AttachedPolicy> policies = new ArrayList<>();
        policies.add(new AttachedPolicy("own-" + p, own(p)));
        while (policies.size() < size.policies()) {
            // A few policies are attached often, most seldom.
            int index = (int) (MANAGED * Math.pow(random.nextDouble(), 1.5));
            policies.add(pool.get(index));
        }
        Optional<AttachedPolicy> boundary = p % 10 == 0 ? Optional.of(pool.get(MANAGED - 1)) : Optional.empty();
        return identity("/", "role-" + p, Map.of("team", "team-" + p % TEAMS), policies, boundary);
    }

    private Policy own(int p) {
        String cluster = clusterArn(random.nextInt(size.clusters())).name();
        String team = "team-" + random.nextInt(TEAMS);
        List<String> exec = List.of("ecs:ExecuteCommand");
        List<String> ofCluster = List.of(ECS + "cluster/" + cluster, ECS + "task/" + cluster + "/*");
        Statement describe = Statement.allow(List.of("ecs:Describe*", "ecs:List*"), List.of("*"));
        return switch (p % 8) {
            case 0 -> Policy.of(describe, Statement.allow(exec, ofCluster));
            case 1 ->
                Policy.of(
                        describe,
                        Statement.allow(exec, List.of(ECS + "cluster/" + cluster)),
                        Statement.allow(exec, List.of(ECS + "task/" + cluster + "/*"))
                                .where(Condition.of(Comparison.STRING_EQUALS, "aws:ResourceTag/team", team)));
            case 2 ->
                Policy.of(Statement.allow(exec, List.of("*"))
                        .where(
                                Condition.of(Comparison.ARN_LIKE, "ecs:cluster", ECS + "cluster/" + cluster),
                                Condition.of(Comparison.STRING_EQUALS, "ecs:container-name", "app")));
            case 3 ->
                Policy.of(Statement.allow(exec, ofCluster)
                        .where(Condition.of(Comparison.BOOL, "aws:MultiFactorAuthPresent", "true")));
            case 4 ->
                Policy.of(
                        Statement.allow(List.of("ecs:UpdateService", "ecs:RunTask"), List.of("*"))
                                .where(Condition.of(Comparison.ARN_EQUALS, "ecs:cluster", ECS + "cluster/" + cluster)),
                        Statement.allow(
                                        List.of("iam:PassRole"),
                                        List.of("arn:aws:iam::" + ACCOUNT + ":role/task/svc-*"))
                                .where(Condition.of(
                                        Comparison.STRING_EQUALS, "iam:PassedToService", "ecs-tasks.amazonaws.com")));
            case 5 ->
                Policy.of(Statement.allow(exec, ofCluster)
                        .where(Condition.of(Comparison.IP_ADDRESS, "aws:SourceIp", "203.0.113." + p % 200 + "/32")));
            case 6 ->
                Policy.of(Statement.allow(List.of("s3:GetObject"), List.of("arn:aws:s3:::team-bucket-" + p + "/*")));
            default ->
                Policy.of(
                        Statement.allow(exec, List.of(ECS + "cluster/*")),
                        Statement.allow(exec, List.of(ECS + "task/*"))
                                .where(Condition.of(
                                        Comparison.STRING_EQUALS, "ecs:ResourceTag/team", "${aws:PrincipalTag/team}")));
        };
    }

    /** One in ten is about ECS or sessions; the first ones are attached most often. */
    private Policy managed(int p) {
        if (p == MANAGED - 1) {
            return Policy.of(Statement.allow(List.of("ecs:*", "iam:PassRole", "s3:*", "logs:*"), List.of("*")));
        }
        if (p == MANAGED / 2) {
            return Policy.of(Statement.allow(List.of("*"), List.of("*")));
        }
        String cluster = clusterArn(p % size.clusters()).name();
        if (p % 10 != 3) {
            Statement[] all = new Statement[3];
            for (int i = 0; i < all.length; i++) {
                String action = OTHER_ACTIONS.get((p + i) % OTHER_ACTIONS.size());
                all[i] = Statement.allow(List.of(action), List.of("arn:aws:s3:::bucket-" + p + "-" + i + "/*"));
            }
            return Policy.of(all);
        }
        return switch (p / 10 % 5) {
            case 0 ->
                Policy.of(
                        Statement.allow(List.of("ecs:Describe*", "ecs:List*"), List.of("*")),
                        Statement.deny(List.of("ecs:ExecuteCommand"), List.of("*"))
                                .where(Condition.of(Comparison.STRING_EQUALS, "ecs:container-name", "envoy")));
            case 1 ->
                Policy.of(
                        Statement.allow(List.of("ssm:StartSession"), List.of(ECS + "task/" + cluster + "/*")),
                        Statement.allow(List.of("ssm:StartSession"), List.of("arn:aws:ssm:*:*:document/*")));
            case 2 ->
                Policy.of(Statement.allow(List.of("ecs:ExecuteCommand"), List.of("*"))
                        .where(
                                Condition.of(Comparison.STRING_EQUALS, "aws:ResourceTag/stage", "dev"),
                                Condition.of(Comparison.BOOL, "aws:MultiFactorAuthPresent", "true")));
            case 3 -> Policy.of(Statement.deny(List.of("ecs:TagResource", "ecs:UntagResource"), List.of("*")));
            default ->
                Policy.of(
                        Statement.allow(List.of("ecs:TagResource"), List.of(ECS + "task/" + cluster + "/*")),
                        Statement.of(
                                Effect.DENY,
                                Statement.deny(List.of("ssm:*"), List.of("*")).actions(),
                                Statement.deny(List.of("ssm:*"), List.of("arn:aws:ecs:*:*:task/*"))
                                        .resources()
                                        .orElseThrow()));
        };
    }

    private static List<PolicyLevel> serviceControl() {
        AttachedPolicy all = policy("FullAWSAccess", Statement.allow(List.of("*"), List.of("*")));
        AttachedPolicy guard = policy(
                "exec-guard",
                Statement.deny(List.of("ecs:ExecuteCommand"), List.of("*"))
                        .where(
                                Condition.of(Comparison.ARN_LIKE, "ecs:cluster", ECS + "cluster/prod-1*"),
                                Condition.of(
                                        Comparison.ARN_NOT_LIKE, "aws:PrincipalArn", "arn:aws:iam::*:role/role-1?")));
        return List.of(new PolicyLevel("root", List.of(all)), new PolicyLevel("workloads", List.of(all, guard)));
    }
}
