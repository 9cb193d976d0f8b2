// SPDX-License-Identifier: Apache-2.0
package io.execward;

import io.execward.Facts.Fact;
import io.execward.model.Action;
import io.execward.model.ActionPattern;
import io.execward.model.Arn;
import io.execward.model.AttachedPolicy;
import io.execward.model.CaseFolding;
import io.execward.model.ConditionKey;
import io.execward.model.Context;
import io.execward.model.ContextValue;
import io.execward.model.Effect;
import io.execward.model.Policy;
import io.execward.model.PolicyKind;
import io.execward.model.PolicyLevel;
import io.execward.model.PolicySet;
import io.execward.model.PolicyVersion;
import io.execward.model.Principal;
import io.execward.model.PrincipalPattern;
import io.execward.model.PrincipalPattern.Aws;
import io.execward.model.Request;
import io.execward.model.RequestFlag;
import io.execward.model.Resource;
import io.execward.model.ResourcePattern;
import io.execward.model.Scope;
import io.execward.model.Statement;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/**
 * Draws requests, and policies around a request, from a vocabulary so small that they often meet: two accounts, three
 * names, the actions around ECS Exec, and near misses of all of these. Everything drawn can be constructed.
 */
final class Draw {
    static final String OWN = "111122223333";
    static final String OTHER = "444455556666";

    private static final List<String> ACTIONS = List.of(
            "ecs:ExecuteCommand",
            "ecs:ExecuteCommand",
            "ecs:ExecuteCommand",
            "ecs:RunTask",
            "ecs:ListClusters",
            "ssm:StartSession",
            "kms:GenerateDataKey",
            "kms:GenerateDataKey",
            "kms:RetireGrant",
            "s3:PutObject",
            "s3:PutObject",
            "sts:AssumeRole",
            "sts:AssumeRole",
            "sts:AssumeRoleWithSAML",
            "iam:PassRole");
    private static final List<String> ROLES = List.of(
            "arn:aws:iam::111122223333:role/Ops",
            "arn:aws:iam::111122223333:role/eng/Ops",
            "arn:aws:iam::111122223333:role/Dev");
    private static final List<String> SERVICES = List.of("ecs", "ssm", "kms", "s3", "sts", "iam");
    private static final Map<String, List<String>> RESOURCES = Map.of(
            "ecs",
            List.of(
                    "arn:aws:ecs:us-east-1:111122223333:task/prod/1",
                    "arn:aws:ecs:us-east-1:111122223333:task/prod/1",
                    "arn:aws:ecs:eu-west-1:111122223333:task/prod-eu/1",
                    "arn:aws:ecs:us-east-1:111122223333:cluster/prod",
                    "arn:aws:ecs:us-east-1:111122223333:task-definition/app:7"),
            "ssm",
            List.of(
                    "arn:aws:ecs:us-east-1:111122223333:task/prod/1",
                    "arn:aws:ssm:us-east-1:111122223333:session/alice-0a1b",
                    "arn:aws:ssm:us-east-1::document/AWS-StartSession"),
            "kms",
            List.of(
                    "arn:aws:kms:us-east-1:111122223333:key/k-1",
                    "arn:aws:kms:us-east-1:111122223333:key/k-1",
                    "arn:aws:kms:us-east-1:111122223333:alias/exec"),
            "s3",
            List.of("arn:aws:s3:::logs/alice/1", "arn:aws:s3:::logs/app/a*b"),
            "sts",
            ROLES,
            "iam",
            ROLES);
    private static final List<String> RESOURCE_PATTERNS = List.of(
            "*",
            "arn:aws:ecs:*:*:*",
            "arn:aws:ecs:us-east-1:111122223333:task/*",
            "arn:aws:ecs:us-east-1:111122223333:task/prod/?",
            "arn:aws:ecs:us-east-1:111122223333:task/Prod/1",
            "arn:aws:ecs:*:111122223333:t?sk/prod*",
            "arn:aws:s3:::logs/*",
            "arn:aws:s3:::logs/${aws:username}/*",
            "arn:aws:s3:*:*:logs/app/a${*}b",
            "arn:aws:kms:*:*:key/*",
            "arn:aws:iam::*:role/*",
            "arn:aws:iam:*:*:role/Ops",
            "arn:aws:ssm:*:*:*/${aws:username, 'alice'}-*",
            "arn:aws:ssm:us-east-1::*",
            "arn:*");
    private static final List<String> ACTION_PATTERNS = List.of(
            "*",
            "*:*",
            "ecs:*",
            "e?s:*Command",
            "ssm:*",
            "kms:*",
            "s3:Put*",
            "sts:Assume*",
            "sts:*",
            "iam:Pass?ole",
            "ecs:",
            "ecs:ExecuteCommand ",
            "ecs:RunTask,ecs:ExecuteCommand",
            "ecs:Execute",
            "ecs:ExecuteCommand?",
            "??s:*");

