// SPDX-License-Identifier: Apache-2.0
package io.execward;

import io.execward.diagnostic.Source;
import io.execward.json.Json;
import io.execward.json.JsonArray;
import io.execward.json.JsonLimits;
import io.execward.json.JsonObject;
import io.execward.json.JsonString;
import io.execward.json.JsonValue;
import io.execward.json.PolicyJson;
import io.execward.model.Action;
import io.execward.model.Arn;
import io.execward.model.AttachedPolicy;
import io.execward.model.Context;
import io.execward.model.PolicyKind;
import io.execward.model.PolicyLevel;
import io.execward.model.PolicySet;
import io.execward.model.Principal;
import io.execward.model.Request;
import io.execward.model.RequestFlag;
import io.execward.model.Resource;
import io.execward.reference.ReferenceVerdict;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Reads the conformance cases (section J of the rules), strictly: what is not known there fails the load. */
public final class CaseFile {
    private static final Set<String> STATUSES = Set.of("documented", "observed by peers", "uncertain");

    /**
     * One documented answer.
     *
     * @param status {@code uncertain} for a case that pins a choice of section I
     */
    public record Case(
            String id,
            String rule,
            String status,
            PolicySet policies,
            Request request,
            ReferenceVerdict expected,
            String why) {}

    private CaseFile() {}

    /**
     * The cases of a resource in the folder {@code conformance}.
     *
     * @throws IllegalArgumentException naming the line that is not a case
     */
    public static List<Case> load(String file) {
        List<Case> cases = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (JsonValue line : Json.parseLines(Source.of(file, read(file)), JsonLimits.defaults())) {
            try {
                Case one = read(line);
                if (!ids.add(one.id())) {
                    throw new IllegalArgumentException("the id " + one.id() + " occurs twice");
                }
                cases.add(one);
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException(file + ", case " + (cases.size() + 1) + ": " + e.getMessage(), e);
            }
        }
        return List.copyOf(cases);
    }

