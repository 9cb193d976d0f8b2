// SPDX-License-Identifier: Apache-2.0
package io.execward.lang;

import io.execward.diagnostic.Diagnostic;
import io.execward.diagnostic.SourceSpan;
import io.execward.lang.StatementText.Elements;
import io.execward.lang.StatementText.Listing;
import io.execward.lang.StatementText.OperatorText;
import io.execward.lang.StatementText.PrincipalText;
import io.execward.model.CaseFolding;
import io.execward.model.ConditionOperator;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A statement in the words of IAM: its names are resolved, its conditions stand below their operators. */
final class GeneralLowering {
    private final Names names;
    private final Problems problems;
    private final CatalogWarnings catalog;

    GeneralLowering(Names names, Problems problems, CatalogWarnings catalog) {
        this.names = names;
        this.problems = problems;
        this.catalog = catalog;
    }

    /** Writes the statement; false if it is not written because something is wrong, which is reported. */
    boolean write(Stmt.General statement, StatementText writer) {
        int before = problems.errorCount();
        Optional<PrincipalText> principals = statement.principals().map(this::principals);
        Optional<Listing> actions = statement.actions().map(list -> listing(list, "Action"));
        Optional<Listing> resources = statement.resources().map(list -> listing(list, "Resource"));
        List<OperatorText> operators = operators(statement.conditions());
        if (problems.errorCount() > before) {
            return false;
        }
        actions.ifPresent(list -> list.values().forEach(catalog::checkAction));
        statement.conditions().forEach(test -> catalog.checkKey(test.key()));
        writer.write(new Elements(
                statement.span(),
                statement.sid().map(sid -> new Resolved(sid.span(), Optional.empty(), sid.value())),
                statement.effect().text(),
                principals,
                actions,
                resources,
                operators));
        return true;
    }

    private Listing listing(Stmt.Listed list, String element) {
        return new Listing(
                list.except() ? "Not" + element : element, list.span(), names.values(list.values(), problems));
    }

    private PrincipalText principals(Stmt.Principals principals) {
        Map<String, List<Resolved>> members = new LinkedHashMap<>();
        for (Stmt.PrincipalItem item : principals.items()) {
            members.computeIfAbsent(item.member(), member -> new ArrayList<>())
                    .addAll(names.values(new Values(item.span(), List.of(item.value())), problems));
        }
        if (members.isEmpty() && !principals.anyone()) {
            members.put("AWS", List.of());
        }
        List<Listing> listings = new ArrayList<>();
        members.forEach((member, values) -> listings.add(new Listing(member, principals.span(), values)));
        String name = principals.except() ? "NotPrincipal" : "Principal";
        return new PrincipalText(name, principals.span(), principals.anyone(), listings);
    }

    private List<OperatorText> operators(List<Stmt.Test> tests) {
        Map<String, List<Stmt.Test>> groups = new LinkedHashMap<>();
        for (Stmt.Test test : tests) {
            String written = test.operator().text();
            String name =
                    ConditionOperator.of(written).map(ConditionOperator::text).orElse(written);
            if (!name.equals(written)) {
                problems.warning(
                        "R-GRAM-17",
                        test.operator().span(),
                        "`" + written + "` is not how the operator is documented",
                        "write `" + name + "`");
            }
            groups.computeIfAbsent(name, key -> new ArrayList<>()).add(test);
        }
        List<OperatorText> operators = new ArrayList<>();
        groups.forEach((name, group) ->
                operators.add(new OperatorText(name, group.get(0).operator().span(), keys(name, group))));
        return operators;
    }

    private List<Listing> keys(String operator, List<Stmt.Test> tests) {
        Map<String, SourceSpan> seen = new HashMap<>();
        List<Listing> keys = new ArrayList<>();
        for (Stmt.Test test : tests) {
            String key = test.key().value();
            @Nullable SourceSpan before = seen.putIfAbsent(CaseFolding.fold(key), test.span());
            if (before != null) {
                problems.accept(Diagnostic.error(
                                "R-GRAM-07",
                                test.key().span(),
                                "`" + operator + "` tests `" + key + "` twice",
                                "list all values in one condition")
                        .withRelated(before, "here it is tested first"));
            }
            keys.add(new Listing(key, test.key().span(), test.span(), names.values(test.values(), problems)));
        }
        return keys;
    }
}
