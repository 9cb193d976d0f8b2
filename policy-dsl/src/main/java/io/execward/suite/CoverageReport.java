// SPDX-License-Identifier: Apache-2.0
package io.execward.suite;

import io.execward.model.Condition;
import java.util.List;
import java.util.Objects;

/**
 * Which statements and conditions the expectations saw matching and not matching. A statement counts in every check that its layer
 * judged, a condition in those that its statement's principal, action and resource let through to it, by itself, whatever the
 * conditions beside it say.
 *
 * @param policies in the order of the files
 */
public record CoverageReport(List<PolicyCoverage> policies) {
    public CoverageReport {
        policies = List.copyOf(policies);
    }

    /** One policy. */
    public record PolicyCoverage(TestedPolicy policy, List<StatementCoverage> statements) {
        public PolicyCoverage {
            Objects.requireNonNull(policy, "policy");
            statements = List.copyOf(statements);
        }

        /** How many ways were seen. */
        public int seen() {
            return statements.stream().mapToInt(StatementCoverage::seenWays).sum();
        }

        /** How many ways there are. */
        public int ways() {
            return statements.stream().mapToInt(StatementCoverage::ways).sum();
        }
    }

    /**
     * One statement.
     *
     * @param index from 0
     */
    public record StatementCoverage(int index, Seen seen, List<ConditionCoverage> conditions) {
        public StatementCoverage {
            Objects.requireNonNull(seen, "seen");
            conditions = List.copyOf(conditions);
        }

        int seenWays() {
            return seen.seen()
                    + conditions.stream().mapToInt(each -> each.seen().seen()).sum();
        }

        int ways() {
            return seen.ways()
                    + conditions.stream().mapToInt(each -> each.seen().ways()).sum();
        }
    }

    /** One condition. */
    public record ConditionCoverage(Condition condition, Seen seen) {
        public ConditionCoverage {
            Objects.requireNonNull(condition, "condition");
            Objects.requireNonNull(seen, "seen");
        }
    }

    /** How many ways were seen. */
    public int seen() {
        return policies.stream().mapToInt(PolicyCoverage::seen).sum();
    }

    /** How many ways there are. */
    public int ways() {
        return policies.stream().mapToInt(PolicyCoverage::ways).sum();
    }

    /** Rounded down, so that 100 means everything; 0 if there is nothing to see. */
    public int percent() {
        return percent(seen(), ways());
    }

    /** Rounded down; 0 of nothing. */
    public static int percent(int part, int whole) {
        return whole == 0 ? 0 : (int) (100L * part / whole);
    }
}
