// SPDX-License-Identifier: Apache-2.0
package io.execward.lang;

import io.execward.diagnostic.PolicySyntaxException;
import io.execward.diagnostic.Source;
import io.execward.model.Policy;
import io.execward.model.PolicyKind;
import java.util.List;

/**
 * Reads the text language.
 *
 * <pre>{@code
 * LoweredFile file = ExecLanguage.read(Source.of("oncall.exec", """
 *         policy "on-call" {
 *           allow exec in cluster "arn:aws:ecs:us-east-1:111122223333:cluster/payments"
 *             where container = "app"
 *             because "on-call engineers debug the app"
 *         }
 *         """));
 * Policy policy = file.policies().get(0).policy();
 * }</pre>
 *
 * <p>Limits, each of which is an error of the text and no crash: a file has at most 4,194,304 characters; files include each other at most
 * 20 deep and are at most 200; a name stands for at most 10,000 values and all names together for 200,000; a policy has at most
 * 16,777,216 characters with its names resolved. Nothing in the language nests.
 */
public final class ExecLanguage {
    private ExecLanguage() {}

    /**
     * The text in its canonical layout: the same words and comments in the same order. Formatting that again changes nothing.
     *
     * @throws PolicySyntaxException with every syntax error of the text
     */
    public static String format(Source source) {
        return Formatter.format(source);
    }

    /**
     * Reads a file, as it is written: nothing is looked up and nothing is included.
     *
     * @throws PolicySyntaxException with every syntax error of the text, at most 200
     */
    public static LanguageFile parse(Source source) {
        Problems problems = new Problems();
        LanguageFile file = SyntaxFront.parse(source, problems).file();
        problems.throwIfErrors();
        return file;
    }

    /**
     * Reads a file and makes values of its policies. An include is an error.
     *
     * @throws PolicySyntaxException with everything that is wrong, at most 200 diagnostics
     */
    public static LoweredFile read(Source source) {
        return read(source, "file.exec", SourceLoader.none());
    }

    /**
     * Reads a file with what it includes and makes values of its policies.
     *
     * @param path of the file itself below the root folder, with slashes: includes are relative to its folder
     * @throws PolicySyntaxException with everything that is wrong in any of the files, at most 200 diagnostics
     */
    public static LoweredFile read(Source source, String path, SourceLoader loader) {
        Problems problems = new Problems();
        return Lowering.lower(SyntaxFront.parse(source, problems), path, loader, problems);
    }

    /**
     * Makes values of the policies of a file that is parsed already, such as one that was written anew.
     *
     * @param path as for {@link #read(Source, String, SourceLoader)}
     * @throws PolicySyntaxException with everything that is wrong, at most 200 diagnostics
     */
    public static LoweredFile lower(LanguageFile file, String path, SourceLoader loader) {
        return Lowering.lower(new SyntaxFront.Parsed(file, List.of()), path, loader, new Problems());
    }

    /**
     * A policy as a file of the language, which gives an equal policy when it is read. Statements that are exactly a sentence about ECS
     * Exec become that sentence.
     *
     * @param name what the file calls the policy
     * @param policy one that policies of this kind can be, as the strict reader of documents says
     */
    public static String print(PolicyKind kind, String name, Policy policy) {
        return PolicyText.print(kind, name, policy);
    }
}
