// SPDX-License-Identifier: Apache-2.0
package io.execward.crosscheck;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Numbers, dates and addresses as the rules read them (section C.2), once more. */
final class Reading {
    private Reading() {}

    /** A block of addresses: its first, and how many leading bits count. */
    record Block(boolean v6, BigInteger address, int prefix) {}

    static Optional<BigDecimal> number(String text) {
        return text.matches("[+-]?[0-9]+(\\.[0-9]+)?") ? Optional.of(new BigDecimal(text)) : Optional.empty();
    }

    static Optional<BigDecimal> instant(String text) {
        Optional<BigDecimal> seconds = number(text);
        if (seconds.isPresent()) {
            return seconds;
        }
        String full = text;
        full += full.length() == 7 ? "-01" : "";
        full += full.length() == 10 ? "T00:00" : "";
        full += full.matches(".*T.*(Z|[+-].*)") ? "" : "Z";
        try {
            OffsetDateTime time = OffsetDateTime.parse(full);
            return Optional.of(BigDecimal.valueOf(time.toEpochSecond()).add(BigDecimal.valueOf(time.getNano(), 9)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    static Optional<Block> block(String text) {
        int slash = text.indexOf('/');
        String address = slash < 0 ? text : text.substring(0, slash);
        boolean v6 = address.contains(":");
        int bits = v6 ? 128 : 32;
        try {
            int prefix = slash < 0 ? bits : Integer.parseInt(text.substring(slash + 1));
            BigInteger number = v6 ? v6(address) : v4(address);
            return prefix < 0 || prefix > bits ? Optional.empty() : Optional.of(new Block(v6, number, prefix));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static BigInteger v4(String text) {
        String[] parts = text.split("\\.", -1);
        if (parts.length != 4 || Arrays.stream(parts).anyMatch(part -> !part.matches("0|[1-9][0-9]{0,2}"))) {
            throw new NumberFormatException(text);
        }
        BigInteger number = BigInteger.ZERO;
        for (String part : parts) {
            if (Integer.parseInt(part) > 255) {
                throw new NumberFormatException(text);
            }
            number = number.shiftLeft(8).or(new BigInteger(part));
        }
        return number;
    }

    private static BigInteger v6(String text) {
        int gap = text.indexOf("::");
        List<Integer> head = groups(gap < 0 ? text : text.substring(0, gap));
        List<Integer> tail = gap < 0 ? List.of() : groups(text.substring(gap + 2));
        int missing = 8 - head.size() - tail.size();
        if (gap < 0 ? missing != 0 : missing < 1) {
            throw new NumberFormatException(text);
        }
        BigInteger number = BigInteger.ZERO;
        List<Integer> all = new ArrayList<>(head);
        for (int i = 0; i < missing; i++) {
            all.add(0);
        }
        all.addAll(tail);
        for (int group : all) {
            number = number.shiftLeft(16).or(BigInteger.valueOf(group));
        }
        return number;
    }

    private static List<Integer> groups(String text) {
        List<Integer> all = new ArrayList<>();
        if (text.isEmpty()) {
            return all;
        }
        for (String part : text.split(":", -1)) {
            if (part.contains(".")) {
                int low = v4(part).intValue();
                all.add(low >>> 16);
                all.add(low & 0xFFFF);
            } else if (part.matches("[0-9a-fA-F]{1,4}")) {
                all.add(Integer.parseInt(part, 16));
            } else {
                throw new NumberFormatException(text);
            }
        }
        return all;
    }
}
