// SPDX-License-Identifier: Apache-2.0
package io.execward.report;

import static java.util.stream.Collectors.joining;

import io.execward.evaluate.StatementRef;
import io.execward.model.Arn;
import io.execward.model.ConditionKey;
import io.execward.model.Context;
import io.execward.model.ContextValue;
import io.execward.model.PolicyKind;
import io.execward.model.Request;
import io.execward.model.Resource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Requests and statements as people read them. */
final class RequestWords {
    private RequestWords() {}

    /** Such as {@code ecs:ExecuteCommand on task/prod/0a1b with aws:ResourceTag/team=web}. */
    static String of(Request request) {
        String on = request.resources().stream().map(RequestWords::name).collect(joining(" and "));
        List<String> facts = new ArrayList<>();
        for (Resource resource : request.resources()) {
            Context context = request.context().plus(resource.context());
            for (ConditionKey key : context.keys()) {
                if (context.get(key) instanceof ContextValue.Present present && isTelling(key)) {
                    String fact = key.name() + "=" + String.join(",", present.values());
                    if (!facts.contains(fact)) {
                        facts.add(fact);
                    }
                }
            }
        }
        return request.action() + " on " + on + (facts.isEmpty() ? "" : " with " + String.join(", ", facts));
    }

    /** What follows from who calls and what for is not worth the reader's time. */
    private static boolean isTelling(ConditionKey key) {
        String name = key.folded();
        return !(name.equals("aws:principalarn")
                || name.equals("aws:principalaccount")
                || name.equals("aws:principaltype")
                || name.equals("aws:principalisawsservice")
                || name.equals("aws:requestedregion")
                || name.equals("aws:resourceaccount")
                || name.equals("aws:username")
                || name.equals("aws:userid")
                || name.equals("ecs:cluster")
                || name.equals("ecs:task"));
    }

    private static String name(Resource resource) {
        return resource.arn()
                .filter(arn -> arn.service().equals("ecs"))
                .map(Arn::resource)
                .filter(text -> !text.isEmpty())
                .orElse(resource.text());
    }

    /** Such as {@code identity policy DevExec, file.json:12:3 (Sid)}. */
    static String of(StatementRef ref) {
        String kind = ref.kind().name().toLowerCase(Locale.ROOT).replace('_', ' ');
        return kind + " policy " + ref.policy() + ", "
                + ref.span().map(Object::toString).orElseGet(() -> "statement " + (ref.index() + 1))
                + ref.sid().map(sid -> " (" + sid + ")").orElse("");
    }

    /** The caller's own policies, then those that only leave room. */
    static List<StatementRef> tellingFirst(List<StatementRef> refs) {
        List<StatementRef> sorted = new ArrayList<>();
        refs.stream().filter(ref -> ref.kind() == PolicyKind.IDENTITY).forEach(sorted::add);
        refs.stream().filter(ref -> ref.kind() != PolicyKind.IDENTITY).forEach(sorted::add);
        return sorted;
    }

    /** Those that grant; what only leaves room, such as an organization's Allow of everything, is not worth the reader's time. */
    static List<StatementRef> granting(List<StatementRef> refs) {
        List<StatementRef> own =
                refs.stream().filter(ref -> ref.kind() == PolicyKind.IDENTITY).toList();
        return own.isEmpty() ? refs : own;
    }
}