    private final Dice dice;
    private final Facts facts;

    Draw(Random random) {
        this.dice = new Dice(random);
        this.facts = new Facts(dice);
    }

    // Requests

    Request request() {
        Principal caller = principal();
        String action = dice.weighted(
                new int[] {3, caller.account().isPresent() ? 0 : 50},
                () -> "sts:GetCallerIdentity",
                () -> dice.oneOf("sts:AssumeRole", "sts:AssumeRoleWithSAML", "s3:PutObject"),
                () -> dice.oneOf(ACTIONS));
        int count = dice.weighted(new int[] {86, 10}, () -> 1, () -> 2, () -> 3);
        List<Resource> resources = dice.repeat(count, () -> resource(action, caller));
        Optional<String> owner = dice.percent(15) ? Optional.of(dice.percent(60) ? OWN : OTHER) : Optional.empty();
        String spelled = dice.percent(10) ? action.toLowerCase(Locale.ROOT) : action;
        return new Request(caller, Action.of(spelled), resources, owner, facts.context(55, caller), flags(4));
    }

    private Set<RequestFlag> flags(int chance) {
        Set<RequestFlag> flags = EnumSet.noneOf(RequestFlag.class);
        for (RequestFlag flag : RequestFlag.values()) {
            if (dice.percent(chance)) {
                flags.add(flag);
            }
        }
        return flags;
    }

    /** Without anything unusual but what the arguments bring. */
    private Request plainRequest(Principal caller, String action) {
        Resource resource = Resource.of(dice.oneOf(resourcesOf(action.substring(0, action.indexOf(':')))));
        return new Request(
                caller, Action.of(action), List.of(resource), Optional.empty(), facts.context(80, caller), Set.of());
    }

    private Resource resource(String action, Principal caller) {
        String service = action.substring(0, action.indexOf(':'));
        boolean isStar = dice.percent(action.equals("ecs:ListClusters") ? 70 : 5);
        String arn = isStar ? "*" : dice.oneOf(resourcesOf(dice.percent(8) ? dice.oneOf(SERVICES) : service));
        Resource resource = Resource.of(elsewhere(arn));
        return dice.percent(12) ? resource.with(facts.context(12, caller)) : resource;
    }

    private static List<String> resourcesOf(String service) {
        return RESOURCES.getOrDefault(service, ROLES);
    }

    /** Mostly the same, sometimes in the other account, rarely in another partition. */
    private String elsewhere(String arn) {
        String moved = dice.percent(12) ? arn.replace(OWN, OTHER) : arn;
        return dice.percent(3) ? moved.replace("arn:aws:", "arn:aws-cn:") : moved;
    }

    Principal principal() {
        return dice.weighted(
                new int[] {30, 12, 12, 4, 13, 9, 8, 6},
                () -> Principal.of(elsewhere(dice.oneOf(
                        "arn:aws:iam::111122223333:user/alice",
                        "arn:aws:iam::111122223333:user/alice",
                        "arn:aws:iam::111122223333:user/eng/alice",
                        "arn:aws:iam::111122223333:user/app"))),
                () -> Principal.of(elsewhere(dice.oneOf(
                        "arn:aws:sts::111122223333:assumed-role/Ops/alice",
                        "arn:aws:sts::111122223333:assumed-role/Dev/app"))),
                () -> new Principal.RoleSession(
                        dice.percent(97) ? "aws" : "aws-cn",
                        dice.percent(88) ? OWN : OTHER,
                        Optional.of(dice.oneOf("/", "/", "/eng/")),
                        dice.oneOf("Ops", "Ops", "Dev"),
                        Optional.of(dice.oneOf("alice", "app"))),
                () -> Principal.of(elsewhere(dice.oneOf(ROLES))),
                () -> new Principal.FederatedUser(
                        Arn.of(elsewhere("arn:aws:sts::111122223333:federated-user/carol")),
                        dice.percent(60)
                                ? Optional.of(Arn.of("arn:aws:iam::111122223333:user/alice"))
                                : Optional.empty()),
                () -> Principal.of(elsewhere("arn:aws:iam::111122223333:root")),
                () -> Principal.of(dice.oneOf("ecs-tasks.amazonaws.com", "ec2.amazonaws.com")),
                () -> Principal.of(dice.oneOf("arn:aws:iam::111122223333:saml-provider/Corp", "accounts.google.com")),
                () -> Principal.of("anonymous"));
    }

