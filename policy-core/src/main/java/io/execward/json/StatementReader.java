// SPDX-License-Identifier: Apache-2.0
package io.execward.json;

import io.execward.diagnostic.SourceSpan;
import io.execward.json.JsonObject.Member;
import io.execward.model.ActionPattern;
import io.execward.model.Condition;
import io.execward.model.Effect;
import io.execward.model.PolicyKind;
import io.execward.model.PolicyKind.Element;
import io.execward.model.PolicyKind.Requirement;
import io.execward.model.PolicyVariables;
import io.execward.model.PrincipalPattern;
import io.execward.model.ResourcePattern;
import io.execward.model.Scope;
import io.execward.model.Statement;
import java.util.List;
import java.util.Optional;

/**
 * Reads one statement. What is wrong is reported and replaced by something harmless, so that a statement always comes out and the rules
 * of the kind can be applied to the rest of it; a document with an error is never used.
 */
final class StatementReader {
    private static final ActionPattern SOME_ACTION = new ActionPattern("none:None");
    private static final ResourcePattern EVERYTHING = new ResourcePattern("*");

    private final PolicyKind kind;
    private final boolean hasVariables;
    private final Problems problems;
    private final StringLists lists;

    StatementReader(PolicyKind kind, boolean hasVariables, Problems problems) {
        this.kind = kind;
        this.hasVariables = hasVariables;
        this.problems = problems;
        this.lists = new StringLists(problems);
    }

    Statement read(JsonObject object) {
        Elements elements = Elements.ofStatement(object, problems);
        Optional<String> sid = elements.value("Sid")
                .flatMap(value -> lists.one(value, "Sid", "R-GRAM-13"))
                .map(JsonString::value);
        Optional<Effect> effect = effect(elements);
        Optional<Scope<PrincipalPattern>> principals = principals(elements, effect);
        Scope<ActionPattern> actions = actions(elements);
        Optional<Scope<ResourcePattern>> resources = resources(elements, effect);
        int before = problems.errorCount();
        List<Condition> conditions = elements.value("Condition")
                .map(value -> new ConditionReader(effect, hasVariables, problems).read(value))
                .orElse(List.of());
        boolean usable = problems.errorCount() == before;
        Effect harmless = harmless(effect, principals);
        return new Statement(sid, harmless, principals, actions, resources, usable ? conditions : List.of());
    }

    /** An Allow with NotPrincipal is reported and cannot be built; an effect that could not be read breaks no rule of the kind. */
    private Effect harmless(Optional<Effect> effect, Optional<Scope<PrincipalPattern>> principals) {
        if (principals.isPresent() && principals.get() instanceof Scope.AllExcept) {
            return Effect.DENY;
        }
        return effect.orElse(kind == PolicyKind.RESOURCE_CONTROL ? Effect.DENY : Effect.ALLOW);
    }

    private Optional<Effect> effect(Elements elements) {
        if (!elements.has("Effect")) {
            problems.error(
                    "R-GRAM-09",
                    elements.object().opening(),
                    "the statement has no `Effect`",
                    "write `\"Effect\": \"Allow\"` or `\"Effect\": \"Deny\"`");
            return Optional.empty();
        }
        Optional<JsonString> written =
                elements.value("Effect").flatMap(value -> lists.one(value, "Effect", "R-GRAM-09"));
        Optional<Effect> effect = written.flatMap(text -> Effect.of(text.value()));
        if (written.isPresent() && effect.isEmpty()) {
            problems.error(
                    "R-GRAM-09",
                    written.get().span(),
                    CharacterNames.quoted(written.get().value()) + " is not an effect",
                    "write `Allow` or `Deny`; IAM compares Effect case-sensitively");
        }
        return effect;
    }

    private Optional<Scope<PrincipalPattern>> principals(Elements elements, Optional<Effect> effect) {
        Optional<Member> member = elements.oneOf("Principal", "NotPrincipal", problems);
        if (member.isEmpty()) {
            if (kind == PolicyKind.RESOURCE && effect.equals(Optional.of(Effect.ALLOW))) {
                problems.warning(
                        "R-PRIN-17",
                        elements.object().opening(),
                        "the statement has neither `Principal` nor `NotPrincipal`, so it applies to nobody",
                        "say whom it is about");
            }
            return Optional.empty();
        }
        boolean exempts = isElement(elements, member.get(), "NotPrincipal");
        String element = exempts ? "NotPrincipal" : "Principal";
        List<PrincipalPattern> patterns =
                new PrincipalReader(element, problems).read(member.get().value());
        if (exempts && effect.equals(Optional.of(Effect.ALLOW))) {
            if (kind == PolicyKind.RESOURCE_CONTROL) { // where the Allow is wrong too, and must stay to be reported
                refuseNotPrincipal(member.get(), kind.rule(), "`NotPrincipal` is not allowed in a " + kind.text());
                return Optional.of(Scope.only(new PrincipalPattern.Anyone()));
            }
            if (kind.requirement(Element.NOT_PRINCIPAL) != Requirement.FORBIDDEN) {
                refuseNotPrincipal(member.get(), "R-TYPE-04", "`NotPrincipal` goes with Deny only");
            }
        }
        if (kind == PolicyKind.ROLE_TRUST) {
            warnOfEveryone(member.get(), patterns);
        }
        return Optional.of(exempts ? new Scope.AllExcept<>(patterns) : new Scope.Only<>(patterns));
    }

