// SPDX-License-Identifier: Apache-2.0
package io.execward.cases;

import static io.execward.cases.Fields.list;
import static io.execward.cases.Fields.object;
import static io.execward.cases.Fields.text;
import static io.execward.cases.Fields.texts;

import io.execward.analyze.Region;
import io.execward.analyze.Subject;
import io.execward.cases.AnalysisCase.Expected;
import io.execward.cases.AnalysisCase.Universe;
import io.execward.cases.AnalysisQuestion.Caller;
import io.execward.cases.AnalysisQuestion.Claim;
import io.execward.cases.AnalysisQuestion.Share;
import io.execward.cases.AnalysisQuestion.WhoCan;
import io.execward.diagnostic.PolicySyntaxException;
import io.execward.diagnostic.Source;
import io.execward.evaluate.PolicyEngine;
import io.execward.evaluate.Verdict;
import io.execward.json.JsonBoolean;
import io.execward.json.JsonNumber;
import io.execward.json.JsonObject;
import io.execward.json.JsonValue;
import io.execward.json.PolicyJson;
import io.execward.model.Context;
import io.execward.model.ContextValue;
import io.execward.model.Effect;
import io.execward.model.Policy;
import io.execward.model.PolicyKind;
import io.execward.model.PolicySet;
import io.execward.model.Principal;
import io.execward.model.Request;
import io.execward.model.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Reads one question about all requests, strictly: what is not known there is an error. */
final class AnalysisCaseReader {
    private static final Set<String> CASE = Set.of(
            "id",
            "title",
            "why",
            "tags",
            "kind",
            "universe",
            "existing",
            "new",
            "a",
            "b",
            "policy",
            "policies",
            "given",
            "access",
            "statement",
            "principals",
            "holds",
            "witness",
            "allowedBy");
    private static final Set<String> POLICIES = Set.of("identity", "boundary", "session", "scps");
    private static final Set<String> GIVEN = Set.of("Action", "NotAction", "Resource", "NotResource", "Condition");

    private final Fields all;

    private AnalysisCaseReader(JsonValue value) {
        this.all = Fields.of(value, "an analysis case", CASE);
    }

    static AnalysisCase read(JsonValue value) {
        return new AnalysisCaseReader(value).read();
    }

    private AnalysisCase read() {
        String id = text(all.required("id"), "`id`");
        JsonValue kind = all.required("kind");
        return new AnalysisCase(id, text(kind, "`kind`"), universe(), question(kind), expected());
    }

    private Universe universe() {
        JsonValue value = all.required("universe");
        return switch (text(value, "`universe`")) {
            case "any" -> Universe.ANY;
            case "catalog" -> Universe.CATALOG;
            case "both" -> Universe.BOTH;
            default -> throw CaseException.at(value, "`universe` is `any`, `catalog` or `both`");
        };
    }

    private Optional<Expected> expected() {
        return all.optional("holds").map(value -> {
            if (value instanceof JsonBoolean holds) {
                return new Expected.Holds(holds.value());
            }
            Map<String, Share> shares = new LinkedHashMap<>();
            for (JsonObject.Member member : object(value, "`holds`").members()) {
                String word = text(member.value(), "each of `holds`");
                shares.put(
                        member.name(),
                        Share.of(word)
                                .orElseThrow(() -> CaseException.at(
                                        member.value(), "a share is `always`, `never` or `conditional`")));
            }
            return new Expected.Shares(shares);
        });
    }

    private AnalysisQuestion question(JsonValue kind) {
        return switch (text(kind, "`kind`")) {
            case "no-new-access" -> noNewAccess();
            case "equivalent" -> equivalent();
            case "disjoint" -> disjoint();
            case "not-granted" -> never(subject(), access());
            case "never-allows" -> never(subject(), given(all.required("given")));
            case "always-allows" -> always(subject(), given(all.required("given")));
            case "unreachable" -> unreachable();
            case "shadowed" -> shadowed();
            case "redundant" -> redundant();
            case "who-can" -> whoCan();
            default -> throw CaseException.at(kind, "`" + text(kind, "`kind`") + "` is not a kind of question");
        };
    }

    private Claim noNewAccess() {
        Policy existing = policy("existing");
        Policy next = policy("new");
        Predicate<Request> byExisting = allowedBy(PolicySet.identity(existing));
        return new Claim(
                analyzer -> analyzer.noNewAccess(Subject.of(existing), Subject.of(next)),
                allowedBy(PolicySet.identity(next)).and(byExisting.negate()));
    }

    private Claim equivalent() {
        Policy a = policy("a");
        Policy b = policy("b");
        Predicate<Request> byA = allowedBy(PolicySet.identity(a));
        Predicate<Request> byB = allowedBy(PolicySet.identity(b));
        return new Claim(
                analyzer -> analyzer.equivalent(Subject.of(a), Subject.of(b)),
                request -> byA.test(request) != byB.test(request));
    }

    private Claim disjoint() {
        Policy a = policy("a");
        Policy b = policy("b");
        return new Claim(
                analyzer -> analyzer.disjoint(Subject.of(a), Subject.of(b)),
                allowedBy(PolicySet.identity(a)).and(allowedBy(PolicySet.identity(b))));
    }

    private static Claim never(Subject subject, Region given) {
        return new Claim(
                analyzer -> analyzer.neverAllows(subject, given),
                allowedBy(subject.policies()).and(matchedBy(given)));
    }

