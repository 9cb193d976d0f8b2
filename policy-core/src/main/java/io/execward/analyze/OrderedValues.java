// SPDX-License-Identifier: Apache-2.0
package io.execward.analyze;

import io.execward.match.PointInTime;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Numbers and instants that lie differently to some cut points: each of these, one between each two, one below and one above all. */
final class OrderedValues {
    private static final BigDecimal TWO = BigDecimal.valueOf(2);

    private OrderedValues() {}

    static List<BigDecimal> around(Collection<BigDecimal> cuts) {
        TreeSet<BigDecimal> sorted = new TreeSet<>(cuts);
        if (sorted.isEmpty()) {
            return List.of(BigDecimal.ONE);
        }
        List<BigDecimal> all = new ArrayList<>();
        BigDecimal previous = null;
        for (BigDecimal cut : sorted) {
            all.add(previous == null ? below(cut) : between(previous, cut));
            all.add(cut);
            previous = cut;
        }
        all.add(sorted.last().add(BigDecimal.ONE));
        return all;
    }

    /** Zero reads better than a negative number. */
    private static BigDecimal below(BigDecimal cut) {
        BigDecimal lower = cut.subtract(BigDecimal.ONE);
        return cut.signum() > 0 && lower.signum() < 0 ? BigDecimal.ZERO : lower;
    }

    private static BigDecimal between(BigDecimal low, BigDecimal high) {
        BigDecimal whole = low.setScale(0, RoundingMode.FLOOR).add(BigDecimal.ONE);
        return whole.compareTo(high) < 0 ? whole : low.add(high).divide(TWO);
    }

    /** The number as text, written so that it is none of the texts to avoid. */
    static String number(BigDecimal value, Set<String> avoided) {
        BigDecimal shortest = value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros();
        String text = shortest.toPlainString();
        while (avoided.contains(text)) {
            text += text.indexOf('.') < 0 ? ".0" : "0";
        }
        return text;
    }

    /** The instant as date and time, written so that it is none of the texts to avoid; empty before the year 0 and after 9999. */
    static Optional<String> date(BigDecimal epochSeconds, Set<String> avoided) {
        BigInteger whole = epochSeconds.setScale(0, RoundingMode.FLOOR).toBigInteger();
        if (whole.bitLength() > 40) {
            return Optional.empty();
        }
        String seconds = Instant.ofEpochSecond(whole.longValue()).toString();
        BigDecimal rest = epochSeconds.subtract(new BigDecimal(whole)).stripTrailingZeros();
        String fraction = rest.signum() == 0 ? "" : rest.toPlainString().substring(1);
        String text = seconds.substring(0, seconds.length() - 1) + fraction;
        while (avoided.contains(text + "Z")) {
            text += text.indexOf('.') < 0 ? ".0" : "0";
        }
        String date = text + "Z";
        return PointInTime.parse(date)
                .filter(instant -> instant.toDecimal().compareTo(epochSeconds) == 0)
                .map(instant -> date);
    }
}