    // Policy sets

    /** Anything at all, or a scene in which only one thing is open and everything else says yes. */
    Scene scene() {
        return dice.weighted(
                new int[] {27, 17, 24, 8},
                this::conditionScene,
                this::resourceScene,
                this::principalScene,
                this::organizationScene,
                this::wildScene);
    }

    private Scene wildScene() {
        Request request = request();
        return new Scene(policySet(request), request);
    }

    private Scene conditionScene() {
        Principal caller = Principal.of("arn:aws:iam::111122223333:user/alice");
        Request plain = plainRequest(caller, dice.oneOf("ecs:ExecuteCommand", "ecs:RunTask"));
        Context ofResource = dice.percent(20) ? facts.context(40, caller) : Context.empty();
        Request request = replaced(plain, true, ofResource);
        Statement statement = new Statement(
                Optional.empty(),
                dice.percent(55) ? Effect.ALLOW : Effect.DENY,
                Optional.empty(),
                Scope.only(new ActionPattern("*")),
                Optional.of(Scope.only(new ResourcePattern("*"))),
                facts.conditions(request.context().plus(ofResource), dice.percent(85) ? 1 : 2));
        return new Scene(PolicySet.identity(alone(PolicyKind.IDENTITY, statement)), request);
    }

    private Scene resourceScene() {
        String action = dice.oneOf("ecs:ExecuteCommand", "ssm:StartSession", "s3:PutObject", "iam:PassRole");
        Request request = plainRequest(Principal.of("arn:aws:iam::111122223333:user/alice"), action);
        PolicyKind kind = dice.oneOf(
                PolicyKind.IDENTITY,
                PolicyKind.IDENTITY,
                PolicyKind.RESOURCE,
                PolicyKind.SERVICE_CONTROL,
                PolicyKind.VPC_ENDPOINT);
        Statement statement = new Statement(
                Optional.empty(),
                dice.percent(55) ? Effect.ALLOW : Effect.DENY,
                kind.namesPrincipals() ? Optional.of(Scope.only(new PrincipalPattern.Anyone())) : Optional.empty(),
                dice.percent(20) ? actions(kind, action) : Scope.only(new ActionPattern("*")),
                Optional.of(resources(kind, request.resources().get(0).text(), request.context(), 30)),
                List.of());
        Policy policy = alone(kind, statement);
        PolicySet.Builder set = PolicySet.builder();
        switch (kind) {
            case IDENTITY -> set.identity(policy);
            case RESOURCE -> set.resource(policy);
            case VPC_ENDPOINT ->
                set.identity(Policy.of(broadAllow(PolicyKind.IDENTITY))).endpoint(policy);
            default ->
                set.identity(Policy.of(broadAllow(PolicyKind.IDENTITY)))
                        .serviceControl(new PolicyLevel("root", List.of(new AttachedPolicy("scp", policy))));
        }
        return new Scene(set.build(), request);
    }

    /** The statement, and if it denies, something for it to deny. */
    private Policy alone(PolicyKind kind, Statement statement) {
        Optional<PolicyVersion> version = kind == PolicyKind.SERVICE_CONTROL || dice.percent(90)
                ? Optional.of(PolicyVersion.V2012_10_17)
                : dice.percent(50) ? Optional.of(PolicyVersion.V2008_10_17) : Optional.empty();
        List<Statement> statements =
                statement.effect() == Effect.DENY ? List.of(statement, broadAllow(kind)) : List.of(statement);
        return new Policy(version, Optional.empty(), statements);
    }

    /** Who is named by the resource policy, and which layers of the caller say yes. */
    private Scene principalScene() {
        Principal caller = principal();
        String action = caller.account().isEmpty()
                ? dice.oneOf("sts:AssumeRoleWithSAML", "s3:PutObject")
                : dice.oneOf("s3:PutObject", "kms:GenerateDataKey", "sts:AssumeRole", "ssm:StartSession");
        Request request = plainRequest(caller, action);
        PolicyKind kind = action.startsWith("sts:") ? PolicyKind.ROLE_TRUST : PolicyKind.RESOURCE;
        boolean isOfEndpoint = dice.percent(10);
        Effect effect = dice.percent(65) ? Effect.ALLOW : Effect.DENY;
        PolicyKind named = isOfEndpoint ? PolicyKind.VPC_ENDPOINT : kind;
        Statement statement = new Statement(
                Optional.empty(),
                effect,
                principals(named, request, effect),
                Scope.only(new ActionPattern("*")),
                named == PolicyKind.ROLE_TRUST ? Optional.empty() : Optional.of(Scope.only(new ResourcePattern("*"))),
                List.of());
        Policy policy = effect == Effect.ALLOW ? Policy.of(statement) : Policy.of(statement, broadAllow(named));
        PolicySet.Builder set = PolicySet.builder();
        if (isOfEndpoint) {
            set.endpoint(policy);
            set.resource(Policy.of(broadAllow(kind)));
        } else {
            set.resource(policy);
        }
        yesOrNo(PolicyKind.IDENTITY, 45, 20).ifPresent(set::identity);
        yesOrNo(PolicyKind.PERMISSIONS_BOUNDARY, 15, 20).ifPresent(set::boundary);
        yesOrNo(PolicyKind.SESSION, 35, 20).ifPresent(set::session);
        return new Scene(set.build(), request);
    }

