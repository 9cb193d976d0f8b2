// SPDX-License-Identifier: Apache-2.0
package io.execward.match;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * A block of addresses, such as {@code 203.0.113.0/24}; an address without prefix length is a block of one (R-COND-46, U-11). Bits
 * behind the prefix length are ignored (R-COND-49).
 */
public record IpRange(IpAddress base, int prefixLength) {
    /** Reads an address with or without prefix length; empty if the text is none. */
    public static Optional<IpRange> parse(String text) {
        int slash = text.indexOf('/');
        String address = slash < 0 ? text : text.substring(0, slash);
        return IpAddress.parse(address).flatMap(base -> {
            int length = slash < 0 ? base.bits() : length(text.substring(slash + 1));
            return length < 0 || length > base.bits() ? Optional.empty() : Optional.of(new IpRange(base, length));
        });
    }

    private static int length(String digits) {
        if (digits.isEmpty() || digits.length() > 3 || (digits.length() > 1 && digits.charAt(0) == '0')) {
            return -1;
        }
        int value = 0;
        for (int i = 0; i < digits.length(); i++) {
            if (digits.charAt(i) < '0' || digits.charAt(i) > '9') {
                return -1;
            }
            value = value * 10 + (digits.charAt(i) - '0');
        }
        return value;
    }

    /** True if the address lies in the block; never for another family (R-COND-48). */
    public boolean contains(IpAddress address) {
        if (address.v6() != base.v6()) {
            return false;
        }
        int skipped = base.v6() ? 0 : 96;
        int length = prefixLength + skipped;
        long highMask = length >= 64 ? -1L : mask(length);
        long lowMask = length <= 64 ? 0 : mask(length - 64);
        return ((address.high() ^ base.high()) & highMask) == 0 && ((address.low() ^ base.low()) & lowMask) == 0;
    }

    private static long mask(int ones) {
        return ones == 0 ? 0 : -1L << (64 - ones);
    }

    /**
     * Addresses of both families, as text: for each set of these blocks that an address can lie in, one that is none of the texts to
     * avoid, if there is such an address.
     */
    public static List<String> representatives(Collection<IpRange> blocks, Set<String> avoided) {
        List<String> all = new ArrayList<>();
        for (boolean v6 : new boolean[] {false, true}) {
            NavigableSet<BigInteger> starts = new TreeSet<>(List.of(BigInteger.ZERO));
            for (IpRange block : blocks) {
                if (block.base.v6() == v6) {
                    starts.add(block.first());
                    starts.add(block.first().add(block.size()));
                }
            }
            BigInteger end = BigInteger.ONE.shiftLeft(v6 ? 128 : 32);
            for (BigInteger start : starts.headSet(end, false)) {
                BigInteger higher = starts.higher(start);
                between(start, higher == null ? end : higher, v6, avoided).ifPresent(all::add);
            }
        }
        return all;
    }

    /** The second address of a block reads better than the first. */
    private static Optional<String> between(BigInteger start, BigInteger end, boolean v6, Set<String> avoided) {
        BigInteger size = end.subtract(start);
        for (BigInteger i = BigInteger.ONE; i.compareTo(size) <= 0; i = i.add(BigInteger.ONE)) {
            String text = IpAddress.text(start.add(i.mod(size)), v6);
            if (!avoided.contains(text)) {
                return Optional.of(text);
            }
        }
        return Optional.empty();
    }

    private BigInteger size() {
        return BigInteger.ONE.shiftLeft(base.bits() - prefixLength);
    }

    private BigInteger first() {
        return base.toNumber().divide(size()).multiply(size());
    }

    /** The first and last address of the block and their neighbours outside, as text: where membership changes. */
    public List<String> edges() {
        BigInteger first = first();
        BigInteger last = first.add(size()).subtract(BigInteger.ONE);
        BigInteger end = BigInteger.ONE.shiftLeft(base.bits());
        List<String> edges = new ArrayList<>();
        for (BigInteger edge : List.of(first.subtract(BigInteger.ONE), first, last, last.add(BigInteger.ONE))) {
            if (edge.signum() >= 0 && edge.compareTo(end) < 0) {
                edges.add(IpAddress.text(edge, base.v6()));
            }
        }
        return edges;
    }
}
