// SPDX-License-Identifier: Apache-2.0
package io.execward.json;

import io.execward.diagnostic.PolicySyntaxException;
import io.execward.diagnostic.Source;
import io.execward.diagnostic.SourceMap;
import io.execward.diagnostic.SourceSpan;
import io.execward.model.Policy;
import io.execward.model.PolicyKind;

/**
 * Reads and writes policy documents.
 *
 * <p>Reading is strict, and every {@code parse} throws {@link PolicySyntaxException} with every problem of the document, in document
 * order (at most 200, the last of which then says how many more there are): a document is never understood in part (R-GRAM-21).
 */
public final class PolicyJson {
    private PolicyJson() {}

    /** Reads a document within {@link JsonLimits#defaults()}. */
    public static PolicyDocument parse(Source source, PolicyKind kind) {
        return parse(source, kind, JsonLimits.defaults());
    }

    /** Reads a document. */
    public static PolicyDocument parse(Source source, PolicyKind kind, JsonLimits limits) {
        Problems problems = new Problems();
        JsonValue root = Json.parse(source, limits, problems);
        DocumentCharacters.check(source, problems);
        return PolicyReader.read(root, kind, problems);
    }

    /** Reads a document in UTF-8 within {@link JsonLimits#defaults()}. */
    public static PolicyDocument parse(String name, byte[] utf8, PolicyKind kind) {
        return parse(Json.decode(name, utf8, JsonLimits.defaults()), kind);
    }

    /**
     * Reads a document that stands inside another one, such as a case file. Which characters the outer text is written with is its
     * own business (R-GRAM-19 is not checked).
     */
    public static PolicyDocument parse(JsonValue document, PolicyKind kind) {
        return PolicyReader.read(document, kind, new Problems());
    }

    /**
     * Where each value of a policy stands, by a map that holds no tree: it reads the span again whenever it is asked, so that the
     * maps of many thousand policies need little more than the texts.
     *
     * @param document the span of the document as it was read
     */
    public static SourceMap sources(SourceSpan document, JsonLimits limits) {
        return path -> new PolicySourceMap(Json.parse(document, limits)).span(path);
    }

    /**
     * The canonical text: two blanks per level, elements in the order of the IAM User Guide, {@code Statement} always a list, other
     * single values without brackets, list order kept, everything above U+00FF escaped (R-GRAM-19), no line break at the end. Equal
     * policies have the same text, and reading it gives an equal policy.
     */
    public static String print(Policy policy) {
        return PolicyPrinter.print(policy, true, WrittenForms.canonical());
    }

    /** {@link #print} without white space: what IAM counts (section G of the rules). */
    public static String printCompact(Policy policy) {
        return PolicyPrinter.print(policy, false, WrittenForms.canonical());
    }

    /**
     * {@link #print}, but lists, single values, numbers, booleans and empty conditions have the form that they have in the document
     * that the policy was read from.
     */
    public static String printAsWritten(PolicyDocument document) {
        return PolicyPrinter.print(document.policy(), true, WrittenForms.of(document.sources()));
    }
}
