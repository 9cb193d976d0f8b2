// SPDX-License-Identifier: Apache-2.0
package io.execward.match;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

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

    /** The first and last address of the block and their neighbours outside, as text: where membership changes. */
    public List<String> edges() {
        BigInteger size = BigInteger.ONE.shiftLeft(base.bits() - prefixLength);
        BigInteger first = base.toNumber().divide(size).multiply(size);
        BigInteger last = first.add(size).subtract(BigInteger.ONE);
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
