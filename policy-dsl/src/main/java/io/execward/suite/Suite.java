// SPDX-License-Identifier: Apache-2.0
package io.execward.suite;

import io.execward.account.AccountSnapshot;
import io.execward.analyze.PolicyAnalyzer;
import io.execward.diagnostic.Diagnostic;
import io.execward.diagnostic.PolicySyntaxException;
import io.execward.diagnostic.SourceSpan;
import io.execward.lang.LoweredFile;
import io.execward.lang.TestBlock;
import io.execward.model.AttachedPolicy;
import io.execward.model.PolicyKind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The tests of language files, read and ready to run. Nothing that is wrong with them is passed over: {@link #of} throws with all of it,
 * and a suite without any expectation is no suite. Use by one thread at a time.
 */
public final class Suite {
    private final List<FileTests> files;
    private final List<TestedPolicy> policies;
    private final List<Diagnostic> warnings;

    private Suite(List<FileTests> files, List<TestedPolicy> policies, List<Diagnostic> warnings) {
        this.files = List.copyOf(files);
        this.policies = List.copyOf(policies);
        this.warnings = List.copyOf(warnings);
    }

    private record FileTests(String name, List<BlockTests> tests) {}

    private record BlockTests(TestBlock block, List<Expectation> expectations) {}

    /** Opens the folders that tests name. */
    public interface Accounts {
        /**
         * The documents of the account in a folder.
         *
         * @param place where the test names the folder
         * @param folder as written there: relative to the file of the test
         * @throws PolicySyntaxException if there is no such folder, or its documents cannot be used
         */
        AccountSnapshot read(SourceSpan place, String folder);
    }

    /**
     * The tests of these files, not of those that they include.
     *
     * @throws PolicySyntaxException with everything that is wrong with the tests
     */
    public static Suite of(List<LoweredFile> lowered, Accounts accounts) {
        Complaints complaints = new Complaints();
        List<Program> programs = lowered.stream().map(Program::of).toList();
        List<FileTests> files = new ArrayList<>();
        Map<Key, TestedPolicy> policies = new LinkedHashMap<>();
        for (Program program : programs) {
            program.own().forEach(policy -> Key.add(policy.tested(), policies));
        }
        for (Program program : programs) {
            files.add(read(program, accounts, complaints));
            for (VisiblePolicy policy : program.visible()) {
                boolean isAskedAbout = files.get(files.size() - 1).tests().stream()
                        .flatMap(test -> test.expectations().stream())
                        .anyMatch(expectation -> expectation.judges().has(policy.tested()));
                if (isAskedAbout) {
                    Key.add(policy.tested(), policies);
                }
            }
        }
        if (complaints.hasErrors()) {
            throw new PolicySyntaxException(complaints.all());
        }
        return new Suite(files, List.copyOf(policies.values()), complaints.all());
    }

    /** The same policy, however often it is read. */
    private record Key(PolicyKind kind, AttachedPolicy attached) {
        static void add(TestedPolicy policy, Map<Key, TestedPolicy> all) {
            all.putIfAbsent(new Key(policy.kind(), policy.attached()), policy);
        }
    }

    private static FileTests read(Program program, Accounts accounts, Complaints complaints) {
        List<TestBlock> blocks = program.file().file().tests();
        String name = program.file().file().source().name();
        if (blocks.isEmpty()) {
            complaints.warning(
                    "TEST-13",
                    program.file().file().source().span(0, 0),
                    "the file has no test",
                    "add one: `test \"…\" { … expect … }`");
        }
        Map<String, SourceSpan> names = new LinkedHashMap<>();
        List<BlockTests> tests = new ArrayList<>();
        for (TestBlock block : blocks) {
            SourceSpan before =
                    names.putIfAbsent(block.name().value(), block.name().span());
            if (before != null) {
                complaints.error(
                        "TEST-14",
                        block.name().span(),
                        "two tests are called `" + block.name().value() + "`; the other stands in line "
                                + before.position().line(),
                        "call one of them something else, so that reports tell them apart");
            }
            PolicyChoice choice = new PolicyChoice(program.visible(), complaints);
            Meaning meaning = new Meaning(program.file().names(), complaints);
            TestReader reader = new TestReader(block, meaning, choice, accounts::read, complaints);
            tests.add(new BlockTests(block, reader.read()));
        }
        return new FileTests(name, tests);
    }

    /** What is legal and probably not meant, such as a file without tests. */
    public List<Diagnostic> warnings() {
        return warnings;
    }

    /** True if there is nothing to run, which is no success. */
    public boolean isEmpty() {
        return files.stream().allMatch(file -> file.tests().isEmpty());
    }

    /** The policies of the files, and those of included files that a test is under. */
    public List<TestedPolicy> policies() {
        return policies;
    }

    /** Judges every expectation. */
    public SuiteResult run() {
        List<SuiteResult.FileResult> results = new ArrayList<>();
        for (FileTests file : files) {
            List<SuiteResult.TestResult> tests = new ArrayList<>();
            for (BlockTests test : file.tests()) {
                tests.add(new SuiteResult.TestResult(
                        test.block().name().value(),
                        test.block().name().span(),
                        test.expectations().stream().map(Expectation::check).toList()));
            }
            results.add(new SuiteResult.FileResult(file.name(), tests));
        }
        return new SuiteResult(results);
    }

    /** What the expectations see of the policies. */
    public CoverageReport coverage() {
        return Coverage.of(policies, expectations());
    }

    /** What the expectations that hold notice. */
    public MutationReport mutate(SuiteResult result) {
        return MutationRun.of(policies, result.expectations(), new Proofs(PolicyAnalyzer.create()));
    }

    private List<Expectation> expectations() {
        return files.stream()
                .flatMap(file -> file.tests().stream())
                .flatMap(test -> test.expectations().stream())
                .toList();
    }
}