    /** A policy that allows everything, one that allows something else, or none. */
    private Optional<Policy> yesOrNo(PolicyKind kind, int yes, int no) {
        return dice.weighted(
                new int[] {yes, no},
                () -> Optional.of(Policy.of(broadAllow(kind))),
                () -> Optional.of(Policy.of(Statement.allow(List.of("iam:ListRoles"), List.of("*")))),
                Optional::empty);
    }

    private Scene organizationScene() {
        Request plain = plainRequest(
                principal(), dice.oneOf("ecs:RunTask", "s3:PutObject", "kms:RetireGrant", "sts:AssumeRole"));
        Set<RequestFlag> flags = dice.percent(60) ? flags(30) : Set.of();
        Request request = new Request(
                plain.principal(), plain.action(), plain.resources(), plain.resourceAccount(), plain.context(), flags);
        PolicyKind kind = request.action().service().equals("sts") ? PolicyKind.ROLE_TRUST : PolicyKind.RESOURCE;
        PolicySet.Builder set = PolicySet.builder()
                .identity(Policy.of(broadAllow(PolicyKind.IDENTITY)))
                .session(Policy.of(broadAllow(PolicyKind.SESSION)))
                .resource(Policy.of(broadAllow(kind)));
        if (dice.percent(60)) {
            int levels = dice.between(0, 3);
            for (int i = 0; i < levels; i++) {
                set.serviceControl(new PolicyLevel(
                        "level",
                        List.of(yesOrNo(PolicyKind.SERVICE_CONTROL, 80, 15).stream()
                                .map(policy -> new AttachedPolicy("scp", policy))
                                .toArray(AttachedPolicy[]::new))));
            }
        } else {
            Statement deny = Statement.deny(List.of(dice.oneOf("s3:*", "kms:*", "sts:*", "ecs:*")), List.of("*"));
            set.resourceControl(new PolicyLevel(
                    "root",
                    List.of(new AttachedPolicy("rcp", Policy.of(deny.forPrincipals(new PrincipalPattern.Anyone()))))));
        }
        return new Scene(set.build(), request);
    }

    private PolicySet policySet(Request request) {
        boolean isWeakCaller = request.principal().account().isEmpty();
        boolean needsResourcePolicy = isWeakCaller
                || Set.of("sts", "kms", "s3").contains(request.action().service());
        PolicySet.Builder set = PolicySet.builder();
        if (dice.percent(isWeakCaller ? 20 : 85)) {
            set.identity(attached(dice.few(), PolicyKind.IDENTITY, request));
        }
        if (dice.percent(25)) {
            set.boundary(policy(PolicyKind.PERMISSIONS_BOUNDARY, request));
        }
        if (dice.percent(request.principal() instanceof Principal.FederatedUser ? 60 : 25)) {
            set.session(attached(dice.few(), PolicyKind.SESSION, request));
        }
        if (dice.percent(needsResourcePolicy ? 80 : 35)) {
            boolean isTrust = request.action().name().startsWith("assumerole") ? dice.percent(85) : dice.percent(4);
            set.resource(policy(isTrust ? PolicyKind.ROLE_TRUST : PolicyKind.RESOURCE, request));
        }
        if (dice.percent(12)) {
            set.endpoint(policy(PolicyKind.VPC_ENDPOINT, request));
        }
        if (dice.percent(20)) {
            set.serviceControl(levels(PolicyKind.SERVICE_CONTROL, request));
        }
        if (dice.percent(18)) {
            set.resourceControl(levels(PolicyKind.RESOURCE_CONTROL, request));
        }
        return set.build();
    }

