// SPDX-License-Identifier: Apache-2.0
package io.execward.dsl;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What cannot be meant does not compile; beside each wrong call stands the right one, so that the wrong part is the only one. */
class CompilationTest {
    private static final String FRAME = """
            import static io.execward.dsl.IamPolicy.*;
            import io.execward.dsl.*;
            import io.execward.ecs.*;
            import io.execward.json.PolicyQuota;
            import io.execward.model.*;
            import java.time.*;
            class Snippet {
                static final Place HERE = Place.of("aws", "us-east-1", "111122223333");
                static final ClusterArn CLUSTER = HERE.cluster("dev");
                static final TaskArn TASK = CLUSTER.task("0a1b2c3d");
                static final PrincipalPattern ROOT = PrincipalPattern.Aws.of("111122223333");
                Object said() {
                    return %s;
                }
            }
            """;

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "a grant without a cluster is no policy"
                        + " | ExecPolicy.allowExec().inCluster(CLUSTER).toPolicy() | ExecPolicy.allowExec().toPolicy()",
                "a limit comes after the cluster"
                        + " | ExecPolicy.allowExec().inCluster(CLUSTER).onlyContainer(\"app\")"
                        + " | ExecPolicy.allowExec().onlyContainer(\"app\").inCluster(CLUSTER)",
                "a cluster is no name"
                        + " | ExecPolicy.allowExec().inCluster(CLUSTER) | ExecPolicy.allowExec().inCluster(\"dev\")",
                "a denial says what it denies"
                        + " | IamPolicy.identity(ExecPolicy.denyExec().anywhere())"
                        + " | IamPolicy.identity(ExecPolicy.denyExec())",
                "a launch guard answers for the omitted flag"
                        + " | ExecPolicy.denyLaunchWithExec().omittedFlagPasses().toPolicy()"
                        + " | ExecPolicy.denyLaunchWithExec().toPolicy()",
                "a session guard says on which tasks"
                        + " | ExecPolicy.denyDirectSessions().onAnyTask(\"aws\").toPolicy()"
                        + " | ExecPolicy.denyDirectSessions().toPolicy()",
                "own sessions are those of users or of roles"
                        + " | ExecPolicy.allowEndingOwnSessions().ofUsers(HERE).toPolicy()"
                        + " | ExecPolicy.allowEndingOwnSessions().toPolicy()",
                "ecs:cluster is compared with clusters | When.inCluster(CLUSTER) | When.inCluster(TASK)",
                "a pattern of clusters is one"
                        + " | When.inClusterLike(HERE.clustersLike(\"dev*\")) | When.inClusterLike(HERE.tasks())",
                "the exec flag is a boolean | When.execEnabled(true) | When.execEnabled(\"true\")",
                "an age is a duration | When.mfaYoungerThan(Duration.ofMinutes(5)) | When.mfaYoungerThan(300)",
                "a time is an instant | When.before(Instant.EPOCH) | When.before(\"1970-01-01T00:00:00Z\")",
                "a condition has a value | When.container(\"app\") | When.container()",
                "an action is not text"
                        + " | allow(ActionSet.named(\"ecs:ExecuteCommand\")) | allow(\"ecs:ExecuteCommand\")",
                "an Allow of everything has a reason"
                        + " | allow(Actions.Ecs.LIST_CLUSTERS).onEverything(Star.NO_RESOURCE_TYPE)"
                        + " | allow(Actions.Ecs.LIST_CLUSTERS).onEverything()",
                "conditions come after the resources"
                        + " | allow(Actions.Ecs.DESCRIBE_TASKS).on(HERE.tasks()).when(When.inCluster(CLUSTER))"
                        + " | allow(Actions.Ecs.DESCRIBE_TASKS).when(When.inCluster(CLUSTER)).on(HERE.tasks())",
                "an identity policy names no principal"
                        + " | IamPolicy.identity(allow(Actions.Kms.DECRYPT).on(HERE.key(\"1234\")))"
                        + " | IamPolicy.identity(allow(Actions.Kms.DECRYPT).by(ROOT).on(HERE.key(\"1234\")))",
                "a key policy names principals"
                        + " | IamPolicy.resource(allow(Actions.Kms.DECRYPT).by(ROOT).on(HERE.key(\"1234\")))"
                        + " | IamPolicy.resource(allow(Actions.Kms.DECRYPT).on(HERE.key(\"1234\")))",
                "a trust policy names no resource"
                        + " | IamPolicy.trust(allow(Actions.Sts.ASSUME_ROLE).by(ROOT))"
                        + " | IamPolicy.trust(allow(Actions.Sts.ASSUME_ROLE).by(ROOT).on(HERE.role(\"r\")))",
                "an SCP allows on everything only"
                        + " | IamPolicy.serviceControl(allow(Actions.Ecs.RUN_TASK).onEverything(Star.LIMIT_ONLY))"
                        + " | IamPolicy.serviceControl(allow(Actions.Ecs.RUN_TASK).on(HERE.taskDefinition(\"f\")))",
                "an SCP grants no shell"
                        + " | IamPolicy.serviceControl(ExecPolicy.denyExec().anywhere())"
                        + " | IamPolicy.serviceControl(ExecPolicy.allowExec().inCluster(CLUSTER))",
                "an RCP never allows"
                        + " | IamPolicy.resourceControl(deny(Actions.S3.PUT_OBJECT).onEverything())"
                        + " | IamPolicy.resourceControl(allow(Actions.S3.PUT_OBJECT).onEverything(Star.LIMIT_ONLY))",
                "an RCP lists its actions"
                        + " | IamPolicy.resourceControl(deny(Actions.S3.PUT_OBJECT).onEverything())"
                        + " | IamPolicy.resourceControl(denyAllExcept(Actions.S3.PUT_OBJECT).onEverything())",
                "an Allow spares nobody"
                        + " | deny(Actions.Kms.DECRYPT).byAllExcept(ROOT) | allow(Actions.Kms.DECRYPT).byAllExcept(ROOT)",
                "break-glass has an end"
                        + " | BreakGlass.to(Principal.of(\"arn:aws:iam::111122223333:role/R\")).inCluster(CLUSTER)"
                        + ".intoContainer(\"app\").from(Instant.EPOCH).until(Instant.EPOCH)"
                        + " | BreakGlass.to(Principal.of(\"arn:aws:iam::111122223333:role/R\")).inCluster(CLUSTER)"
                        + ".intoContainer(\"app\").from(Instant.EPOCH).withMfaYoungerThan(Duration.ofMinutes(5))",
                "break-glass has a ticket"
                        + " | BreakGlass.to(Principal.of(\"arn:aws:iam::111122223333:role/R\")).inCluster(CLUSTER)"
                        + ".intoContainer(\"app\").from(Instant.EPOCH).until(Instant.EPOCH)"
                        + ".withMfaYoungerThan(Duration.ofMinutes(5)).because(\"INC-1\", \"why\")"
                        + ".issueAs(PolicyQuota.SESSION)"
                        + " | BreakGlass.to(Principal.of(\"arn:aws:iam::111122223333:role/R\")).inCluster(CLUSTER)"
                        + ".intoContainer(\"app\").from(Instant.EPOCH).until(Instant.EPOCH)"
                        + ".withMfaYoungerThan(Duration.ofMinutes(5)).issueAs(PolicyQuota.SESSION)"
            })
    void a_wrong_call_does_not_compile(String name, String right, String wrong) {
        assertThat(errors(right)).as("the right call: %s", right).isEmpty();
        assertThat(errors(wrong)).as("the wrong call: %s", wrong).isNotEmpty();
    }

    /** One error at most is needed, and none but of the snippet's own code: the class path is that of the tests. */
    private static List<String> errors(String expression) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> found = new DiagnosticCollector<>();
        String path = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        compiler.getTask(
                        null,
                        null,
                        found,
                        List.of("-proc:none", "-classpath", path, "-d", System.getProperty("java.io.tmpdir")),
                        null,
                        List.of(new Snippet(FRAME.replace("%s", expression))))
                .call();
        return found.getDiagnostics().stream()
                .filter(diagnostic -> diagnostic.getKind() == Diagnostic.Kind.ERROR)
                .map(Object::toString)
                .toList();
    }

    private static final class Snippet extends SimpleJavaFileObject {
        private final String text;

        Snippet(String text) {
            super(URI.create("string:///Snippet.java"), Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }
}
