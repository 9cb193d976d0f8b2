// SPDX-License-Identifier: Apache-2.0
package io.execward.dsl;

import static org.assertj.core.api.Assertions.assertThat;

import io.execward.catalog.ServiceAction;
import io.execward.catalog.ServiceCatalog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** {@code Actions.java} is written from the catalog: with {@code -Dgolden.update=true} anew. */
class ActionsTest {
    private static final Path FILE = Path.of("src", "main", "java", "io", "execward", "dsl", "Actions.java");
    private static final int LINE = 120;

    private record Section(String prefix, String title) {}

    @Test
    void the_constants_are_those_of_the_catalog() throws IOException {
        String written = Files.readString(FILE);
        String source = source();
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(FILE, source);
            written = source;
        }

        assertThat(written).isEqualTo(source);
    }

    @Test
    void a_name_becomes_a_constant_at_its_capitals() {
        assertThat(constant("ExecuteCommand")).isEqualTo("EXECUTE_COMMAND");
        assertThat(constant("AssumeRoleWithSAML")).isEqualTo("ASSUME_ROLE_WITH_SAML");
        assertThat(constant("CreateOpenIDConnectProvider")).isEqualTo("CREATE_OPEN_ID_CONNECT_PROVIDER");
        assertThat(constant("GetObjectAcl")).isEqualTo("GET_OBJECT_ACL");
    }

    private static String source() {
        Map<String, Section> sections = new LinkedHashMap<>();
        sections.put("Ecs", new Section("ecs", "Amazon ECS"));
        sections.put("Ssm", new Section("ssm", "AWS Systems Manager"));
        sections.put("SsmMessages", new Section("ssmmessages", "the message gateway of Session Manager"));
        sections.put("Kms", new Section("kms", "AWS KMS"));
        sections.put("Logs", new Section("logs", "Amazon CloudWatch Logs"));
        sections.put("S3", new Section("s3", "Amazon S3"));
        sections.put("Iam", new Section("iam", "IAM"));
        sections.put("Sts", new Section("sts", "AWS STS"));
        StringBuilder out = new StringBuilder("""
                // SPDX-License-Identifier: Apache-2.0
                package io.execward.dsl;

                /**
                 * The actions of the services that ECS Exec has to do with, by service; those of others are named with {@link ActionSet#named}.
                 *
                 * <pre>{@code
                 * allow(Actions.Ecs.EXECUTE_COMMAND, Actions.Ecs.DESCRIBE_TASKS)
                 * }</pre>
                 *
                 * <p>Written from the bundled catalog by a test, which also fails when the two differ: do not edit.
                 */
                public final class Actions {
                    private Actions() {}
                """);
        sections.forEach((name, section) -> {
            out.append("\n    /** Actions of ")
                    .append(section.title())
                    .append(", {@code ")
                    .append(section.prefix());
            out.append(":…}. */\n    public static final class ").append(name).append(" {\n        private ");
            out.append(name).append("() {}\n\n");
            ServiceCatalog.bundled()
                    .service(section.prefix())
                    .orElseThrow()
                    .actions()
                    .forEach(action -> out.append(line(action)));
            out.append("    }\n");
        });
        out.append("""

                    private static ActionSet of(String text) {
                        return ActionSet.constant(text);
                    }
                }
                """);
        return out.toString();
    }

    /** As the formatter breaks it. */
    private static String line(ServiceAction action) {
        String field = "        public static final ActionSet " + constant(action.name()) + " =";
        String value = "of(\"" + action + "\");\n";
        boolean fits = field.length() + value.length() <= LINE;
        return field + (fits ? " " : "\n                ") + value;
    }

    private static String constant(String name) {
        return name.replaceAll("([a-z0-9])([A-Z])", "$1_$2")
                .replaceAll("([A-Z])([A-Z][a-z])", "$1_$2")
                .toUpperCase(Locale.ROOT);
    }
}
