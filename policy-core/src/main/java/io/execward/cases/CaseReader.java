// SPDX-License-Identifier: Apache-2.0
package io.execward.cases;

import static io.execward.cases.Fields.list;
import static io.execward.cases.Fields.object;
import static io.execward.cases.Fields.text;
import static io.execward.cases.Fields.texts;

import io.execward.evaluate.Verdict;
import io.execward.json.JsonArray;
import io.execward.json.JsonObject;
import io.execward.json.JsonValue;
import io.execward.json.PolicyJson;
import io.execward.model.Action;
import io.execward.model.Arn;
import io.execward.model.AttachedPolicy;
import io.execward.model.ConditionKey;
import io.execward.model.Context;
import io.execward.model.ContextValue;
import io.execward.model.PolicyKind;
import io.execward.model.PolicyLevel;
import io.execward.model.PolicySet;
import io.execward.model.Principal;
import io.execward.model.Request;
import io.execward.model.RequestFlag;
import io.execward.model.Resource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Reads one case (section J of the IAM rules), strictly: what is not known there is an error. {@code id}, {@code request} and
 * {@code policies} are required, what only a test suite needs may be left out.
 */
final class CaseReader {
    private static final Set<String> CASE = Set.of("id", "rule", "status", "request", "policies", "expected", "why");
    private static final Set<String> REQUEST = Set.of(
            "principal",
            "principalRoleArn",
            "action",
            "resource",
            "resourceAccount",
            "context",
            "resourceContext",
            "flags");
    private static final Set<String> POLICIES =
            Set.of("identity", "boundary", "session", "resource", "endpoint", "scps", "rcps");
    private static final Map<String, Verdict> EXPECTED = Map.of(
            "ALLOWED", Verdict.ALLOWED,
            "IMPLICIT_DENY", Verdict.IMPLICIT_DENY,
            "EXPLICIT_DENY", Verdict.EXPLICIT_DENY);
    private static final String UNCERTAIN = "uncertain";
    private static final Set<String> STATUSES = Set.of("documented", "observed by peers", UNCERTAIN);

    private CaseReader() {}

    /**
     * The case that the value tells.
     *
     * @throws CaseException if it is none
     * @throws io.execward.diagnostic.PolicySyntaxException if a policy in it is malformed
     */
    static Case read(JsonValue value) {
        Fields all = Fields.of(value, "a case", CASE);
        String id = text(all.required("id"), "`id`");
        Optional<String> rule = all.optional("rule").map(it -> text(it, "`rule`"));
        Optional<String> status = all.optional("status").map(CaseReader::status);
        all.optional("why").ifPresent(it -> text(it, "`why`"));
        Optional<Verdict> expected = all.optional("expected").map(CaseReader::expected);
        Request request = request(all.required("request"));
        JsonValue policies = all.required("policies");
        PolicySet set = valid(policies, () -> policies(policies, request.action()));
        return new Case(id, rule, status.equals(Optional.of(UNCERTAIN)), set, request, expected);
    }

    private static String status(JsonValue value) {
        String status = text(value, "`status`");
        if (!STATUSES.contains(status)) {
            throw CaseException.at(
                    value, "`" + status + "` is not a status: write `documented`, `observed by peers` or `uncertain`");
        }
        return status;
    }

    private static Verdict expected(JsonValue value) {
        String text = text(value, "`expected`");
        Verdict verdict = EXPECTED.get(text);
        if (verdict == null) {
            throw CaseException.at(
                    value, "`" + text + "` is not a verdict: write `ALLOWED`, `IMPLICIT_DENY` or `EXPLICIT_DENY`");
        }
        return verdict;
    }

    private static Request request(JsonValue value) {
        Fields all = Fields.of(value, "`request`", REQUEST);
        Principal principal = principal(all);
        Action action = parsed(all.required("action"), "`action`", Action::of);
        List<Resource> resources = resources(all);
        Optional<String> account = all.optional("resourceAccount").map(it -> text(it, "`resourceAccount`"));
        Context context = context(all.required("context"), "`context`");
        Set<RequestFlag> flags = all.optional("flags").map(CaseReader::flags).orElse(Set.of());
        return valid(
                all.optional("resourceAccount").orElse(value),
                () -> new Request(principal, action, resources, account, context, flags));
    }

    private static Principal principal(Fields request) {
        Principal principal = parsed(request.required("principal"), "`principal`", Principal::of);
        Optional<JsonValue> roleArn = request.optional("principalRoleArn");
        if (roleArn.isEmpty()) {
            return principal;
        }
        if (principal instanceof Principal.RoleSession session) {
            return parsed(roleArn.get(), "`principalRoleArn`", arn -> session.ofRoleArn(Arn.of(arn)));
        }
        throw CaseException.at(roleArn.get(), "`principalRoleArn` is for role sessions only");
    }

