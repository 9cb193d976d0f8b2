// SPDX-License-Identifier: Apache-2.0
package io.execward.lang;

import static io.execward.lang.Item.Setting.Kind.ACCOUNT;
import static io.execward.lang.Item.Setting.Kind.PARTITION;
import static io.execward.lang.Item.Setting.Kind.REGION;

import io.execward.diagnostic.Diagnostic;
import io.execward.diagnostic.SourceSpan;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Completes short names to ARNs, or to patterns of them; whether it is the ARN of one thing is the business of whoever uses it. */
final class ShortNames {
    private final Settings settings;

    ShortNames(Settings settings) {
        this.settings = settings;
    }

    /** The ARN; reports and returns empty if the file does not say enough. */
    Optional<String> complete(ResourceType type, String name, SourceSpan user, Consumer<? super Diagnostic> problems) {
        boolean whole = name.startsWith("arn:") || name.equals("*") || type == ResourceType.CONTAINER;
        if (whole) {
            return Optional.of(name);
        }
        if (name.isEmpty() || name.startsWith("/")) {
            problems.accept(Diagnostic.error(
                    "LANG-023",
                    user,
                    "`" + name + "` does not name a " + type.word(),
                    "write its name, such as " + example(type)));
            return Optional.empty();
        }
        boolean needsCluster = type == ResourceType.TASK || type == ResourceType.SERVICE;
        if (needsCluster && name.indexOf('/') < 0) {
            problems.accept(Diagnostic.error(
                    "LANG-023",
                    user,
                    "`" + name + "` does not say in which cluster the " + type.word() + " is",
                    "write `\"CLUSTER/" + name + "\"`, or the whole ARN"));
            return Optional.empty();
        }
        return switch (type) {
            case CLUSTER -> regional("ecs", "cluster/" + name, user, problems);
            case TASK -> regional("ecs", "task/" + name, user, problems);
            case SERVICE -> regional("ecs", "service/" + name, user, problems);
            case TASK_DEFINITION -> regional("ecs", "task-definition/" + name, user, problems);
            case INSTANCE -> regional("ecs", "container-instance/" + name, user, problems);
            case KEY -> regional("kms", "key/" + name, user, problems);
            case SESSION -> regional("ssm", "session/" + name, user, problems);
            case DOCUMENT ->
                name.startsWith("AWS-")
                        ? ofAws("document/" + name, user, problems)
                        : regional("ssm", "document/" + name, user, problems);
            case ROLE -> global("role/" + name, user, problems);
            case USER -> global("user/" + name, user, problems);
            case CONTAINER -> Optional.of(name);
        };
    }

    private static String example(ResourceType type) {
        return switch (type) {
            case TASK -> "`\"payments/0a1b\"`";
            case SERVICE -> "`\"payments/web\"`";
            case TASK_DEFINITION -> "`\"web:3\"`";
            default -> "`\"payments\"`";
        };
    }

    private Optional<String> regional(
            String service, String resource, SourceSpan user, Consumer<? super Diagnostic> problems) {
        return settings.has(List.of(PARTITION, REGION, ACCOUNT), user, problems)
                ? Optional.of(arn(service, settings.known(REGION), settings.known(ACCOUNT), resource))
                : Optional.empty();
    }

    /** Documents of AWS have no account (R-EXEC-20). */
    private Optional<String> ofAws(String resource, SourceSpan user, Consumer<? super Diagnostic> problems) {
        return settings.has(List.of(PARTITION, REGION), user, problems)
                ? Optional.of(arn("ssm", settings.known(REGION), "", resource))
                : Optional.empty();
    }

    /** IAM has no Regions. */
    private Optional<String> global(String resource, SourceSpan user, Consumer<? super Diagnostic> problems) {
        return settings.has(List.of(PARTITION, ACCOUNT), user, problems)
                ? Optional.of(arn("iam", "", settings.known(ACCOUNT), resource))
                : Optional.empty();
    }

    private String arn(String service, String region, String account, String resource) {
        return "arn:" + settings.known(PARTITION) + ":" + service + ":" + region + ":" + account + ":" + resource;
    }
}
