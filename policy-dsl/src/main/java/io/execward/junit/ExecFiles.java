// SPDX-License-Identifier: Apache-2.0
package io.execward.junit;

import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;

/**
 * Makes tests of files of the text language: a container for each file and each {@code test} in it, a test for each expectation, whose
 * source is its line.
 *
 * <pre>{@code
 * @TestFactory
 * Stream<DynamicNode> on_call() {
 *     return ExecFiles.of(OnCallTest.class, "payments.exec");
 * }
 * }</pre>
 *
 * <p>A file that cannot be read or has no test is a failing test. Files are resources of the class path, named as for
 * {@link Class#getResource}; so are those that they include. Folders of accounts are relative to where tests run.
 */
public final class ExecFiles {
    private ExecFiles() {}

    /**
     * The tests of these files.
     *
     * @param beside the class that the names are relative to
     * @throws IllegalArgumentException if no file is named, or there is none of a name
     */
    public static Stream<DynamicNode> of(Class<?> beside, String... files) {
        if (files.length == 0) {
            throw new IllegalArgumentException("no file is named, so there is nothing to test");
        }
        return Arrays.stream(files).map(file -> ExecFile.of(beside, file).tests()).toList().stream();
    }
}
