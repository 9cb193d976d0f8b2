// SPDX-License-Identifier: Apache-2.0
package io.execward.account;

import io.execward.diagnostic.Diagnostic;
import io.execward.diagnostic.SourceSpan;
import io.execward.json.JsonArray;
import io.execward.json.JsonObject;
import io.execward.json.JsonString;
import io.execward.json.JsonValue;
import io.execward.model.AttachedPolicy;
import io.execward.model.PolicyKind;
import io.execward.model.PolicyLevel;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The levels of an organization, root first, each with its policies (R-EXEC-119). Which kind of policies they are a member {@code type}
 * says; without it, those that name principals are resource control policies, which have to, and service control policies must not.
 */
final class OrganizationDocuments {
    private record Told(List<PolicyLevel> levels, SourceSpan place) {}

    private final Findings findings;
    private final PolicyTexts texts;
    private final Map<PolicyKind, Told> told = new EnumMap<>(PolicyKind.class);

    OrganizationDocuments(Findings findings, PolicyTexts texts) {
        this.findings = findings;
        this.texts = texts;
    }

    Optional<List<PolicyLevel>> serviceControl() {
        return levels(PolicyKind.SERVICE_CONTROL);
    }

    Optional<List<PolicyLevel>> resourceControl() {
        return levels(PolicyKind.RESOURCE_CONTROL);
    }

    private Optional<List<PolicyLevel>> levels(PolicyKind kind) {
        @Nullable Told all = told.get(kind);
        return Optional.ofNullable(all).map(Told::levels);
    }

    /** Reads the levels of one document; the kind that they are. */
    DocumentKind read(List<JsonValue> items, Optional<JsonValue> type, SourceSpan place) {
        PolicyKind kind = kind(items, type);
        long before = findings.errorCount();
        List<PolicyLevel> levels = new ArrayList<>();
        Map<String, AttachedPolicy> byName = new HashMap<>();
        for (JsonValue item : items) {
            Fields.of(item, "the level", findings)
                    .flatMap(level -> level(level, kind, byName))
                    .ifPresent(levels::add);
        }
        if (items.isEmpty()) {
            findings.error(
                    "R-EXEC-119",
                    place,
                    "there is no level",
                    "write the levels from the root down, or leave the document out if there is no organization");
        }
        if (findings.errorCount() == before) {
            keep(kind, levels, place);
        }
        return kind == PolicyKind.SERVICE_CONTROL
                ? DocumentKind.SERVICE_CONTROL_POLICIES
                : DocumentKind.RESOURCE_CONTROL_POLICIES;
    }

    private void keep(PolicyKind kind, List<PolicyLevel> levels, SourceSpan place) {
        @Nullable Told earlier = told.putIfAbsent(kind, new Told(List.copyOf(levels), place));
        if (earlier != null && !earlier.levels().equals(levels)) {
            findings.add(Diagnostic.error(
                            "R-EXEC-114",
                            place,
                            "the levels of the organization are told twice, differently",
                            "keep one of the documents")
                    .withRelated(earlier.place(), "first here"));
        }
    }

    private Optional<PolicyLevel> level(Fields level, PolicyKind kind, Map<String, AttachedPolicy> byName) {
        Optional<String> name = level.requiredText("target");
        List<AttachedPolicy> policies = new ArrayList<>();
        List<Fields> all = level.requiredObjects("policies", "the policy");
        for (Fields policy : all) {
            policy(policy, kind, byName).ifPresent(policies::add);
        }
        if (all.isEmpty() && kind == PolicyKind.SERVICE_CONTROL && name.isPresent()) {
            findings.warning(
                    "R-ORG-02",
                    level.opening(),
                    "the level `" + name.get() + "` has no policy, which blocks everything",
                    "add the policies that are attached there, at least `FullAWSAccess` if it is");
        }
        return name.map(each -> new PolicyLevel(each, policies));
    }

    private Optional<AttachedPolicy> policy(Fields policy, PolicyKind kind, Map<String, AttachedPolicy> byName) {
        Optional<String> name = policy.requiredText("Name");
        Optional<JsonValue> document = policy.value("Content").or(() -> policy.requiredValue("Document"));
        Optional<AttachedPolicy> read = name.flatMap(each -> document.flatMap(text -> texts.read(each, kind, text)));
        read.ifPresent(each -> {
            @Nullable AttachedPolicy earlier = byName.putIfAbsent(each.name(), each);
            if (earlier != null && !earlier.equals(each)) {
                policy.error(
                        "R-EXEC-114",
                        "Name",
                        "the policy `" + each.name() + "` is told twice, differently",
                        "make the document again: names are unique in an organization");
            }
        });
        return read;
    }

    private PolicyKind kind(List<JsonValue> items, Optional<JsonValue> type) {
        if (type.isPresent()) {
            String word = type.get() instanceof JsonString text ? text.value() : "";
            if (word.equals("SERVICE_CONTROL_POLICY")) {
                return PolicyKind.SERVICE_CONTROL;
            }
            if (word.equals("RESOURCE_CONTROL_POLICY")) {
                return PolicyKind.RESOURCE_CONTROL;
            }
            findings.error(
                    "R-EXEC-119",
                    type.get().span(),
                    "this is not a type of organization policy",
                    "write `SERVICE_CONTROL_POLICY` or `RESOURCE_CONTROL_POLICY`");
        }
        return items.stream().anyMatch(OrganizationDocuments::namesPrincipals)
                ? PolicyKind.RESOURCE_CONTROL
                : PolicyKind.SERVICE_CONTROL;
    }

    /** True if a statement below the value has a principal: one that both kinds could have there is not to be found. */
    private static boolean namesPrincipals(JsonValue value) {
        if (value instanceof JsonArray array) {
            return array.items().stream().anyMatch(OrganizationDocuments::namesPrincipals);
        }
        if (value instanceof JsonObject object) {
            return object.members().stream()
                    .anyMatch(member -> member.name().equals("Principal")
                            || (!member.name().equals("Condition") && namesPrincipals(member.value())));
        }
        if (value instanceof JsonString text && text.value().stripLeading().startsWith("{")) {
            return text.value().contains("\"Principal\"");
        }
        return false;
    }
}
