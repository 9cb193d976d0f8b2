// SPDX-License-Identifier: Apache-2.0
package io.execward.evaluate;

import java.util.Set;

/** The services that evaluate resource control policies (R-ORG-13), as published in 2026. ECS and SSM are not among them. */
public final class ResourceControlServices {
    private static final Set<String> PREFIXES = Set.of(
            "aoss",
            "appconfig",
            "appstream",
            "autoscaling",
            "autoscaling-plans",
            "budgets",
            "clouddirectory",
            "cloudfront",
            "cloudsearch",
            "cloudtrail-data",
            "codeartifact",
            "codebuild",
            "codecommit",
            "codepipeline",
            "cognito-identity",
            "cognito-idp",
            "comprehend",
            "comprehendmedical",
            "compute-optimizer",
            "cost-optimization-hub",
            "dax",
            "dsql",
            "dynamodb",
            "ecr",
            "ecr-public",
            "events",
            "firehose",
            "fis",
            "fms",
            "gamelift",
            "health",
            "inspector-scan",
            "kendra",
            "kinesisvideo",
            "kms",
            "logs",
            "memorydb",
            "networkmonitor",
            "notifications",
            "opensearch",
            "pca-connector-ad",
            "personalize",
            "polly",
            "pricing",
            "resource-groups",
            "rolesanywhere",
            "s3",
            "secretsmanager",
            "servicediscovery",
            "signin",
            "sqs",
            "sts",
            "support",
            "swf",
            "textract",
            "timestream-influxdb",
            "transcribe",
            "transfer",
            "translate",
            "wafv2",
            "workspaces",
            "xray");

    private ResourceControlServices() {}

    /** Their prefixes, in lower case. */
    public static Set<String> prefixes() {
        return PREFIXES;
    }

    /** @param service a service prefix in lower case */
    static boolean evaluate(String service) {
        return PREFIXES.contains(service);
    }
}
