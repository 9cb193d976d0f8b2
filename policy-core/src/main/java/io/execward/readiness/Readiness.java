// SPDX-License-Identifier: Apache-2.0
package io.execward.readiness;

import io.execward.account.EcsTask;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Whether exec would work in one container of one task.
 *
 * @param container empty if the request names none and the task has several, or none is known
 * @param findings blockers first, then warnings, then information, each in the order of the rules
 * @param notChecked in the order of the rules; no rule is both here and among the findings
 */
public record Readiness(EcsTask task, Optional<String> container, List<Finding> findings, List<NotChecked> notChecked) {
    public Readiness {
        Objects.requireNonNull(task, "task");
        Objects.requireNonNull(container, "container");
        findings = List.copyOf(findings);
        notChecked = List.copyOf(notChecked);
    }

    /** True if no blocker was found; what was not checked may still block. */
    public boolean isReady() {
        return blockers().isEmpty();
    }

    public List<Finding> blockers() {
        return findings(Severity.BLOCKER);
    }

    public List<Finding> warnings() {
        return findings(Severity.WARNING);
    }

    /** The findings of this severity. */
    public List<Finding> findings(Severity severity) {
        return findings.stream()
                .filter(finding -> finding.severity() == severity)
                .toList();
    }
}
