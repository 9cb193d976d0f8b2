// SPDX-License-Identifier: Apache-2.0
package io.execward.ecs;

import io.execward.model.Arn;
import java.util.Objects;
import java.util.Optional;

/**
 * The ARN of a task definition, {@code …:task-definition/FAMILY:REVISION}, or of a family without revision. Nothing is derived from the
 * short form: whoever launches by family may be checked on it (U-EXEC-05).
 *
 * @param revision from 1
 */
public record TaskDefinitionArn(
        String partition, String region, String account, String family, Optional<Integer> revision) {
    private static final String TYPE = "task-definition/";

    /** @throws IllegalArgumentException if a part is missing or malformed */
    public TaskDefinitionArn {
        EcsArns.check(partition, region, account);
        Objects.requireNonNull(family, "family");
        if (!EcsArns.isName(family) || revision.orElse(1) < 1) {
            throw new IllegalArgumentException(
                    "`" + family + revision.map(number -> ":" + number).orElse("")
                            + "` does not name a task definition: write `FAMILY:REVISION` or `FAMILY`");
        }
    }

    /**
     * Reads the ARN of a task definition, with or without revision.
     *
     * @throws IllegalArgumentException if {@code text} is none
     */
    public static TaskDefinitionArn of(String text) {
        Arn arn = EcsArns.parse(text, TYPE, "arn:aws:ecs:us-east-1:111122223333:task-definition/web:7");
        String rest = arn.resource().substring(TYPE.length());
        int colon = rest.indexOf(':');
        return new TaskDefinitionArn(
                arn.partition(),
                arn.region(),
                arn.account(),
                colon < 0 ? rest : rest.substring(0, colon),
                colon < 0 ? Optional.empty() : Optional.of(number(rest.substring(colon + 1))));
    }

    /** 0, which is no revision, for what is no number. */
    private static int number(String text) {
        boolean digits = !text.isEmpty()
                && text.length() <= 9
                && text.chars().allMatch(c -> c >= '0' && c <= '9')
                && text.charAt(0) != '0';
        return digits ? Integer.parseInt(text) : 0;
    }

    @Override
    public String toString() {
        return "arn:" + partition + ":ecs:" + region + ":" + account + ":" + TYPE + family
                + revision.map(number -> ":" + number).orElse("");
    }
}
