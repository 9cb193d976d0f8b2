// SPDX-License-Identifier: Apache-2.0
package io.execward.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.opentest4j.AssertionFailedError;

class ExecFilesTest {
    private static List<DynamicNode> children(DynamicNode node) {
        return node instanceof DynamicContainer container
                ? container.getChildren().<DynamicNode>map(it -> it).toList()
                : List.of();
    }

    @Test
    void each_expectation_is_a_test_at_its_line() {
        DynamicNode file =
                ExecFiles.of(ExecFilesTest.class, "web.exec").toList().get(0);
        assertThat(file.getDisplayName()).isEqualTo("web.exec");
        DynamicNode test = children(file).get(0);
        assertThat(test.getDisplayName()).isEqualTo("web reads");
        List<DynamicNode> expectations = children(test);
        assertThat(expectations)
                .extracting(DynamicNode::getDisplayName)
                .containsExactly(
                        "expect action \"ecs:DescribeClusters\" is allowed",
                        "expect action \"ecs:RunTask\" is allowed");
        assertThat(expectations.get(1).getTestSourceUri())
                .contains(URI.create("classpath:/io/execward/junit/web.exec?line=10"));
    }

    @Test
    void an_expectation_that_holds_passes_and_another_fails_with_the_decision() {
        DynamicNode file =
                ExecFiles.of(ExecFilesTest.class, "web.exec").toList().get(0);
        List<DynamicNode> expectations = children(children(file).get(0));
        assertThatCode(() -> run(expectations.get(0))).doesNotThrowAnyException();
        assertThatThrownBy(() -> run(expectations.get(1)))
                .isInstanceOf(AssertionFailedError.class)
                .hasMessageContaining("web.exec:10:3: expected allowed, but it is implicitly denied")
                .hasMessageContaining("no identity policy allows it");
    }

    @Test
    void a_file_without_tests_is_a_failing_test() {
        DynamicNode file =
                ExecFiles.of(ExecFilesTest.class, "names.exec").toList().get(0);
        assertThatThrownBy(() -> run(children(file).get(0))).hasMessageContaining("has no test");
    }

    @Test
    void a_file_that_is_not_there_is_said() {
        assertThatThrownBy(() -> ExecFiles.of(ExecFilesTest.class, "absent.exec"))
                .hasMessageContaining("there is no resource `/io/execward/junit/absent.exec`");
        assertThatThrownBy(() -> ExecFiles.of(ExecFilesTest.class)).hasMessageContaining("no file is named");
    }

    private static void run(DynamicNode node) throws Throwable {
        ((DynamicTest) node).getExecutable().execute();
    }
}
