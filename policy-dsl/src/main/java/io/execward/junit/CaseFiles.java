// SPDX-License-Identifier: Apache-2.0
package io.execward.junit;

import io.execward.account.AccountSnapshot;
import io.execward.cases.AccountAnswers;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;

/**
 * Makes tests of case files: a container for each file, a test for each line, whose source is that line, so that a failing one can be
 * jumped to.
 *
 * <pre>{@code
 * @TestFactory
 * Stream<DynamicNode> exec_rules() {
 *     return CaseFiles.conformance(ExecRulesTest.class, "exec-rules.jsonl");
 * }
 * }</pre>
 *
 * <p>A line that is no case, one that expects nothing, an id that was there before and a file without lines are failing tests. Files are
 * resources of the class path, named as for {@link Class#getResource}: beside the class, or from the top with a leading slash; they are
 * UTF-8, in JSON Lines.
 */
public final class CaseFiles {
    private CaseFiles() {}

    /**
     * Requests with their policies, each with the verdict that it expects (section J of the IAM rules).
     *
     * @param beside the class that the names are relative to
     * @throws IllegalArgumentException if no file is named, or there is none of a name
     */
    public static Stream<DynamicNode> conformance(Class<?> beside, String... files) {
        return files(beside, files).map(file -> file.tests(lines -> new ConformanceLine()));
    }

    /**
     * Questions about an account, each with the answer that it expects (R-EXEC-141). The folder's CloudTrail records answer what is
     * asked about events; empty tag lists mean that there are no tags.
     *
     * @param account the folder with the account's documents, relative to where tests run; with Maven the module's folder
     * @throws IllegalArgumentException if no file is named, there is none of a name, or a document of the account is malformed
     */
    public static Stream<DynamicNode> questions(Path account, Class<?> beside, String... files) {
        AccountFolder folder = AccountFolder.read(account);
        return files(beside, files)
                .map(file -> file.tests(lines -> new QuestionLine(folder.answers(QuestionLine.events(lines)))));
    }

    /**
     * Questions about an account that was read already.
     *
     * @throws IllegalArgumentException if no file is named, or there is none of a name
     */
    public static Stream<DynamicNode> questions(AccountSnapshot account, Class<?> beside, String... files) {
        AccountAnswers answers = AccountAnswers.of(account);
        return files(beside, files).map(file -> file.tests(lines -> new QuestionLine(answers)));
    }

    private static Stream<CaseFile> files(Class<?> beside, String... files) {
        if (files.length == 0) {
            throw new IllegalArgumentException("no file is named, so there is nothing to test");
        }
        return Arrays.stream(files).map(file -> CaseFile.of(beside, file)).toList().stream();
    }
}
