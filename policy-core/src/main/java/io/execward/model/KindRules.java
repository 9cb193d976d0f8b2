// SPDX-License-Identifier: Apache-2.0
package io.execward.model;

import io.execward.model.PolicyKind.Element;
import io.execward.model.PolicyKind.Requirement;
import io.execward.model.PolicyKind.Violation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Table A.3 of the rules, applied to one policy: which elements its kind must, may and must not have. */
final class KindRules {
    private final PolicyKind kind;
    private final List<Violation> violations = new ArrayList<>();

    private KindRules(PolicyKind kind) {
        this.kind = kind;
    }

    static List<Violation> violations(PolicyKind kind, Policy policy) {
        KindRules rules = new KindRules(kind);
        rules.check(policy);
        return List.copyOf(rules.violations);
    }

    private void check(Policy policy) {
        boolean needsVersion = kind.requirement(Element.VERSION) == Requirement.REQUIRED;
        if (needsVersion && !policy.hasVariables()) {
            PolicyPath path = policy.version().isPresent() ? PolicyPath.ROOT.member("Version") : PolicyPath.ROOT;
            add(
                    path,
                    "R-GRAM-02",
                    kind.withArticle() + " must carry version 2012-10-17",
                    "write `\"Version\": \"2012-10-17\"`");
        }
        if (policy.id().isPresent() && kind.requirement(Element.ID) == Requirement.FORBIDDEN) {
            add(PolicyPath.ROOT.member("Id"), "R-GRAM-04", "`Id` is not allowed in " + kind.withArticle(), "remove it");
        }
        Map<String, Integer> sids = new HashMap<>();
        for (int i = 0; i < policy.statements().size(); i++) {
            Statement statement = policy.statements().get(i);
            PolicyPath path = PolicyPath.statement(i);
            int index = i;
            statement.sid().ifPresent(sid -> checkSid(sid, path.member("Sid"), index, sids));
            checkPrincipals(statement, path);
            checkActions(statement, path);
            checkResources(statement, path);
            if (kind == PolicyKind.RESOURCE_CONTROL && statement.effect() == Effect.ALLOW) {
                add(
                        path.member("Effect"),
                        kind.rule(),
                        kind.withArticle() + " only denies",
                        "write `Deny`; `RCPFullAWSAccess` is implied at every level");
            }
        }
    }

    private void checkSid(String sid, PolicyPath path, int index, Map<String, Integer> seen) {
        if (!kind.hasStrictSids()) {
            return;
        }
        if (!isAlphanumeric(sid)) {
            add(
                    path,
                    "R-GRAM-13",
                    "`" + sid + "` is not a Sid of " + kind.withArticle(),
                    "use ASCII letters and digits only");
        }
        Integer first = sid.isEmpty() ? null : seen.putIfAbsent(sid, index);
        if (first != null) {
            add(
                    path,
                    "R-GRAM-13",
                    "the Sid `" + sid + "` is already used by statement " + (first + 1),
                    "give each statement its own Sid");
        }
    }

