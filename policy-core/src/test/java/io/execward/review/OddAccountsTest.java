// SPDX-License-Identifier: Apache-2.0
package io.execward.review;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.execward.account.AccountDocument;
import io.execward.account.AccountReader;
import io.execward.account.AccountSnapshot;
import io.execward.diagnostic.PolicySyntaxException;
import io.execward.evaluate.Verdict;
import io.execward.readiness.ReadinessReport;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What the reader takes, reviews and readiness take too, however odd it is. */
class OddAccountsTest {
    private static final List<String> DOCUMENTS = List.of("""
            {"UserDetailList": [{"UserName": "ann", "UserId": "AIDA1", "Path": "/",
              "Arn": "arn:aws:iam::111122223333:user/ann", "GroupList": ["ops"],
              "UserPolicyList": [{"PolicyName": "p", "PolicyDocument": {"Version": "2012-10-17", "Statement": [
                {"Effect": "Allow", "Action": "*", "Resource": "*"},
                {"Effect": "Deny", "Action": "ecs:*", "Resource": "*",
                 "Condition": {"StringEquals": {"aws:ResourceTag/team": "${aws:PrincipalTag/team}"}}}]}}],
              "AttachedManagedPolicies": [{"PolicyName": "m", "PolicyArn": "arn:aws:iam::111122223333:policy/m"}],
              "PermissionsBoundary": {"PermissionsBoundaryType": "Policy",
                "PermissionsBoundaryArn": "arn:aws:iam::111122223333:policy/b"},
              "Tags": [{"Key": "team", "Value": "blue"}]}],
             "GroupDetailList": [],
             "RoleDetailList": [{"RoleName": "task", "RoleId": "AROA1", "Path": "/",
              "Arn": "arn:aws:iam::111122223333:role/task", "AttachedManagedPolicies": [], "Tags": [],
              "AssumeRolePolicyDocument": {"Version": "2012-10-17", "Statement": {"Effect": "Allow",
                "Principal": {"Service": "ecs-tasks.amazonaws.com"}, "Action": "sts:AssumeRole"}}}],
             "Policies": []}
            """, """
            {"clusters": [{"clusterArn": "arn:aws:ecs:us-east-1:111122223333:cluster/prod", "clusterName": "prod",
              "tags": [{"key": "team", "value": "blue"}], "capacityProviders": ["FARGATE"],
              "configuration": {"executeCommandConfiguration": {"kmsKeyId": "alias/exec", "logging": "OVERRIDE",
                "logConfiguration": {"cloudWatchLogGroupName": "/x", "cloudWatchEncryptionEnabled": true,
                  "s3BucketName": "bucket", "s3EncryptionEnabled": true, "s3KeyPrefix": "logs"}}}}]}
            """, """
            {"tasks": [{"taskArn": "arn:aws:ecs:us-east-1:111122223333:task/prod/0123456789abcdef0123456789abcdef",
              "clusterArn": "arn:aws:ecs:us-east-1:111122223333:cluster/prod",
              "taskDefinitionArn": "arn:aws:ecs:us-east-1:111122223333:task-definition/web:1",
              "group": "service:web", "startedBy": "ecs-svc/1", "lastStatus": "RUNNING", "desiredStatus": "RUNNING",
              "enableExecuteCommand": false, "launchType": "EXTERNAL", "platformVersion": "1.4.0",
              "platformFamily": "Linux", "overrides": {"taskRoleArn": "arn:aws:iam::111122223333:role/task"},
              "containerInstanceArn": "arn:aws:ecs:us-east-1:111122223333:container-instance/prod/i",
              "tags": [{"key": "team", "value": "blue"}],
              "attachments": [{"type": "ElasticNetworkInterface",
                "details": [{"name": "subnetId", "value": "subnet-1"}]}],
              "containers": [{"name": "app", "lastStatus": "RUNNING", "runtimeId": "r",
                "managedAgents": [{"name": "ExecuteCommandAgent", "lastStatus": "RUNNING"}]}]}]}
            """, """
            {"taskDefinition": {"taskDefinitionArn": "arn:aws:ecs:us-east-1:111122223333:task-definition/web:1",
              "family": "web", "revision": 1, "taskRoleArn": "arn:aws:iam::111122223333:role/task",
              "executionRoleArn": "arn:aws:iam::111122223333:role/execution", "networkMode": "awsvpc",
              "pidMode": "task", "runtimePlatform": {"operatingSystemFamily": "LINUX"},
              "containerDefinitions": [{"name": "app", "image": "i", "user": "u",
                "environment": [{"name": "HTTP_PROXY", "value": "v"}], "mountPoints": [{"containerPath": "/managed-agents"}],
                "logConfiguration": {"logDriver": "awslogs"}}]},
             "tags": [{"key": "team", "value": "blue"}]}
            """, """
            {"services": [{"serviceArn": "arn:aws:ecs:us-east-1:111122223333:service/prod/web", "serviceName": "web",
              "clusterArn": "arn:aws:ecs:us-east-1:111122223333:cluster/prod",
              "taskDefinition": "arn:aws:ecs:us-east-1:111122223333:task-definition/web:1", "propagateTags": "NONE",
              "tags": [{"key": "team", "value": "blue"}]}]}
            """, """
            {"containerInstances": [{"containerInstanceArn": "arn:aws:ecs:us-east-1:111122223333:container-instance/prod/i",
              "ec2InstanceId": "mi-1", "versionInfo": {"agentVersion": "1.80.0"},
              "attributes": [{"name": "ecs.os-type", "value": "linux"}, {"name": "ecs.subnet-id", "value": "subnet-1"}]}]}
            """, """
            {"keys": [{"KeyMetadata": {"Arn": "arn:aws:kms:us-east-1:111122223333:key/k1", "KeyId": "k1",
              "KeyManager": "CUSTOMER"}, "Aliases": ["alias/exec"]}]}
            """, """
            {"logGroups": [{"logGroupName": "/x", "arn": "arn:aws:logs:us-east-1:111122223333:log-group:/x:*",
              "kmsKeyId": "arn:aws:kms:us-east-1:111122223333:key/k1"}]}
            """, """
            {"Subnets": [{"SubnetId": "subnet-1", "VpcId": "vpc-1", "OwnerId": "111122223333"}]}
            """, """
            {"VpcEndpoints": [{"VpcEndpointId": "vpce-1", "VpcId": "vpc-1", "State": "available",
              "ServiceName": "com.amazonaws.us-east-1.ecs", "VpcEndpointType": "Interface"}]}
            """);

