// SPDX-License-Identifier: Apache-2.0
package io.execward.json;

import io.execward.diagnostic.PolicySyntaxException;
import io.execward.diagnostic.SourceSpan;
import io.execward.model.Policy;
import io.execward.model.PolicyKind;
import io.execward.model.PolicyKind.Element;
import io.execward.model.PolicyKind.Requirement;
import io.execward.model.PolicyPath;
import io.execward.model.PolicyVersion;
import io.execward.model.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads one policy document from its tree: its own elements, its statements, then the rules of its kind. */
final class PolicyReader {
    private static final Statement NOTHING = Statement.deny(List.of(), List.of());

    private final PolicyKind kind;
    private final Problems problems;
    private final StringLists lists;
    private final Set<String> unreadable = new HashSet<>();

    private PolicyReader(PolicyKind kind, Problems problems) {
        this.kind = kind;
        this.problems = problems;
        this.lists = new StringLists(problems);
    }

    /** @throws PolicySyntaxException if {@code problems} holds an error, now or after the reading */
    static PolicyDocument read(JsonValue root, PolicyKind kind, Problems problems) {
        PolicySourceMap sources = new PolicySourceMap(root);
        Policy policy = new PolicyReader(kind, problems).policy(root, sources);
        problems.throwIfErrors();
        return new PolicyDocument(policy, kind, sources, problems.warnings());
    }

    private Policy policy(JsonValue root, PolicySourceMap sources) {
        if (!(root instanceof JsonObject object)) {
            problems.error(
                    "R-GRAM-01",
                    root.span(),
                    root.kind() + " is not a policy",
                    "write an object with `Version` and `Statement`");
            return Policy.of();
        }
        Elements elements = Elements.ofPolicy(object, problems);
        Optional<PolicyVersion> version = version(elements);
        boolean hasVariables = version.equals(Optional.of(PolicyVersion.V2012_10_17));
        List<Statement> statements = statements(elements, new StatementReader(kind, hasVariables, problems));
        Policy policy = new Policy(version, id(elements), statements);
        for (PolicyKind.Violation violation : kind.violations(policy)) {
            report(violation, sources);
        }
        return policy;
    }

    /** What is not a version counts as the current one: its author most likely means that. */
    private Optional<PolicyVersion> version(Elements elements) {
        Optional<JsonValue> value = elements.value("Version");
        if (value.isEmpty()) {
            return Optional.empty();
        }
        Optional<JsonString> text = value.flatMap(written -> lists.one(written, "Version", "R-GRAM-02"));
        Optional<PolicyVersion> version = text.flatMap(written -> PolicyVersion.of(written.value()));
        if (text.isPresent() && version.isEmpty()) {
            problems.error(
                    "R-GRAM-02",
                    text.get().span(),
                    CharacterNames.quoted(text.get().value()) + " is not a version of the policy language",
                    "write `2012-10-17`; it names the language, not the day of writing");
        }
        return version.or(() -> Optional.of(PolicyVersion.V2012_10_17));
    }

    private Optional<String> id(Elements elements) {
        Optional<JsonValue> value = elements.value("Id");
        if (value.isEmpty()) {
            return Optional.empty();
        }
        if (kind.requirement(Element.ID) == Requirement.FORBIDDEN && !(value.get() instanceof JsonString)) {
            return Optional.of(""); // that it is there at all is reported
        }
        return lists.one(value.get(), "Id", "R-GRAM-04").map(JsonString::value);
    }

    private List<Statement> statements(Elements elements, StatementReader reader) {
        List<Statement> statements = new ArrayList<>();
        Optional<JsonValue> value = elements.value("Statement");
        if (value.isEmpty()) {
            problems.error(
                    "R-GRAM-05",
                    elements.object().opening(),
                    "the policy has no `Statement`",
                    "write `\"Statement\": [...]`");
        } else if (value.get() instanceof JsonArray array) {
            for (JsonValue item : array.items()) {
                statements.add(statement(item, statements.size(), reader));
            }
        } else if (!(value.get() instanceof JsonNull)) {
            statements.add(statement(value.get(), 0, reader));
        }
        return statements;
    }

    private Statement statement(JsonValue value, int index, StatementReader reader) {
        if (value instanceof JsonObject object) {
            return reader.read(object);
        }
        if (value instanceof JsonNull) {
            Elements.reportNull("Statement", value, problems);
        } else {
            problems.error("R-GRAM-05", value.span(), value.kind() + " is not a statement", "write an object");
        }
        unreadable.add(Integer.toString(index));
        return NOTHING;
    }

    private void report(PolicyKind.Violation violation, PolicySourceMap sources) {
        List<String> steps = violation.path().steps();
        if (steps.size() > 1 && steps.get(0).equals("Statement") && unreadable.contains(steps.get(1))) {
            return;
        }
        problems.error(violation.rule(), place(violation.path(), sources), violation.message(), violation.help());
    }

    /** A lack is shown at the opening brace, an element that may not be there at its name, the rest at the value. */
    private SourceSpan place(PolicyPath path, PolicySourceMap sources) {
        List<String> steps = path.steps();
        if (steps.isEmpty() || steps.size() == 2) {
            return sources.opening(path);
        }
        String last = steps.get(steps.size() - 1);
        for (Element element : Element.values()) {
            if (element.text().equals(last) && kind.requirement(element) == Requirement.FORBIDDEN) {
                return sources.nameSpan(path).orElseGet(() -> sources.opening(path));
            }
        }
        return sources.span(path).orElseGet(() -> sources.opening(path));
    }
}
