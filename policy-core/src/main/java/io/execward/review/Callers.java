// SPDX-License-Identifier: Apache-2.0
package io.execward.review;

import io.execward.account.AccountSnapshot;
import io.execward.account.IamIdentity;
import io.execward.ecs.Caller;
import io.execward.model.ConditionKey;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What is known of the principals of an account as callers. */
final class Callers {
    private Callers() {}

    /** @throws IllegalArgumentException if what is told is about targets */
    static Caller of(AccountSnapshot account, IamIdentity identity, ReviewOptions options) {
        Caller caller = options.facts().apply(account.caller(identity));
        Optional<ConditionKey> foreign =
                caller.told().keys().stream().filter(Callers::isOfTarget).findFirst();
        if (foreign.isPresent()) {
            throw new IllegalArgumentException(
                    "`" + foreign.get() + "` is a fact of what a request is about: it is read from the documents, and"
                            + " cannot be told of callers");
        }
        return caller;
    }

    private static boolean isOfTarget(ConditionKey key) {
        String name = key.name().toLowerCase(Locale.ROOT);
        return Stream.of(
                        "ecs:",
                        "ssm:",
                        "kms:",
                        "iam:",
                        "aws:resource",
                        "aws:requesttag/",
                        "aws:tagkeys",
                        "aws:requested")
                .anyMatch(name::startsWith);
    }
}
