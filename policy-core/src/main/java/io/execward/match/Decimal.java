// SPDX-License-Identifier: Apache-2.0
package io.execward.match;

/**
 * Exact comparison of number texts: optional sign, digits, optional fraction (R-COND-26, U-09). Linear in their length and free of
 * rounding, however long they are.
 */
public final class Decimal {
    private Decimal() {}

    /** True if the text is such a number. */
    public static boolean isNumber(String text) {
        int at = !text.isEmpty() && (text.charAt(0) == '-' || text.charAt(0) == '+') ? 1 : 0;
        int point = skipDigits(text, at);
        if (point == at) {
            return false;
        }
        if (point == text.length()) {
            return true;
        }
        return text.charAt(point) == '.' && point + 1 < text.length() && skipDigits(text, point + 1) == text.length();
    }

    /** Negative, zero or positive as the first number is less than, equal to or greater than the second. */
    public static int compare(String a, String b) {
        int signA = sign(a);
        int signB = sign(b);
        if (signA != signB) {
            return Integer.compare(signA, signB);
        }
        return signA * compareMagnitude(a, b);
    }

    private static int sign(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= '1' && text.charAt(i) <= '9') {
                return text.charAt(0) == '-' ? -1 : 1;
            }
        }
        return 0;
    }

    private static int compareMagnitude(String a, String b) {
        int atA = firstDigit(a);
        int atB = firstDigit(b);
        int pointA = skipDigits(a, atA);
        int pointB = skipDigits(b, atB);
        if (pointA - atA != pointB - atB) {
            return Integer.compare(pointA - atA, pointB - atB);
        }
        for (; atA < pointA; atA++, atB++) {
            if (a.charAt(atA) != b.charAt(atB)) {
                return Character.compare(a.charAt(atA), b.charAt(atB));
            }
        }
        for (int i = 1; pointA + i < a.length() || pointB + i < b.length(); i++) {
            char digitA = pointA + i < a.length() ? a.charAt(pointA + i) : '0';
            char digitB = pointB + i < b.length() ? b.charAt(pointB + i) : '0';
            if (digitA != digitB) {
                return Character.compare(digitA, digitB);
            }
        }
        return 0;
    }

    /** Behind sign and leading zeros. */
    private static int firstDigit(String text) {
        int at = text.charAt(0) == '-' || text.charAt(0) == '+' ? 1 : 0;
        while (at < text.length() && text.charAt(at) == '0') {
            at++;
        }
        return at;
    }

    private static int skipDigits(String text, int at) {
        while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            at++;
        }
        return at;
    }
}
