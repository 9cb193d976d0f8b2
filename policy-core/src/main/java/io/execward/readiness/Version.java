// SPDX-License-Identifier: Apache-2.0
package io.execward.readiness;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A version of numbers and points, compared number by number: {@code 1.9.0} is before {@code 1.10.0}, {@code 1.4} is {@code 1.4.0}. */
record Version(List<Integer> parts) implements Comparable<Version> {
    private static final int MOST_DIGITS = 9;

    /** Zeros at the end do not count, so that equal versions are equal. */
    Version {
        int last = parts.size();
        while (last > 1 && parts.get(last - 1) == 0) {
            last--;
        }
        parts = List.copyOf(parts.subList(0, last));
    }

    static Version of(int... parts) {
        List<Integer> all = new ArrayList<>(parts.length);
        for (int part : parts) {
            all.add(part);
        }
        return new Version(all);
    }

    /** The version at the start of the text, behind a {@code v}; what follows the numbers, as in {@code 1.2.0-rc1}, does not count. */
    static Optional<Version> parse(String text) {
        List<Integer> parts = new ArrayList<>();
        int at = text.startsWith("v") ? 1 : 0;
        while (true) {
            int end = at;
            while (end < text.length() && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
                end++;
            }
            if (end == at || end - at > MOST_DIGITS) {
                return Optional.empty();
            }
            parts.add(Integer.parseInt(text.substring(at, end)));
            boolean more = end < text.length() && text.charAt(end) == '.';
            if (!more) {
                boolean ends = end == text.length() || " -+_".indexOf(text.charAt(end)) >= 0;
                return ends ? Optional.of(new Version(parts)) : Optional.empty();
            }
            at = end + 1;
        }
    }

    int major() {
        return parts.get(0);
    }

    boolean isBefore(Version other) {
        return compareTo(other) < 0;
    }

    @Override
    public int compareTo(Version other) {
        for (int i = 0; i < Math.max(parts.size(), other.parts.size()); i++) {
            int difference = Integer.compare(part(i), other.part(i));
            if (difference != 0) {
                return difference;
            }
        }
        return 0;
    }

    private int part(int index) {
        return index < parts.size() ? parts.get(index) : 0;
    }

    /** With three parts at least, as versions are mostly written. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < Math.max(3, parts.size()); i++) {
            text.append(i == 0 ? "" : ".").append(part(i));
        }
        return text.toString();
    }
}