    private AttachedPolicy[] attached(int count, PolicyKind kind, Request request) {
        AttachedPolicy[] policies = new AttachedPolicy[count];
        for (int i = 0; i < count; i++) {
            policies[i] = new AttachedPolicy(kind.text() + " " + (i + 1), policy(kind, request));
        }
        return policies;
    }

    private PolicyLevel[] levels(PolicyKind kind, Request request) {
        PolicyLevel[] levels = new PolicyLevel[dice.weighted(new int[] {4, 60}, () -> 0, () -> 1, () -> 2)];
        for (int i = 0; i < levels.length; i++) {
            levels[i] = new PolicyLevel("level " + (i + 1), List.of(attached(dice.few(), kind, request)));
        }
        return levels;
    }

    // Policies

    PolicyKind kind() {
        return dice.oneOf(PolicyKind.values());
    }

    /** A policy of this kind, much of it about what the request asks for. */
    Policy policy(PolicyKind kind, Request request) {
        boolean needsVersion = kind.requirement(PolicyKind.Element.VERSION) == PolicyKind.Requirement.REQUIRED;
        Optional<PolicyVersion> version = needsVersion || dice.percent(75)
                ? Optional.of(PolicyVersion.V2012_10_17)
                : dice.percent(50) ? Optional.of(PolicyVersion.V2008_10_17) : Optional.empty();
        boolean mayHaveId = kind.requirement(PolicyKind.Element.ID) != PolicyKind.Requirement.FORBIDDEN;
        Optional<String> id = mayHaveId && dice.percent(10) ? Optional.of("an id") : Optional.empty();
        List<Statement> statements = new ArrayList<>();
        if (isFilter(kind) && dice.percent(65)) {
            statements.add(broadAllow(kind));
        }
        int more = dice.weighted(new int[] {4, 50, 32}, () -> 0, () -> 1, () -> 2, () -> 3);
        for (int i = 0; i < more; i++) {
            Statement statement = statement(kind, request);
            statements.add(dice.percent(10) ? statement.withSid("S" + i) : statement);
        }
        return new Policy(version, id, statements);
    }

    private static boolean isFilter(PolicyKind kind) {
        return kind == PolicyKind.PERMISSIONS_BOUNDARY
                || kind == PolicyKind.SESSION
                || kind == PolicyKind.SERVICE_CONTROL
                || kind == PolicyKind.VPC_ENDPOINT;
    }

    private static Statement broadAllow(PolicyKind kind) {
        return new Statement(
                Optional.empty(),
                Effect.ALLOW,
                kind.namesPrincipals() ? Optional.of(Scope.only(new PrincipalPattern.Anyone())) : Optional.empty(),
                Scope.only(new ActionPattern("*")),
                kind == PolicyKind.ROLE_TRUST ? Optional.empty() : Optional.of(Scope.only(new ResourcePattern("*"))),
                List.of());
    }

    Statement statement(PolicyKind kind, Request request) {
        int denies = isFilter(kind) ? 35 : 18;
        boolean isDeny = kind == PolicyKind.RESOURCE_CONTROL || dice.percent(denies);
        return statement(kind, request, isDeny ? Effect.DENY : Effect.ALLOW);
    }

    Statement statement(PolicyKind kind, Request request, Effect effect) {
        Resource resource = dice.oneOf(request.resources());
        Context context = request.context().plus(resource.context());
        return new Statement(
                Optional.empty(),
                effect,
                principals(kind, request, effect),
                actions(kind, request.action().toString()),
                kind == PolicyKind.ROLE_TRUST
                        ? Optional.empty()
                        : Optional.of(resources(kind, resource.text(), context, 14)),
                facts.conditions(context, dice.weighted(new int[] {60, 28, 9}, () -> 0, () -> 1, () -> 2, () -> 3)));
    }

    private Scope<ActionPattern> actions(PolicyKind kind, String action) {
        boolean isRcp = kind == PolicyKind.RESOURCE_CONTROL;
        if (!isRcp && dice.percent(14)) {
            return new Scope.AllExcept<>(dice.distinct(
                    dice.few(),
                    () -> new ActionPattern(
                            dice.percent(15) ? actionLike(action) : dice.oneOf(ACTION_PATTERNS.subList(2, 16)))));
        }
        return new Scope.Only<>(dice.distinct(dice.few(), () -> {
            String pattern = dice.percent(85) ? actionLike(action) : dice.oneOf(ACTION_PATTERNS);
            return new ActionPattern(isRcp && pattern.equals("*") ? "s3:*" : pattern);
        }));
    }

