// SPDX-License-Identifier: Apache-2.0
package io.execward.review;

import io.execward.account.AccountSnapshot;
import io.execward.account.EcsCluster;
import io.execward.account.EcsService;
import io.execward.account.EcsTask;
import io.execward.account.IamIdentity;
import io.execward.account.IamRole;
import io.execward.account.IamUser;
import io.execward.account.KmsKey;
import io.execward.account.MissingPolicy;
import io.execward.account.TaskDefinition;
import io.execward.ecs.Caller;
import io.execward.ecs.ClusterArn;
import io.execward.ecs.ExecConfiguration;
import io.execward.ecs.TaskArn;
import io.execward.model.ActionPattern;
import io.execward.model.Arn;
import io.execward.model.AttachedPolicy;
import io.execward.model.Comparison;
import io.execward.model.Condition;
import io.execward.model.ConditionKey;
import io.execward.model.ConditionOperator;
import io.execward.model.Effect;
import io.execward.model.Policy;
import io.execward.model.PolicyLevel;
import io.execward.model.PrincipalPattern;
import io.execward.model.ResourcePattern;
import io.execward.model.Scope;
import io.execward.model.SetOperator;
import io.execward.model.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/** Draws accounts with few names and many coincidences, so that policies often meet targets and often just miss them. */
final class SmallAccounts {
    private static final String ACCOUNT = "111122223333";
    private static final String ECS = "arn:aws:ecs:us-east-1:" + ACCOUNT + ":";
    private static final String KEY = "arn:aws:kms:us-east-1:" + ACCOUNT + ":key/1234abcd";
    private static final List<String> TEAMS = List.of("a", "b", "c");
    private static final List<String> TAG_KEYS = List.of("team", "env");
    private static final List<String> ACTIONS = List.of(
            "ecs:ExecuteCommand",
            "ecs:ExecuteCommand",
            "ecs:ExecuteCommand",
            "ecs:Execute*",
            "ssm:StartSession",
            "ecs:UpdateService",
            "ecs:RunTask",
            "ecs:RunTask",
            "ecs:StartTask",
            "kms:GenerateDataKey",
            "ecs:CreateService",
            "ecs:RegisterTaskDefinition",
            "ecs:UpdateCluster",
            "ecs:TagResource",
            "ecs:UntagResource",
            "ecs:*",
            "iam:PassRole",
            "s3:GetObject",
            "*");
    private static final List<String> RESOURCES = List.of(
            "*",
            "*",
            ECS + "*",
            ECS + "cluster/*",
            ECS + "cluster/prod",
            ECS + "cluster/dev",
            ECS + "task/*",
            ECS + "task/prod/*",
            ECS + "task/prod*",
            ECS + "task/dev/*",
            ECS + "task/${aws:PrincipalTag/team}/*",
            ECS + "task/*/0000000000000000000000000000000?",
            ECS + "task/dev/00000000000000000000000000000001",
            ECS + "service/*",
            ECS + "service/prod/*",
            ECS + "task-definition/*",
            ECS + "task-definition/web:*",
            ECS + "task-definition/job*",
            ECS + "task-definition/tools*",
            KEY,
            "arn:aws:ssm:*:*:document/*",
            "arn:aws:iam::" + ACCOUNT + ":role/*",
            "arn:aws:iam::" + ACCOUNT + ":role/web*",
            "arn:aws:ecs:*:*:t?sk/*");

    private final Random random;

    SmallAccounts(Random random) {
        this.random = random;
    }

    AccountSnapshot draw() {
        List<ClusterArn> clusters = List.of(ClusterArn.of(ECS + "cluster/prod"), ClusterArn.of(ECS + "cluster/dev"));
        List<TaskDefinition> definitions = new ArrayList<>();
        for (String family : List.of("web", "job")) {
            definitions.add(new TaskDefinition(
                    ECS + "task-definition/" + family + ":3",
                    family,
                    3,
                    Optional.of(tags()),
                    chance(80) ? Optional.of(roleArn(family + "TaskRole")) : Optional.empty(),
                    chance(50) ? Optional.of(roleArn("execution")) : Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    List.of(),
                    Optional.empty(),
                    List.of()));
        }
        List<EcsTask> tasks = new ArrayList<>();
        int count = 3 + random.nextInt(4);
        for (int t = 0; t < count; t++) {
            tasks.add(task(t, oneOf(clusters)));
        }
        List<AttachedPolicy> pool = new ArrayList<>();
        for (int p = 0; p < 5; p++) {
            pool.add(new AttachedPolicy("managed-" + p, policy(3)));
        }
        List<IamIdentity> identities = new ArrayList<>();
        int principals = 2 + random.nextInt(4);
        for (int p = 0; p < principals; p++) {
            identities.add(identity(p, pool));
        }
        AccountSnapshot.Builder account = AccountSnapshot.builder()
                .identities(identities)
                .clusters(clusters.stream()
                        .map(arn -> new EcsCluster(arn, maybeTags(), execConfiguration(), List.of()))
                        .toArray(EcsCluster[]::new))
                .tasks(tasks.toArray(EcsTask[]::new));
        if (chance(80)) {
            account.keys(new KmsKey(
                    Arn.of(KEY),
                    "1234abcd",
                    false,
                    List.of("alias/exec"),
                    chance(90) ? Optional.of(new AttachedPolicy("key", Policy.of(keyPolicy()))) : Optional.empty()));
        }
        if (chance(85)) {
            account.taskDefinitions(definitions.toArray(TaskDefinition[]::new));
        }
        if (chance(70)) {
            account.services(clusters.stream()
                    .map(arn -> new EcsService(
                            ECS + "service/" + arn.name() + "/web",
                            "web",
                            arn,
                            maybeTags(),
                            chance(50),
                            false,
                            Optional.empty(),
                            Optional.empty()))
                    .toArray(EcsService[]::new));
        }
        if (chance(60)) {
            account.serviceControl(List.of(new PolicyLevel(
                    "root",
                    List.of(
                            new AttachedPolicy("FullAWSAccess", Policy.of(Statement.allow(List.of("*"), List.of("*")))),
                            new AttachedPolicy("guard", Policy.of(statement(Effect.DENY, 95)))))));
        }
        return account.build();
    }

