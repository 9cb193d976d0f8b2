// SPDX-License-Identifier: Apache-2.0
package io.execward.cli;

import io.execward.diagnostic.SourceSpan;
import io.execward.evaluate.Blocker;
import io.execward.evaluate.Decision;
import io.execward.evaluate.DecisionPrinter;
import io.execward.evaluate.Fact;
import io.execward.evaluate.LayerDecision;
import io.execward.evaluate.Mismatch;
import io.execward.evaluate.ResourceDecision;
import io.execward.evaluate.StatementRef;
import io.execward.evaluate.Step;
import io.execward.evaluate.Undecided;
import io.execward.model.ConditionKey;
import io.execward.model.ConditionOperator;
import io.execward.model.ContextValue;
import io.execward.report.JsonLine;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An answer as one JSON object, for programs: {@code policy-cli/docs/simulate-json.md}. Every member is always there, in the same
 * order; what there is nothing to say about is {@code null} or an empty list.
 */
final class DecisionJson {
    private final JsonLine out;

    /** Writes parts of answers into a larger object. */
    DecisionJson(JsonLine out) {
        this.out = out;
    }

    static String print(Answer answer) {
        DecisionJson json = new DecisionJson(new JsonLine());
        json.answer(answer);
        return json.out.toString();
    }

    private void answer(Answer answer) {
        Decision decision = answer.decision();
        out.object(() -> {
            out.member("verdict", decision.verdict().name())
                    .member("action", decision.request().action().toString())
                    .member("principal", decision.request().principal().text());
            out.name("checks").list(decision.resources(), this::check);
            out.name("undecided");
            decision.undecided().ifPresentOrElse(this::undecided, out::nothing);
            out.name("fixes").strings(answer.fixes());
        });
    }

    void check(ResourceDecision check) {
        out.object(() -> {
            out.member("resource", check.resource().text())
                    .member("verdict", check.verdict().name());
            out.name("decidedBy").list(check.decidedBy(), this::statement);
            out.name("blockers").list(check.blockers(), this::blocker);
            out.name("layers").list(check.layers(), this::layer);
        });
    }

    private void blocker(Blocker blocker) {
        out.object(() -> {
            out.member("kind", blocker.kind().map(Enum::name))
                    .member("explicit", blocker.isExplicit())
                    .member("message", blocker.message());
            out.name("statements").list(blocker.statements(), this::statement);
        });
    }

    private void layer(LayerDecision layer) {
        out.object(() -> {
            out.member("kind", layer.kind().name())
                    .member("name", layer.name())
                    .member("outcome", layer.outcome().name())
                    .member("note", Optional.of(layer.note()).filter(note -> !note.isEmpty()));
            out.name("steps").list(layer.steps(), this::step);
        });
    }

    private void step(Step step) {
        out.object(() -> {
            place(step.statement());
            out.member("effect", step.effect().text());
            String outcome = step.outcome().match(applies -> "APPLIES", ruledOut -> "RULED_OUT", depends -> "DEPENDS");
            out.member("outcome", outcome);
            Optional<Mismatch> mismatch = step.outcome()
                    .match(
                            applies -> Optional.empty(),
                            ruledOut -> Optional.of(ruledOut.by()),
                            depends -> Optional.empty());
            out.name("mismatch");
            mismatch.ifPresentOrElse(by -> mismatch(step.statement(), by), out::nothing);
            List<ConditionKey> keys =
                    step.outcome().match(applies -> List.of(), ruledOut -> List.of(), depends -> depends.on());
            out.name("dependsOn").strings(keys.stream().map(ConditionKey::name).toList());
        });
    }

    void statement(StatementRef statement) {
        out.object(() -> place(statement));
    }

    private void place(StatementRef statement) {
        out.member("policy", statement.policy())
                .member("index", statement.index())
                .member("sid", statement.sid());
        Optional<SourceSpan> span = statement.span();
        out.member("file", span.map(it -> it.source().name()));
        position(span);
    }

    private void position(Optional<SourceSpan> span) {
        out.name("line");
        span.ifPresentOrElse(it -> out.number(it.position().line()), out::nothing);
        out.name("column");
        span.ifPresentOrElse(it -> out.number(it.position().column()), out::nothing);
    }

    private void mismatch(StatementRef statement, Mismatch mismatch) {
        Parts parts = mismatch.match(new PartsOf());
        out.object(() -> {
            out.member("type", parts.type()).member("path", mismatch.at().toString());
            position(statement.span(mismatch.at()));
            out.member("operator", parts.operator()).member("key", parts.key());
            out.name("needs").strings(parts.needs());
            out.name("was").strings(parts.was());
            out.member("message", DecisionPrinter.sentence(mismatch));
        });
    }

    void undecided(Undecided undecided) {
        out.object(() -> {
            out.name("facts").list(undecided.facts(), fact -> out.object(() -> fact(fact)));
            out.name("ways").list(undecided.ways(), this::way);
            out.member("exact", undecided.exact());
        });
    }

    private void way(Undecided.Way way) {
        out.object(() -> {
            out.member("verdict", way.verdict().name());
            out.name("values").list(way.values().entrySet(), this::value);
        });
    }

    private void value(Map.Entry<Fact, Undecided.Value> value) {
        out.object(() -> {
            fact(value.getKey());
            out.member("value", value.getValue().words()).name("example");
            if (value.getValue().example() instanceof ContextValue.Present present) {
                out.strings(present.values());
            } else {
                out.nothing();
            }
        });
    }

    private void fact(Fact fact) {
        out.member("key", fact.key().name()).member("resource", fact.resource());
    }

    /** What the kinds of mismatches have in common. */
    private record Parts(
            String type, Optional<String> operator, Optional<String> key, List<String> needs, List<String> was) {
        static Parts element(String type, List<String> needs, List<String> was) {
            return new Parts(type, Optional.empty(), Optional.empty(), needs, was);
        }

        static Parts condition(String type, String operator, ConditionKey key, List<String> needs, List<String> was) {
            return new Parts(type, Optional.of(operator), Optional.of(key.name()), needs, was);
        }
    }

    private record PartsOf() implements Mismatch.Cases<Parts> {
        @Override
        public Parts principalDiffers(Mismatch.PrincipalDiffers m) {
            return Parts.element("PRINCIPAL_DIFFERS", m.policyValues(), List.of(m.was()));
        }

        @Override
        public Parts actionDiffers(Mismatch.ActionDiffers m) {
            return Parts.element("ACTION_DIFFERS", m.policyValues(), List.of(m.was()));
        }

        @Override
        public Parts resourceDiffers(Mismatch.ResourceDiffers m) {
            return Parts.element("RESOURCE_DIFFERS", m.policyValues(), List.of(m.was()));
        }

        @Override
        public Parts keyAbsent(Mismatch.KeyAbsent m) {
            return condition("KEY_ABSENT", m.operator(), m.key(), m.needs(), List.of());
        }

        @Override
        public Parts keyPresent(Mismatch.KeyPresent m) {
            return Parts.condition("KEY_PRESENT", "Null", m.key(), List.of(), m.was());
        }

        @Override
        public Parts severalValues(Mismatch.SeveralValues m) {
            return condition("SEVERAL_VALUES", m.operator(), m.key(), List.of(), m.was());
        }

        @Override
        public Parts valueDiffers(Mismatch.ValueDiffers m) {
            return condition("VALUE_DIFFERS", m.operator(), m.key(), m.needs(), m.was());
        }

        private static Parts condition(
                String type, ConditionOperator operator, ConditionKey key, List<String> needs, List<String> was) {
            return Parts.condition(type, operator.text(), key, needs, was);
        }
    }
}