    private static Claim always(Subject subject, Region given) {
        return new Claim(
                analyzer -> analyzer.alwaysAllows(subject, given),
                matchedBy(given).and(allowedBy(subject.policies()).negate()));
    }

    private Claim unreachable() {
        Policy policy = policy("policy");
        int index = statement(policy);
        return new Claim(analyzer -> analyzer.unreachable(policy, index), matched(policy, index));
    }

    private Claim shadowed() {
        Policy policy = policy("policy");
        int index = statement(policy);
        if (policy.statements().get(index).effect() != Effect.ALLOW) {
            throw CaseException.at(all.required("statement"), "only an Allow statement can be shadowed");
        }
        return new Claim(
                analyzer -> analyzer.shadowed(policy, index),
                matched(policy, index).and(allowedBy(PolicySet.identity(policy))));
    }

    private Claim redundant() {
        Policy policy = policy("policy");
        int index = statement(policy);
        List<Statement> others = new ArrayList<>(policy.statements());
        others.remove(index);
        Predicate<Request> with = allowedBy(PolicySet.identity(policy));
        Predicate<Request> without = allowedBy(PolicySet.identity(new Policy(policy.version(), policy.id(), others)));
        return new Claim(
                analyzer -> analyzer.redundant(policy, index), request -> with.test(request) != without.test(request));
    }

    private WhoCan whoCan() {
        Region given = given(all.required("given"));
        List<Caller> callers = new ArrayList<>();
        for (JsonValue item : list(all.required("principals"), "`principals`")) {
            Fields fields = Fields.of(item, "a principal", Set.of("arn", "policies", "context"));
            Principal principal = CaseReader.parsed(fields.required("arn"), "`arn`", Principal::of);
            Context known =
                    fields.optional("context").map(AnalysisCaseReader::known).orElse(Context.empty());
            Subject subject = new Subject(principal, layers(fields.required("policies")), known);
            callers.add(
                    new Caller(text(fields.required("arn"), "`arn`"), never(subject, given), always(subject, given)));
        }
        return new WhoCan(callers);
    }

    /** Keys with an empty list are absent. */
    private static Context known(JsonValue value) {
        Context told = CaseReader.context(value, "`context`");
        Context.Builder known = Context.builder();
        told.keys().forEach(key -> {
            boolean none = told.get(key) instanceof ContextValue.Present present
                    && present.values().isEmpty();
            known.put(key, none ? ContextValue.ABSENT : told.get(key));
        });
        return known.build();
    }

    private static Predicate<Request> allowedBy(PolicySet policies) {
        PolicyEngine engine = PolicyEngine.compile(policies);
        return request -> engine.decide(request) == Verdict.ALLOWED;
    }

    private static Predicate<Request> matchedBy(Region region) {
        Statement filter = new Statement(
                Optional.empty(),
                Effect.ALLOW,
                Optional.empty(),
                region.actions(),
                Optional.of(region.resources()),
                region.conditions());
        return matched(Policy.of(filter), 0);
    }

    private static Predicate<Request> matched(Policy policy, int index) {
        Statement statement = policy.statements().get(index);
        PolicyEngine alone =
                PolicyEngine.compile(PolicySet.identity(new Policy(policy.version(), policy.id(), List.of(statement))));
        Verdict verdict = statement.effect() == Effect.ALLOW ? Verdict.ALLOWED : Verdict.EXPLICIT_DENY;
        return request -> alone.decide(request) == verdict;
    }

    private Subject subject() {
        Optional<JsonValue> layers = all.optional("policies");
        return layers.map(value -> Subject.of(layers(value))).orElseGet(() -> Subject.of(policy("policy")));
    }

    private Policy policy(String name) {
        return PolicyJson.parse(all.required(name), PolicyKind.IDENTITY).policy();
    }

    private int statement(Policy policy) {
        JsonValue value = all.required("statement");
        int count = policy.statements().size();
        for (int i = 0; i < count && value instanceof JsonNumber; i++) {
            if (String.valueOf(i).equals(value.span().text())) {
                return i;
            }
        }
        throw CaseException.at(value, "`statement` is the number of a statement of `policy`, from 0");
    }

    private static PolicySet layers(JsonValue value) {
        Fields fields = Fields.of(value, "`policies`", POLICIES);
        return CaseReader.policies(fields, PolicyKind.RESOURCE);
    }

    private Region access() {
        Fields fields = Fields.of(all.required("access"), "`access`", Set.of("actions", "resources"));
        List<String> actions = fields.optional("actions")
                .map(value -> texts(value, "`actions`"))
                .orElse(List.of("*"));
        List<String> resources = fields.optional("resources")
                .map(value -> texts(value, "`resources`"))
                .orElse(List.of("*"));
        return CaseReader.valid(fields.object(), () -> Region.of(actions, resources));
    }

    /** A filter is read as the statement whose shape it has. */
    private static Region given(JsonValue value) {
        String filter = Fields.of(value, "`given`", GIVEN).object().span().text();
        String document = "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\","
                + filter.substring(filter.indexOf('{') + 1) + "]}";
        try {
            Statement statement = PolicyJson.parse(Source.of("given", document), PolicyKind.IDENTITY)
                    .policy()
                    .statements()
                    .get(0);
            return new Region(statement.actions(), statement.resources().orElseThrow(), statement.conditions());
        } catch (PolicySyntaxException e) {
            throw CaseException.at(value, e.diagnostics().get(0).message());
        }
    }
}
