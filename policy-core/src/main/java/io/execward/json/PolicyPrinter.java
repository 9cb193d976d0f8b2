// SPDX-License-Identifier: Apache-2.0
package io.execward.json;

import io.execward.model.Condition;
import io.execward.model.ConditionOperator;
import io.execward.model.Policy;
import io.execward.model.PolicyPath;
import io.execward.model.PrincipalPattern;
import io.execward.model.Scope;
import io.execward.model.Statement;
import java.util.ArrayList;
import java.util.List;

/** Writes a policy as JSON. */
final class PolicyPrinter {
    private final JsonWriter out;
    private final WrittenForms forms;

    private PolicyPrinter(JsonWriter out, WrittenForms forms) {
        this.out = out;
        this.forms = forms;
    }

    static String print(Policy policy, boolean indented, WrittenForms forms) {
        JsonWriter out = new JsonWriter(indented);
        new PolicyPrinter(out, forms).policy(policy);
        return out.toString();
    }

    private void policy(Policy policy) {
        out.open('{');
        policy.version().ifPresent(version -> member("Version", version.text()));
        policy.id().ifPresent(id -> member("Id", id));
        out.name("Statement");
        boolean list = forms.isList(
                PolicyPath.ROOT.member("Statement"), policy.statements().size());
        if (list) {
            out.open('[');
        }
        for (int i = 0; i < policy.statements().size(); i++) {
            if (list) {
                out.item();
            }
            statement(policy.statements().get(i), PolicyPath.statement(i));
        }
        if (list) {
            out.close(']');
        }
        out.close('}');
    }

    private void statement(Statement statement, PolicyPath path) {
        out.open('{');
        statement.sid().ifPresent(sid -> member("Sid", sid));
        member("Effect", statement.effect().text());
        statement.principals().ifPresent(scope -> principals(scope, path.member(name(scope, "Principal"))));
        Scope<?> actions = statement.actions();
        list(name(actions, "Action"), texts(actions), path);
        statement.resources().ifPresent(scope -> list(name(scope, "Resource"), texts(scope), path));
        conditions(statement.conditions(), path.member("Condition"));
        out.close('}');
    }

    private void principals(Scope<PrincipalPattern> scope, PolicyPath path) {
        out.name(name(scope, "Principal"));
        List<PrincipalPattern> patterns = scope.patterns();
        if (patterns.equals(List.of(new PrincipalPattern.Anyone()))) {
            out.string("*");
            return;
        }
        out.open('{');
        if (patterns.isEmpty() && !forms.isEmptyObject(path)) {
            list(PrincipalPattern.Member.AWS.text(), List.of(), path);
        }
        for (int from = 0; from < patterns.size(); ) {
            PrincipalPattern.Member member = patterns.get(from).member();
            List<String> texts = new ArrayList<>();
            int to = from;
            while (to < patterns.size() && patterns.get(to).member() == member) {
                texts.add(patterns.get(to).text());
                to++;
            }
            list(member.text(), texts, path);
            from = to;
        }
        out.close('}');
    }

    private void conditions(List<Condition> conditions, PolicyPath path) {
        if (conditions.isEmpty() && !forms.isEmptyObject(path)) {
            return;
        }
        out.name("Condition");
        out.open('{');
        for (int at = 0; at < conditions.size(); ) {
            ConditionOperator operator = conditions.get(at).operator();
            PolicyPath below = path.member(operator.text());
            out.name(operator.text());
            out.open('{');
            for (; at < conditions.size() && conditions.get(at).operator().equals(operator); at++) {
                list(conditions.get(at).key().name(), conditions.get(at).values(), below);
            }
            out.close('}');
        }
        out.close('}');
    }

    private void list(String name, List<String> texts, PolicyPath parent) {
        PolicyPath path = parent.member(name);
        boolean list = forms.isList(path, texts.size());
        out.name(name);
        if (list) {
            out.open('[');
        }
        for (int i = 0; i < texts.size(); i++) {
            if (list) {
                out.item();
            }
            if (forms.isBare(path, i, texts.get(i))) {
                out.bare(texts.get(i));
            } else {
                out.string(texts.get(i));
            }
        }
        if (list) {
            out.close(']');
        }
    }

    private void member(String name, String text) {
        out.name(name);
        out.string(text);
    }

    private static String name(Scope<?> scope, String element) {
        return scope instanceof Scope.AllExcept ? "Not" + element : element;
    }

    private static List<String> texts(Scope<?> scope) {
        List<String> texts = new ArrayList<>(scope.patterns().size());
        scope.patterns().forEach(pattern -> texts.add(pattern.toString()));
        return texts;
    }
}
