// SPDX-License-Identifier: Apache-2.0
package io.execward.lang;

import io.execward.diagnostic.SourceSpan;
import io.execward.lang.internal.parser.ExecBaseVisitor;
import io.execward.lang.internal.parser.ExecParser;
import io.execward.model.PolicyKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.tree.TerminalNode;
import org.jspecify.annotations.Nullable;

/** Copies what stands in tests. */
final class TestBuilder {
    private final Shapes shapes;
    private final PartReader parts = new PartReader();
    private final TableBuilder tables;

    TestBuilder(Shapes shapes) {
        this.shapes = shapes;
        this.tables = new TableBuilder(shapes, this);
    }

    TestItem item(ExecParser.TestItemContext context) {
        if (context.given() != null) {
            return given(context.given());
        }
        if (context.caller() != null) {
            return caller(context.caller());
        }
        return context.under() != null ? under(context.under()) : new ExpectReader().visit(context.expect());
    }

    private TestItem given(ExecParser.GivenContext context) {
        SourceSpan span = shapes.span(context);
        if (context.ACCOUNT() != null) {
            return new TestItem.GivenAccount(span, shapes.value(context.value()));
        }
        Reference thing = new Reference(
                shapes.span(context.kind().getStart(), context.values().getStop()),
                shapes.type(context.kind()),
                shapes.values(context.values()));
        List<TestItem.Fact> facts = new ArrayList<>();
        context.fact().forEach(fact -> facts.add(new FactReader().visit(fact)));
        return new TestItem.Given(span, thing, facts);
    }

    private final class FactReader extends ExecBaseVisitor<TestItem.Fact> {
        @Override
        public TestItem.Fact visitTaggedFact(ExecParser.TaggedFactContext context) {
            return new TestItem.Fact.Tagged(shapes.span(context), shapes.tags(context.tagsValue()));
        }

        @Override
        public TestItem.Fact visitRelatedFact(ExecParser.RelatedFactContext context) {
            return new TestItem.Fact.Related(
                    shapes.span(context), shapes.reference(context, context.kind(), context.values()));
        }

        @Override
        public TestItem.Fact visitExecFact(ExecParser.ExecFactContext context) {
            return new TestItem.Fact.Exec(shapes.span(context), context.ENABLED() != null);
        }
    }

    private TestItem caller(ExecParser.CallerContext context) {
        ExecParser.CallerRefContext ref = context.callerRef();
        Value value = shapes.value(ref.value());
        Reference who = new Reference(
                shapes.span(ref.getStart(), ref.value().getStop()),
                shapes.type(ref.kind()),
                new Values(value.span(), List.of(value)));
        List<CallerFact> facts = new ArrayList<>();
        context.callerFact().forEach(fact -> facts.add(fact(fact)));
        return new TestItem.As(
                shapes.span(context),
                who,
                Optional.ofNullable(ref.STRING()).map(name -> shapes.text(name.getSymbol())),
                facts);
    }

    private CallerFact fact(ExecParser.CallerFactContext context) {
        return new CallerFactReader(shapes).visit(context);
    }

    private TestItem under(ExecParser.UnderContext context) {
        List<TestItem.PolicyReference> policies = new ArrayList<>();
        for (ExecParser.PolicyRefContext policy : context.policyRef()) {
            policies.add(new TestItem.PolicyReference(
                    shapes.span(policy),
                    Shapes.kind(policy.policyKind()),
                    shapes.text(policy.STRING().getSymbol())));
        }
        return new TestItem.Under(shapes.span(context), policies);
    }

    private final class ExpectReader extends ExecBaseVisitor<TestItem> {
        @Override
        public TestItem visitExpectOne(ExecParser.ExpectOneContext context) {
            return new TestItem.Expect(
                    shapes.span(context), operation(context.verb(), context.part()), outcome(context.outcome()));
        }

        @Override
        public TestItem visitExpectTable(ExecParser.ExpectTableContext context) {
            return tables.table(shapes.span(context), operation(context.verb(), context.part()), context.row());
        }
    }

    private Operation operation(ExecParser.VerbContext verb, List<ExecParser.PartContext> contexts) {
        List<Operation.Part> list = new ArrayList<>();
        if (verb.TASK_DEFINITION() != null) {
            list.add(started(verb.TASK_DEFINITION().getSymbol(), verb.values()));
        }
        contexts.forEach(part -> list.add(parts.visit(part)));
        Token last = contexts.isEmpty()
                ? verb.getStop()
                : contexts.get(contexts.size() - 1).getStop();
        return new Operation(
                shapes.span(verb.getStart(), last),
                verb(verb, list),
                Optional.ofNullable(verb.value()).map(shapes::value),
                list);
    }

    /** The task definition of {@code start}, which the grammar has in the verb: {@code start session} is another one. */
    private Operation.Part started(Token word, ExecParser.@Nullable ValuesContext values) {
        if (values == null) {
            return new Operation.Open(shapes.span(word), "", ResourceType.TASK_DEFINITION);
        }
        SourceSpan span = shapes.span(word, values.getStop());
        return new Operation.Things(
                span, "", new Reference(span, Optional.of(ResourceType.TASK_DEFINITION), shapes.values(values)));
    }