    private String actionLike(String action) {
        String service = action.substring(0, action.indexOf(':'));
        String start = action.substring(0, action.length() - 3);
        return dice.oneOf(
                action,
                action,
                "*",
                service + ":*",
                start + "*",
                start + "???",
                start + "????",
                action.toUpperCase(Locale.ROOT),
                "*" + action.substring(service.length()),
                service.charAt(0) + "*:*" + action.charAt(service.length() + 1) + "*",
                start + "*x");
    }

    // Resource patterns

    private Scope<ResourcePattern> resources(PolicyKind kind, String resource, Context context, int exempting) {
        if (dice.percent(exempting)) {
            return new Scope.AllExcept<>(
                    dice.distinct(dice.few(), () -> resourcePattern(kind, resource, context, 2 * exempting)));
        }
        return new Scope.Only<>(dice.distinct(dice.few(), () -> resourcePattern(kind, resource, context, 85)));
    }

    private ResourcePattern resourcePattern(PolicyKind kind, String resource, Context context, int nearness) {
        boolean isNear = dice.percent(nearness);
        String text = resource.equals("*") || !isNear
                ? dice.oneOf(isNear ? RESOURCE_PATTERNS.subList(0, 2) : RESOURCE_PATTERNS.subList(1, 15))
                : resourceLike(Arn.of(resource), context);
        ResourcePattern pattern = new ResourcePattern(text);
        if (pattern.isEverything() || pattern.hasSixFields()) {
            return pattern;
        }
        return switch (kind) { // R-RES-08: who may be incomplete
            case SESSION, RESOURCE_CONTROL -> new ResourcePattern("*");
            case SERVICE_CONTROL -> text.endsWith("*") ? pattern : new ResourcePattern(text + "*");
            default -> pattern;
        };
    }

    private String resourceLike(Arn arn, Context context) {
        String text = arn.toString();
        String head = "arn:" + arn.partition() + ":" + arn.service() + ":";
        String fields = head + arn.region() + ":" + arn.account() + ":";
        String name = arn.resource();
        String allButLast = text.substring(0, text.length() - 1);
        String type = name.substring(0, Math.max(name.indexOf('/'), 0));
        return switch (dice.between(0, 35)) {
            case 0, 1, 2 -> text;
            case 3, 4, 5 -> "*";
            case 6, 7 -> fields + type + "*";
            case 8 -> allButLast + "?";
            case 9 -> allButLast + "??";
            case 10 -> head + "*:" + arn.account() + ":" + name;
            case 11 -> head + "*:*:" + name;
            case 12 -> head + arn.region() + ":*"; // crosses to the account and the name (R-RES-04)
            case 13 -> head + "*:" + name; // five fields (U-20)
            case 14 -> "arn:" + arn.partition() + ":" + arn.service() + dice.oneOf("", "*", ":*", ":");
            case 15 -> "arn:*:" + dice.oneOf(arn.service(), "?" + arn.service().substring(1), "*") + ":*:*:" + name;
            case 16 ->
                head + dice.oneOf("us-*-1", "us-*", "*-1", "us?east?1", "us*") + ":" + arn.account() + ":" + name;
            case 17 -> fields + name.toUpperCase(Locale.ROOT);
            case 18 -> text.replace(OWN, OTHER);
            case 19 -> head + arn.region() + ":${aws:PrincipalAccount}:" + name; // U-23
            case 29 ->
                head + "${ecs:container-name}*:" + arn.account() + ":" + name; // U-23, mostly unresolved or wrong
            case 30 -> head + "*:${aws:PrincipalAccount, '111122223333'}:*"; // U-23
            case 20 ->
                head + dice.oneOf("${ecs:container-name, 'us-east-1'}", "*${*}", "${aws:PrincipalTag/team}")
                        + ":*:*"; // U-23
            case 21 -> fields + "${aws:PrincipalTag/team}*";
            case 22 -> fields + name.replace("prod", "${aws:PrincipalTag/team, 'prod'}");
            case 23 -> fields + name.replace("alice", "${aws:username}").replace("app", "${ecs:container-name}");
            case 24 -> fields + name.replace("*", "${*}").replace("1", "${aws:TagKeys, '1'}");
            case 25 -> fields + name.replace("-", "${?}");
            case 26 ->
                head + first(arn.region()) + "*" + last(arn.account()) + ":"
                        + name; // a star inside a field stays there
            case 27 -> head + arn.region() + "?" + arn.account() + ":" + name; // so does a question mark
            case 28 -> fields + "*" + last(name);
            default -> fields + withVariable(name, context);
        };
    }

    private static String first(String text) {
        return text.substring(0, Math.min(1, text.length()));
    }

