// SPDX-License-Identifier: Apache-2.0
package io.execward.ecs;

import io.execward.model.Arn;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The document that says what kind of session is started (R-EXEC-20).
 *
 * @param name a document's name, or its ARN if another account shares it
 * @param isChecked whether the caller needs permission for the document; only one that is not named may go unchecked
 */
public record SessionDocument(String name, boolean isChecked) {
    private static final String DEFAULT = "SSM-SessionManagerRunShell";

    /** No other account can make documents whose names begin so. */
    private static final List<String> OF_AWS = List.of("aws", "amazon", "amzn");

    /** @throws IllegalArgumentException if it is not one document, or a named one that goes unchecked */
    public SessionDocument {
        boolean plain = name.startsWith("arn:")
                ? Arn.tryOf(name)
                        .filter(arn -> arn.service().equals("ssm")
                                && arn.resource().startsWith("document/")
                                && isName(arn.resource().substring("document/".length())))
                        .isPresent()
                : isName(name);
        if (!plain) {
            throw new IllegalArgumentException("`" + name
                    + "` is not a session document: write a name such as `AWS-StartPortForwardingSession`, or an ARN");
        }
        if (!isChecked && !name.equals(DEFAULT)) {
            throw new IllegalArgumentException("the document `" + name + "` is named, so it is checked (R-EXEC-20)");
        }
    }

    /** The document of this name, such as {@code AWS-StartPortForwardingSession}, or of this ARN. */
    public static SessionDocument named(String name) {
        return new SessionDocument(name, true);
    }

    /** The request names none: the default document, which is checked as the text of 2026 has it. */
    public static SessionDocument unnamed() {
        return new SessionDocument(DEFAULT, true);
    }

    /** The request names none, and the default document goes unchecked, as the text of 2023 has it. */
    public static SessionDocument unnamedAndUnchecked() {
        return new SessionDocument(DEFAULT, false);
    }

    /** True if it is one of AWS: its ARN has no account. */
    boolean isOfAws() {
        String lower = name.toLowerCase(Locale.ROOT);
        return OF_AWS.stream().anyMatch(lower::startsWith);
    }

    /** The ARN of the document where the task runs. */
    String arnFor(TaskArn task) {
        if (name.startsWith("arn:")) {
            return name;
        }
        String account = isOfAws() ? "" : task.account();
        return "arn:" + task.partition() + ":ssm:" + task.region() + ":" + account + ":document/" + name;
    }

    /** The owner; empty for AWS. */
    Optional<String> account(TaskArn task) {
        return Optional.of(Arn.of(arnFor(task)).account()).filter(account -> !account.isEmpty());
    }

    private static boolean isName(String text) {
        return !text.isEmpty()
                && text.chars()
                        .allMatch(c -> c == '-' || c == '_' || c == '.' || (c < 128 && Character.isLetterOrDigit(c)));
    }
}
