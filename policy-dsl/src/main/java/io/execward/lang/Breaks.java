// SPDX-License-Identifier: Apache-2.0
package io.execward.lang;

import java.util.List;

/** Where sentences, clauses, parts and items begin. Told from the words alone: each begins with a keyword, or behind a comma. */
final class Breaks {
    private final List<Lexeme> words;
    private final Break[] breaks;
    private boolean inBlock;
    private boolean inTest;
    private boolean inTags;
    private boolean inTable;
    private boolean inOutcome;

    private Breaks(List<Lexeme> words) {
        this.words = words;
        this.breaks = new Break[words.size()];
    }

    /** One for each word. */
    static Break[] of(List<Lexeme> words) {
        Breaks found = new Breaks(words);
        for (int i = 0; i < words.size(); i++) {
            found.breaks[i] = found.at(i);
        }
        return found.breaks;
    }

    private Break at(int i) {
        Lexeme word = words.get(i);
        if (inTags) {
            return inTags(i);
        }
        if (word.isSign('{')) {
            boolean opensBlock = !inBlock && i > 0 && !before(i).isSign('=');
            inBlock |= opensBlock;
            inTags = !opensBlock;
            return Break.SPACE;
        }
        if (word.isSign('}')) {
            inBlock = false;
            inTable = false;
            return Break.SENTENCE;
        }
        if (!inBlock) {
            return inFile(i);
        }
        return inTest ? inTest(i) : inPolicy(i);
    }

    private Break inTags(int i) {
        if (words.get(i).isSign('}')) {
            inTags = false;
            return before(i).isSign('{') ? Break.SPACE : Break.CLOSE;
        }
        return !inTable && (before(i).isSign('{') || before(i).isSign(',')) ? Break.ITEM : Break.SPACE;
    }

    private Break inFile(int i) {
        Lexeme word = words.get(i);
        if (i == 0 || (startsInFile(word) && !isInside(before(i)))) {
            inTest = word.is("test");
            return Break.SENTENCE;
        }
        return word.is("for", "on", "level") ? Break.PART : inList(i);
    }

    private static boolean startsInFile(Lexeme word) {
        return word.is("partition", "account", "region", "include", "let", "test", "policy", "permission")
                || word.is("boundary", "identity", "session", "service", "resource", "endpoint", "trust");
    }

    /** True for a word that such a keyword may follow without beginning anything. */
    private static boolean isInside(Lexeme before) {
        return before.isSign('=')
                || before.is("for", "on", "permission", "identity", "session", "service", "control", "resource")
                || before.is("endpoint", "trust");
    }

    private Break inPolicy(int i) {
        Lexeme word = words.get(i);
        if (word.is("allow", "deny", "protect", "no", "id")
                || (word.is("version") && !before(i).is("no"))) {
            return Break.SENTENCE;
        }
        if (word.is("where", "when", "because", "encrypted")
                || (word.is("with") && !before(i).is("encrypted", "launch"))
                || (word.is("action", "resource") && !before(i).is("not"))
                || (word.is("principal") && !before(i).is("not", "on"))
                || (word.is("not") && isNext(i, "action", "resource", "principal"))
                || (word.is("without") && isNext(i, "describing"))) {
            return Break.CLAUSE;
        }
        if (word.is("and", "omitted", "also")
                || (word.is("except") && isNext(i, "for"))
                || (word.is("without", "in") && !before(i).is("exec") && !isComparison(i))) {
            return Break.PART;
        }
        return inList(i);
    }

    /** True for the {@code in} of a comparison, and that of a place within a part. */
    private boolean isComparison(int i) {
        return words.get(i).is("in") && !isNext(i, "cluster");
    }

    private Break inTest(int i) {
        Lexeme word = words.get(i);
        if (word.is("given", "as", "under", "expect")) {
            inTable = isNext(i, "table");
            inOutcome = false;
            return Break.SENTENCE;
        }
        if (inTable && word.isSign('|') && word.onNewLine()) {
            return Break.ROW;
        }
        if ((inTable && isInRow(i)) || inOutcome) {
            return Break.SPACE;
        }
        inOutcome = word.is("is") && i + 1 < words.size() && !words.get(i + 1).isSign(':');
        return inOutcome || word.is("tagged", "with", "from", "through", "at", "without") ? Break.PART : inList(i);
    }

    private boolean isInRow(int i) {
        for (int at = i; at > 0; at--) {
            if (words.get(at).isSign('|')) {
                return true;
            }
            if (breaks[at - 1] == Break.SENTENCE) {
                return false;
            }
        }
        return false;
    }

    /** Items of a list of one stay where they are. */
    private Break inList(int i) {
        if (i == 0) {
            return Break.SPACE;
        }
        Lexeme word = words.get(i);
        if (before(i).isSign(',')) {
            return Break.ITEM;
        }
        boolean qualified =
                word.is("aws", "service", "federated", "canonical") && before(i).is("principal");
        boolean isValue =
                !word.keyword() && !word.isSign() && !before(i).is("aws", "service", "federated", "canonical");
        return (isValue && isComma(i + 1)) || (qualified && isComma(i + 2)) ? Break.ITEM : Break.SPACE;
    }

    private boolean isComma(int i) {
        return i < words.size() && words.get(i).isSign(',');
    }

    private boolean isNext(int i, String... keywords) {
        return i + 1 < words.size() && words.get(i + 1).is(keywords);
    }

    private Lexeme before(int i) {
        return words.get(i - 1);
    }
}
