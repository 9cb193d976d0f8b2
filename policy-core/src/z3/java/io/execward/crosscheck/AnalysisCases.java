// SPDX-License-Identifier: Apache-2.0
package io.execward.crosscheck;

import io.execward.analyze.Region;
import io.execward.analyze.Subject;
import io.execward.json.Json;
import io.execward.json.JsonArray;
import io.execward.json.JsonBoolean;
import io.execward.json.JsonLimits;
import io.execward.json.JsonObject;
import io.execward.json.JsonString;
import io.execward.json.JsonValue;
import io.execward.json.PolicyJson;
import io.execward.model.ActionPattern;
import io.execward.model.AttachedPolicy;
import io.execward.model.Condition;
import io.execward.model.Effect;
import io.execward.model.Policy;
import io.execward.model.PolicyKind;
import io.execward.model.PolicyLevel;
import io.execward.model.PolicySet;
import io.execward.model.ResourcePattern;
import io.execward.model.Scope;
import io.execward.model.Statement;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The analysis cases, read once more and lowered to the few questions that both deciders are asked. */
final class AnalysisCases {
    private final JsonObject line;

    private AnalysisCases(JsonObject line) {
        this.line = line;
    }

    /** A case: its name, its question, and whether the claim is true of all requests whatever. */
    record Case(String id, Question question, boolean holds) {}

    /** A line of the case file; empty if it is about the catalog or about several callers. */
    static Optional<Case> read(String text) {
        JsonObject line = (JsonObject) Json.parse("case", text.getBytes(StandardCharsets.UTF_8), JsonLimits.defaults());
        AnalysisCases reader = new AnalysisCases(line);
        return reader.text("universe").equals("catalog") || reader.text("kind").equals("who-can")
                ? Optional.empty()
                : Optional.of(
                        new Case(reader.text("id"), reader.question(), ((JsonBoolean) reader.member("holds")).value()));
    }

    private Question question() {
        return switch (text("kind")) {
            case "no-new-access" -> pair(Kind.NO_NEW_ACCESS, policy("existing"), policy("new"));
            case "equivalent" -> pair(Kind.EQUIVALENT, policy("a"), policy("b"));
            case "disjoint" -> pair(Kind.DISJOINT, policy("a"), policy("b"));
            case "not-granted" -> single(Kind.NEVER_ALLOWS, subject(), access());
            case "never-allows" -> single(Kind.NEVER_ALLOWS, subject(), region(statement("given")));
            case "always-allows" -> single(Kind.ALWAYS_ALLOWS, subject(), region(statement("given")));
            case "unreachable" ->
                single(
                        Kind.NEVER_ALLOWS,
                        Subject.of(with(policy("policy"), List.of(allowing(chosen())))),
                        Region.everything());
            case "shadowed" -> single(Kind.NEVER_ALLOWS, subject(), region(chosen()));
            case "redundant" -> {
                List<Statement> rest = new ArrayList<>(policy("policy").statements());
                rest.remove(index());
                yield pair(Kind.EQUIVALENT, policy("policy"), with(policy("policy"), rest));
            }
            default -> throw new IllegalArgumentException(text("kind"));
        };
    }

    private static Question pair(Kind kind, Policy a, Policy b) {
        return new Question(kind, Subject.of(a), Subject.of(b), Region.everything());
    }

    private static Question single(Kind kind, Subject subject, Region region) {
        return new Question(kind, subject, subject, region);
    }

    private static Policy with(Policy policy, List<Statement> statements) {
        return new Policy(policy.version(), policy.id(), statements);
    }

    private static Statement allowing(Statement s) {
        return new Statement(s.sid(), Effect.ALLOW, s.principals(), s.actions(), s.resources(), s.conditions());
    }

    private static Region region(Statement s) {
        List<Condition> conditions = s.conditions();
        return new Region(s.actions(), s.resources().orElseThrow(), conditions);
    }

    private Region access() {
        JsonObject access = (JsonObject) member("access");
        return new Region(
                new Scope.Only<>(texts(access, "actions").stream()
                        .map(ActionPattern::new)
                        .toList()),
                new Scope.Only<>(texts(access, "resources").stream()
                        .map(ResourcePattern::new)
                        .toList()),
                List.of());
    }

    private static List<String> texts(JsonObject object, String name) {
        return object.get(name)
                .map(value -> items(value).stream()
                        .map(item -> ((JsonString) item).value())
                        .toList())
                .orElse(List.of("*"));
    }

    private static List<JsonValue> items(JsonValue value) {
        return value instanceof JsonArray array ? array.items() : List.of(value);
    }

    private int index() {
        return Integer.parseInt(member("statement").span().text());
    }

    private Statement chosen() {
        return policy("policy").statements().get(index());
    }

    private Subject subject() {
        return line.get("policies").isPresent() ? Subject.of(layers()) : Subject.of(policy("policy"));
    }

    private PolicySet layers() {
        JsonObject layers = (JsonObject) member("policies");
        PolicySet.Builder set = PolicySet.builder();
        layers.get("identity")
                .ifPresent(all -> items(all).forEach(one -> set.identity(policy(one, PolicyKind.IDENTITY))));
        layers.get("boundary").ifPresent(one -> set.boundary(policy(one, PolicyKind.PERMISSIONS_BOUNDARY)));
        layers.get("session").ifPresent(one -> set.session(policy(one, PolicyKind.SESSION)));
        layers.get("scps").ifPresent(levels -> items(levels).forEach(level -> set.serviceControl(level(level))));
        return set.build();
    }

    private static PolicyLevel level(JsonValue level) {
        return new PolicyLevel(
                "level",
                items(level).stream()
                        .map(one -> new AttachedPolicy("scp", policy(one, PolicyKind.SERVICE_CONTROL)))
                        .toList());
    }

    private Policy policy(String name) {
        return policy(member(name), PolicyKind.IDENTITY);
    }

    private static Policy policy(JsonValue value, PolicyKind kind) {
        return PolicyJson.parse(value, kind).policy();
    }

    /** A filter that is written as a statement without effect; what it does not name is anything. */
    private Statement statement(String name) {
        JsonObject filter = (JsonObject) member(name);
        String text = filter.span().text().strip();
        String action = filter.get("Action").or(() -> filter.get("NotAction")).isPresent() ? "" : "\"Action\":\"*\",";
        String resource =
                filter.get("Resource").or(() -> filter.get("NotResource")).isPresent() ? "" : "\"Resource\":\"*\",";
        String document = "{\"Version\":\"2012-10-17\",\"Statement\":{\"Effect\":\"Deny\"," + action + resource
                + text.substring(1) + "}";
        return PolicyJson.parse(name, document.replace(",}", "}").getBytes(StandardCharsets.UTF_8), PolicyKind.IDENTITY)
                .policy()
                .statements()
                .get(0);
    }

    private String text(String name) {
        return ((JsonString) member(name)).value();
    }

    private JsonValue member(String name) {
        return line.get(name).orElseThrow(() -> new IllegalArgumentException("no `" + name + "`"));
    }
}
