// SPDX-License-Identifier: Apache-2.0
package io.execward.lang;

import io.execward.diagnostic.Source;
import io.execward.diagnostic.SourceSpan;
import io.execward.lang.internal.parser.ExecParser;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.jspecify.annotations.Nullable;

/** Copies shape and places from the parse tree and judges nothing but what the tree could not hold: an element said twice. */
final class AstBuilder {
    private final Shapes shapes;
    private final StatementBuilder statements;
    private final TestBuilder tests;
    private final List<String> broken = new ArrayList<>();

    AstBuilder(Source source, Problems problems, Optional<Set<Integer>> loose) {
        this.shapes = new Shapes(source, problems, loose);
        this.statements = new StatementBuilder(shapes);
        this.tests = new TestBuilder(shapes);
    }

    /** What a {@code let} in which an error is would have named. */
    List<String> brokenNames() {
        return broken;
    }

    List<Item> items(ExecParser.FileContext file) {
        List<Item> items = new ArrayList<>();
        for (ExecParser.ItemContext context : file.item()) {
            item(context).ifPresent(items::add);
        }
        return items;
    }

    private Optional<Item> item(ExecParser.ItemContext context) {
        if (context.policy() != null) {
            return policy(context.policy());
        }
        if (context.test() != null) {
            return test(context.test());
        }
        if (!shapes.isWhole(context)) {
            if (context.let() != null && context.let().NAME() != null) {
                broken.add(context.let().NAME().getText());
            }
            return Optional.empty();
        }
        if (context.setting() != null) {
            return Optional.of(setting(context.setting()));
        }
        if (context.include() != null) {
            ExecParser.IncludeContext include = context.include();
            return Optional.of(new Item.Include(
                    shapes.span(include), shapes.text(include.STRING().getSymbol())));
        }
        return Optional.of(let(context.let()));
    }

    private Item setting(ExecParser.SettingContext context) {
        Item.Setting.Kind kind = switch (context.getStart().getType()) {
            case ExecParser.PARTITION -> Item.Setting.Kind.PARTITION;
            case ExecParser.ACCOUNT -> Item.Setting.Kind.ACCOUNT;
            default -> Item.Setting.Kind.REGION;
        };
        return new Item.Setting(shapes.span(context), kind, shapes.word(context.getStop()));
    }

    private Item let(ExecParser.LetContext context) {
        LetValue value;
        if (context.tags() != null) {
            value = new LetValue.Tags(shapes.tags(context.tags()));
        } else if (context.kind() != null) {
            value = new LetValue.Things(shapes.reference(context, context.kind(), context.values()));
        } else {
            value = new LetValue.Plain(shapes.values(context.values()));
        }
        return new Item.Let(shapes.span(context), shapes.word(context.NAME().getSymbol()), value);
    }

    private Optional<Item> test(ExecParser.TestContext context) {
        if (context.STRING() == null || isInvented(context.STRING().getSymbol())) {
            return Optional.empty();
        }
        return Optional.of(new TestBlock(
                span(context), shapes.text(context.STRING().getSymbol()), shapes.all(context.testItem(), tests::item)));
    }

    private Optional<Item> policy(ExecParser.PolicyContext context) {
        boolean headed = context.policyKind() != null
                && shapes.isWhole(context.policyKind())
                && context.STRING() != null
                && !isInvented(context.STRING().getSymbol());
        if (!headed) {
            return Optional.empty();
        }
        PolicyHead head = new PolicyHead(shapes);
        context.policyHead().stream().filter(shapes::isWhole).forEach(head::add);
        return Optional.of(new PolicyBlock(
                span(context),
                Shapes.kind(context.policyKind()),
                shapes.text(context.STRING().getSymbol()),
                head.holder(),
                head.resource(),
                head.level(),
                options(context.policyOption()),
                shapes.all(context.statement(), statements::statement)));
    }

    /** Recovery may put in what is missing. */
    private static boolean isInvented(Token token) {
        return token.getTokenIndex() < 0;
    }

    private SourceSpan span(ParserRuleContext context) {
        @Nullable Token stop = context.getStop();
        return shapes.span(context.getStart(), stop == null ? context.getStart() : stop);
    }

    private List<PolicyBlock.Option> options(List<ExecParser.PolicyOptionContext> contexts) {
        List<PolicyBlock.Option> options = new ArrayList<>();
        boolean version = false;
        boolean id = false;
        for (ExecParser.PolicyOptionContext context : contexts) {
            if (!shapes.isWhole(context)) {
                continue;
            }
            boolean isId = context.ID() != null;
            if (isId ? id : version) {
                Twice.report(shapes, context.getStart(), isId ? "the id" : "the version", "of the policy");
                continue;
            }
            id |= isId;
            version |= !isId;
            options.add(option(context));
        }
        return options;
    }

    private PolicyBlock.Option option(ExecParser.PolicyOptionContext context) {
        SourceSpan span = shapes.span(context);
        if (context.NO() != null) {
            return new PolicyBlock.Option.NoVersion(span);
        }
        Text text = shapes.text(context.STRING().getSymbol());
        return context.ID() != null
                ? new PolicyBlock.Option.Id(span, text)
                : new PolicyBlock.Option.Version(span, text);
    }
}
