// SPDX-License-Identifier: Apache-2.0
package io.execward.account;

/** The shapes that are recognised, by what a document holds, never by its name (R-EXEC-112). */
public enum DocumentKind {
    ACCOUNT_AUTHORIZATION_DETAILS("users, groups, roles and policies", "aws iam get-account-authorization-details"),
    SERVICE_CONTROL_POLICIES("service control policies", "a document with `levels`, root first"),
    RESOURCE_CONTROL_POLICIES(
            "resource control policies", "a document with `type` RESOURCE_CONTROL_POLICY and `levels`, root first"),
    CLUSTERS("clusters", "aws ecs describe-clusters --include CONFIGURATIONS TAGS SETTINGS"),
    TASKS("tasks", "aws ecs describe-tasks --include TAGS"),
    SERVICES("services", "aws ecs describe-services --include TAGS"),
    TASK_DEFINITION("task definitions", "aws ecs describe-task-definition --include TAGS"),
    CONTAINER_INSTANCES("container instances", "aws ecs describe-container-instances"),
    VPC_ENDPOINTS("VPC endpoints", "aws ec2 describe-vpc-endpoints"),
    SUBNETS("subnets", "aws ec2 describe-subnets"),
    LOG_GROUPS("log groups", "aws logs describe-log-groups"),
    KMS_KEYS("KMS keys", "a document with `keys`, each with KeyMetadata and Policy"),
    CLIENT_ENVIRONMENT("the caller's client", "a document with `awsCliVersion` and `sessionManagerPluginVersion`"),
    CLOUDTRAIL("CloudTrail records", "a trail file, or aws cloudtrail lookup-events");

    private final String text;
    private final String madeBy;

    DocumentKind(String text, String madeBy) {
        this.text = text;
        this.madeBy = madeBy;
    }

    /** What documents of this kind tell, in a few words. */
    public String text() {
        return text;
    }

    /** The command that prints such a document, or the shape of one that no command prints. */
    public String madeBy() {
        return madeBy;
    }
}
