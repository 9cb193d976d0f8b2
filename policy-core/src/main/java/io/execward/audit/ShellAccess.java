// SPDX-License-Identifier: Apache-2.0
package io.execward.audit;

import io.execward.ecs.OperationDecision;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What the documents say about a shell that somebody got: they are those of today, and policies and tags may have changed since.
 *
 * @param decision empty if the documents cannot judge it
 * @param notes what limits the judgement, each a lower-case sentence; one at least if there is no decision
 */
public record ShellAccess(Shell shell, Optional<OperationDecision> decision, List<String> notes) {
    public ShellAccess {
        Objects.requireNonNull(shell, "shell");
        Objects.requireNonNull(decision, "decision");
        notes = List.copyOf(notes);
    }
}
