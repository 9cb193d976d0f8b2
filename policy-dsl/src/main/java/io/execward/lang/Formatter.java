// SPDX-License-Identifier: Apache-2.0
package io.execward.lang;

import io.execward.diagnostic.Source;

/** Gives a file its canonical layout: the same words and comments in the same order, keywords in small letters. */
final class Formatter {
    private Formatter() {}

    /**
     * The text in its layout; formatting that again changes nothing.
     *
     * @throws io.execward.diagnostic.PolicySyntaxException with every syntax error of the text
     */
    static String format(Source source) {
        ExecLanguage.parse(source);
        return Layout.print(Lexemes.read(source));
    }
}
