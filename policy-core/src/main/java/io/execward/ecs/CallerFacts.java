// SPDX-License-Identifier: Apache-2.0
package io.execward.ecs;

import io.execward.model.Context;
import io.execward.model.Principal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The context keys that depend on the caller: those that follow from who it is, and those that are unknown until told (R-EXEC-12,
 * section E of the IAM rules).
 */
final class CallerFacts {
    /** Present or absent as the caller signs in, connects and belongs to an organization. */
    private static final List<String> UNTOLD = List.of(
            "aws:CalledVia",
            "aws:CalledViaFirst",
            "aws:CalledViaLast",
            "aws:CurrentTime",
            "aws:EpochTime",
            "aws:PrincipalOrgID",
            "aws:PrincipalOrgPaths",
            "aws:ResourceOrgID",
            "aws:ResourceOrgPaths",
            "aws:SecureTransport",
            "aws:SignInSessionArn",
            "aws:SourceIp",
            "aws:SourceVpc",
            "aws:SourceVpcArn",
            "aws:SourceVpce",
            "aws:UserAgent",
            "aws:ViaAWSService",
            "aws:VpceAccount",
            "aws:VpceOrgID",
            "aws:VpceOrgPaths",
            "aws:VpcSourceIp",
            "aws:referer",
            "aws:userid");

    /** Only temporary credentials carry these, which a user may have too. */
    private static final List<String> UNTOLD_OF_SESSIONS =
            List.of("aws:MultiFactorAuthAge", "aws:MultiFactorAuthPresent", "aws:TokenIssueTime");

    private static final List<String> UNTOLD_OF_ROLES = List.of(
            "aws:ChatbotSourceArn",
            "aws:Ec2InstanceSourcePrivateIPv4",
            "aws:Ec2InstanceSourceVpc",
            "aws:FederatedProvider",
            "aws:SourceIdentity",
            "codebuild:BuildArn",
            "codebuild:ProjectArn",
            "ec2:RoleDelivery",
            "ec2:SourceInstanceArn",
            "glue:CredentialIssuingService",
            "glue:RoleAssumedBy",
            "identitystore:UserId",
            "lambda:SourceFunctionArn",
            "ssm:SourceInstanceArn");

    /** How keys begin that hold what an identity provider said of who assumed a role; other providers' keys count as absent. */
    private static final List<String> PROVIDERS = List.of(
            "saml:",
            "cognito-identity.amazonaws.com:",
            "accounts.google.com:",
            "graph.facebook.com:",
            "www.amazon.com:",
            "oidc.",
            "token.actions.githubusercontent.com:");

    private static final Context OF_ALL = unknown(UNTOLD, UNTOLD_OF_SESSIONS);
    private static final Context OF_ROLES = withProviders(unknown(UNTOLD, UNTOLD_OF_SESSIONS, UNTOLD_OF_ROLES));
    private static final Context OF_ALL_WITH_ANY_TAG = withAnyTag(OF_ALL);
    private static final Context OF_ROLES_WITH_ANY_TAG = withAnyTag(OF_ROLES);

    private CallerFacts() {}

    /** @param complete true if nothing is unknown but what follows from the principal in part only */
    static Context of(Principal principal, Optional<Map<String, String>> tags, boolean complete) {
        Context.Builder context = Context.builder();
        principal.account().ifPresent(account -> context.put("aws:PrincipalAccount", account));
        context.put("aws:PrincipalIsAWSService", "false");
        principal.match(new Filler(context, complete));
        tags.ifPresent(all -> context.addAll(Tags.facts(Tags.PRINCIPAL, all)));
        Context known = context.build();
        if (complete) {
            return known;
        }
        boolean role = principal instanceof Principal.RoleSession;
        Context untold =
                tags.isPresent() ? (role ? OF_ROLES : OF_ALL) : (role ? OF_ROLES_WITH_ANY_TAG : OF_ALL_WITH_ANY_TAG);
        return untold.plus(known);
    }

    @SafeVarargs
    private static Context unknown(List<String>... lists) {
        Context.Builder context = Context.builder();
        for (List<String> keys : lists) {
            keys.forEach(context::unknown);
        }
        return context.build();
    }

    private static Context withProviders(Context context) {
        Context.Builder all = Context.builder().addAll(context);
        PROVIDERS.forEach(all::unknownFamily);
        return all.build();
    }

    private static Context withAnyTag(Context context) {
        return Context.builder().addAll(context).unknownFamily(Tags.PRINCIPAL).build();
    }

    private record Filler(Context.Builder context, boolean complete) implements Principal.Cases<Context.Builder> {
        @Override
        public Context.Builder root(Principal.Root root) {
            if (!complete) {
                context.unknown("aws:AssumedRoot");
            }
            return context.put("aws:PrincipalArn", root.text()).put("aws:PrincipalType", "Account");
        }

        @Override
        public Context.Builder user(Principal.User user) {
            return context.put("aws:PrincipalArn", user.text())
                    .put("aws:PrincipalType", "User")
                    .put("aws:username", user.name());
        }

        @Override
        public Context.Builder roleSession(Principal.RoleSession session) {
            context.put("aws:PrincipalType", "AssumedRole");
            return session.roleArn()
                    .map(arn -> context.put("aws:PrincipalArn", arn.toString()))
                    .orElseGet(() -> context.unknown("aws:PrincipalArn"));
        }

        @Override
        public Context.Builder federatedUser(Principal.FederatedUser user) {
            return context.put("aws:PrincipalArn", user.text()).put("aws:PrincipalType", "FederatedUser");
        }

        @Override
        public Context.Builder service(Principal.Service service) {
            return context.put("aws:PrincipalIsAWSService", "true").put("aws:PrincipalServiceName", service.name());
        }

        @Override
        public Context.Builder identityProviderUser(Principal.IdentityProviderUser user) {
            return context;
        }

        @Override
        public Context.Builder anonymous(Principal.Anonymous anonymous) {
            return context.absent("aws:PrincipalIsAWSService")
                    .put("aws:PrincipalAccount", "anonymous")
                    .put("aws:PrincipalType", "Anonymous")
                    .put("aws:userid", "anonymous");
        }
    }
}
