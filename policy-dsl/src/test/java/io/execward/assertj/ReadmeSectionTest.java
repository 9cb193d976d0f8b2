// SPDX-License-Identifier: Apache-2.0
package io.execward.assertj;

import static io.execward.assertj.ExecwardAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.execward.dsl.ExecKit;
import io.execward.ecs.ClusterArn;
import io.execward.ecs.ExecConfiguration;
import io.execward.junit.CaseFiles;
import io.execward.model.Policy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The README's section on tests: its code stands here, and runs. */
class ReadmeSectionTest {
    private static final ClusterArn CLUSTER = ClusterArn.of("arn:aws:ecs:us-east-1:111122223333:cluster/payments");
    private static final String TASK = CLUSTER.task("0a1b2c3d").toString();
    private static final Policy POLICY = ExecKit.forCluster(CLUSTER, ExecConfiguration.standard())
            .callers(exec -> exec.onlyTasksTagged("team", "payments")
                    .onlyContainer("app")
                    .onlyWithMfaYoungerThan(Duration.ofMinutes(15)))
            .caller()
            .policy();

    @Test
    void on_call_gets_a_shell_in_the_app_and_nowhere_else() {
        CallerAssert onCall = assertThat(POLICY)
                .forPrincipal("arn:aws:iam::111122223333:role/OnCall")
                .withMfa(Duration.ofMinutes(5));
        onCall.allowsExec()
                .into(TASK)
                .taskTagged(Map.of("team", "payments"))
                .container("app")
                .isUndecidedWithout("aws:MultiFactorAuthAge")
                .closesSideDoors();
        onCall.deniesExec().into(TASK).container("vault").because(Reason.condition("ecs:container-name"));
    }

    @TestFactory
    Stream<DynamicNode> cases() {
        return CaseFiles.conformance(ReadmeSectionTest.class, "/io/execward/junit/good.jsonl");
    }

    @Test
    void the_readme_shows_this_code() throws Exception {
        String readme = Files.readString(Path.of("..", "README.md"), StandardCharsets.UTF_8);
        int start = readme.indexOf("```java\n", readme.indexOf("## Test exec rules")) + "```java\n".length();
        String shown = readme.substring(start, readme.indexOf("```", start));
        String here = Files.readString(
                Path.of("src/test/java/io/execward/assertj/ReadmeSectionTest.java"), StandardCharsets.UTF_8);
        assertThat(shown.lines().count()).isGreaterThan(10);
        assertThat(unindented(here)).contains(unindented(shown));
    }

    private static String unindented(String code) {
        return code.lines().map(String::strip).collect(Collectors.joining("\n"));
    }
}