    private static List<Resource> resources(Fields request) {
        JsonValue value = request.required("resource");
        List<JsonValue> items = value instanceof JsonArray array ? array.items() : List.of(value);
        if (items.isEmpty()) {
            throw CaseException.at(value, "`resource` names at least one resource, or `*`");
        }
        Map<String, Context> facts = new HashMap<>();
        Optional<JsonObject> contexts = request.optional("resourceContext").map(it -> object(it, "`resourceContext`"));
        contexts.ifPresent(object -> object.members()
                .forEach(member -> facts.put(member.name(), context(member.value(), "a resource's context"))));
        List<Resource> resources = new ArrayList<>(items.size());
        Set<String> asked = new HashSet<>();
        for (JsonValue item : items) {
            Resource resource = parsed(item, "`resource`", Resource::of);
            asked.add(resource.text());
            resources.add(resource.with(facts.getOrDefault(resource.text(), Context.empty())));
        }
        contexts.ifPresent(object -> object.members().forEach(member -> {
            if (!asked.contains(member.name())) {
                throw CaseException.at(
                        value.source().text(),
                        member.nameSpan().start(),
                        "`resourceContext` is about a resource that the request does not name");
            }
        }));
        return resources;
    }

    /** The facts that an object of keys and lists of values tells. */
    static Context context(JsonValue value, String what) {
        Context.Builder context = Context.builder();
        Map<String, String> seen = new HashMap<>();
        for (JsonObject.Member member : object(value, what).members()) {
            String line = value.source().text();
            int offset = member.nameSpan().start();
            ConditionKey key = valid(line, offset, () -> ConditionKey.of(member.name()));
            if (seen.put(key.folded(), key.name()) != null) {
                throw CaseException.at(
                        line, offset, "`" + key + "` is there twice: keys differ in more than letter case");
            }
            List<String> values = texts(member.value(), "the values of a key");
            context.put(key, valid(member.value(), () -> ContextValue.of(values)));
        }
        return context.build();
    }

    private static Set<RequestFlag> flags(JsonValue value) {
        Set<RequestFlag> flags = EnumSet.noneOf(RequestFlag.class);
        for (JsonValue item : list(value, "`flags`")) {
            String name = text(item, "each of `flags`");
            flags.add(flag(name).orElseThrow(() -> CaseException.at(item, "`" + name + "` is not a flag")));
        }
        return flags;
    }

    private static Optional<RequestFlag> flag(String name) {
        return Arrays.stream(RequestFlag.values())
                .filter(flag -> flag.name().equals(name))
                .findFirst();
    }

    private static PolicySet policies(JsonValue value, Action action) {
        return policies(Fields.of(value, "`policies`", POLICIES), PolicyKind.onResource(action));
    }

    /** @param onResource the kind of a policy in the resource layer */
    static PolicySet policies(Fields all, PolicyKind onResource) {
        PolicySet.Builder set = PolicySet.builder();
        all.optional("identity")
                .ifPresent(them -> set.identity(
                        attached(them, "`identity`", PolicyKind.IDENTITY).toArray(AttachedPolicy[]::new)));
        all.optional("boundary").ifPresent(it -> set.boundary(attached(it, PolicyKind.PERMISSIONS_BOUNDARY, "")));
        all.optional("session").ifPresent(it -> set.session(attached(it, PolicyKind.SESSION, "")));
        all.optional("resource").ifPresent(it -> set.resource(attached(it, onResource, "")));
        all.optional("endpoint").ifPresent(it -> set.endpoint(attached(it, PolicyKind.VPC_ENDPOINT, "")));
        all.optional("scps").ifPresent(it -> set.serviceControl(levels(it, "`scps`", PolicyKind.SERVICE_CONTROL)));
        all.optional("rcps").ifPresent(it -> set.resourceControl(levels(it, "`rcps`", PolicyKind.RESOURCE_CONTROL)));
        return set.build();
    }

    private static PolicyLevel[] levels(JsonValue value, String what, PolicyKind kind) {
        List<PolicyLevel> levels = new ArrayList<>();
        for (JsonValue level : list(value, what)) {
            levels.add(new PolicyLevel("level " + (levels.size() + 1), attached(level, "each level of " + what, kind)));
        }
        return levels.toArray(PolicyLevel[]::new);
    }

    private static List<AttachedPolicy> attached(JsonValue documents, String what, PolicyKind kind) {
        List<AttachedPolicy> policies = new ArrayList<>();
        for (JsonValue document : list(documents, what)) {
            policies.add(attached(document, kind, " " + (policies.size() + 1)));
        }
        return policies;
    }

    private static AttachedPolicy attached(JsonValue document, PolicyKind kind, String number) {
        return new AttachedPolicy(
                kind.text() + number, PolicyJson.parse(document, kind).policy());
    }

    /** What the parser makes of a text; what it refuses is an error with its place. */
    static <T> T parsed(JsonValue value, String what, Function<String, T> parser) {
        String text = text(value, what);
        return valid(value, () -> parser.apply(text));
    }

    /** What the model refuses, with its place. */
    static <T> T valid(JsonValue value, Supplier<T> made) {
        return valid(value.source().text(), value.span().start(), made);
    }

    private static <T> T valid(String line, int offset, Supplier<T> made) {
        try {
            return made.get();
        } catch (IllegalArgumentException e) {
            throw CaseException.at(line, offset, String.valueOf(e.getMessage()));
        }
    }
}
