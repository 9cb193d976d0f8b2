// SPDX-License-Identifier: Apache-2.0
package io.execward.reference;

import io.execward.model.CaseFolding;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** How texts are read as numbers, dates, addresses and bytes (section C.2). Empty means not readable. */
final class Values {
    private Values() {}

    /** R-COND-26: optional sign, digits, optional fraction. U-09: nothing else. */
    static Optional<BigDecimal> number(String text) {
        String unsigned = text.startsWith("+") || text.startsWith("-") ? text.substring(1) : text;
        int point = unsigned.indexOf('.');
        boolean ok = point < 0
                ? isDigits(unsigned)
                : isDigits(unsigned.substring(0, point)) && isDigits(unsigned.substring(point + 1));
        return ok ? Optional.of(new BigDecimal(text)) : Optional.empty();
    }

    private static boolean isDigits(String text) {
        return !text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    private static int digits(String text) {
        if (!isDigits(text)) {
            throw new NumberFormatException(text);
        }
        return Integer.parseInt(text);
    }

    /** Exact seconds since 1970: whatever reads as a number (R-COND-32, U-10), else a date (R-COND-31). */
    static Optional<BigDecimal> instant(String text) {
        Optional<BigDecimal> seconds = number(text);
        if (seconds.isPresent()) {
            return seconds;
        }
        try {
            return Optional.of(date(text));
        } catch (DateTimeException | NumberFormatException | StringIndexOutOfBoundsException e) {
            return Optional.empty();
        }
    }

    private static BigDecimal date(String text) {
        int year = digits(text.substring(0, 4));
        expect(text, 4, '-');
        int month = digits(text.substring(5, 7));
        if (text.length() == 7) { // YYYY-MM
            return seconds(LocalDate.of(year, month, 1).atStartOfDay(), "", 0);
        }
        expect(text, 7, '-');
        LocalDate day = LocalDate.of(year, month, digits(text.substring(8, 10)));
        if (text.length() == 10) { // YYYY-MM-DD
            return seconds(day.atStartOfDay(), "", 0);
        }
        expect(text, 10, 'T');
        int zone = zoneStart(text);
        String clock = text.substring(11, zone);
        expect(clock, 2, ':');
        int hour = digits(clock.substring(0, 2));
        int minute = digits(clock.substring(3, 5));
        if (clock.length() == 5) { // hh:mm
            return seconds(day.atTime(LocalTime.of(hour, minute)), "", zoneMinutes(text.substring(zone)));
        }
        expect(clock, 5, ':');
        int second = digits(clock.substring(6, 8));
        String fraction = "";
        if (clock.length() > 8) { // hh:mm:ss.f
            expect(clock, 8, '.');
            fraction = clock.substring(9);
            if (!isDigits(fraction)) {
                throw new NumberFormatException(clock);
            }
        }
        return seconds(day.atTime(LocalTime.of(hour, minute, second)), fraction, zoneMinutes(text.substring(zone)));
    }

    private static BigDecimal seconds(LocalDateTime utc, String fraction, int zoneMinutes) {
        BigDecimal whole = BigDecimal.valueOf(utc.toEpochSecond(ZoneOffset.UTC) - zoneMinutes * 60L);
        return fraction.isEmpty() ? whole : whole.add(new BigDecimal("0." + fraction));
    }

    private static void expect(String text, int index, char c) {
        if (text.charAt(index) != c) {
            throw new DateTimeException(text);
        }
    }

    private static int zoneStart(String text) {
        for (int i = 11; i < text.length(); i++) {
            if (text.charAt(i) == 'Z' || text.charAt(i) == '+' || text.charAt(i) == '-') {
                return i;
            }
        }
        return text.length();
    }

    /** {@code Z}, {@code ±hh:mm}, or nothing, which is taken for UTC (E-C13). */
    private static int zoneMinutes(String zone) {
        if (zone.isEmpty() || zone.equals("Z")) {
            return 0;
        }
        int hours = digits(zone.substring(1, 3));
        expect(zone, 3, ':');
        int minutes = digits(zone.substring(4));
        boolean ok = zone.length() == 6 && hours <= 18 && minutes <= 59 && hours * 60 + minutes <= 18 * 60;
        if (!ok || zone.charAt(0) == 'Z') {
            throw new DateTimeException(zone);
        }
        return (zone.charAt(0) == '-' ? -1 : 1) * (hours * 60 + minutes);
    }

    /** An address as a number of 32 bits (IPv4) or 128 bits (IPv6), so that spelling does not matter (R-COND-47). */
    record Address(int bits, BigInteger value) {}

    /** A block of addresses: all that begin with the first {@code prefix} bits of {@code base} (R-COND-45). */
    record Block(Address base, int prefix) {
        boolean contains(Address address) {
            int ignored = base.bits() - prefix; // R-COND-49
            return address.bits() == base.bits() // R-COND-48
                    && address.value().shiftRight(ignored).equals(base.value().shiftRight(ignored));
        }
    }

    static Optional<Block> block(String text) {
        int slash = text.indexOf('/');
        if (slash < 0) {
            return address(text).map(address -> new Block(address, address.bits())); // R-COND-46, U-11
        }
        String prefix = text.substring(slash + 1);
        if (!isDigits(prefix) || prefix.length() > 3) {
            return Optional.empty();
        }
        int bits = Integer.parseInt(prefix);
        return address(text.substring(0, slash))
                .filter(address -> bits <= address.bits())
                .map(address -> new Block(address, bits));
    }

    static Optional<Address> address(String text) {
        return text.indexOf(':') < 0 ? ipv4(text) : ipv6(text);
    }

    /** Four decimal numbers up to 255, without leading zeros. */
    private static Optional<Address> ipv4(String text) {
        BigInteger value = BigInteger.ZERO;
        List<String> parts = List.of(text.split("\\.", -1));
        for (String part : parts) {
            boolean ok = isDigits(part) && part.length() <= 3 && Integer.parseInt(part) <= 255;
            if (!ok || (part.length() > 1 && part.startsWith("0"))) {
                return Optional.empty();
            }
            value = value.shiftLeft(8).add(new BigInteger(part));
        }
        return parts.size() == 4 ? Optional.of(new Address(32, value)) : Optional.empty();
    }

    /** Eight groups of up to four hexadecimal digits; one {@code ::} for missing ones; the last two may be IPv4. */
    private static Optional<Address> ipv6(String text) {
        int gap = text.indexOf("::");
        Optional<List<BigInteger>> head = groups(gap < 0 ? text : text.substring(0, gap), gap < 0);
        Optional<List<BigInteger>> tail = gap < 0 ? Optional.of(List.of()) : groups(text.substring(gap + 2), true);
        if (head.isEmpty() || tail.isEmpty()) {
            return Optional.empty();
        }
        int missing = 8 - head.get().size() - tail.get().size();
        if (gap < 0 ? missing != 0 : missing < 1) {
            return Optional.empty();
        }
        List<BigInteger> all = new ArrayList<>(head.get());
        for (int i = 0; i < missing; i++) {
            all.add(BigInteger.ZERO);
        }
        all.addAll(tail.get());
        BigInteger value = BigInteger.ZERO;
        for (BigInteger group : all) {
            value = value.shiftLeft(16).add(group);
        }
        return Optional.of(new Address(128, value));
    }

    private static Optional<List<BigInteger>> groups(String text, boolean mayEndInIpv4) {
        List<BigInteger> groups = new ArrayList<>();
        if (text.isEmpty()) {
            return Optional.of(groups);
        }
        String[] parts = text.split(":", -1);
        for (int i = 0; i < parts.length; i++) {
            String part = parts[i];
            if (mayEndInIpv4 && i == parts.length - 1 && part.indexOf('.') >= 0) {
                Optional<Address> ipv4 = ipv4(part);
                if (ipv4.isEmpty()) {
                    return Optional.empty();
                }
                groups.add(ipv4.get().value().shiftRight(16));
                groups.add(ipv4.get().value().and(BigInteger.valueOf(0xffff)));
            } else if (!part.isEmpty() && part.length() <= 4 && part.chars().allMatch(Values::isHexDigit)) {
                groups.add(new BigInteger(part, 16));
            } else {
                return Optional.empty();
            }
        }
        return Optional.of(groups);
    }

    private static boolean isHexDigit(int c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
    }

    /** R-COND-40. */
    static Optional<List<Byte>> bytes(String base64) {
        try {
            List<Byte> bytes = new ArrayList<>();
            for (byte b : Base64.getDecoder().decode(base64)) {
                bytes.add(b);
            }
            return Optional.of(bytes);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** R-COND-35: true or false in any letter case. */
    static Optional<Boolean> bool(String text) {
        String folded = CaseFolding.fold(text);
        return folded.equals("true")
                ? Optional.of(true)
                : folded.equals("false") ? Optional.of(false) : Optional.empty();
    }
}
