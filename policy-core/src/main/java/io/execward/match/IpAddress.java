// SPDX-License-Identifier: Apache-2.0
package io.execward.match;

import java.math.BigInteger;
import java.util.Optional;

/**
 * An IPv4 or IPv6 address as 128 bits; never resolved by name (R-COND-45 to R-COND-49). A mapped address such as
 * {@code ::ffff:192.0.2.1} is an IPv6 address, and a zone ({@code %eth0}) is refused: a policy means neither as IPv4.
 *
 * @param v6 which family; addresses of different families are never equal (R-COND-48)
 * @param high the first 64 bits; 0 for IPv4
 * @param low the last 64 bits; the last 32 for IPv4
 */
public record IpAddress(boolean v6, long high, long low) {
    private static final int GROUPS = 8;

    /** Number of bits in an address of this family. */
    public int bits() {
        return v6 ? 128 : 32;
    }

    /** The address as a number from 0. */
    BigInteger toNumber() {
        BigInteger lowest =
                BigInteger.valueOf(low).and(BigInteger.ONE.shiftLeft(64).subtract(BigInteger.ONE));
        BigInteger highest =
                BigInteger.valueOf(high).and(BigInteger.ONE.shiftLeft(64).subtract(BigInteger.ONE));
        return highest.shiftLeft(64).or(lowest);
    }

    /** The text of the address with this number. */
    static String text(BigInteger number, boolean v6) {
        StringBuilder text = new StringBuilder();
        int parts = v6 ? GROUPS : 4;
        int bits = v6 ? 16 : 8;
        for (int i = parts - 1; i >= 0; i--) {
            int part = number.shiftRight(i * bits).intValue() & ((1 << bits) - 1);
            text.append(v6 ? Integer.toHexString(part) : Integer.toString(part));
            text.append(i == 0 ? "" : v6 ? ":" : ".");
        }
        return text.toString();
    }

    /** Reads an address; empty if the text is none. */
    public static Optional<IpAddress> parse(String text) {
        return text.indexOf(':') < 0 ? parseV4(text) : parseV6(text);
    }

    private static Optional<IpAddress> parseV4(String text) {
        long value = v4(text, 0);
        return value < 0 ? Optional.empty() : Optional.of(new IpAddress(false, 0, value));
    }

    /** Four decimal numbers without leading zeros; -1 if it is not that. */
    private static long v4(String text, int start) {
        long value = 0;
        int at = start;
        for (int part = 0; part < 4; part++) {
            if (part > 0 && !(at < text.length() && text.charAt(at++) == '.')) {
                return -1;
            }
            int begin = at;
            int number = 0;
            while (at < text.length() && at - begin < 3 && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
                number = number * 10 + (text.charAt(at++) - '0');
            }
            boolean leadingZero = at - begin > 1 && text.charAt(begin) == '0';
            if (at == begin || number > 255 || leadingZero) {
                return -1;
            }
            value = value << 8 | number;
        }
        return at == text.length() ? value : -1;
    }

    private static Optional<IpAddress> parseV6(String text) {
        int[] groups = new int[GROUPS];
        int count = 0;
        int gap = -1;
        int at = 0;
        if (text.startsWith("::")) {
            gap = 0;
            at = 2;
        }
        while (at < text.length()) {
            if (count == GROUPS) {
                return Optional.empty();
            }
            int end = text.indexOf(':', at);
            int stop = end < 0 ? text.length() : end;
            if (end < 0 && text.indexOf('.', at) >= 0) {
                long tail = v4(text, at);
                if (tail < 0 || count > GROUPS - 2) {
                    return Optional.empty();
                }
                groups[count++] = (int) (tail >> 16);
                groups[count++] = (int) (tail & 0xFFFF);
                break;
            }
            int group = hex(text, at, stop);
            if (group < 0) {
                return Optional.empty();
            }
            groups[count++] = group;
            if (end < 0) {
                break;
            }
            at = end + 1;
            if (at < text.length() && text.charAt(at) == ':') {
                if (gap >= 0) {
                    return Optional.empty();
                }
                gap = count;
                at++;
            } else if (at == text.length()) {
                return Optional.empty(); // ends in a single colon
            }
        }
        return assemble(groups, count, gap);
    }

    private static Optional<IpAddress> assemble(int[] groups, int count, int gap) {
        if (gap < 0 ? count != GROUPS : count >= GROUPS) {
            return Optional.empty();
        }
        long high = 0;
        long low = 0;
        int missing = GROUPS - count;
        for (int i = 0; i < GROUPS; i++) {
            int index = gap < 0 || i < gap ? i : i - missing;
            int group = gap >= 0 && i >= gap && i < gap + missing ? 0 : groups[index];
            if (i < GROUPS / 2) {
                high = high << 16 | group;
            } else {
                low = low << 16 | group;
            }
        }
        return Optional.of(new IpAddress(true, high, low));
    }

    private static int hex(String text, int from, int to) {
        if (to == from || to - from > 4) {
            return -1;
        }
        int value = 0;
        for (int i = from; i < to; i++) {
            int digit = text.charAt(i) < 128 ? Character.digit(text.charAt(i), 16) : -1;
            if (digit < 0) {
                return -1;
            }
            value = value << 4 | digit;
        }
        return value;
    }
}
