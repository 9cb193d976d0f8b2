// SPDX-License-Identifier: Apache-2.0
package io.execward.cli;

import io.execward.dsl.BreakGlass;
import io.execward.dsl.IamPolicy;
import io.execward.json.PolicyQuota;
import io.execward.model.Policy;
import io.execward.model.Principal;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes a break-glass grant of words. Everything that a grant needs has to be said; nothing has a default but its kind. */
record GrantDraft(KitWords words, Optional<ClusterDocuments> documents, Optional<Policy> ceiling) {
    private static final List<KitField> NEEDED = List.of(
            KitField.CONTAINERS, KitField.FROM, KitField.UNTIL, KitField.MFA_AGE, KitField.TICKET, KitField.REASON);

    /** The grant and, if a time for it is told, what revokes it. */
    record Issued(BreakGlass grant, Optional<IamPolicy> revocation) {
        Map<String, IamPolicy> policies() {
            Map<String, IamPolicy> policies = new LinkedHashMap<>();
            policies.put("break-glass", grant.policy());
            revocation.ifPresent(policy -> policies.put("break-glass-revocation", policy));
            return policies;
        }
    }

    /**
     * The grant with its proof; empty if something is wrong, which is then with the words.
     *
     * @throws IllegalArgumentException if there is no such grant: it is too long, or the ceiling does not allow it
     */
    Optional<Issued> issue() {
        for (KitField field : words.fields()) {
            if (field.use() == KitField.Use.KIT) {
                words.all(field)
                        .forEach(word -> words.refuse(
                                word,
                                Refusal.KIT_FILES,
                                word.name() + " is of a kit, and this is a break-glass grant",
                                "leave it out"));
            }
        }
        for (KitField field : NEEDED) {
            if (!words.says(field)) {
                words.missing(
                        field,
                        Refusal.KIT_FILES,
                        "a break-glass grant needs " + words.name(field),
                        "add it; nothing is assumed in an emergency");
            }
        }
        KitCluster cluster = KitCluster.of(words, documents, false);
        KitLimits limits = new KitLimits(words);
        List<KitWord> containers = limits.containers();
        containers.stream()
                .skip(1)
                .findFirst()
                .ifPresent(second -> words.refuse(
                        second,
                        Refusal.KIT_FILES,
                        "a break-glass grant is for one container",
                        "leave all but one out"));
        Optional<Duration> mfa = limits.mfaAge();
        Optional<Instant> from = limits.instant(KitField.FROM);
        Optional<Instant> until = limits.instant(KitField.UNTIL);
        limits.requireWindow(from, until);
        Optional<Instant> revokeAt = limits.instant(KitField.REVOKE_AT);
        Optional<Principal> principal =
                words.one(KitField.BREAK_GLASS_FOR).flatMap(word -> words.tried(word, Principal::of));
        Optional<PolicyQuota> quota = words.one(KitField.AS)
                .map(word -> words.tried(word, GrantDraft::quota))
                .orElse(Optional.of(PolicyQuota.SESSION));
        words.one(KitField.TICKET).ifPresent(word -> words.tried(word, GrantDraft::ticket));
        words.one(KitField.REASON).ifPresent(word -> words.tried(word, GrantDraft::reason));
        if (words.isWrong()) {
            return Optional.empty();
        }
        BreakGlass.Ready ready = BreakGlass.to(principal.orElseThrow())
                .inCluster(cluster.arn())
                .intoContainer(containers.get(0).text())
                .from(from.orElseThrow())
                .until(until.orElseThrow())
                .withMfaYoungerThan(mfa.orElseThrow())
                .because(
                        words.one(KitField.TICKET).orElseThrow().text(),
                        words.one(KitField.REASON).orElseThrow().text());
        ready = cluster.key().map(ready::encryptedWith).orElse(ready);
        ready = ceiling.map(ready::within).orElse(ready);
        BreakGlass grant = ready.issueAs(quota.orElseThrow());
        return Optional.of(new Issued(grant, revokeAt.map(grant::revocation)));
    }

    private static PolicyQuota quota(String text) {
        return switch (text) {
            case "session" -> PolicyQuota.SESSION;
            case "managed" -> PolicyQuota.MANAGED_POLICY;
            case "user-inline" -> PolicyQuota.USER_INLINE;
            case "group-inline" -> PolicyQuota.GROUP_INLINE;
            case "role-inline" -> PolicyQuota.ROLE_INLINE;
            default ->
                throw new IllegalArgumentException("`" + text
                        + "` is no kind of policy for a grant: write `session`, `managed`, `user-inline`, `group-inline` or"
                        + " `role-inline`");
        };
    }

    private static String ticket(String text) {
        if (text.chars().noneMatch(c -> c < 128 && Character.isLetterOrDigit(c))) {
            throw new IllegalArgumentException(
                    "`" + text + "` has neither letters nor digits: write the ticket, such as `INC-42` (R-GRAM-13)");
        }
        return text;
    }

    private static String reason(String text) {
        if (text.isBlank()) {
            throw new IllegalArgumentException("the reason is blank: write why the shell is needed");
        }
        return text;
    }
}