    private void refuseNotPrincipal(Member member, String rule, String message) {
        problems.error(
                rule,
                member.nameSpan(),
                message,
                "write `Principal`, and exempt callers with a condition on `aws:PrincipalArn`");
    }

    private void warnOfEveryone(Member principal, List<PrincipalPattern> patterns) {
        if (patterns.stream().anyMatch(pattern -> pattern.text().equals("*"))) {
            problems.warning(
                    "U-04",
                    principal.value().span(),
                    "everyone may assume the role, as far as its conditions let them",
                    "name the accounts or roles; AWS does not say whether `*` is supported here");
        }
    }

    private Scope<ActionPattern> actions(Elements elements) {
        Optional<Member> member = elements.oneOf("Action", "NotAction", problems);
        if (member.isEmpty()) {
            problems.error(
                    "R-GRAM-10",
                    elements.object().opening(),
                    "the statement has neither `Action` nor `NotAction`",
                    "say which actions it is about, `\"*\"` for all");
            return new Scope.Only<>(List.of());
        }
        boolean exempts = isElement(elements, member.get(), "NotAction");
        String element = exempts ? "NotAction" : "Action";
        List<ActionPattern> patterns =
                lists.read(member.get().value(), element, "R-GRAM-11", this::action, SOME_ACTION);
        return exempts ? new Scope.AllExcept<>(patterns) : new Scope.Only<>(patterns);
    }

    private Optional<ActionPattern> action(JsonString text) {
        String value = text.value();
        if (value.equals("*") || value.indexOf(':') > 0) {
            return Optional.of(new ActionPattern(value));
        }
        problems.error(
                "R-GRAM-11",
                text.span(),
                CharacterNames.quoted(value) + " is not an action",
                "write `*` or `service:Action`, such as `ecs:ExecuteCommand`");
        return Optional.empty();
    }

    private Optional<Scope<ResourcePattern>> resources(Elements elements, Optional<Effect> effect) {
        Optional<Member> member = elements.oneOf("Resource", "NotResource", problems);
        if (member.isEmpty()) {
            return Optional.empty();
        }
        boolean exempts = isElement(elements, member.get(), "NotResource");
        String element = exempts ? "NotResource" : "Resource";
        boolean everythingOnly = kind == PolicyKind.SERVICE_CONTROL && effect.equals(Optional.of(Effect.ALLOW));
        if (exempts && everythingOnly) {
            warnOfNarrowAllow(member.get().nameSpan());
        }
        List<ResourcePattern> patterns = lists.read(
                member.get().value(),
                element,
                "R-GRAM-12",
                text -> resource(text, everythingOnly && !exempts),
                EVERYTHING);
        return Optional.of(exempts ? new Scope.AllExcept<>(patterns) : new Scope.Only<>(patterns));
    }

    private Optional<ResourcePattern> resource(JsonString text, boolean everythingOnly) {
        String value = text.value();
        if (!value.equals("*") && !value.startsWith("arn:")) {
            problems.error(
                    "R-GRAM-12",
                    text.span(),
                    CharacterNames.quoted(value) + " is not a resource",
                    "write `*` or an ARN that starts with `arn:`");
            return Optional.empty();
        }
        if (hasVariables && !PolicyVariables.isPlain(value)) {
            Variables variables = new Variables(problems);
            if (!variables.check(text)) {
                return Optional.empty();
            }
            variables.checkResource(text);
        }
        if (everythingOnly && !value.equals("*")) {
            warnOfNarrowAllow(text.span());
        }
        return Optional.of(new ResourcePattern(value));
    }

    private void warnOfNarrowAllow(SourceSpan place) {
        problems.warning(
                "R-TYPE-06",
                place,
                "an Allow of a service control policy may have to be for `*`: the published rules differ",
                "write `\"Resource\": \"*\"`, and a Deny for what is not allowed");
    }

    private static boolean isElement(Elements elements, Member member, String name) {
        return elements.member(name).filter(found -> found == member).isPresent();
    }
}
