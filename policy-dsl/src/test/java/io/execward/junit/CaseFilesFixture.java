// SPDX-License-Identifier: Apache-2.0
package io.execward.junit;

import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;

/** What a user writes; run by {@link CaseFilesTest}, never by itself. */
class CaseFilesFixture {
    @TestFactory
    Stream<DynamicNode> good() {
        return CaseFiles.conformance(CaseFilesFixture.class, "good.jsonl", "/io/execward/junit/good.jsonl");
    }

    @TestFactory
    Stream<DynamicNode> failing() {
        return CaseFiles.conformance(CaseFilesFixture.class, "failing.jsonl");
    }

    @TestFactory
    Stream<DynamicNode> malformed() {
        return CaseFiles.conformance(CaseFilesFixture.class, "malformed.jsonl", "empty.jsonl", "latin.bin");
    }

    @TestFactory
    Stream<DynamicNode> questions() {
        return CaseFiles.questions(
                Path.of("src", "test", "resources", "account"), CaseFilesFixture.class, "questions.jsonl");
    }

    @TestFactory
    Stream<DynamicNode> missing() {
        return CaseFiles.conformance(CaseFilesFixture.class, "missing.jsonl");
    }

    @TestFactory
    Stream<DynamicNode> nothing() {
        return CaseFiles.conformance(CaseFilesFixture.class);
    }

    @TestFactory
    Stream<DynamicNode> noAccount() {
        return CaseFiles.questions(Path.of("missing"), CaseFilesFixture.class, "questions.jsonl");
    }
}
