// SPDX-License-Identifier: Apache-2.0
package io.execward.dsl;

import io.execward.ecs.ClusterArn;
import io.execward.evaluate.Verdict;
import io.execward.json.PolicyQuota;
import io.execward.model.Policy;
import io.execward.model.Principal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * A grant for an emergency: one container, a window of time, MFA, a ticket and a reason; everything else is denied, and the verdicts
 * at the edges of the window are proven before it is issued.
 *
 * <pre>{@code
 * BreakGlass grant = BreakGlass.to(Principal.of("arn:aws:iam::111122223333:role/OnCall"))
 *         .inCluster(ClusterArn.of("arn:aws:ecs:us-east-1:111122223333:cluster/payments"))
 *         .intoContainer("app")
 *         .from(Instant.parse("2030-01-01T10:00:00Z"))
 *         .until(Instant.parse("2030-01-01T11:00:00Z"))
 *         .withMfaYoungerThan(Duration.ofMinutes(15))
 *         .because("INC-42", "payments are stuck in the queue")
 *         .issueAs(PolicyQuota.SESSION);
 * grant.policy().json();
 * grant.proof().print();
 * grant.revocation(Instant.parse("2030-01-01T10:20:00Z")).json();
 * }</pre>
 *
 * <p>A shell that is open does not end with the window: end its session (R-EXEC-97). As an identity policy the grant denies everything
 * else to whoever has it, before, in and after the window, so attach it to a role that is for nothing else.
 *
 * @param policy the grant; a session policy for {@link PolicyQuota#SESSION}, else an identity policy
 * @param ticket where the emergency is recorded
 * @param reason for people
 * @param proof that it does what it says, which every issued grant has
 */
public record BreakGlass(IamPolicy policy, String ticket, String reason, Proof proof) {
    /** @throws IllegalArgumentException if the proof fails */
    public BreakGlass {
        Objects.requireNonNull(policy, "policy");
        Objects.requireNonNull(ticket, "ticket");
        Objects.requireNonNull(reason, "reason");
        proof.requireToHold();
    }

    /** A grant to this caller. */
    public static NeedsCluster to(Principal principal) {
        return new BreakGlassDraft(principal);
    }

    /** Where? */
    public interface NeedsCluster {
        /** In this cluster and no other. */
        NeedsContainer inCluster(ClusterArn cluster);
    }

    /** Into what? */
    public interface NeedsContainer {
        /** Into this container of any task, and no other container. */
        NeedsBegin intoContainer(String name);
    }

    /** From when? */
    public interface NeedsBegin {
        /** From this instant on, in whole seconds. */
        NeedsEnd from(Instant begin);
    }

    /** Until when? */
    public interface NeedsEnd {
        /** Until before this instant, in whole seconds. */
        NeedsMfa until(Instant end);
    }

    /** With which MFA? */
    public interface NeedsMfa {
        /** With MFA less than this long ago; a grant for an emergency without MFA is not to be had. */
        NeedsReason withMfaYoungerThan(Duration age);
    }

    /** Why? */
    public interface NeedsReason {
        /**
         * For this ticket, of which letters and digits go into the statement ids, and for this reason.
         *
         * @throws IllegalArgumentException if the ticket has neither letters nor digits, or the reason is blank
         */
        Ready because(String ticket, String reason);
    }

    /** All is said that must be. */
    public interface Ready {
        /**
         * Sessions are encrypted with this key, of which the caller needs a data key (R-EXEC-26).
         *
         * @throws IllegalArgumentException if the key is not in the partition and Region of the cluster
         */
        Ready encryptedWith(Target<Target.Key> key);

        /** The grant has to stay inside of this policy, as of a permissions boundary. */
        Ready within(Policy ceiling);

        /**
         * Makes the grant, proves it, and counts its size.
         *
         * @param quota the kind of policy that it is to be: {@link PolicyQuota#SESSION}, an inline or a managed policy
         * @throws IllegalArgumentException if the window is empty, the size too large, the quota not one of those, or the ceiling
         *     does not allow what the grant grants; the message names what stands against it
         */
        BreakGlass issueAs(PolicyQuota quota);
    }

    /**
     * Verdicts beside those that have to be. Those about one call were found by evaluation; tags and what else a call may bring were left
     * unknown, so a verdict holds for all of them; of task ids three were tried, two that share no character and one in the short form.
     * Those about all requests were proved by {@link io.execward.analyze.PolicyAnalyzer}; what could not be proved is undecided.
     *
     * @param checks each time and each side door, in a fixed order
     * @param size of the policy as the quota counts
     * @param quota the budget
     */
    public record Proof(List<Check> checks, int size, PolicyQuota quota) {
        public Proof {
            checks = List.copyOf(checks);
            Objects.requireNonNull(quota, "quota");
        }

        /**
         * One request and its verdict.
         *
         * @param what is asked, in words
         * @param expected the verdict without which there is no grant
         * @param verdict the one that evaluation found
         * @param because what stood against it, in words; empty if nothing did
         */
        public record Check(String what, Verdict expected, Verdict verdict, String because) {
            public Check {
                Objects.requireNonNull(what, "what");
                Objects.requireNonNull(expected, "expected");
                Objects.requireNonNull(verdict, "verdict");
                Objects.requireNonNull(because, "because");
            }

            /** True if the verdict is the one that has to be. */
            public boolean holds() {
                return verdict == expected;
            }
        }

        /** True if every verdict is as it has to be and the size is within the quota; without any check nothing is proven. */
        public boolean holds() {
            return !checks.isEmpty() && size <= quota.limit() && checks.stream().allMatch(Check::holds);
        }

        /** A line for each check and one for the size; ends with a line break. */
        public String print() {
            StringBuilder out = new StringBuilder();
            for (Check check : checks) {
                out.append(check.holds() ? "ok    " : "FAILS ")
                        .append(check.verdict())
                        .append("  ")
                        .append(check.what())
                        .append('\n');
            }
            return out.append(size <= quota.limit() ? "ok    " : "FAILS ")
                    .append(size)
                    .append(" of ")
                    .append(quota.limit())
                    .append(" characters (")
                    .append(quota.rule())
                    .append(")\n")
                    .toString();
        }

        private void requireToHold() {
            if (checks.isEmpty()) {
                throw new IllegalArgumentException("a proof without any check proves nothing: let `issueAs` make it");
            }
            if (size > quota.limit()) {
                throw new IllegalArgumentException("the grant has " + size + " characters and " + quota.limit()
                        + " are allowed: choose a larger kind of policy (" + quota.rule() + ")");
            }
            for (Check check : checks) {
                if (!check.holds()) {
                    throw new IllegalArgumentException("the grant does not do what it says: " + check.what() + " is "
                            + check.verdict() + " and has to be " + check.expected()
                            + (check.because().isEmpty() ? "" : ": " + check.because()));
                }
            }
        }
    }

    /**
     * What ends the grant early: everything is denied to credentials from before this instant (R-KEY-06). Attach it to the role; who
     * assumes it again is not hit.
     */
    public IamPolicy revocation(Instant at) {
        return IamPolicy.identity(IamPolicy.deny(ActionSet.raw("*"))
                .onEverything()
                .when(When.issuedBefore(at))
                .sid("Revoked" + BreakGlassDraft.letters(ticket)));
    }
}