    private Optional<ExecConfiguration> execConfiguration() {
        return chance(60)
                ? Optional.empty()
                : Optional.of(new ExecConfiguration(
                        chance(70) ? Optional.of(oneOf(List.of(KEY, "1234abcd", "alias/exec"))) : Optional.empty(),
                        oneOf(List.of(ExecConfiguration.Logging.values())),
                        Optional.empty(),
                        false,
                        Optional.empty(),
                        false,
                        Optional.empty()));
    }

    /** Delegating to IAM, or naming some of the principals, perhaps with a Deny. */
    private Statement[] keyPolicy() {
        PrincipalPattern root = PrincipalPattern.Aws.of("arn:aws:iam::" + ACCOUNT + ":root");
        PrincipalPattern role = PrincipalPattern.Aws.of(roleArn("role1"));
        List<Statement> all = new ArrayList<>();
        all.add(Statement.allow(List.of("kms:*"), List.of("*")).forPrincipals(chance(60) ? root : role));
        if (chance(30)) {
            all.add(Statement.deny(List.of("kms:GenerateDataKey"), List.of("*"))
                    .forPrincipals(chance(50) ? root : role));
        }
        return all.toArray(Statement[]::new);
    }

    /** What may be known of how callers call. */
    ReviewOptions options() {
        ReviewOptions all = ReviewOptions.everything();
        return switch (random.nextInt(8)) {
            case 0 -> all.telling(Caller::withoutMfaKeys);
            case 1 -> all.telling(caller -> caller.withMfa(Duration.ofMinutes(5)));
            case 2 -> all.telling(caller -> caller.from("203.0.113.7"));
            case 3 -> all.telling(caller -> caller.from("198.51.100.7"));
            case 4 -> all.telling(Caller::complete);
            default -> all;
        };
    }

    private EcsTask task(int number, ClusterArn cluster) {
        String id = String.format(java.util.Locale.ROOT, "%032d", number);
        boolean shortArn = chance(15);
        TaskArn arn = shortArn ? TaskArn.of(ECS + "task/" + id) : cluster.task(id);
        String family = chance(50) ? "web" : "job";
        List<EcsTask.TaskContainer> containers = new ArrayList<>();
        for (String name : chance(50) ? List.of("app") : List.of("app", "sidecar")) {
            containers.add(new EcsTask.TaskContainer(name, Optional.empty(), Optional.empty(), Optional.empty()));
        }
        return new EcsTask(
                arn,
                cluster,
                ECS + "task-definition/" + family + ":3",
                maybeTags(),
                chance(50) ? Optional.of("service:web") : Optional.empty(),
                Optional.empty(),
                "RUNNING",
                Optional.empty(),
                chance(50),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                chance(10) ? Optional.of(roleArn("webTaskRole")) : Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                containers);
    }

    private static String roleArn(String name) {
        return "arn:aws:iam::" + ACCOUNT + ":role/" + name;
    }

    private IamIdentity identity(int number, List<AttachedPolicy> pool) {
        List<AttachedPolicy> policies = new ArrayList<>();
        if (chance(60)) {
            policies.add(new AttachedPolicy("own-" + number, policy(2)));
        }
        if (chance(30)) {
            policies.add(new AttachedPolicy(
                    "broad", Policy.of(Statement.allow(List.of("ecs:*", "iam:PassRole", "ssm:*"), List.of("*")))));
        }
        for (AttachedPolicy each : pool) {
            if (chance(40)) {
                policies.add(each);
            }
        }
        Optional<AttachedPolicy> boundary = chance(20)
                ? Optional.of(new AttachedPolicy("boundary", Policy.of(statement(Effect.ALLOW, 100))))
                : Optional.empty();
        List<MissingPolicy> missing =
                chance(8) ? List.of(new MissingPolicy(Arn.of("arn:aws:iam::aws:policy/Unseen"), false)) : List.of();
        Map<String, String> tags = tags();
        if (chance(50)) {
            String name = "user" + number;
            return new IamUser(
                    Arn.of("arn:aws:iam::" + ACCOUNT + ":user/" + name),
                    Optional.empty(),
                    name,
                    chance(85) ? Optional.of(tags) : Optional.empty(),
                    List.of(),
                    policies,
                    boundary,
                    missing);
        }
        String name = "role" + number;
        return new IamRole(
                Arn.of(roleArn(name)),
                Optional.empty(),
                name,
                "/",
                chance(85) ? Optional.of(tags) : Optional.empty(),
                Optional.empty(),
                policies,
                boundary,
                missing);
    }

