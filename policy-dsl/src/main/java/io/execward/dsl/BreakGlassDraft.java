// SPDX-License-Identifier: Apache-2.0
package io.execward.dsl;

import io.execward.ecs.ClusterArn;
import io.execward.json.PolicyQuota;
import io.execward.model.Policy;
import io.execward.model.PolicyKind;
import io.execward.model.Principal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A break-glass grant while it is said. The stages see to it that everything is there when it is issued. */
record BreakGlassDraft(
        Principal principal,
        Optional<ClusterArn> toldCluster,
        String container,
        Instant begin,
        Instant end,
        Duration mfaAge,
        String ticket,
        String reason,
        Optional<Target<Target.Key>> key,
        Optional<Policy> ceiling)
        implements BreakGlass.NeedsCluster,
                BreakGlass.NeedsContainer,
                BreakGlass.NeedsBegin,
                BreakGlass.NeedsEnd,
                BreakGlass.NeedsMfa,
                BreakGlass.NeedsReason,
                BreakGlass.Ready {
    private static final ActionSet EVERYTHING = ActionSet.raw("*");

    BreakGlassDraft(Principal principal) {
        this(
                principal,
                Optional.empty(),
                "",
                Instant.EPOCH,
                Instant.EPOCH,
                Duration.ZERO,
                "",
                "",
                Optional.empty(),
                Optional.empty());
    }

    @Override
    public BreakGlassDraft inCluster(ClusterArn cluster) {
        return new BreakGlassDraft(
                principal, Optional.of(cluster), container, begin, end, mfaAge, ticket, reason, key, ceiling);
    }

    @Override
    public BreakGlassDraft intoContainer(String name) {
        return new BreakGlassDraft(principal, toldCluster, name, begin, end, mfaAge, ticket, reason, key, ceiling);
    }

    @Override
    public BreakGlassDraft from(Instant newBegin) {
        return new BreakGlassDraft(
                principal, toldCluster, container, newBegin, end, mfaAge, ticket, reason, key, ceiling);
    }

    @Override
    public BreakGlassDraft until(Instant newEnd) {
        return new BreakGlassDraft(
                principal, toldCluster, container, begin, newEnd, mfaAge, ticket, reason, key, ceiling);
    }

    @Override
    public BreakGlassDraft withMfaYoungerThan(Duration age) {
        return new BreakGlassDraft(principal, toldCluster, container, begin, end, age, ticket, reason, key, ceiling);
    }

    @Override
    public BreakGlassDraft because(String newTicket, String newReason) {
        if (letters(newTicket).isEmpty() || newReason.isBlank()) {
            throw new IllegalArgumentException(
                    "a break-glass grant names a ticket and a reason: write such as `INC-42` and a sentence (R-GRAM-13)");
        }
        return new BreakGlassDraft(
                principal, toldCluster, container, begin, end, mfaAge, newTicket, newReason, key, ceiling);
    }

    @Override
    public BreakGlassDraft encryptedWith(Target<Target.Key> newKey) {
        ExecKit.requireBeside(cluster(), newKey);
        return new BreakGlassDraft(
                principal, toldCluster, container, begin, end, mfaAge, ticket, reason, Optional.of(newKey), ceiling);
    }

    @Override
    public BreakGlassDraft within(Policy newCeiling) {
        return new BreakGlassDraft(
                principal, toldCluster, container, begin, end, mfaAge, ticket, reason, key, Optional.of(newCeiling));
    }

    @Override
    public BreakGlass issueAs(PolicyQuota quota) {
        IamPolicy policy = IamPolicy.of(kind(quota), clauses());
        return new BreakGlass(policy, ticket, reason, new BreakGlassProof(this, policy).against(quota));
    }

    private static PolicyKind kind(PolicyQuota quota) {
        return switch (quota) {
            case SESSION -> PolicyKind.SESSION;
            case MANAGED_POLICY, USER_INLINE, GROUP_INLINE, ROLE_INLINE -> PolicyKind.IDENTITY;
            case ROLE_TRUST, SERVICE_CONTROL, RESOURCE_CONTROL, VPC_ENDPOINT, SIMULATOR ->
                throw new IllegalArgumentException(
                        "a break-glass grant is a session policy, an inline or a managed policy, not " + quota.name()
                                + ": choose one of those (" + quota.rule() + ")");
        };
    }

    ClusterArn cluster() {
        return toldCluster.orElseThrow();
    }

    /** The grant, and a Deny of everything that it is not, so that other policies of the caller do not matter. */
    private List<Sentence.Clause> clauses() {
        Place place = Place.of(cluster());
        When window = When.between(begin, end);
        When mfa = When.mfaYoungerThan(mfaAge);
        When here = When.inCluster(cluster());
        ActionSet granted = Actions.Ecs.EXECUTE_COMMAND.and(Actions.Ecs.DESCRIBE_TASKS);
        List<Sentence> sentences = new ArrayList<>();
        sentences.add(IamPolicy.allow(Actions.Ecs.EXECUTE_COMMAND)
                .on(Target.cluster(cluster()), place.tasks())
                .when(here, When.container(container), mfa, window)
                .sid("Exec" + letters(ticket)));
        // One Allow for both: a session policy has to be short, and the denials below say cluster and MFA for all.
        sentences.add(key.map(it -> IamPolicy.allow(Actions.Ecs.DESCRIBE_TASKS, Actions.Kms.GENERATE_DATA_KEY)
                        .on(place.tasks(), it))
                .orElseGet(() -> IamPolicy.allow(Actions.Ecs.DESCRIBE_TASKS).on(place.tasks()))
                .when(window)
                .sid("Around"));
        if (key.isPresent()) {
            granted = granted.and(Actions.Kms.GENERATE_DATA_KEY);
            sentences.add(IamPolicy.deny(Actions.Kms.GENERATE_DATA_KEY)
                    .onAllExcept(key.get())
                    .sid("NoOtherKey"));
        }
        sentences.add(IamPolicy.denyAllExcept(granted).onEverything().sid("NothingElse"));
        sentences.add(IamPolicy.deny(EVERYTHING)
                .onEverything()
                .when(When.before(begin))
                .sid("NotBefore"));
        sentences.add(IamPolicy.deny(EVERYTHING)
                .onEverything()
                .when(When.notBefore(end))
                .sid("NotAfter"));
        sentences.add(IamPolicy.deny(EVERYTHING)
                .onEverything()
                .when(When.mfaMissingOrAsOldAs(mfaAge))
                .sid("FreshMfa"));
        sentences.add(IamPolicy.deny(Actions.Ecs.EXECUTE_COMMAND)
                .onEverything()
                .when(When.containerIsNot(container))
                .sid("NoOtherContainer"));
        sentences.add(IamPolicy.deny(Actions.Ecs.EXECUTE_COMMAND, Actions.Ecs.DESCRIBE_TASKS)
                .onEverything()
                .when(When.notInCluster(cluster()))
                .sid("NoOtherCluster"));
        return sentences.stream()
                .flatMap(sentence -> sentence.clauses().stream())
                .toList();
    }

    /** What of a text may stand in a Sid (R-GRAM-13). */
    static String letters(String text) {
        StringBuilder letters = new StringBuilder();
        text.chars().filter(c -> c < 128 && Character.isLetterOrDigit(c)).forEach(c -> letters.append((char) c));
        return letters.toString();
    }
}
