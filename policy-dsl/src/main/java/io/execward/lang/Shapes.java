// SPDX-License-Identifier: Apache-2.0
package io.execward.lang;

import io.execward.diagnostic.Source;
import io.execward.diagnostic.SourceSpan;
import io.execward.lang.internal.parser.ExecParser;
import io.execward.model.PolicyKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.tree.ErrorNode;
import org.antlr.v4.runtime.tree.ParseTree;
import org.jspecify.annotations.Nullable;

/** Copies the small parts of a parse tree, which all others are made of. */
final class Shapes {
    private final Source source;
    private final Problems problems;
    private final Optional<Set<Integer>> loose;

    /** @param loose tokens behind which something wrong stands; empty if the text has no syntax error, and nobody need look */
    Shapes(Source source, Problems problems, Optional<Set<Integer>> loose) {
        this.source = source;
        this.problems = problems;
        this.loose = loose;
    }

    Problems problems() {
        return problems;
    }

    /** The contexts in which no error is, copied. */
    <C extends ParserRuleContext, T> List<T> all(List<C> contexts, Function<C, T> copy) {
        List<T> all = new ArrayList<>(contexts.size());
        for (C context : contexts) {
            if (isWhole(context)) {
                all.add(copy.apply(context));
            }
        }
        return all;
    }

    boolean isWhole(ParserRuleContext context) {
        if (loose.isEmpty()) {
            return true;
        }
        return !isBroken(context) && !loose.get().contains(context.getStop().getTokenIndex());
    }

    private static boolean isBroken(ParserRuleContext context) {
        if (context.exception != null || context.getStop() == null || context.getChildCount() == 0) {
            return true;
        }
        for (int i = 0; i < context.getChildCount(); i++) {
            ParseTree child = context.getChild(i);
            boolean broken = child instanceof ParserRuleContext inner ? isBroken(inner) : child instanceof ErrorNode;
            if (broken) {
                return true;
            }
        }
        return false;
    }

    SourceSpan span(ParserRuleContext context) {
        return span(context.getStart(), context.getStop());
    }

    SourceSpan span(Token token) {
        return span(token, token);
    }

    SourceSpan span(Token first, Token last) {
        return source.span(first.getStartIndex(), Math.max(first.getStartIndex(), last.getStopIndex() + 1));
    }

    /** The place behind a token. */
    SourceSpan behind(Token token) {
        return source.span(token.getStopIndex() + 1, token.getStopIndex() + 1);
    }

    Text text(Token string) {
        return new Text(span(string), string(string));
    }

    private String string(Token string) {
        return Strings.value(source, string.getStartIndex(), string.getStopIndex() + 1, problems);
    }

    Optional<Text> because(ExecParser.@Nullable BecauseContext context) {
        return context == null
                ? Optional.empty()
                : Optional.of(text(context.STRING().getSymbol()));
    }

    /** A word or a string that means itself. */
    Word word(Token token) {
        boolean quoted = token.getType() == ExecParser.STRING;
        return new Word(span(token), quoted ? string(token) : token.getText(), quoted);
    }

    Word word(ExecParser.TagKeyContext context) {
        return word(context.getStart());
    }

    List<Word> words(List<ExecParser.TagKeyContext> contexts) {
        return contexts.stream().map(this::word).toList();
    }

    Value value(ExecParser.ValueContext context) {
        Token token = context.getStart();
        return switch (token.getType()) {
            case ExecParser.NAME -> new Value.Name(span(token), token.getText());
            case ExecParser.NUMBER -> new Value.Literal(span(token), token.getText(), false);
            default -> new Value.Literal(span(token), string(token), true);
        };
    }

    Values values(ExecParser.ValuesContext context) {
        return new Values(
                span(context), context.value().stream().map(this::value).toList());
    }

    Reference reference(
            ParserRuleContext place, ExecParser.@Nullable KindContext kind, ExecParser.ValuesContext values) {
        Token first = kind == null ? values.getStart() : kind.getStart();
        return new Reference(span(first, place.getStop()), type(kind), values(values));
    }

    Optional<ResourceType> type(ExecParser.@Nullable KindContext kind) {
        return kind == null ? Optional.empty() : Optional.of(type(kind.getStart()));
    }

    static ResourceType type(Token token) {
        return switch (token.getType()) {
            case ExecParser.CLUSTER -> ResourceType.CLUSTER;
            case ExecParser.TASK -> ResourceType.TASK;
            case ExecParser.TASK_DEFINITION -> ResourceType.TASK_DEFINITION;
            case ExecParser.SERVICE -> ResourceType.SERVICE;
            case ExecParser.CONTAINER -> ResourceType.CONTAINER;
            case ExecParser.INSTANCE -> ResourceType.INSTANCE;
            case ExecParser.ROLE -> ResourceType.ROLE;
            case ExecParser.USER -> ResourceType.USER;
            case ExecParser.KEY -> ResourceType.KEY;
            case ExecParser.DOCUMENT -> ResourceType.DOCUMENT;
            default -> ResourceType.SESSION;
        };
    }

    TagSet tags(ExecParser.TagsValueContext context) {
        if (context.tags() != null) {
            return tags(context.tags());
        }
        return new Value.Name(span(context.getStart()), context.getStart().getText());
    }

    TagSet.Written tags(ExecParser.TagsContext context) {
        List<TagSet.Tag> tags = new ArrayList<>();
        for (ExecParser.TagEntryContext entry : context.tagEntry()) {
            tags.add(new TagSet.Tag(span(entry), word(entry.tagKey()), value(entry.value())));
        }
        return new TagSet.Written(span(context), tags);
    }

    Age age(ExecParser.DurationContext context) {
        Token count = context.NUMBER().getSymbol();
        long number = 1;
        if (count.getText().length() > 9) {
            problems.error(
                    "LANG-015",
                    span(count),
                    "`" + count.getText() + "` is more than a length of time can have",
                    "write at most nine digits");
        } else {
            number = Long.parseLong(count.getText());
        }
        String unit = switch (context.getStop().getType()) {
            case ExecParser.SECONDS -> "second";
            case ExecParser.MINUTES -> "minute";
            case ExecParser.HOURS -> "hour";
            default -> "day";
        };
        return new Age(span(context), number, unit);
    }

    static PolicyKind kind(ExecParser.PolicyKindContext context) {
        return switch (context.getStart().getType()) {
            case ExecParser.PERMISSIONS, ExecParser.BOUNDARY -> PolicyKind.PERMISSIONS_BOUNDARY;
            case ExecParser.SESSION -> PolicyKind.SESSION;
            case ExecParser.SERVICE -> PolicyKind.SERVICE_CONTROL;
            case ExecParser.RESOURCE -> context.CONTROL() != null ? PolicyKind.RESOURCE_CONTROL : PolicyKind.RESOURCE;
            case ExecParser.ENDPOINT -> PolicyKind.VPC_ENDPOINT;
            case ExecParser.TRUST -> PolicyKind.ROLE_TRUST;
            default -> PolicyKind.IDENTITY;
        };
    }
}
