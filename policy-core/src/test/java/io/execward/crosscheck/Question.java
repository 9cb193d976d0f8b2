// SPDX-License-Identifier: Apache-2.0
package io.execward.crosscheck;

import io.execward.analyze.Answer;
import io.execward.analyze.PolicyAnalyzer;
import io.execward.analyze.Region;
import io.execward.analyze.Subject;
import io.execward.json.PolicyJson;
import io.execward.model.AttachedPolicy;
import io.execward.model.Comparison;
import io.execward.model.Condition;
import io.execward.model.ConditionKey;
import io.execward.model.Effect;
import io.execward.model.Policy;
import io.execward.model.PolicySet;
import io.execward.model.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * One question about all requests.
 *
 * @param b the second subject; the first again where the question has only one
 * @param given which requests count; everything where the question takes no region
 */
record Question(Kind kind, Subject a, Subject b, Region given) {
    /** The analyzer's answer. */
    Answer ask(PolicyAnalyzer analyzer) {
        return switch (kind) {
            case NO_NEW_ACCESS -> analyzer.noNewAccess(a, b, given);
            case EQUIVALENT -> analyzer.equivalent(a, b);
            case DISJOINT -> analyzer.disjoint(a, b);
            case NEVER_ALLOWS -> analyzer.neverAllows(a, given);
            case ALWAYS_ALLOWS -> analyzer.alwaysAllows(a, given);
        };
    }

    /** True if a request of the region, allowed by the subjects as told, shows that the claim is false. */
    boolean isRefutedWhen(boolean allowedByA, boolean allowedByB) {
        return switch (kind) {
            case NO_NEW_ACCESS -> allowedByB && !allowedByA;
            case EQUIVALENT -> allowedByA != allowedByB;
            case DISJOINT -> allowedByA && allowedByB;
            case NEVER_ALLOWS -> allowedByA;
            case ALWAYS_ALLOWS -> !allowedByA;
        };
    }

    /** The region as a policy that explicitly denies its requests and no other. */
    Policy region() {
        return Policy.of(new Statement(
                Optional.empty(),
                Effect.DENY,
                Optional.empty(),
                given.actions(),
                Optional.of(given.resources()),
                given.conditions()));
    }

    /** All that speaks: the policies of both subjects and the region. */
    List<Policy> policies() {
        List<Policy> all = new ArrayList<>();
        a.policies().forEachPolicy(attached -> all.add(attached.policy()));
        b.policies().forEachPolicy(attached -> all.add(attached.policy()));
        all.add(region());
        return all;
    }

    /** True if a policy variable stands somewhere that matters. */
    boolean hasVariables() {
        return policies().stream()
                .filter(Policy::hasVariables)
                .anyMatch(policy -> PolicyJson.printCompact(policy).contains("${"));
    }

    /** True if some key is compared as text and as another kind of value, such as a number: a construct that need not be decided. */
    boolean mixesKinds() {
        Map<String, Set<Boolean>> asText = new HashMap<>();
        for (Policy policy : policies()) {
            for (Statement statement : policy.statements()) {
                for (Condition condition : statement.conditions()) {
                    Comparison.Family kind = condition.operator().comparison().family();
                    if (kind != Comparison.Family.NULL) {
                        asText.computeIfAbsent(condition.key().folded(), key -> new HashSet<>())
                                .add(kind == Comparison.Family.STRING || kind == Comparison.Family.ARN);
                    }
                }
            }
        }
        return asText.values().stream().anyMatch(kinds -> kinds.size() > 1);
    }

    /** The question as JSON, on one line. */
    String json() {
        Map<String, String> members = new LinkedHashMap<>();
        members.put("kind", quoted(kind.name()));
        members.put("a", json(a));
        members.put("b", json(b));
        members.put("given", PolicyJson.printCompact(region()));
        return object(members);
    }

    private static String json(Subject subject) {
        Map<String, String> members = new LinkedHashMap<>();
        PolicySet set = subject.policies();
        set.identity().ifPresent(all -> members.put("identity", list(all)));
        set.boundary().ifPresent(one -> members.put("boundary", PolicyJson.printCompact(one.policy())));
        set.session().ifPresent(all -> members.put("session", list(all)));
        set.serviceControl()
                .ifPresent(levels -> members.put(
                        "scps",
                        levels.stream()
                                .map(level -> list(level.policies()))
                                .collect(Collectors.joining(",", "[", "]"))));
        if (!subject.known().isEmpty()) {
            Map<String, String> known = new LinkedHashMap<>();
            for (ConditionKey key : subject.known().keys()) {
                known.put(key.name(), quoted(subject.known().get(key).toString()));
            }
            members.put("known", object(known));
        }
        return object(members);
    }

    private static String list(List<AttachedPolicy> policies) {
        return policies.stream()
                .map(attached -> PolicyJson.printCompact(attached.policy()))
                .collect(Collectors.joining(",", "[", "]"));
    }

    private static String object(Map<String, String> members) {
        return members.entrySet().stream()
                .map(member -> quoted(member.getKey()) + ":" + member.getValue())
                .collect(Collectors.joining(",", "{", "}"));
    }

    private static String quoted(String text) {
        return Arrays.stream(text.split("", -1))
                .map(c -> c.equals("\"") || c.equals("\\") ? "\\" + c : c)
                .collect(Collectors.joining("", "\"", "\""));
    }
}
