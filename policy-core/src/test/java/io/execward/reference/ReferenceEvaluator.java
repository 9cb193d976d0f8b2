// SPDX-License-Identifier: Apache-2.0
package io.execward.reference;

import io.execward.model.Action;
import io.execward.model.ActionPattern;
import io.execward.model.Arn;
import io.execward.model.AttachedPolicy;
import io.execward.model.CaseFolding;
import io.execward.model.Context;
import io.execward.model.Effect;
import io.execward.model.Policy;
import io.execward.model.PolicyKind;
import io.execward.model.PolicyLevel;
import io.execward.model.PolicySet;
import io.execward.model.Principal;
import io.execward.model.PrincipalPattern;
import io.execward.model.Request;
import io.execward.model.RequestFlag;
import io.execward.model.Resource;
import io.execward.model.Scope;
import io.execward.model.Statement;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The algorithm of section F.1, read aloud: one request, one policy set, no preparation. */
public final class ReferenceEvaluator {
    /** The services that evaluate resource control policies, list of 2026 (R-ORG-13). */
    private static final String SERVICES_WITH_RCPS = """
             aoss appconfig appstream autoscaling autoscaling-plans budgets clouddirectory cloudfront cloudsearch \
             cloudtrail-data codeartifact codebuild codecommit codepipeline cognito-identity cognito-idp \
             comprehend comprehendmedical compute-optimizer cost-optimization-hub dax dsql dynamodb ecr \
             ecr-public events firehose fis fms gamelift health inspector-scan kendra kinesisvideo kms logs \
             memorydb networkmonitor notifications opensearch pca-connector-ad personalize polly pricing \
             resource-groups rolesanywhere s3 secretsmanager servicediscovery signin sqs sts support swf textract \
             timestream-influxdb transcribe transfer translate wafv2 workspaces xray \
            """;

    private final PolicySet policies;
    private final Request request;
    private final Resource resource;
    private final Context context;

    private ReferenceEvaluator(PolicySet policies, Request request, Resource resource) {
        this.policies = policies;
        this.request = request;
        this.resource = resource;
        this.context = request.context().plus(resource.context());
        if (!context.isComplete()) {
            throw new IllegalArgumentException("the reference decides only requests without unknown keys: " + context);
        }
    }

    /**
     * What the rules answer.
     *
     * @throws IllegalArgumentException if a key of the context is unknown
     */
    public static ReferenceVerdict decide(PolicySet policies, Request request) {
        List<ReferenceVerdict> each = new ArrayList<>(); // R-EVAL-15
        for (Resource resource : request.resources()) {
            each.add(new ReferenceEvaluator(policies, request, resource).decideOne());
        }
        if (each.contains(ReferenceVerdict.EXPLICIT_DENY)) {
            return ReferenceVerdict.EXPLICIT_DENY;
        }
        return each.contains(ReferenceVerdict.IMPLICIT_DENY)
                ? ReferenceVerdict.IMPLICIT_DENY
                : ReferenceVerdict.ALLOWED;
    }