    private static String last(String text) {
        return text.substring(Math.max(0, text.length() - 1));
    }

    /** Puts a variable in the place of text that a key of the context has as its value. */
    private String withVariable(String name, Context context) {
        List<String> found = new ArrayList<>();
        for (ConditionKey key : context.keys()) {
            if (context.get(key) instanceof ContextValue.Present present
                    && !present.values().isEmpty()) {
                String value = present.values().get(0);
                if (!value.isEmpty() && name.contains(value)) {
                    found.add(name.replace(value, "${" + key + "}"));
                }
            }
        }
        return found.isEmpty() ? name + "*" : dice.oneOf(found);
    }

    // Principals

    private Optional<Scope<PrincipalPattern>> principals(PolicyKind kind, Request request, Effect effect) {
        boolean mayExempt = kind.requirement(PolicyKind.Element.NOT_PRINCIPAL) != PolicyKind.Requirement.FORBIDDEN;
        if (!kind.namesPrincipals()) {
            return Optional.empty();
        }
        if (kind == PolicyKind.RESOURCE_CONTROL) {
            return Optional.of(Scope.only(new PrincipalPattern.Anyone()));
        }
        if (kind == PolicyKind.RESOURCE && effect == Effect.ALLOW && dice.percent(3)) {
            return Optional.empty(); // R-PRIN-17
        }
        if (mayExempt && effect == Effect.DENY && dice.percent(45)) {
            return Optional.of(new Scope.AllExcept<>(exempted(kind, request.principal())));
        }
        if (dice.percent(request.principal() instanceof Principal.Anonymous ? 50 : 14)) {
            return Optional.of(Scope.only(new PrincipalPattern.Anyone()));
        }
        return Optional.of(new Scope.Only<>(dice.distinct(
                dice.few(), () -> dice.percent(75) ? like(kind, request.principal()) : anyPrincipal(kind))));
    }

    /** Most of the chain of the caller, and sometimes others. */
    private List<PrincipalPattern> exempted(PolicyKind kind, Principal caller) {
        if (dice.percent(8)) {
            return List.of(dice.percent(50) ? new PrincipalPattern.Anyone() : Aws.of("*"));
        }
        List<PrincipalPattern> exempted = new ArrayList<>();
        for (PrincipalPattern member : chain(kind, caller)) {
            if (dice.percent(85)) {
                exempted.add(member);
            }
        }
        if (dice.percent(30)) {
            exempted.add(anyPrincipal(kind));
        }
        return exempted;
    }

    private PrincipalPattern like(PolicyKind kind, Principal caller) {
        List<PrincipalPattern> chain = chain(kind, caller);
        return chain.isEmpty() ? anyPrincipal(kind) : dice.oneOf(chain);
    }

    /** The caller, what it is a session of, and its account. */
    private List<PrincipalPattern> chain(PolicyKind kind, Principal caller) {
        List<PrincipalPattern> chain = new ArrayList<>();
        caller.account()
                .ifPresent(account -> chain.add(Aws.of(
                        dice.percent(50)
                                ? account
                                : "arn:"
                                        + (dice.percent(85)
                                                ? Arn.of(caller.text()).partition()
                                                : "aws-cn") + ":iam::" + account + ":root")));
        if (caller instanceof Principal.User user) {
            chain.add(Aws.of(dice.percent(20) ? Facts.ALICES_ID : user.text()));
        } else if (caller instanceof Principal.RoleSession session) {
            session.sessionName().ifPresent(name -> chain.add(Aws.of(session.text())));
            String path = dice.percent(15) ? "/eng/" : session.rolePath().orElse("/");
            String role =
                    "arn:" + session.partition() + ":iam::" + session.accountId() + ":role" + path + session.roleName();
            chain.add(Aws.of(dice.percent(20) ? Facts.OPS_ID : role));
        } else if (caller instanceof Principal.FederatedUser user) {
            chain.add(Aws.of(user.text()));
            chain.add(Aws.of(user.issuingUser().map(Arn::toString).orElse("arn:aws:iam::111122223333:user/alice")));
        } else if (caller instanceof Principal.Service service) {
            chain.add(new PrincipalPattern.Service(service.name()));
        } else if (caller instanceof Principal.IdentityProviderUser user && kind == PolicyKind.ROLE_TRUST) {
            chain.add(new PrincipalPattern.Federated(user.provider()));
        }
        return chain;
    }

