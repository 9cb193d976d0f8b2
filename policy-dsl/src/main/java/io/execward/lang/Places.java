// SPDX-License-Identifier: Apache-2.0
package io.execward.lang;

import io.execward.diagnostic.Spelling;
import io.execward.lang.internal.parser.ExecParser;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.antlr.v4.runtime.Parser;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.RuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.TokenStream;
import org.jspecify.annotations.Nullable;

/** The places at which parsing can go on behind an error: where a statement, an expectation or an item of the file begins. */
final class Places {
    private static final Set<String> IN_POLICIES = Set.of("allow", "deny", "protect");
    private static final Set<String> IN_TESTS = Set.of("expect", "given", "under");
    private static final Set<String> IN_FILES =
            Set.of("policy", "test", "let", "include", "partition", "account", "region", "boundary");
    private static final Set<String> ANY_BEGINNING =
            Stream.of(IN_POLICIES, IN_TESTS, IN_FILES).flatMap(Set::stream).collect(Collectors.toUnmodifiableSet());

    /** True for what holds a list of things of which each can be wrong by itself. */
    static boolean isContainer(RuleContext context) {
        return switch (context.getRuleIndex()) {
            case ExecParser.RULE_file, ExecParser.RULE_policy, ExecParser.RULE_test -> true;
            default -> false;
        };
    }

    /**
     * Skips to the next place.
     *
     * @param around the rule that goes on there, or one within it; null for none
     */
    void skip(Parser parser, @Nullable ParserRuleContext around) {
        int container = container(around);
        TokenStream tokens = parser.getTokenStream();
        while (tokens.LA(1) != Token.EOF && !isPlace(tokens, container)) {
            parser.consume();
        }
    }

    private static int container(@Nullable ParserRuleContext context) {
        for (@Nullable RuleContext at = context; at != null; at = at.getParent()) {
            if (isContainer(at)) {
                return at.getRuleIndex();
            }
        }
        return ExecParser.RULE_file;
    }

    private static boolean isPlace(TokenStream tokens, int container) {
        boolean inside = switch (tokens.LA(1)) {
            case ExecParser.ALLOW, ExecParser.DENY, ExecParser.PROTECT -> container == ExecParser.RULE_policy;
            case ExecParser.GIVEN, ExecParser.UNDER, ExecParser.EXPECT, ExecParser.AS ->
                container == ExecParser.RULE_test;
            case ExecParser.RBRACE -> container != ExecParser.RULE_file && !closesTags(tokens);
            default -> false;
        };
        return inside || isItem(tokens, container) || isMisspelledBeginning(tokens, container);
    }

    /** True for a word that begins something, however it is spelled: nothing that came before it goes on there. */
    static boolean isBeginning(Token token) {
        return switch (token.getType()) {
            case ExecParser.NAME ->
                Spelling.nearest(token.getText(), Constructs.WORDS)
                        .filter(ANY_BEGINNING::contains)
                        .isPresent();
            case ExecParser.ALLOW,
                    ExecParser.DENY,
                    ExecParser.PROTECT,
                    ExecParser.EXPECT,
                    ExecParser.GIVEN,
                    ExecParser.LET,
                    ExecParser.INCLUDE -> true;
            default -> false;
        };
    }

    /** True for a word at the beginning of a line with which only an item of the file begins. */
    static boolean beginsItem(Token token) {
        boolean word = switch (token.getType()) {
            case ExecParser.LET,
                    ExecParser.INCLUDE,
                    ExecParser.TEST,
                    ExecParser.POLICY,
                    ExecParser.IDENTITY,
                    ExecParser.BOUNDARY,
                    ExecParser.PERMISSIONS,
                    ExecParser.SESSION,
                    ExecParser.SERVICE,
                    ExecParser.RESOURCE,
                    ExecParser.ENDPOINT,
                    ExecParser.TRUST -> true;
            default -> false;
        };
        return word && token.getCharPositionInLine() == 0;
    }

    private static boolean isMisspelledBeginning(TokenStream tokens, int container) {
        Token token = tokens.LT(1);
        if (token.getType() != ExecParser.NAME || isSameLine(tokens.LT(-1), token)) {
            return false;
        }
        Set<String> words = switch (container) {
            case ExecParser.RULE_policy -> IN_POLICIES;
            case ExecParser.RULE_test -> IN_TESTS;
            default -> IN_FILES;
        };
        return Spelling.nearest(token.getText(), Constructs.WORDS)
                .filter(words::contains)
                .isPresent();
    }

    private static boolean isSameLine(@Nullable Token before, Token token) {
        return before != null && before.getLine() == token.getLine();
    }

    /** The brace of a tag set is on the line of its beginning, or followed by more of the same statement. */
    private static boolean closesTags(TokenStream tokens) {
        return switch (tokens.LA(2)) {
            case ExecParser.CONTAINER,
                    ExecParser.WITH,
                    ExecParser.WITHOUT,
                    ExecParser.FROM,
                    ExecParser.AT,
                    ExecParser.IS,
                    ExecParser.IN,
                    ExecParser.OF,
                    ExecParser.ON,
                    ExecParser.BAR,
                    ExecParser.COMMA,
                    ExecParser.TAGGED,
                    ExecParser.THROUGH,
                    ExecParser.GIVEN,
                    ExecParser.AS,
                    ExecParser.UNDER,
                    ExecParser.EXPECT -> true;
            default -> false;
        };
    }

    private static boolean isItem(TokenStream tokens, int container) {
        return switch (tokens.LA(1)) {
            case ExecParser.LET, ExecParser.INCLUDE ->
                container == ExecParser.RULE_file || tokens.LT(1).getCharPositionInLine() == 0;
            case ExecParser.TEST -> tokens.LA(2) == ExecParser.STRING && tokens.LA(3) == ExecParser.LBRACE;
            case ExecParser.PARTITION, ExecParser.ACCOUNT, ExecParser.REGION -> container == ExecParser.RULE_file;
            default -> isPolicy(tokens);
        };
    }

    private static boolean isPolicy(TokenStream tokens) {
        int words = kindLength(tokens);
        if (words == 0 || tokens.LA(words + 1) != ExecParser.STRING) {
            return false;
        }
        return switch (tokens.LA(words + 2)) {
            case ExecParser.LBRACE, ExecParser.FOR, ExecParser.LEVEL, ExecParser.ON -> true;
            default -> false;
        };
    }

    /** How many words the kind of a policy has that begins here; 0 if none begins here. */
    private static int kindLength(TokenStream tokens) {
        return switch (tokens.LA(1)) {
            case ExecParser.POLICY, ExecParser.BOUNDARY -> 1;
            case ExecParser.PERMISSIONS,
                    ExecParser.IDENTITY,
                    ExecParser.SESSION,
                    ExecParser.ENDPOINT,
                    ExecParser.TRUST -> 2;
            case ExecParser.SERVICE -> 3;
            case ExecParser.RESOURCE -> tokens.LA(2) == ExecParser.CONTROL ? 3 : 2;
            default -> 0;
        };
    }
}
