// SPDX-License-Identifier: Apache-2.0
package io.execward.lang;

import io.execward.diagnostic.Source;
import io.execward.lang.Lexeme.OwnLine;
import io.execward.lang.internal.parser.ExecLexer;
import io.execward.model.CaseFolding;
import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.TokenSource;

/**
 * The words of a file that has been parsed, each with its comments.
 *
 * @param end the comments behind the last word that are not on its line
 */
record Lexemes(List<Lexeme> words, List<OwnLine> end) {
    Lexemes {
        words = List.copyOf(words);
        end = List.copyOf(end);
    }

    /** Words that nobody wrote comments about. */
    static Lexemes of(List<Lexeme> words) {
        return new Lexemes(words, List.of());
    }

    /** The words of a text. */
    static Lexemes read(Source source) {
        TokenSource tokens = SyntaxFront.tokens(source).getTokenSource();
        Reading reading = new Reading();
        for (Token token = tokens.nextToken(); token.getType() != Token.EOF; token = tokens.nextToken()) {
            reading.take(token);
        }
        return new Lexemes(reading.words, reading.comments);
    }

    /** True if the text is a name, and no word that means something to the language. */
    static boolean isName(String text) {
        TokenSource tokens = SyntaxFront.tokens(Source.of("", text)).getTokenSource();
        Token first = tokens.nextToken();
        return first.getType() == ExecLexer.NAME && first.getText().equals(text) && text.indexOf(':') < 0;
    }

    private static final class Reading {
        private final List<Lexeme> words = new ArrayList<>();
        private List<OwnLine> comments = new ArrayList<>();
        private int line;
        private boolean inBlock;
        private boolean inTags;
        private boolean inTagKeys;

        void take(Token token) {
            int gap = words.isEmpty() && comments.isEmpty() ? 1 : token.getLine() - line;
            line = token.getLine();
            if (token.getType() != ExecLexer.COMMENT) {
                words.add(word(token, gap));
                comments = new ArrayList<>();
            } else if (gap > 0 || words.isEmpty()) {
                comments.add(new OwnLine(token.getText().stripTrailing(), gap > 1));
            } else {
                int last = words.size() - 1;
                Lexeme before = words.get(last);
                words.set(
                        last,
                        new Lexeme(
                                before.text(),
                                before.keyword(),
                                before.onNewLine(),
                                before.blankAbove(),
                                before.above(),
                                token.getText().stripTrailing()));
            }
        }

        private Lexeme word(Token token, int gap) {
            boolean reserved = token.getType() >= ExecLexer.ACCOUNT && token.getType() <= ExecLexer.YOUNGER;
            boolean keyword = reserved && !meansItself(token);
            String text = token.getText();
            Lexeme word = new Lexeme(keyword ? CaseFolding.fold(text) : text, keyword, gap > 0, gap > 1, comments, "");
            follow(word);
            return word;
        }

        /** Tag keys and Regions may be words that are keywords elsewhere; their letter case is their own. */
        private boolean meansItself(Token token) {
            if (words.isEmpty()) {
                return false;
            }
            Lexeme before = words.get(words.size() - 1);
            boolean isSetting = !inBlock && before.is("partition", "account", "region");
            boolean isNextKey = inTagKeys && before.isSign(',') && token.getType() != ExecLexer.ALSO;
            return inTags || isSetting || isNextKey || beginsTagKeys(before);
        }

        private boolean beginsTagKeys(Lexeme before) {
            if (!before.is("tag")) {
                return false;
            }
            Lexeme beforeThat = words.size() > 1 ? words.get(words.size() - 2) : before;
            boolean isVerb = beforeThat.is("expect", "table");
            return !isVerb && !beforeThat.isSign('|');
        }

        private void follow(Lexeme word) {
            if (word.isSign('{')) {
                boolean opensBlock = !inBlock
                        && !words.isEmpty()
                        && !words.get(words.size() - 1).isSign('=');
                inBlock |= opensBlock;
                inTags = !opensBlock;
            } else if (word.isSign('}')) {
                inBlock &= inTags;
                inTags = false;
            }
            boolean goesOn = inTagKeys && (word.isSign(',') || !word.keyword());
            inTagKeys = goesOn || (!words.isEmpty() && beginsTagKeys(words.get(words.size() - 1)));
        }
    }
}