    private PrincipalPattern anyPrincipal(PolicyKind kind) {
        return dice.weighted(
                new int[] {10, 4, kind == PolicyKind.ROLE_TRUST ? 8 : 0},
                () -> new PrincipalPattern.Service(dice.oneOf("ecs-tasks.amazonaws.com", "ecs.amazonaws.com")),
                () -> new PrincipalPattern.CanonicalUser(
                        "79a59df900b949e55d96a1e698fbacedfd6e09d98eacf8f8d5218e7cd47ef2be"),
                () -> new PrincipalPattern.Federated(
                        dice.oneOf("arn:aws:iam::111122223333:saml-provider/Corp", "accounts.google.com")),
                () -> Aws.of(elsewhere(dice.oneOf(
                        "*",
                        "arn:aws-cn:iam::111122223333:root",
                        OWN,
                        OTHER,
                        "arn:aws:iam::111122223333:root",
                        "arn:aws:iam::111122223333:user/alice",
                        "arn:aws:iam::111122223333:user/Alice",
                        "arn:aws:iam::111122223333:user/eng/alice",
                        "arn:aws:iam::111122223333:role/Ops",
                        "arn:aws:iam::111122223333:role/eng/Ops",
                        "arn:aws:sts::111122223333:assumed-role/Ops/alice",
                        "arn:aws:sts::111122223333:federated-user/carol",
                        Facts.ALICES_ID,
                        Facts.OPS_ID))));
    }

    // Unknown keys

    PartialScene partialScene() {
        Scene scene = dice.weighted(new int[] {45, 25}, this::conditionScene, this::resourceScene, this::scene);
        Request request = scene.request();
        boolean isOfResource = dice.percent(20);
        Context context = isOfResource ? request.resources().get(0).context() : request.context();
        if (dice.percent(10)) {
            return withUnknownFamily(scene, dice.oneOf("aws:ResourceTag/", "aws:PrincipalTag/", ""));
        }
        List<Fact> read = factsIn(scene.policies());
        List<Fact> unknown = dice.distinct(
                dice.between(1, 3), () -> dice.oneOf(read.isEmpty() || dice.percent(15) ? Facts.ALL : read));
        int values = unknown.size() == 1 ? 10 : 4;
        Context partial = context;
        List<Context> completions = List.of(context);
        for (Fact fact : unknown) {
            partial = with(partial, fact, ContextValue.UNKNOWN);
            List<Context> more = new ArrayList<>();
            for (Context completion : completions) {
                facts.candidates(fact, request.principal(), values)
                        .forEach(value -> more.add(with(completion, fact, value)));
            }
            completions = more;
        }
        return new PartialScene(
                scene.policies(),
                replaced(request, isOfResource, partial),
                completions.stream()
                        .map(completion -> replaced(request, isOfResource, completion))
                        .toList());
    }

    /** The keys that a condition or a variable of the policies names, and the one that unique ids are compared with. */
    private static List<Fact> factsIn(PolicySet policies) {
        String text = CaseFolding.fold(policies.toString().replace("UNIQUE_ID", "aws:userid"));
        return Facts.ALL.stream()
                .filter(fact -> text.contains(CaseFolding.fold(fact.key())))
                .toList();
    }

    private PartialScene withUnknownFamily(Scene scene, String prefix) {
        Request request = scene.request();
        Context.Builder partial = Context.builder().unknownFamily(prefix);
        List<Context> completions = new ArrayList<>();
        request.context().keys().stream()
                .filter(key -> !key.folded().startsWith(prefix.toLowerCase(Locale.ROOT)) || dice.percent(50))
                .forEach(key -> partial.put(key, request.context().get(key)));
        Context known = partial.build();
        for (int i = 0; i < 20; i++) {
            Context.Builder completion = Context.builder();
            for (Fact fact : Facts.ALL) {
                ConditionKey key = ConditionKey.of(fact.key());
                ContextValue value = known.isUnknown(key)
                        ? dice.oneOf(facts.candidates(fact, request.principal(), 4))
                        : known.get(key);
                completion.put(key, value);
            }
            completions.add(completion.build());
        }
        return new PartialScene(
                scene.policies(),
                request.with(known),
                completions.stream().map(request::with).toList());
    }

    private static Context with(Context context, Fact fact, ContextValue value) {
        Context one = Context.builder().put(ConditionKey.of(fact.key()), value).build();
        return context.plus(one);
    }

    private static Request replaced(Request request, boolean isOfResource, Context context) {
        if (!isOfResource) {
            return request.with(context);
        }
        List<Resource> resources = new ArrayList<>(request.resources());
        resources.set(0, resources.get(0).with(context));
        return new Request(
                request.principal(),
                request.action(),
                resources,
                request.resourceAccount(),
                request.context(),
                request.flags());
    }
}
