// SPDX-License-Identifier: Apache-2.0
package io.execward.lang;

import io.execward.diagnostic.Source;
import io.execward.diagnostic.SourceSpan;
import io.execward.diagnostic.Spelling;
import io.execward.lang.internal.parser.ExecParser;
import java.util.BitSet;
import java.util.HashSet;
import java.util.Set;
import org.antlr.v4.runtime.DefaultErrorStrategy;
import org.antlr.v4.runtime.InputMismatchException;
import org.antlr.v4.runtime.Parser;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.atn.ATNState;
import org.antlr.v4.runtime.misc.IntervalSet;
import org.antlr.v4.runtime.misc.ParseCancellationException;
import org.jspecify.annotations.Nullable;

/**
 * Goes on behind an error, so that all errors of a file are found, and tells each in our own words. What follows an error is not
 * trusted before the next statement begins: until then nothing more is reported.
 */
final class Recovery extends DefaultErrorStrategy {
    private static final BitSet BEGINNINGS = new BitSet();

    static {
        for (int type : new int[] {
            ExecParser.ALLOW,
            ExecParser.DENY,
            ExecParser.PROTECT,
            ExecParser.LET,
            ExecParser.INCLUDE,
            ExecParser.GIVEN,
            ExecParser.UNDER,
            ExecParser.EXPECT,
            ExecParser.LBRACE,
            ExecParser.RBRACE
        }) {
            BEGINNINGS.set(type);
        }
    }

    private final Source source;
    private final Problems problems;
    private final Places places = new Places();
    private final Set<Integer> loose = new HashSet<>();
    private int lastTold = -1;
    private int landed = -1;

    Recovery(Source source, Problems problems) {
        this.source = source;
        this.problems = problems;
    }

    /** Leaves the rule that failed, at a place where the rules around it can go on. */
    @Override
    public void recover(Parser recognizer, RecognitionException e) {
        int index = recognizer.getInputStream().index();
        boolean again = lastErrorIndex == index && lastErrorStates.contains(recognizer.getState());
        if (again) {
            recognizer.consume();
        }
        if (lastErrorIndex != index) {
            lastErrorStates = new IntervalSet();
        }
        lastErrorIndex = index;
        lastErrorStates.add(recognizer.getState());
        skip(recognizer, recognizer.getContext().getParent());
    }

    /** A misspelled beginning is an error of its own. */
    private void skip(Parser recognizer, @Nullable ParserRuleContext around) {
        places.skip(recognizer, around);
        if (recognizer.getCurrentToken().getType() == ExecParser.NAME) {
            landed = recognizer.getCurrentToken().getTokenIndex();
            endErrorCondition(recognizer);
        }
    }

    /** Only a brace is thought where there is none: what else is missing leaves a part that cannot be copied. */
    @Override
    protected boolean singleTokenInsertion(Parser recognizer) {
        ATNState state = recognizer.getInterpreter().atn.states.get(recognizer.getState());
        return recognizer.getATN().nextTokens(state).contains(ExecParser.RBRACE)
                && super.singleTokenInsertion(recognizer);
    }

    /** Before each turn of a loop: those of the file, of policies and of tests go on behind what is wrong, others end. */
    @Override
    public void sync(Parser recognizer) {
        if (inErrorRecoveryMode(recognizer)) {
            return;
        }
        ATNState state = recognizer.getInterpreter().atn.states.get(recognizer.getState());
        IntervalSet next = recognizer.getATN().nextTokens(state);
        if (next.contains(Token.EPSILON)
                || next.contains(recognizer.getInputStream().LA(1))) {
            return;
        }
        boolean loop = switch (state.getStateType()) {
            case ATNState.STAR_LOOP_ENTRY, ATNState.STAR_LOOP_BACK, ATNState.PLUS_LOOP_BACK -> true;
            default -> false;
        };
        if (loop && Places.isContainer(recognizer.getContext())) {
            reportUnwantedToken(recognizer);
            skip(recognizer, recognizer.getContext());
            while (recognizer.getCurrentToken().getType() == ExecParser.NAME) {
                reportUnwantedToken(recognizer);
                recognizer.consume();
                skip(recognizer, recognizer.getContext());
            }
        } else {
            throw new InputMismatchException(recognizer);
        }
    }

    @Override
    public void reportError(Parser recognizer, RecognitionException e) {
        if (!inErrorRecoveryMode(recognizer)) {
            beginErrorCondition(recognizer);
            @Nullable Token at = e.getOffendingToken();
            boolean known = e instanceof InputMismatchException;
            tell(recognizer, at == null ? recognizer.getCurrentToken() : at, known);
        }
    }

    @Override
    protected void reportUnwantedToken(Parser recognizer) {
        if (!inErrorRecoveryMode(recognizer)) {
            beginErrorCondition(recognizer);
            tell(recognizer, recognizer.getCurrentToken(), true);
        }
    }

    @Override
    protected void reportMissingToken(Parser recognizer) {
        if (!inErrorRecoveryMode(recognizer)) {
            beginErrorCondition(recognizer);
            tell(recognizer, recognizer.getCurrentToken(), true);
        }
    }

    /** @param known true if what could stand here instead is known */
    private void tell(Parser parser, Token token, boolean known) {
        if (!isBehindABeginning(parser, token)) {
            return;
        }
        lastTold = token.getTokenIndex();
        if (problems.isFull()) {
            problems.giveUp();
            throw new ParseCancellationException("more errors than are told"); // or a hostile text takes for ever
        }
        Token meant = misspelled(parser, token);
        if (!Places.isBeginning(meant)) {
            loosen(parser, meant);
        }
        IntervalSet expected = known && meant.getTokenIndex() == token.getTokenIndex()
                ? parser.getExpectedTokens()
                : new IntervalSet();
        problems.accept(SyntaxMistake.of(span(meant), meant, expected, parser.getContext()));
    }

    /** The tokens behind which something wrong stands: what ends in one is not whole. */
    Set<Integer> loose() {
        return loose;
    }

    private void loosen(Parser parser, Token wrong) {
        loose.add(wrong.getTokenIndex());
        for (int i = wrong.getTokenIndex() - 1; i >= 0; i--) {
            Token before = parser.getTokenStream().get(i);
            if (before.getChannel() == Token.DEFAULT_CHANNEL) {
                loose.add(i);
                return;
            }
        }
    }

    /** A word that was taken for a name, and is none, is the mistake, not what follows it. */
    private static Token misspelled(Parser parser, Token token) {
        boolean mayFollow = token.getType() == ExecParser.STRING || token.getType() == ExecParser.NAME;
        @Nullable Token before = mayFollow ? parser.getTokenStream().LT(-1) : null;
        boolean near = before != null
                && before.getType() == ExecParser.NAME
                && Spelling.nearest(before.getText(), Constructs.WORDS).isPresent();
        return near && before != null ? before : token;
    }

    private boolean isBehindABeginning(Parser parser, Token token) {
        if (lastTold < 0 || token.getTokenIndex() == landed) {
            return true;
        }
        for (int i = lastTold + 1; i <= token.getTokenIndex(); i++) {
            int type = parser.getTokenStream().get(i).getType();
            if (type > 0 && BEGINNINGS.get(type)) {
                return true;
            }
        }
        return false;
    }

    private SourceSpan span(Token token) {
        int length = source.text().length();
        if (token.getType() == Token.EOF) {
            return source.span(length, length);
        }
        int start = token.getStartIndex();
        int end = token.getStopIndex() + 1;
        boolean half = Character.isHighSurrogate(source.text().charAt(end - 1)) && end < length;
        return source.span(start, half ? end + 1 : end);
    }
}
