// SPDX-License-Identifier: Apache-2.0
package io.execward.ecs;

import io.execward.model.Request;
import java.util.Objects;

/**
 * One of the checks that authorise an operation.
 *
 * @param subject what is checked, in a few lower-case words: {@code cluster}, {@code task}, {@code role to pass} …
 * @param request one action on one resource
 */
public record OperationCheck(String subject, Request request) {
    public OperationCheck {
        Objects.requireNonNull(subject, "subject");
        if (request.resources().size() != 1) {
            throw new IllegalArgumentException("a check is of one resource");
        }
    }
}
