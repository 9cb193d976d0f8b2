// SPDX-License-Identifier: Apache-2.0
package io.execward.evaluate;

import io.execward.diagnostic.SourceSpan;
import io.execward.model.PolicyPath;
import io.execward.model.Resource;
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
        out.append(decision.verdict())
                .append("  ")
                .append(decision.request().action())
                .append("\n  by ")
                .append(decision.request().principal().text())
                .append('\n');
        for (ResourceDecision resource : decision.resources()) {
            out.append(print(resource));
        }
        decision.undecided().ifPresent(undecided -> out.append(print(undecided)));
        return out.toString();
    }

    /** One resource's part of the explanation. */
    public static String print(ResourceDecision decision) {
        StringBuilder out = new StringBuilder();
        Resource resource = decision.resource();
        out.append("  on ")
                .append(resource.text())
                .append("  ")
                .append(decision.verdict())
                .append('\n');
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
            out.append("    not supplied: ").append(missing).append('\n');
        }
        for (int i = 0; i < decision.blockers().size(); i++) {
            Blocker blocker = decision.blockers().get(i);
            out.append(i == 0 ? "    because " : "    and also, ").append(blocker.message());
            if (blocker.isExplicit()) {
                out.append(": ")
                        .append(blocker.statements().stream()
                                .map(StatementRef::toString)
                                .collect(Collectors.joining(", ")));
            }
            out.append('\n');
        }
        return out.toString();
    }

    /** What is not known, and what follows from each way it can fall. */
    public static String print(Undecided undecided) {
        StringBuilder out = new StringBuilder("  it depends on ");
        out.append(undecided.facts().stream().map(Fact::toString).collect(Collectors.joining(", ")));
        out.append(undecided.exact() ? "\n" : ", as far as could be told apart\n");
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
            out.append("    ")
                    .append(way.verdict())
                    .append("  if ")
                    .append(values)
                    .append('\n');
        }
        return out.toString();
    }

    private static void append(StringBuilder out, LayerDecision layer) {
        boolean level = !layer.name().equals(layer.kind().text());
        out.append("    ")
                .append(layer.kind().text())
                .append(level ? " (" + layer.name() + ")" : "")
                .append(": ");
        out.append(
                switch (layer.outcome()) {
                    case NOT_SUPPLIED -> "not supplied";
                    case NOT_CONSULTED -> "not consulted, " + layer.note();
                    case DENIES -> "denies";
                    case ALLOWS -> "allows";
                    case NO_ALLOW -> layer.steps().isEmpty() ? "has no statement" : "no statement allows it";
                    case UNDECIDED -> "depends on what is not known";
                });
        out.append('\n');
        for (Step step : layer.steps()) {
            out.append("      ")
                    .append(step.statement())
                    .append("  ")
                    .append(step.effect().text())
                    .append("  ")
                    .append(sentence(step))
                    .append('\n');
        }
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
        int statement = line(step.statement().span());
        int element = line(step.statement().span(mismatch.at()));
        return element > statement ? " in line " + element : "";
    }

    private static int line(Optional<SourceSpan> span) {
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