    /** In place of the first document, where that one is not the odd one: it takes less time to judge. */
    private static final String SIMPLE = """
            {"UserDetailList": [{"UserName": "ann", "Arn": "arn:aws:iam::111122223333:user/ann", "GroupList": [],
              "AttachedManagedPolicies": [], "UserPolicyList": [{"PolicyName": "p", "PolicyDocument":
                {"Version": "2012-10-17", "Statement": {"Effect": "Allow", "Action": "*", "Resource": "*"}}}]}]}
            """;

    private static final List<String> ODD = List.of(
            "",
            "*",
            "a b",
            "a/",
            "alias/none",
            "service:a b",
            "arn:aws:iam::aws:policy/",
            "arn:aws:iam::111122223333:role/a/",
            "arn:aws:kms:us-east-1:111122223333:alias/none",
            "arn:aws:ecs:us-west-2:444455556666:task-definition/web:1",
            "arn:aws:ecs:us-west-2:444455556666:service/dev/web");

    /** A string, and the colon behind it if it is a name. */
    private static final Pattern TEXT = Pattern.compile("\"([^\"]*)\"(\\s*:)?");

    private static AccountSnapshot read(List<String> documents) {
        List<AccountDocument> all = new ArrayList<>();
        documents.forEach(text -> all.add(AccountDocument.of(all.size() + ".json", text.getBytes(UTF_8))));
        return AccountReader.create().read(all);
    }

    @Test
    void what_is_read_can_be_reviewed() {
        assertThat(read(DOCUMENTS).tasks()).hasSize(1);
        int read = 0;
        int refused = 0;
        for (int i = 0; i < DOCUMENTS.size(); i++) {
            String document = DOCUMENTS.get(i);
            Matcher text = TEXT.matcher(document);
            while (text.find()) {
                for (String odd : text.group(2) == null ? ODD : List.<String>of()) {
                    List<String> documents = new ArrayList<>(DOCUMENTS);
                    documents.set(0, SIMPLE);
                    documents.set(i, document.substring(0, text.start(1)) + odd + document.substring(text.end(1)));
                    AccountSnapshot account;
                    try {
                        account = read(documents);
                    } catch (PolicySyntaxException e) {
                        refused++;
                        continue;
                    }
                    read++;
                    try {
                        AccessReview.of(account, ReviewOptions.everything());
                        ReadinessReport.of(account);
                    } catch (RuntimeException e) {
                        throw new AssertionError("`" + odd + "` in place of `" + text.group(1) + "` in " + document, e);
                    }
                }
            }
        }
        assertThat(read).isGreaterThan(300);
        assertThat(refused).isGreaterThan(200);
    }

    @Test
    void a_key_that_no_document_tells_leaves_a_shell_undecided() {
        List<String> documents = new ArrayList<>(DOCUMENTS);
        documents.set(0, SIMPLE);
        documents.set(6, "{\"Aliases\": []}");
        AccessReview review = AccessReview.of(read(documents), ReviewOptions.everything());
        assertThat(review.cell(0, 0).exec().verdict()).isEqualTo(Verdict.UNDECIDED);
        assertThat(review.cell(0, 0).exec().onlyIf()).containsExactly("not-supplied:resource-policy is `allows`");
    }
}
