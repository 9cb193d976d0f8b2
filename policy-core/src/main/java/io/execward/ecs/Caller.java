// SPDX-License-Identifier: Apache-2.0
package io.execward.ecs;

import io.execward.match.IpAddress;
import io.execward.model.Context;
import io.execward.model.Principal;
import io.execward.model.RequestFlag;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Who calls, and what is known about how. What follows from the principal is derived; what it may or may not send (tags, MFA, source
 * address, time …) is unknown until told (R-EXEC-12). Immutable: every method returns a new caller.
 *
 * @param tags of the user, role or session, all there are; empty if not told
 * @param told facts that were told, which win over what is derived
 * @param untold what is taken to hold of everything else
 * @param flags what exempts the caller's requests from organization policies
 */
public record Caller(
        Principal principal, Optional<Map<String, String>> tags, Context told, Untold untold, Set<RequestFlag> flags) {
    public Caller {
        Objects.requireNonNull(principal, "principal");
        tags = tags.map(Tags::copy);
        Objects.requireNonNull(told, "told");
        Objects.requireNonNull(untold, "untold");
        flags = Set.copyOf(flags);
    }

    /** Somebody about whom nothing else is told yet. */
    public static Caller of(Principal principal) {
        return new Caller(principal, Optional.empty(), Context.empty(), Untold.UNKNOWN, Set.of());
    }

    /** The caller, its user, role or session has these tags and no others. */
    public Caller tagged(Map<String, String> all) {
        return new Caller(principal, Optional.of(all), told, untold, flags);
    }

    /** The caller has these tags; those that are not named stay as they were, unknown if nothing was told. */
    public Caller taggedAtLeast(Map<String, String> some) {
        return with(Tags.facts(Tags.PRINCIPAL, some));
    }

    /** The session was made with MFA, this long ago (R-KEY-03). */
    public Caller withMfa(Duration age) {
        return with(Context.builder()
                .put("aws:MultiFactorAuthPresent", "true")
                .put("aws:MultiFactorAuthAge", Long.toString(age.toSeconds()))
                .build());
    }

    /** The request carries no MFA keys, as with long-term access keys (R-COND-37, R-KEY-03). */
    public Caller withoutMfaKeys() {
        return with(Context.builder()
                .absent("aws:MultiFactorAuthPresent")
                .absent("aws:MultiFactorAuthAge")
                .build());
    }

    /**
     * The request comes from this public address, hence not through a VPC endpoint (R-KEY-05).
     *
     * @throws IllegalArgumentException if it is not an IPv4 or IPv6 address; names are never looked up
     */
    public Caller from(String sourceAddress) {
        if (IpAddress.parse(sourceAddress).isEmpty()) {
            throw new IllegalArgumentException(
                    "`" + sourceAddress + "` is not an address: write one such as `203.0.113.7` or `2001:db8::7`");
        }
        return with(Context.builder()
                .put("aws:SourceIp", sourceAddress)
                .absent("aws:SourceVpc")
                .absent("aws:SourceVpce")
                .absent("aws:SourceVpcArn")
                .absent("aws:VpcSourceIp")
                .absent("aws:VpceAccount")
                .absent("aws:VpceOrgID")
                .absent("aws:VpceOrgPaths")
                .build());
    }

    /** The request is made at this time. */
    public Caller at(Instant time) {
        return with(Context.builder()
                .put("aws:CurrentTime", time.toString())
                .put("aws:EpochTime", Long.toString(time.getEpochSecond()))
                .build());
    }

    /**
     * More facts, which win over what was derived or told before. They hold for every check of an operation, but what they say about
     * the target ({@code ecs:…}, {@code aws:ResourceTag/…} and the like) not for linked checks, whose target is another one.
     */
    public Caller with(Context facts) {
        return new Caller(principal, tags, told.plus(facts), untold, flags);
    }

    /**
     * All that is to be known was told: a key of the request that is neither told nor derived is absent, not unknown (R-EXEC-141). This
     * says nothing about targets: tags of a resource that were not told stay unknown, and so does an omitted container.
     */
    public Caller complete() {
        return new Caller(principal, tags, told, Untold.ABSENT, flags);
    }

    /** Whatever is not told about caller and targets is taken to be absent, but for keys that AWS always sends. */
    public Caller assumingAbsence() {
        return new Caller(principal, tags, told, Untold.ASSUMED_ABSENT, flags);
    }

    /** The same caller with these flags in place of its own. */
    public Caller flagged(RequestFlag... newFlags) {
        return new Caller(principal, tags, told, untold, Set.of(newFlags));
    }

    /** True if a key of the request that is neither told nor derived is absent. */
    boolean isComplete() {
        return untold == Untold.ABSENT;
    }

    /** The facts about the call that do not depend on its target, for requests of other actions than there are requests here for. */
    public Context context() {
        return facts().plus(told);
    }

    /** What is derived and what was told nothing about, without {@link #told}. */
    Context facts() {
        return CallerFacts.of(principal, tags, isComplete());
    }
}