    private static Operation.Verb verb(ExecParser.VerbContext context, List<Operation.Part> parts) {
        return switch (context.getStart().getType()) {
            case ExecParser.EXEC -> Operation.Verb.EXEC;
            case ExecParser.START ->
                context.SESSION() != null ? Operation.Verb.START_SESSION : Operation.Verb.START_TASK;
            case ExecParser.TERMINATE -> Operation.Verb.TERMINATE_SESSION;
            case ExecParser.RESUME -> Operation.Verb.RESUME_SESSION;
            case ExecParser.RUN -> Operation.Verb.RUN_TASK;
            case ExecParser.CREATE -> Operation.Verb.CREATE_SERVICE;
            case ExecParser.UPDATE -> isCluster(parts) ? Operation.Verb.UPDATE_CLUSTER : Operation.Verb.UPDATE_SERVICE;
            case ExecParser.REGISTER -> Operation.Verb.REGISTER_TASK_DEFINITION;
            case ExecParser.DESCRIBE -> Operation.Verb.DESCRIBE_TASKS;
            case ExecParser.TAG -> Operation.Verb.TAG;
            case ExecParser.UNTAG -> Operation.Verb.UNTAG;
            default -> Operation.Verb.ACTION;
        };
    }

    /** What is updated stands first. */
    private static boolean isCluster(List<Operation.Part> parts) {
        Optional<ResourceType> first = parts.isEmpty() ? Optional.empty() : type(parts.get(0));
        return first.equals(Optional.of(ResourceType.CLUSTER));
    }

    private static Optional<ResourceType> type(Operation.Part part) {
        if (part instanceof Operation.Things things) {
            return things.reference().type();
        }
        return part instanceof Operation.Open open ? Optional.of(open.type()) : Optional.empty();
    }

    private final class PartReader extends ExecBaseVisitor<Operation.Part> {
        @Override
        public Operation.Part visitKindPart(ExecParser.KindPartContext context) {
            return new Operation.Things(
                    shapes.span(context),
                    preposition(context.preposition()),
                    shapes.reference(context, context.kind(), context.values()));
        }

        @Override
        public Operation.Part visitOpenPart(ExecParser.OpenPartContext context) {
            return new Operation.Open(
                    shapes.span(context),
                    preposition(context.preposition()),
                    Shapes.type(context.kind().getStart()));
        }

        @Override
        public Operation.Part visitResourcePart(ExecParser.ResourcePartContext context) {
            return new Operation.On(shapes.span(context), shapes.value(context.value()));
        }

        @Override
        public Operation.Part visitExecPart(ExecParser.ExecPartContext context) {
            return new Operation.Exec(shapes.span(context), context.ENABLED() != null);
        }

        @Override
        public Operation.Part visitTagsPart(ExecParser.TagsPartContext context) {
            return new Operation.Tags(shapes.span(context), shapes.tags(context.tags()));
        }

        @Override
        public Operation.Part visitTagKeysPart(ExecParser.TagKeysPartContext context) {
            return new Operation.TagKeys(shapes.span(context), shapes.words(context.tagKey()));
        }

        @Override
        public Operation.Part visitCallerPart(ExecParser.CallerPartContext context) {
            return fact(context.callerFact());
        }
    }

    private static String preposition(ExecParser.@Nullable PrepositionContext context) {
        return context == null ? "" : Constructs.word(context.getStart().getType());
    }

    private Outcome outcome(ExecParser.OutcomeContext context) {
        return outcome(shapes.span(context), context.verdict(), context.reason(), context.missing());
    }

    Outcome outcome(
            SourceSpan span,
            ExecParser.VerdictContext verdict,
            ExecParser.@Nullable ReasonContext reason,
            List<ExecParser.MissingContext> missing) {
        return new Outcome(
                span,
                verdict(verdict),
                Optional.ofNullable(reason).map(this::reason),
                missing.stream().map(this::missing).toList());
    }

    private static Outcome.Verdict verdict(ExecParser.VerdictContext context) {
        return switch (context.getStart().getType()) {
            case ExecParser.ALLOWED -> Outcome.Verdict.ALLOWED;
            case ExecParser.EXPLICITLY -> Outcome.Verdict.EXPLICITLY_DENIED;
            case ExecParser.IMPLICITLY -> Outcome.Verdict.IMPLICITLY_DENIED;
            case ExecParser.UNDECIDED -> Outcome.Verdict.UNDECIDED;
            default -> Outcome.Verdict.DENIED;
        };
    }

    private Outcome.Reason reason(ExecParser.ReasonContext context) {
        Optional<PolicyKind> layer = Optional.ofNullable(context.policyKind()).map(Shapes::kind);
        return new Outcome.Reason(shapes.span(context), layer, name(context.STRING()));
    }

    Optional<Text> name(@Nullable TerminalNode string) {
        return Optional.ofNullable(string).map(text -> shapes.text(text.getSymbol()));
    }

    private Outcome.Missing missing(ExecParser.MissingContext context) {
        Outcome.Missing.Kind kind = switch (context.getStart().getType()) {
            case ExecParser.TASK -> Outcome.Missing.Kind.TASK_TAG;
            case ExecParser.CLUSTER -> Outcome.Missing.Kind.CLUSTER_TAG;
            case ExecParser.CALLER -> Outcome.Missing.Kind.CALLER_TAG;
            case ExecParser.CONTAINER -> Outcome.Missing.Kind.CONTAINER;
            case ExecParser.MFA -> Outcome.Missing.Kind.MFA;
            case ExecParser.ADDRESS -> Outcome.Missing.Kind.ADDRESS;
            case ExecParser.TIME -> Outcome.Missing.Kind.TIME;
            default -> Outcome.Missing.Kind.KEY;
        };
        Optional<Word> detail = switch (kind) {
            case TASK_TAG, CLUSTER_TAG, CALLER_TAG -> Optional.of(shapes.word(context.tagKey()));
            case KEY -> Optional.of(shapes.word(context.getStart()));
            case CONTAINER, MFA, ADDRESS, TIME -> Optional.empty();
        };
        return new Outcome.Missing(shapes.span(context), kind, detail);
    }
}