    private ReferenceVerdict decideOne() {
        if (isAction("sts", "getcalleridentity") && isSigned()) {
            return ReferenceVerdict.ALLOWED; // R-EVAL-21
        }

        // Step 1: the policies that apply
        List<Policy> identity = hasIdentitySide() ? policies(policies.identity().orElse(List.of())) : List.of();
        Optional<Policy> boundary =
                hasIdentitySide() ? policies.boundary().map(AttachedPolicy::policy) : Optional.empty();
        Optional<List<Policy>> session =
                isSession() ? policies.session().map(ReferenceEvaluator::policies) : Optional.empty();
        List<List<Policy>> scps = areScpsBinding() ? levels(policies.serviceControl()) : List.of();
        List<List<Policy>> rcps = areRcpsBinding() ? levels(policies.resourceControl()) : List.of();
        Optional<Policy> resourcePolicy = policies.resource().map(AttachedPolicy::policy);
        Optional<Policy> endpoint = policies.endpoint().map(AttachedPolicy::policy);

        // Step 2: a Deny anywhere (R-EVAL-02, R-ORG-03)
        if (has(Effect.DENY, PolicyKind.IDENTITY, identity)
                || has(
                        Effect.DENY,
                        PolicyKind.PERMISSIONS_BOUNDARY,
                        boundary.stream().toList())
                || has(Effect.DENY, PolicyKind.SESSION, session.orElse(List.of()))
                || scps.stream().anyMatch(level -> has(Effect.DENY, PolicyKind.SERVICE_CONTROL, level))
                || rcps.stream().anyMatch(level -> has(Effect.DENY, PolicyKind.RESOURCE_CONTROL, level))
                || has(Effect.DENY, PolicyKind.RESOURCE, resourcePolicy.stream().toList())
                || has(Effect.DENY, PolicyKind.VPC_ENDPOINT, endpoint.stream().toList())) {
            return ReferenceVerdict.EXPLICIT_DENY;
        }

        // Step 3: every level of resource control policies has its RCPFullAWSAccess (R-ORG-11)
        // Step 4: every level of service control policies allows (R-ORG-02)
        if (!scps.stream().allMatch(level -> has(Effect.ALLOW, PolicyKind.SERVICE_CONTROL, level))) {
            return ReferenceVerdict.IMPLICIT_DENY;
        }
        // Step 5: the endpoint lets the request through (R-EVAL-19), and root assumes no roles (R-SVC-14)
        if (endpoint.isPresent() && !has(Effect.ALLOW, PolicyKind.VPC_ENDPOINT, List.of(endpoint.get()))) {
            return ReferenceVerdict.IMPLICIT_DENY;
        }
        if (isAction("sts", "assumerole") && request.principal() instanceof Principal.Root) {
            return ReferenceVerdict.IMPLICIT_DENY;
        }

        // Step 6: who says yes
        Set<MatchKind> kinds = EnumSet.noneOf(MatchKind.class);
        resourcePolicy.ifPresent(policy -> kinds.addAll(kindsOfAllows(policy)));
        MatchKind k = kinds.stream().min(MatchKind::compareTo).orElse(MatchKind.NONE); // the strongest stands first
        boolean idOk = request.principal() instanceof Principal.Root // R-EVAL-16
                || has(Effect.ALLOW, PolicyKind.IDENTITY, identity); // R-EVAL-03
        boolean bOk = boundary.isEmpty() // R-EVAL-05
                || has(Effect.ALLOW, PolicyKind.PERMISSIONS_BOUNDARY, List.of(boundary.get()));
        boolean sOk = session.isPresent()
                ? has(Effect.ALLOW, PolicyKind.SESSION, session.get()) // R-EVAL-06, U-15
                : !(request.principal() instanceof Principal.FederatedUser); // R-EVAL-11
        boolean idPath = idOk && bOk && sOk;

        // Step 7
        if (request.principal().account().isEmpty()) { // R-EVAL-17, R-EVAL-18, R-SVC-08
            return allowedIf(k == MatchKind.DIRECT);
        }
        if (crossesPartitions()) { // R-ARN-03
            return ReferenceVerdict.IMPLICIT_DENY;
        }
        if (crossesAccounts()) { // R-XACC-01 to R-XACC-05
            return allowedIf(idPath && k != MatchKind.NONE);
        }
        boolean isNamed = k == MatchKind.DIRECT // R-EVAL-08, R-EVAL-10, R-EVAL-13
                || ((k == MatchKind.ROLE || k == MatchKind.USER_OF_FEDERATED) && bOk && sOk); // R-EVAL-09, R-EVAL-11
        if (needsResourcePolicy()) { // R-SVC-01 to R-SVC-06
            return allowedIf(isNamed || (kinds.contains(MatchKind.ACCOUNT) && idPath));
        }
        return allowedIf(idPath || isNamed); // R-EVAL-07, R-EVAL-12
    }

    private static ReferenceVerdict allowedIf(boolean condition) {
        return condition ? ReferenceVerdict.ALLOWED : ReferenceVerdict.IMPLICIT_DENY;
    }

    private static List<Policy> policies(List<AttachedPolicy> attached) {
        return attached.stream().map(AttachedPolicy::policy).toList();
    }

    private static List<List<Policy>> levels(Optional<List<PolicyLevel>> levels) {
        return levels.orElse(List.of()).stream()
                .map(level -> policies(level.policies()))
                .toList();
    }

    // Who calls, and what for

    private boolean hasIdentitySide() {
        return request.principal() instanceof Principal.User || isSession();
    }

    private boolean isSession() {
        return request.principal() instanceof Principal.RoleSession
                || request.principal() instanceof Principal.FederatedUser;
    }

    private boolean isSigned() {
        return !(request.principal() instanceof Principal.Anonymous)
                && !(request.principal() instanceof Principal.IdentityProviderUser);
    }

    private boolean isAction(String service, String foldedName) {
        return request.action().service().equals(service)
                && request.action().name().equals(foldedName);
    }

    /** R-ORG-04 to R-ORG-07: all principals of member accounts. */
    private boolean areScpsBinding() {
        return request.principal().account().isPresent()
                && !request.flags().contains(RequestFlag.PRINCIPAL_IN_MANAGEMENT_ACCOUNT)
                && !request.flags().contains(RequestFlag.SERVICE_LINKED_ROLE);
    }

