// SPDX-License-Identifier: Apache-2.0
package io.execward.evaluate;

import io.execward.diagnostic.SourceSpan;
import io.execward.diagnostic.Visible;
import io.execward.model.PolicyPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Prints decisions for people: verdict, then each resource layer by layer, then what blocks and what is not known. */
public final class DecisionPrinter {
    private static final int MAX_VALUES = 4;

    private DecisionPrinter() {}

    /** The whole explanation; ends with a line break. */
    public static String print(Decision decision) {
        StringBuilder out = new StringBuilder();
        line(out, 0, decision.verdict() + "  " + decision.request().action());
        line(out, 1, "by " + decision.request().principal().text());
        for (ResourceDecision resource : decision.resources()) {
            out.append(print(resource));
        }
        decision.undecided().ifPresent(undecided -> out.append(print(undecided)));
        return out.toString();
    }

    /** One resource's part of the explanation. */
    public static String print(ResourceDecision decision) {
        StringBuilder out = new StringBuilder();
        line(out, 1, "on " + decision.resource().text() + "  " + decision.verdict());
        for (LayerDecision layer : decision.layers()) {
            if (layer.outcome() != LayerDecision.Outcome.NOT_SUPPLIED) {
                append(out, layer);
            }
        }
        String missing = decision.layers().stream()
                .filter(layer -> layer.outcome() == LayerDecision.Outcome.NOT_SUPPLIED)
                .map(layer -> layer.kind().text())
                .collect(Collectors.joining(", "));
        if (!missing.isEmpty()) {
            line(out, 2, "not supplied: " + missing);
        }
        for (int i = 0; i < decision.blockers().size(); i++) {
            Blocker blocker = decision.blockers().get(i);
            String statements =
                    blocker.statements().stream().map(StatementRef::toString).collect(Collectors.joining(", "));
            line(
                    out,
                    2,
                    (i == 0 ? "because " : "and also, ")
                            + blocker.message()
                            + (blocker.isExplicit() ? ": " + statements : ""));
        }
        return out.toString();
    }

    /** What is not known, and what follows from each way it can fall. */
    public static String print(Undecided undecided) {
        StringBuilder out = new StringBuilder();
        String facts = undecided.facts().stream().map(Fact::toString).collect(Collectors.joining(", "));
        line(out, 1, "it depends on " + facts + (undecided.exact() ? "" : ", as far as could be told apart"));
        List<Undecided.Way> ways = new ArrayList<>(undecided.ways());
        ways.sort((a, b) -> a.verdict().compareTo(b.verdict()));
        boolean namesResources =
                undecided.facts().stream().map(Fact::key).distinct().count()
                        < undecided.facts().size();
        for (Undecided.Way way : ways) {
            String values = way.values().entrySet().stream()
                    .map(value ->
                            (namesResources ? value.getKey() : value.getKey().key()) + " is "
                                    + value.getValue().words())
                    .collect(Collectors.joining(" and "));
            line(out, 2, way.verdict() + "  if " + values);
        }
        return out.toString();
    }

    private static void append(StringBuilder out, LayerDecision layer) {
        boolean level = !layer.name().equals(layer.kind().text());
        line(out, 2, layer.kind().text() + (level ? " (" + layer.name() + ")" : "") + ": " + outcome(layer));
        for (Step step : layer.steps()) {
            line(out, 3, step.statement() + "  " + step.effect().text() + "  " + sentence(step));
        }
    }

    private static String outcome(LayerDecision layer) {
        return switch (layer.outcome()) {
            case NOT_SUPPLIED -> "not supplied";
            case NOT_CONSULTED -> "not consulted, " + layer.note();
            case DENIES -> "denies";
            case ALLOWS -> "allows";
            case NO_ALLOW -> layer.steps().isEmpty() ? "has no statement" : "no statement allows it";
            case UNDECIDED -> "depends on what is not known";
        };
    }

    /** What policies and requests say cannot break the line or steer a terminal. */
    private static void line(StringBuilder out, int indent, String text) {
        out.append("  ".repeat(indent)).append(Visible.line(text)).append('\n');
    }

    private static String sentence(Step step) {
        return step.outcome()
                .match(
                        applies -> "applies",
                        ruledOut -> "ruled out" + place(step, ruledOut.by()) + ": " + sentence(ruledOut.by()),
                        depends -> "depends on "
                                + depends.on().stream().map(Object::toString).collect(Collectors.joining(", ")));
    }

    /** The line of the element, where it is not the statement's own. */
    private static String place(Step step, Mismatch mismatch) {
        int statement = lineOf(step.statement().span());
        int element = lineOf(step.statement().span(mismatch.at()));
        return element > statement ? " in line " + element : "";
    }

    private static int lineOf(Optional<SourceSpan> span) {
        return span.map(s -> s.position().line()).orElse(0);
    }

    /** Why a statement does not apply, in words. */
    public static String sentence(Mismatch mismatch) {
        return mismatch.match(new Mismatch.Cases<String>() {
            @Override
            public String principalDiffers(Mismatch.PrincipalDiffers m) {
                return m.policyValues().isEmpty()
                        ? "it names no principal, so it matches nobody"
                        : listed(m.at(), m.policyValues(), "`" + m.was() + "`");
            }

            @Override
            public String actionDiffers(Mismatch.ActionDiffers m) {
                return listed(m.at(), m.policyValues(), "`" + m.was() + "`");
            }

            @Override
            public String resourceDiffers(Mismatch.ResourceDiffers m) {
                return listed(m.at(), m.policyValues(), "this resource");
            }

            @Override
            public String keyAbsent(Mismatch.KeyAbsent m) {
                return m.key() + " is absent, " + m.operator() + " needs " + values(m.needs());
            }

            @Override
            public String keyPresent(Mismatch.KeyPresent m) {
                return m.key() + " was " + values(m.was()) + ", Null needs it absent";
            }

            @Override
            public String severalValues(Mismatch.SeveralValues m) {
                return m.key() + " has " + m.was().size() + " values, " + m.operator()
                        + " without a set operator takes one";
            }

            @Override
            public String valueDiffers(Mismatch.ValueDiffers m) {
                return m.key() + " was " + values(m.was()) + ", " + m.operator() + " needs " + values(m.needs());
            }
        });
    }

    private static String listed(PolicyPath at, List<String> policyValues, String what) {
        String element = at.steps().get(at.steps().size() - 1);
        String verb = element.startsWith("Not") ? " exempts " : " does not match ";
        return element + " " + values(policyValues) + verb + what;
    }

    private static String values(List<String> values) {
        if (values.isEmpty()) {
            return "nothing";
        }
        String shown = values.stream()
                .limit(MAX_VALUES)
                .map(value -> "`" + value + "`")
                .collect(Collectors.joining(", "));
        return values.size() <= MAX_VALUES ? shown : shown + " and " + (values.size() - MAX_VALUES) + " more";
    }
}
