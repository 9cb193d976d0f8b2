// SPDX-License-Identifier: Apache-2.0
package io.execward.lang;

import io.execward.diagnostic.Source;
import io.execward.lang.internal.parser.ExecLexer;
import io.execward.lang.internal.parser.ExecParser;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.antlr.v4.runtime.BailErrorStrategy;
import org.antlr.v4.runtime.BaseErrorListener;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.atn.PredictionMode;
import org.antlr.v4.runtime.misc.ParseCancellationException;

/**
 * The one place that runs the generated parser. It tries the fast way first, which stops at the first error; only then it parses again
 * with recovery, so that all errors are found.
 */
final class SyntaxFront {
    /** UTF-16 code units; more than ten thousand statements have. */
    static final int MOST_CHARACTERS = 4 * 1024 * 1024;

    private SyntaxFront() {}

    /**
     * What is written, as far as it can be read.
     *
     * @param broken names of {@code let}s that cannot be read, so that nobody complains about their use
     */
    record Parsed(LanguageFile file, List<String> broken) {
        Parsed {
            broken = List.copyOf(broken);
        }
    }

    static Parsed parse(Source source, Problems problems) {
        if (source.text().length() > MOST_CHARACTERS) {
            problems.error(
                    "LANG-002",
                    source.span(0, 0),
                    "the file has more than " + MOST_CHARACTERS + " characters",
                    "divide it, and `include` the parts");
            return new Parsed(new LanguageFile(source, List.of(), List.of()), List.of());
        }
        Characters.check(source, problems);
        CommonTokenStream tokens = tokens(source);
        ExecParser parser = new ExecParser(tokens);
        parser.removeErrorListeners();
        parser.getInterpreter().setPredictionMode(PredictionMode.SLL);
        parser.setErrorHandler(new BailErrorStrategy());
        ExecParser.FileContext tree;
        Optional<Set<Integer>> loose = Optional.empty();
        try {
            tree = parser.file();
        } catch (ParseCancellationException e) {
            tokens.seek(0);
            parser.reset();
            parser.getInterpreter().setPredictionMode(PredictionMode.LL);
            Recovery recovery = new Recovery(source, problems);
            parser.setErrorHandler(recovery);
            loose = Optional.of(recovery.loose());
            try {
                tree = parser.file();
            } catch (ParseCancellationException full) {
                return new Parsed(new LanguageFile(source, List.of(), List.of()), List.of());
            }
        }
        AstBuilder builder = new AstBuilder(source, problems, loose);
        return new Parsed(
                new LanguageFile(source, builder.items(tree), comments(source, tokens)), builder.brokenNames());
    }

    static CommonTokenStream tokens(Source source) {
        ExecLexer lexer = new ExecLexer(new TextStream(source.text()));
        lexer.removeErrorListeners();
        lexer.addErrorListener(new BaseErrorListener()); // every character is a token: there is nothing to tell
        return new CommonTokenStream(lexer);
    }

    private static List<Comment> comments(Source source, CommonTokenStream tokens) {
        List<Comment> comments = new ArrayList<>();
        String text = source.text();
        for (Token token : tokens.getTokens()) {
            if (token.getType() == ExecLexer.COMMENT) {
                int start = token.getStartIndex();
                int end = token.getStopIndex() + 1;
                comments.add(
                        new Comment(source.span(start, end), text.substring(start + 1, end), isFirst(text, start)));
            }
        }
        return comments;
    }

    private static boolean isFirst(String text, int at) {
        int i = at - 1;
        while (i >= 0 && (text.charAt(i) == ' ' || text.charAt(i) == '\t' || text.charAt(i) == '\uFEFF')) {
            i--;
        }
        return i < 0 || text.charAt(i) == '\n' || text.charAt(i) == '\r';
    }
}
