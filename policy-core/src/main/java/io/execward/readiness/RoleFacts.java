// SPDX-License-Identifier: Apache-2.0
package io.execward.readiness;

import io.execward.account.AccountSnapshot;
import io.execward.account.IamRole;
import io.execward.model.Context;
import java.util.List;

/**
 * What is known about a request that the agent makes with the credentials of a task role. Nobody signed in, so that nothing is told:
 * the network, the time and the organization stay unknown (section E of the IAM rules).
 */
final class RoleFacts {
    private static final List<String> UNTOLD = List.of(
            "aws:CalledVia",
            "aws:CalledViaFirst",
            "aws:CalledViaLast",
            "aws:CurrentTime",
            "aws:Ec2InstanceSourcePrivateIPv4",
            "aws:Ec2InstanceSourceVpc",
            "aws:EpochTime",
            "aws:MultiFactorAuthAge",
            "aws:MultiFactorAuthPresent",
            "aws:PrincipalOrgID",
            "aws:PrincipalOrgPaths",
            "aws:ResourceAccount",
            "aws:ResourceOrgID",
            "aws:ResourceOrgPaths",
            "aws:SecureTransport",
            "aws:SourceIdentity",
            "aws:SourceInstanceARN",
            "aws:SourceIp",
            "aws:SourceVpc",
            "aws:SourceVpcArn",
            "aws:SourceVpce",
            "aws:TokenIssueTime",
            "aws:UserAgent",
            "aws:ViaAWSService",
            "aws:VpcSourceIp",
            "aws:VpceAccount",
            "aws:VpceOrgID",
            "aws:VpceOrgPaths",
            "aws:referer",
            "aws:userid",
            "ec2:RoleDelivery",
            "ec2:SourceInstanceArn",
            "ssm:SourceInstanceArn");

    /** Keys of the services that are called, which the agent may send or not. */
    private static final List<String> UNTOLD_FAMILIES =
            List.of("aws:ResourceTag/", "kms:", "logs:", "s3:", "ssmmessages:");

    private RoleFacts() {}

    static Context of(AccountSnapshot account, IamRole role, String region) {
        Context.Builder context = Context.builder();
        UNTOLD.forEach(context::unknown);
        UNTOLD_FAMILIES.forEach(context::unknownFamily);
        context.put("aws:PrincipalArn", role.arn().toString())
                .put("aws:PrincipalAccount", role.arn().account())
                .put("aws:PrincipalType", "AssumedRole")
                .put("aws:PrincipalIsAWSService", "false")
                .put("aws:RequestedRegion", region);
        role.tags()
                .ifPresentOrElse(
                        tags -> tags.forEach((key, value) -> context.put("aws:PrincipalTag/" + key, value)),
                        () -> context.unknownFamily("aws:PrincipalTag/"));
        return context.build().plus(account.caller(role).told());
    }
}
