// SPDX-License-Identifier: Apache-2.0
package io.execward.match;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;

/**
 * An instant as date conditions compare it: the W3C profile of ISO 8601 or epoch seconds, exact to any number of digits
 * (R-COND-30 to R-COND-32).
 */
public final class PointInTime implements Comparable<PointInTime> {
    /** Seconds since 1970-01-01T00:00:00Z, a {@link Decimal} text. */
    private final String epochSeconds;

    private PointInTime(String epochSeconds) {
        this.epochSeconds = epochSeconds;
    }

    /** Reads a date text; empty if it is none. Text of digits only is epoch seconds, four digits too (U-10). */
    public static Optional<PointInTime> parse(String text) {
        if (Decimal.isNumber(text)) {
            return Optional.of(new PointInTime(text));
        }
        try {
            return new Parser(text).parse();
        } catch (DateTimeException e) {
            return Optional.empty(); // a month 13 or a 30th of February is no date
        }
    }

    private static PointInTime of(long seconds, String fraction) {
        if (fraction.isEmpty()) {
            return new PointInTime(Long.toString(seconds));
        }
        return new PointInTime(
                BigDecimal.valueOf(seconds).add(new BigDecimal("0." + fraction)).toPlainString());
    }

    /** Epoch seconds as a number. */
    public BigDecimal toDecimal() {
        return new BigDecimal(epochSeconds);
    }

    @Override
    public int compareTo(PointInTime other) {
        return Decimal.compare(epochSeconds, other.epochSeconds);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PointInTime that && compareTo(that) == 0;
    }

    @Override
    public int hashCode() {
        return toDecimal().stripTrailingZeros().hashCode();
    }

    @Override
    public String toString() {
        return epochSeconds;
    }

    /** {@code YYYY[-MM[-DD[Thh:mm[:ss[.s+]][Z|±hh:mm]]]]}; what is missing is the first instant, UTC. */
    private static final class Parser {
        private final String text;
        private int at;

        Parser(String text) {
            this.text = text;
        }

        Optional<PointInTime> parse() {
            int year = digits(4);
            int month = take('-') ? digits(2) : 1;
            int day = at > 5 && take('-') ? digits(2) : 1;
            long seconds = LocalDate.of(Math.max(year, 0), month, day).toEpochDay() * 86_400L;
            String fraction = "";
            boolean hasTime = at == 10 && take('T');
            if (hasTime) {
                int hour = below(24, digits(2));
                int minute = below(60, take(':') ? digits(2) : 60);
                int second = take(':') ? below(60, digits(2)) : 0;
                if (at == 19 && take('.')) {
                    fraction = fraction();
                }
                seconds += hour * 3_600L + minute * 60L + second - offset();
            }
            return at == text.length() ? Optional.of(of(seconds, fraction)) : Optional.empty();
        }

        private String fraction() {
            int start = at;
            while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
                at++;
            }
            if (at == start) {
                throw new DateTimeException("no digit behind the decimal point");
            }
            return text.substring(start, at);
        }

        private int offset() {
            if (at == text.length() || take('Z')) {
                return 0;
            }
            int sign = take('-') ? -1 : take('+') ? 1 : 0;
            int hours = below(24, digits(2));
            int minutes = below(60, take(':') ? digits(2) : 60);
            if (sign == 0) {
                throw new DateTimeException("no zone");
            }
            return sign * (hours * 3_600 + minutes * 60);
        }

        private boolean take(char c) {
            if (at < text.length() && text.charAt(at) == c) {
                at++;
                return true;
            }
            return false;
        }

        private int digits(int count) {
            int value = 0;
            for (int i = 0; i < count; i++, at++) {
                char c = at < text.length() ? text.charAt(at) : ' ';
                if (c < '0' || c > '9') {
                    throw new DateTimeException("no digit");
                }
                value = value * 10 + (c - '0');
            }
            return value;
        }

        private static int below(int limit, int value) {
            if (value >= limit) {
                throw new DateTimeException("out of range");
            }
            return value;
        }
    }
}
