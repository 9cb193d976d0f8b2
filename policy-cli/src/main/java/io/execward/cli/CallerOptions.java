// SPDX-License-Identifier: Apache-2.0
package io.execward.cli;

import io.execward.ecs.Caller;
import io.execward.model.ConditionKey;
import io.execward.model.Context;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What is known about how the caller calls. */
final class CallerOptions {
    @Option(names = "--mfa-age", paramLabel = "SECONDS", description = "The session was made with MFA so long ago.")
    private @Nullable String mfaAge;

    @Option(names = "--no-mfa", description = "The request carries no MFA keys, as with long-term access keys.")
    private boolean noMfa;

    @Option(
            names = "--source-ip",
            paramLabel = "ADDRESS",
            description = "The public address of the caller; hence no VPC endpoint.")
    private @Nullable String sourceIp;

    @Option(names = "--at", paramLabel = "INSTANT", description = "The time, such as `2030-01-01T11:00:00Z`.")
    private @Nullable String at;

    /** True if an address was told. */
    boolean hasAddress() {
        return sourceIp != null;
    }

    /**
     * The caller with everything that was told.
     *
     * @param facts what was told by key; a key that an option of this class settles too is a usage error
     */
    Caller told(Caller caller, Context facts) {
        if (mfaAge != null && noMfa) {
            throw new UsageError("--mfa-age and --no-mfa contradict each other: leave one out");
        }
        Caller told = Caller.of(caller.principal());
        if (mfaAge != null) {
            told = told.withMfa(seconds(mfaAge));
        }
        if (noMfa) {
            told = told.withoutMfaKeys();
        }
        if (sourceIp != null) {
            Caller before = told;
            told = Arguments.parsed("--source-ip", sourceIp, before::from);
        }
        if (at != null) {
            told = told.at(instant(at));
        }
        checkOnce(told.told(), facts);
        return caller.with(told.told()).with(facts);
    }

    static void checkOnce(Context typed, Context facts) {
        Set<String> keys = new HashSet<>();
        typed.keys().forEach(key -> keys.add(key.folded()));
        for (ConditionKey key : facts.keys()) {
            if (keys.contains(key.folded())) {
                throw new UsageError(
                        "the key `" + key + "` is told twice: another option, such as --source-ip, settles it"
                                + " too; leave one of the two out");
            }
        }
    }

    private static Duration seconds(String text) {
        if (!text.matches("[0-9]{1,12}")) {
            throw new UsageError("--mfa-age: `" + text + "` is not a number of seconds");
        }
        return Duration.ofSeconds(Long.parseLong(text));
    }

    private static Instant instant(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException e) {
            throw new UsageError("--at: `" + text + "` is not a time: write it in UTC like `2030-01-01T11:00:00Z`");
        }
    }
}
