// SPDX-License-Identifier: Apache-2.0
package io.execward.review;

import io.execward.account.DocumentKind;
import io.execward.account.InputDocument;
import io.execward.account.MissingPolicy;
import java.util.List;

/**
 * What a review rests on, and what it could not see.
 *
 * @param inputs the documents, with hashes
 * @param catalogDate the date of the service catalog
 * @param notSupplied kinds of documents that were not supplied
 * @param missingPolicies managed policies whose text was not supplied; whoever has one of them is not judged as if it were empty
 * @param statements each one sentence on what was not supplied or is taken for granted
 */
public record Completeness(
        List<InputDocument> inputs,
        String catalogDate,
        List<DocumentKind> notSupplied,
        List<MissingPolicy> missingPolicies,
        List<String> statements) {
    public Completeness {
        inputs = List.copyOf(inputs);
        notSupplied = List.copyOf(notSupplied);
        missingPolicies = List.copyOf(missingPolicies);
        statements = List.copyOf(statements);
    }
}