    /** R-ORG-10 to R-ORG-17: all callers, on resources of member accounts. */
    private boolean areRcpsBinding() {
        return SERVICES_WITH_RCPS.contains(" " + request.action().service() + " ")
                && !request.flags().contains(RequestFlag.SERVICE_LINKED_ROLE)
                && !request.flags().contains(RequestFlag.RESOURCE_IN_MANAGEMENT_ACCOUNT)
                && !request.flags().contains(RequestFlag.AWS_MANAGED_KEY)
                && !isAction("kms", "retiregrant");
    }

    private boolean crossesPartitions() {
        String partition = Principals.partition(request.principal());
        return resource.arn().isPresent() && !resource.arn().get().partition().equals(partition);
    }

    private boolean crossesAccounts() {
        String caller = request.principal().account().orElseThrow();
        String inArn = resource.arn()
                .map(Arn::account)
                .filter(account -> !account.isEmpty())
                .orElse(caller);
        return !request.resourceAccount().orElse(inArn).equals(caller); // R-ARN-04
    }

    /** Where an identity policy is not enough: KMS keys (R-SVC-01), but not aliases (E-P19), and trust (R-SVC-04). */
    private boolean needsResourcePolicy() {
        boolean isKey = resource.arn()
                .filter(arn -> arn.service().equals("kms") && arn.resource().startsWith("key/"))
                .isPresent();
        Action action = request.action();
        return (action.service().equals("kms") && isKey)
                || (action.service().equals("sts") && action.name().startsWith("assumerole"));
    }

    // Statements

    private boolean has(Effect effect, PolicyKind kind, List<Policy> documents) {
        for (Policy policy : documents) {
            for (Statement statement : policy.statements()) {
                if (statement.effect() == effect && applies(kind, policy, statement)) {
                    return true;
                }
            }
        }
        return false;
    }

    private Set<MatchKind> kindsOfAllows(Policy resourcePolicy) {
        Set<MatchKind> kinds = EnumSet.noneOf(MatchKind.class);
        for (Statement statement : resourcePolicy.statements()) {
            if (statement.effect() == Effect.ALLOW && applies(PolicyKind.RESOURCE, resourcePolicy, statement)) {
                kinds.addAll(principalKinds(statement));
            }
        }
        return kinds;
    }

    private boolean applies(PolicyKind kind, Policy policy, Statement statement) {
        boolean namesPrincipals =
                kind == PolicyKind.RESOURCE || kind == PolicyKind.VPC_ENDPOINT || kind == PolicyKind.RESOURCE_CONTROL;
        Resources resources = new Resources(kind, policy.hasVariables(), statement.effect(), resource, context);
        return (!namesPrincipals || !principalKinds(statement).isEmpty())
                && coversAction(statement)
                && statement.resources().map(resources::covers).orElse(true) // R-TYPE-05: a trust policy has none
                && new Conditions(policy.hasVariables(), context).hold(statement.conditions());
    }

    private Set<MatchKind> principalKinds(Statement statement) {
        boolean hasBoundary = hasIdentitySide() && policies.boundary().isPresent();
        Principals principals = new Principals(request.principal(), hasBoundary, context);
        if (statement.principals().isEmpty()) {
            return Set.of(); // R-PRIN-17
        }
        Scope<PrincipalPattern> scope = statement.principals().get();
        return scope.match(
                only -> principals.kinds(only.patterns(), statement.effect()),
                allExcept -> principals.areSparing(allExcept.patterns()) ? Set.of() : Set.of(MatchKind.DIRECT));
    }

    /** Section B.1. An empty list: U-24. */
    private boolean coversAction(Statement statement) {
        return statement
                .actions()
                .match(
                        only -> only.patterns().stream().anyMatch(this::matches), // R-ACT-09
                        allExcept -> allExcept.patterns().stream().noneMatch(this::matches) // R-ACT-07
                                && (statement.effect() == Effect.DENY
                                        || !allExcept.patterns().isEmpty()));
    }

    private boolean matches(ActionPattern pattern) {
        if (pattern.text().equals("*")) {
            return true; // R-ACT-04
        }
        int colon = pattern.text().indexOf(':'); // R-ACT-05
        String service = CaseFolding.fold(pattern.text().substring(0, colon)); // R-ACT-01
        String name = CaseFolding.fold(pattern.text().substring(colon + 1));
        return Glob.matches(Glob.atoms(service), request.action().service()) // R-ACT-02, R-ACT-03
                && Glob.matches(Glob.atoms(name), request.action().name());
    }
}