    private static String read(String file) {
        try (InputStream in =
                Objects.requireNonNull(CaseFile.class.getResourceAsStream("/conformance/" + file), file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Case read(JsonValue line) {
        Members all = new Members(line, Set.of("id", "rule", "status", "request", "policies", "expected", "why"));
        String status = text(all.required("status"));
        if (!STATUSES.contains(status)) {
            throw new IllegalArgumentException("no status: " + status);
        }
        Request request = request(all.required("request"));
        return new Case(
                text(all.required("id")),
                text(all.required("rule")),
                status,
                policies(all.required("policies"), request.action()),
                request,
                ReferenceVerdict.valueOf(text(all.required("expected"))),
                text(all.required("why")));
    }

    private static Request request(JsonValue value) {
        Members all = new Members(
                value,
                Set.of(
                        "principal",
                        "principalRoleArn",
                        "action",
                        "resource",
                        "resourceAccount",
                        "context",
                        "resourceContext",
                        "flags"));
        Map<String, Context> facts = new TreeMap<>();
        all.optional("resourceContext")
                .ifPresent(contexts -> object(contexts)
                        .members()
                        .forEach(member -> facts.put(member.name(), context(member.value()))));
        JsonValue resource = all.required("resource");
        List<String> arns = resource instanceof JsonArray ? texts(resource) : List.of(text(resource));
        if (!arns.containsAll(facts.keySet())) {
            throw new IllegalArgumentException("a context for a resource that is not asked for: " + facts.keySet());
        }
        return new Request(
                principal(
                        text(all.required("principal")),
                        all.optional("principalRoleArn").map(CaseFile::text)),
                Action.of(text(all.required("action"))),
                arns.stream()
                        .map(arn -> Resource.of(arn).with(facts.getOrDefault(arn, Context.empty())))
                        .toList(),
                all.optional("resourceAccount").map(CaseFile::text),
                context(all.required("context")),
                all.optional("flags").map(CaseFile::texts).orElse(List.of()).stream()
                        .map(RequestFlag::valueOf)
                        .collect(Collectors.toSet()));
    }

    private static Principal principal(String text, Optional<String> roleArn) {
        Principal principal = Principal.of(text);
        if (roleArn.isEmpty()) {
            return principal;
        }
        if (principal instanceof Principal.RoleSession session) {
            return session.ofRoleArn(Arn.of(roleArn.get()));
        }
        throw new IllegalArgumentException("a role for a caller that is no session: " + text);
    }

    private static Context context(JsonValue value) {
        Context.Builder context = Context.builder();
        object(value)
                .members()
                .forEach(member ->
                        context.put(member.name(), texts(member.value()).toArray(String[]::new)));
        return context.build();
    }

    private static PolicySet policies(JsonValue value, Action action) {
        Members all =
                new Members(value, Set.of("identity", "boundary", "session", "resource", "endpoint", "scps", "rcps"));
        boolean isTrust = action.service().equals("sts") && action.name().startsWith("assumerole");
        PolicySet.Builder set = PolicySet.builder();
        all.optional("identity").ifPresent(documents -> set.identity(attached(documents, PolicyKind.IDENTITY)));
        all.optional("boundary")
                .ifPresent(document -> set.boundary(attached("boundary", document, PolicyKind.PERMISSIONS_BOUNDARY)));
        all.optional("session").ifPresent(document -> set.session(attached("session", document, PolicyKind.SESSION)));
        all.optional("resource")
                .ifPresent(document -> set.resource(
                        attached("resource", document, isTrust ? PolicyKind.ROLE_TRUST : PolicyKind.RESOURCE)));
        all.optional("endpoint")
                .ifPresent(document -> set.endpoint(attached("endpoint", document, PolicyKind.VPC_ENDPOINT)));
        all.optional("scps").ifPresent(levels -> set.serviceControl(levels(levels, PolicyKind.SERVICE_CONTROL)));
        all.optional("rcps").ifPresent(levels -> set.resourceControl(levels(levels, PolicyKind.RESOURCE_CONTROL)));
        return set.build();
    }

    private static PolicyLevel[] levels(JsonValue value, PolicyKind kind) {
        List<PolicyLevel> levels = new ArrayList<>();
        for (JsonValue level : array(value).items()) {
            levels.add(new PolicyLevel("level " + (levels.size() + 1), List.of(attached(level, kind))));
        }
        return levels.toArray(PolicyLevel[]::new);
    }

    private static AttachedPolicy[] attached(JsonValue documents, PolicyKind kind) {
        List<AttachedPolicy> policies = new ArrayList<>();
        for (JsonValue document : array(documents).items()) {
            policies.add(attached(kind.text() + " " + (policies.size() + 1), document, kind));
        }
        return policies.toArray(AttachedPolicy[]::new);
    }

    private static AttachedPolicy attached(String name, JsonValue document, PolicyKind kind) {
        return new AttachedPolicy(name, PolicyJson.parse(document, kind).policy());
    }

    // JSON values of the expected type

    private static JsonObject object(JsonValue value) {
        if (value instanceof JsonObject object) {
            return object;
        }
        throw new IllegalArgumentException("no object");
    }

    private static JsonArray array(JsonValue value) {
        if (value instanceof JsonArray array) {
            return array;
        }
        throw new IllegalArgumentException("no list");
    }

    private static String text(JsonValue value) {
        if (value instanceof JsonString string) {
            return string.value();
        }
        throw new IllegalArgumentException("no string");
    }

    private static List<String> texts(JsonValue value) {
        return array(value).items().stream().map(CaseFile::text).toList();
    }

    /** The members of an object that has no others. */
    private static final class Members {
        private final JsonObject object;

        Members(JsonValue value, Set<String> known) {
            object = object(value);
            for (JsonObject.Member member : object.members()) {
                if (!known.contains(member.name())) {
                    throw new IllegalArgumentException("the field " + member.name() + " is not known");
                }
            }
        }

        JsonValue required(String name) {
            return optional(name).orElseThrow(() -> new IllegalArgumentException("the field " + name + " is missing"));
        }

        Optional<JsonValue> optional(String name) {
            return object.get(name);
        }
    }
}
