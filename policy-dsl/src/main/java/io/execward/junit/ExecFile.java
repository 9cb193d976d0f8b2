// SPDX-License-Identifier: Apache-2.0
package io.execward.junit;

import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.execward.account.AccountReader;
import io.execward.account.AccountSnapshot;
import io.execward.diagnostic.Diagnostic;
import io.execward.diagnostic.DiagnosticPrinter;
import io.execward.diagnostic.PolicySyntaxException;
import io.execward.diagnostic.Source;
import io.execward.diagnostic.SourceSpan;
import io.execward.json.Json;
import io.execward.json.JsonLimits;
import io.execward.lang.ExecLanguage;
import io.execward.suite.ExpectationResult;
import io.execward.suite.Suite;
import io.execward.suite.SuiteResult.TestResult;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.opentest4j.AssertionFailedError;

/** A file of the text language on the class path. */
final class ExecFile {
    private static final JsonLimits LIMITS = JsonLimits.defaults().withMaxCharacters(1 << 24);

    /** As the user wrote it. */
    private final String name;
    /** From the top of the class path, without a leading slash. */
    private final String path;

    private final Class<?> beside;
    private final byte[] bytes;

    private ExecFile(String name, String path, Class<?> beside, byte[] bytes) {
        this.name = name;
        this.path = path;
        this.beside = beside;
        this.bytes = bytes;
    }

    static ExecFile of(Class<?> beside, String name) {
        String path = name.startsWith("/")
                ? name.substring(1)
                : beside.getPackageName().replace('.', '/') + "/" + name;
        try {
            return new ExecFile(name, path, beside, read(beside, path));
        } catch (FileNotFoundException e) {
            throw new IllegalArgumentException(
                    "there is no resource `/" + path + "`: put the file below src/test/resources/" + path, e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] read(Class<?> beside, String path) throws IOException {
        try (InputStream in = beside.getResourceAsStream("/" + path)) {
            if (in == null) {
                throw new FileNotFoundException("there is no such resource");
            }
            return in.readAllBytes();
        }
    }

    DynamicNode tests() {
        List<TestResult> tests;
        try {
            Source source = Json.decode(name, bytes, LIMITS);
            tests = Suite.of(
                            List.of(ExecLanguage.read(
                                    source, path, included -> Json.decode(included, read(beside, included), LIMITS))),
                            ExecFile::account)
                    .run()
                    .tests();
        } catch (PolicySyntaxException e) {
            return failing("can be read", DiagnosticPrinter.print(e.diagnostics()));
        }
        if (tests.isEmpty()) {
            return failing("has tests", name + ": the file has no test, so that nothing is tested");
        }
        return dynamicContainer(name, uri(0), tests.stream().map(this::test));
    }

    private DynamicNode failing(String expectation, String message) {
        return dynamicContainer(name, uri(0), Stream.of(dynamicTest(expectation, uri(1), () -> {
            throw new AssertionFailedError(message);
        })));
    }

    private DynamicNode test(TestResult test) {
        return dynamicContainer(
                test.name(),
                uri(test.span().position().line()),
                test.expectations().stream().map(this::expectation));
    }

    private DynamicNode expectation(ExpectationResult result) {
        int line = result.expectation().span().position().line();
        return dynamicTest(result.expectation().title(), uri(line), () -> {
            if (result.failure().isPresent()) {
                ExpectationResult.Failure failure = result.failure().get();
                throw new AssertionFailedError(
                        result.expectation().span() + ": " + failure.sentence() + "\n\n" + failure.explanation(),
                        failure.expected(),
                        result.verdict());
            }
        });
    }

    private static AccountSnapshot account(SourceSpan place, String folder) {
        Path path = Path.of(folder);
        if (!Files.isDirectory(path)) {
            throw new PolicySyntaxException(List.of(Diagnostic.error(
                    "TEST-15",
                    place,
                    "there is no folder `" + folder + "` where the tests run",
                    "name the folder with the documents of the account; with Maven it is relative to the module")));
        }
        return AccountReader.create().read(path);
    }

    /** JUnit turns it into the place of a resource; 0 for the file as a whole. */
    private URI uri(int line) {
        try {
            return new URI("classpath", null, "/" + path, line == 0 ? null : "line=" + line, null);
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("`" + path + "` is not the name of a resource", e);
        }
    }
}
