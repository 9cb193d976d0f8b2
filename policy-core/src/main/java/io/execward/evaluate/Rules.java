// SPDX-License-Identifier: Apache-2.0
package io.execward.evaluate;

import io.execward.match.Tri;
import io.execward.model.Arn;
import io.execward.model.Principal;
import io.execward.model.Principal.Anonymous;
import io.execward.model.Principal.FederatedUser;
import io.execward.model.Principal.IdentityProviderUser;
import io.execward.model.Principal.RoleSession;
import io.execward.model.Principal.Root;
import io.execward.model.Principal.Service;
import io.execward.model.RequestFlag;
import java.util.Optional;

/**
 * The decision algorithm (section F.1) for one check: which layers take part, and how their answers combine. Everything that is
 * decided by who calls, what is asked and who owns the resource stands here, and nowhere else.
 */
final class Rules {
    /** What exempts a check from a layer is told in words; this is the word for nothing. */
    static final String NOTHING = "";

    private final Check check;
    private final Principal principal;
    private final String service;
    private final String action;

    Rules(Check check) {
        this.check = check;
        this.principal = check.principal();
        this.service = check.action().service();
        this.action = check.action().name();
    }

    /** sts:GetCallerIdentity needs no permission and cannot be denied to a signed caller (R-EVAL-21). */
    boolean isAlwaysAllowed() {
        return service.equals("sts")
                && action.equals("getcalleridentity")
                && !(principal instanceof Anonymous)
                && !(principal instanceof IdentityProviderUser);
    }

    /** What keeps identity policies and the boundary out, or nothing (F.1 step 1). */
    String identityExemption() {
        if (check.hasIdentitySide()) {
            return NOTHING;
        }
        return principal instanceof Root
                ? "the root user has none (R-EVAL-16)"
                : "callers of this kind have none (R-EVAL-17, R-EVAL-18)";
    }

    /** What keeps session policies out, or nothing. */
    String sessionExemption() {
        return principal instanceof RoleSession || principal instanceof FederatedUser
                ? NOTHING
                : "only role sessions and federated users have one (R-TYPE-03)";
    }

    /** What keeps service control policies out, or nothing (R-ORG-05 to R-ORG-07). */
    String serviceControlExemption() {
        if (!(principal instanceof Root) && !identityExemption().isEmpty()) {
            return "they bind principals of member accounts only (R-ORG-07)";
        }
        if (check.request().flags().contains(RequestFlag.PRINCIPAL_IN_MANAGEMENT_ACCOUNT)) {
            return "the caller is in the management account (R-ORG-06)";
        }
        return isServiceLinkedRole() ? "the caller is a service-linked role (R-ORG-05)" : NOTHING;
    }

    /** What keeps resource control policies out, or nothing (R-ORG-13 to R-ORG-16). */
    String resourceControlExemption() {
        if (!ResourceControlServices.evaluate(service)) {
            return "`" + service + "` does not evaluate them (R-ORG-13)";
        }
        if (check.request().flags().contains(RequestFlag.RESOURCE_IN_MANAGEMENT_ACCOUNT)) {
            return "the resource is in the management account (R-ORG-15)";
        }
        if (isServiceLinkedRole() || isTrustOfServiceLinkedRole()) {
            return "service-linked roles are exempt (R-ORG-14)";
        }
        boolean exemptKey = check.request().flags().contains(RequestFlag.AWS_MANAGED_KEY);
        boolean retiresGrant = service.equals("kms") && action.equals("retiregrant");
        return exemptKey || retiresGrant ? "AWS managed keys and kms:RetireGrant are exempt (R-ORG-16)" : NOTHING;
    }

    private boolean isServiceLinkedRole() {
        return check.request().flags().contains(RequestFlag.SERVICE_LINKED_ROLE)
                || (principal instanceof RoleSession session
                        && session.rolePath().isPresent()
                        && session.rolePath().get().startsWith("/aws-service-role/"));
    }

    private boolean isTrustOfServiceLinkedRole() {
        Optional<Arn> arn = check.resource().arn();
        return service.equals("sts")
                && arn.isPresent()
                && arn.get().service().equals("iam")
                && arn.get().resource().startsWith("role/aws-service-role/");
    }

    /** What no policy can grant, or nothing. */
    String impossible() {
        if (service.equals("sts") && action.equals("assumerole") && principal instanceof Root) {
            return "the root user cannot call sts:AssumeRole (R-SVC-14)";
        }
        String partition = PrincipalMatcher.partition(principal);
        Optional<Arn> arn = check.resource().arn();
        boolean crosses = !partition.isEmpty()
                && arn.isPresent()
                && !arn.get().partition().equals(partition);
        return crosses ? "access cannot cross partitions (R-ARN-03)" : NOTHING;
    }

    /** True if the owner's account is the caller's. */
    boolean isSameAccount() {
        Optional<String> account = principal.account();
        return account.isPresent() && account.get().equals(check.owner());
    }

    /** True if nothing is granted without the resource's own policy, in the same account too (R-SVC-01, R-SVC-04). */
    boolean needsResourcePolicy() {
        Optional<Arn> arn = check.resource().arn();
        boolean key = service.equals("kms")
                && arn.isPresent()
                && arn.get().service().equals("kms")
                && arn.get().resource().startsWith("key/");
        return key || isRoleAssumption();
    }

    private boolean isRoleAssumption() {
        return service.equals("sts") && action.startsWith("assumerole");
    }

    /** True if the caller can be granted access by a resource policy that names it, and by nothing else (F.1 step 7). */
    boolean hasNoIdentitySide() {
        return principal instanceof Service
                || principal instanceof IdentityProviderUser
                || principal instanceof Anonymous;
    }

    /** True if a missing session policy leaves nothing (R-EVAL-11). */
    boolean needsSessionPolicy() {
        return principal instanceof FederatedUser;
    }

    /** Steps 3 to 7: whether everything that must allow does. Denies are not looked at. */
    Tri allowed(Answers answers) {
        if (!impossible().isEmpty()) {
            return Tri.FALSE;
        }
        Tri filters = answers.serviceControl.and(answers.endpoint);
        return filters == Tri.FALSE ? Tri.FALSE : filters.and(granted(answers));
    }

    private Tri granted(Answers answers) {
        Grants resource = answers.resource;
        if (hasNoIdentitySide()) {
            return resource.direct();
        }
        Tri limits = answers.boundary.and(answers.session);
        Tri identity = principal instanceof Root ? Tri.TRUE : answers.identity;
        Tri byIdentity = identity.and(limits);
        if (!isSameAccount()) {
            return byIdentity.and(resource.any()); // R-XACC-01 to R-XACC-05
        }
        Tri byResource = resource.direct().or(resource.roleOrIssuer().and(limits)); // R-EVAL-08 to R-EVAL-13
        Tri delegated = needsResourcePolicy() ? resource.account().and(byIdentity) : byIdentity;
        return byResource.or(delegated);
    }
}