    private Optional<Map<String, String>> maybeTags() {
        return chance(85) ? Optional.of(tags()) : Optional.empty();
    }

    private Map<String, String> tags() {
        Map<String, String> tags = new LinkedHashMap<>();
        for (String key : TAG_KEYS) {
            if (chance(60)) {
                tags.put(key, oneOf(TEAMS));
            }
        }
        return Collections.unmodifiableMap(tags);
    }

    private Policy policy(int most) {
        Statement[] all = new Statement[1 + random.nextInt(most)];
        for (int i = 0; i < all.length; i++) {
            all[i] = statement(chance(75) ? Effect.ALLOW : Effect.DENY, 45);
        }
        return Policy.of(all);
    }

    private Statement statement(Effect effect, int conditional) {
        List<ActionPattern> actions = new ArrayList<>();
        List<ResourcePattern> resources = new ArrayList<>();
        for (int i = 0; i <= random.nextInt(2); i++) {
            actions.add(new ActionPattern(oneOf(ACTIONS)));
        }
        for (int i = 0; i <= random.nextInt(3); i++) {
            resources.add(new ResourcePattern(oneOf(RESOURCES)));
        }
        Scope<ActionPattern> action = chance(92) ? new Scope.Only<>(actions) : new Scope.AllExcept<>(actions);
        Scope<ResourcePattern> resource = chance(88) ? new Scope.Only<>(resources) : new Scope.AllExcept<>(resources);
        Statement statement = Statement.of(effect, action, resource);
        if (chance(conditional)) {
            List<Condition> conditions = new ArrayList<>();
            Set<String> used = new HashSet<>();
            for (int i = 0; i <= random.nextInt(2); i++) {
                Condition condition = condition();
                if (used.add(condition.operator().text() + condition.key().folded())) {
                    conditions.add(condition);
                }
            }
            statement = statement.where(conditions.toArray(Condition[]::new));
        }
        return statement;
    }

    private Condition condition() {
        String tag = oneOf(List.of("aws:ResourceTag/", "ecs:ResourceTag/")) + oneOf(TAG_KEYS);
        return switch (random.nextInt(12)) {
            case 0 -> text(Comparison.STRING_EQUALS, tag, oneOf(TEAMS));
            case 1 -> text(Comparison.STRING_NOT_EQUALS, tag, oneOf(TEAMS));
            case 2 -> text(Comparison.STRING_EQUALS, tag, "${aws:PrincipalTag/team}");
            case 3 -> text(Comparison.STRING_LIKE, "aws:PrincipalTag/team", "${aws:ResourceTag/team}*", "a");
            case 4 -> Condition.of(Comparison.NULL, tag, oneOf(List.of("true", "false")));
            case 5 -> text(Comparison.BOOL, "aws:MultiFactorAuthPresent", "true");
            case 6 ->
                Condition.of(
                        oneOf(List.of(Comparison.IP_ADDRESS, Comparison.NOT_IP_ADDRESS)),
                        "aws:SourceIp",
                        "203.0.113.0/24");
            case 7 ->
                Condition.of(
                        oneOf(List.of(Comparison.ARN_LIKE, Comparison.ARN_NOT_LIKE)),
                        "ecs:task",
                        oneOf(List.of(ECS + "task/prod/*", ECS + "task/*1", ECS + "task/${aws:PrincipalTag/team}/*")));
            case 8 ->
                text(
                        oneOf(List.of(Comparison.STRING_EQUALS, Comparison.STRING_NOT_EQUALS)),
                        "ecs:container-name",
                        oneOf(List.of("app", "sidecar")));
            case 9 ->
                Condition.of(
                        oneOf(List.of(Comparison.ARN_EQUALS, Comparison.ARN_NOT_EQUALS)),
                        "ecs:cluster",
                        ECS + "cluster/prod");
            case 10 ->
                Condition.of(
                        Comparison.ARN_NOT_LIKE,
                        "aws:PrincipalArn",
                        "arn:aws:iam::*:" + oneOf(List.of("role/*", "*/*1")));
            default -> text(Comparison.STRING_EQUALS, "ecs:enable-execute-command", "true");
        };
    }

    private Condition text(Comparison comparison, String key, String... values) {
        SetOperator set = chance(10) ? oneOf(List.of(SetOperator.values())) : SetOperator.NONE;
        return new Condition(new ConditionOperator(set, comparison, chance(15)), ConditionKey.of(key), List.of(values));
    }

    private boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    private <T> T oneOf(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }
}
