// SPDX-License-Identifier: Apache-2.0
package io.execward.audit;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * When an address is new, as far as the supplied records tell.
 *
 * <p>An address is new for a principal that had made calls before, none of them from there. For a principal that had not, it is new if
 * others had made calls before, and nobody from there. It stays new for a day after the principal's first call from there, so that one
 * harmless call does not make it old. Every call counts, also a refused one; names of AWS services are not addresses.
 */
final class NewAddresses {
    static final Duration STAYS_NEW = Duration.ofDays(1);

    private record Use(String principal, String address) {}

    private final Map<Use, Instant> uses = new HashMap<>();
    private final Map<String, Instant> principals = new HashMap<>();
    private final Map<String, Instant> addresses = new HashMap<>();
    private Instant firstOfTrail = Instant.MAX;

    void accept(Call call) {
        Optional<String> address = call.address();
        if (address.isPresent()) {
            Instant time = call.moment().time();
            uses.merge(new Use(call.principal(), address.get()), time, NewAddresses::earlier);
            principals.merge(call.principal(), time, NewAddresses::earlier);
            addresses.merge(address.get(), time, NewAddresses::earlier);
            firstOfTrail = earlier(firstOfTrail, time);
        }
    }

    private static Instant earlier(Instant a, Instant b) {
        return a.isBefore(b) ? a : b;
    }

    /** True if the address was new when the principal, which is known to have used it, did so at this time. */
    boolean isNew(String principal, String address, Instant time) {
        Instant firstHere = uses.getOrDefault(new Use(principal, address), time);
        if (time.isAfter(firstHere.plus(STAYS_NEW))) {
            return false;
        }
        if (principals.getOrDefault(principal, firstHere).isBefore(firstHere)) {
            return true;
        }
        boolean firstOfAll = !addresses.getOrDefault(address, firstHere).isBefore(firstHere);
        return firstOfAll && firstOfTrail.isBefore(firstHere);
    }
}