    private static boolean isAlphanumeric(String sid) {
        for (int i = 0; i < sid.length(); i++) {
            char c = sid.charAt(i);
            if (!((c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'))) {
                return false;
            }
        }
        return true;
    }

    private void checkPrincipals(Statement statement, PolicyPath path) {
        Optional<Scope<PrincipalPattern>> principals = statement.principals();
        if (principals.isEmpty()) {
            // Some services accept a resource policy without Principal and let it match nobody (R-PRIN-17, E-R10): an
            // Allow may stay,
            // a Deny that would be lost may not.
            boolean tolerated = kind == PolicyKind.RESOURCE && statement.effect() == Effect.ALLOW;
            if (kind.namesPrincipals() && !tolerated) {
                add(
                        path,
                        kind == PolicyKind.RESOURCE ? "R-PRIN-17" : kind.rule(),
                        "a statement of " + kind.withArticle() + " needs `Principal`",
                        "say whom it is about");
            }
            return;
        }
        boolean exempts = principals.get() instanceof Scope.AllExcept;
        Element element = exempts ? Element.NOT_PRINCIPAL : Element.PRINCIPAL;
        if (kind.requirement(element) == Requirement.FORBIDDEN) {
            add(
                    path.member(element.text()),
                    kind.rule(),
                    "`" + element.text() + "` is not allowed in " + kind.withArticle(),
                    kind.namesPrincipals()
                            ? "write `Principal`, and exempt callers with a condition on `aws:PrincipalArn`"
                            : "remove it: the policy is about the principal that it is attached to");
        } else if (kind == PolicyKind.RESOURCE_CONTROL
                && !principals.get().patterns().equals(List.of(new PrincipalPattern.Anyone()))) {
            add(
                    path.member("Principal"),
                    kind.rule(),
                    "the principal of " + kind.withArticle() + " is always `\"*\"`",
                    "write `\"Principal\": \"*\"` and narrow it with a condition on `aws:PrincipalArn`");
        } else if (kind != PolicyKind.ROLE_TRUST
                && principals.get().patterns().stream().anyMatch(PrincipalPattern.Federated.class::isInstance)) {
            add(
                    path.member(element.text()),
                    "R-PRIN-10",
                    "`Federated` principals occur in role trust policies only",
                    "name the role that the provider's users assume");
        }
    }

    private void checkActions(Statement statement, PolicyPath path) {
        boolean exempts = statement.actions() instanceof Scope.AllExcept;
        if (exempts && kind.requirement(Element.NOT_ACTION) == Requirement.FORBIDDEN) {
            add(
                    path.member("NotAction"),
                    kind.rule(),
                    "`NotAction` is not allowed in " + kind.withArticle(),
                    "list the actions with `Action`");
        }
        List<ActionPattern> patterns = statement.actions().patterns();
        for (int i = 0; i < patterns.size(); i++) {
            if (kind == PolicyKind.RESOURCE_CONTROL && patterns.get(i).isEverything()) {
                add(
                        path.member(exempts ? "NotAction" : "Action").item(i),
                        kind.rule(),
                        "a lone `*` is not an action of " + kind.withArticle(),
                        "name the service, such as `s3:*`");
            }
        }
    }

    private void checkResources(Statement statement, PolicyPath path) {
        boolean forbidden = kind.requirement(Element.RESOURCE) == Requirement.FORBIDDEN;
        if (statement.resources().isEmpty()) {
            if (!forbidden) {
                add(
                        path,
                        "R-GRAM-10",
                        "the statement has neither `Resource` nor `NotResource`",
                        "say which resources it is about, `\"*\"` for all");
            }
            return;
        }
        Scope<ResourcePattern> resources = statement.resources().get();
        String element = resources instanceof Scope.AllExcept ? "NotResource" : "Resource";
        if (forbidden) {
            add(
                    path.member(element),
                    kind.rule(),
                    "`" + element + "` is not allowed in " + kind.withArticle(),
                    "remove it: the role is the resource");
            return;
        }
        List<ResourcePattern> patterns = resources.patterns();
        for (int i = 0; i < patterns.size(); i++) {
            ResourcePattern pattern = patterns.get(i);
            if (!pattern.isEverything() && !pattern.hasSixFields() && refusesIncomplete(pattern)) {
                add(
                        path.member(element).item(i),
                        "R-RES-08",
                        "`" + pattern.text() + "` is an incomplete ARN, which " + kind.withArticle() + " may not have",
                        "write all six fields, `*` for those that do not matter");
            }
        }
    }

    private boolean refusesIncomplete(ResourcePattern pattern) {
        return kind == PolicyKind.SESSION
                || kind == PolicyKind.RESOURCE_CONTROL
                || (kind == PolicyKind.SERVICE_CONTROL && !pattern.text().endsWith("*"));
    }

    private void add(PolicyPath path, String rule, String message, String help) {
        violations.add(new Violation(path, rule, message, help));
    }
}
