// SPDX-License-Identifier: Apache-2.0
package io.execward.match;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Scale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Numbers, instants and addresses are read as the rules say, and nothing else is. */
class ValuesTest {
    @Property(tries = 5_000)
    void numbers_compare_by_value(@ForAll @Scale(5) BigDecimal a, @ForAll @Scale(5) BigDecimal b) {
        assertThat(Integer.signum(Decimal.compare(a.toPlainString(), b.toPlainString())))
                .isEqualTo(Integer.signum(a.compareTo(b)));
    }

    @ParameterizedTest(name = "{0} = {1}")
    @CsvSource({"10.50,10.5", "2.0,2", "+7,7", "-0,0", "-0.00,+0", "007,7", "0.10,0.1"})
    void equal_numbers_may_be_written_differently(String a, String b) {
        assertThat(Decimal.isNumber(a) && Decimal.isNumber(b)).isTrue();
        assertThat(Decimal.compare(a, b)).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "-", "+", ".", "1.", ".5", "1e3", "0x10", "10abc", " 1", "1 ", "1,000", "١", "NaN", "--1"})
    void text_that_is_no_plain_decimal_is_no_number(String text) {
        assertThat(Decimal.isNumber(text)).isFalse();
    }

    @ParameterizedTest(name = "{0} = {1}")
    @CsvSource({
        "2026-03-10T10:00:00+02:00,2026-03-10T08:00:00Z",
        "2026-03-10T08:00Z,2026-03-10T08:00:00Z",
        "2026-03-10T08:00:00,2026-03-10T08:00:00Z",
        "2026-03-10,2026-03-10T00:00:00Z",
        "2026-03,2026-03-01T00:00:00Z",
        "1773129600,2026-03-10T08:00:00Z",
        "1773129600.0,2026-03-10T08:00:00.000Z",
        "1969-12-31T23:59:59.5Z,-0.5",
        "2026,1970-01-01T00:33:46Z",
    })
    void instants_may_be_written_differently(String a, String b) {
        assertThat(PointInTime.parse(a)).isPresent().isEqualTo(PointInTime.parse(b));
    }

    @Test
    void fractions_of_a_second_are_exact_however_long() {
        PointInTime early =
                PointInTime.parse("2026-03-10T08:00:00.0000000000001Z").orElseThrow();
        PointInTime late =
                PointInTime.parse("2026-03-10T08:00:00.0000000000002Z").orElseThrow();
        assertThat(early).isLessThan(late);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "noon",
                "2026-13",
                "2026-02-30",
                "2026-3-1",
                "2026-03-10T",
                "2026-03-10T08",
                "2026-03-10T08Z",
                "2026-03-10T24:00Z",
                "2026-03-10T08:60Z",
                "2026-03-10T08:00:60Z",
                "2026-03-10T08:00:00.Z",
                "2026-03-10T08:00:00+0200",
                "2026-03-10T08:00:00+02",
                "2026-03-10T08:00:00z",
                "2026-03-10t08:00:00Z",
                "2026-03-10 08:00:00Z",
                "2026-03-10T08:00:00Z "
            })
    void text_of_another_form_is_no_instant(String text) {
        assertThat(PointInTime.parse(text)).isEmpty();
    }

    @ParameterizedTest(name = "{0} = {1}")
    @CsvSource({
        "2001:DB8::A,2001:db8:0:0:0:0:0:a",
        "::,0:0:0:0:0:0:0:0",
        "::1,0:0:0:0:0:0:0:1",
        "1::,1:0:0:0:0:0:0:0",
        "::ffff:192.0.2.1,::ffff:c000:201",
        "1:2:3:4:5:6:7::,1:2:3:4:5:6:7:0",
    })
    void addresses_are_compared_as_numbers(String a, String b) {
        assertThat(IpAddress.parse(a)).isPresent().isEqualTo(IpAddress.parse(b));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "1.2.3",
                "1.2.3.4.5",
                "01.2.3.4",
                "256.1.1.1",
                "1.2.3.4 ",
                "1..2.3",
                ":",
                ":::",
                "1::2::3",
                "1:2:3:4:5:6:7",
                "1:2:3:4:5:6:7:8:9",
                "1:2:3:4:5:6:7:8::",
                "12345::",
                "g::",
                "fe80::1%eth0",
                "1:",
                ":1",
                "::1.2.3",
                "::1.2.3.4:5",
                "1:2:3:4:5:6:7:1.2.3.4",
                "localhost"
            })
    void text_of_another_form_is_no_address(String text) {
        assertThat(IpAddress.parse(text)).isEmpty();
    }

    @ParameterizedTest(name = "{1} in {0}: {2}")
    @CsvSource({
        "0.0.0.0/0,203.0.113.9,true",
        "0.0.0.0/0,2001:db8::1,false",
        "::/0,2001:db8::1,true",
        "::/0,203.0.113.9,false",
        "203.0.113.5/24,203.0.113.255,true",
        "203.0.113.5/24,203.0.114.0,false",
        "203.0.113.5,203.0.113.5,true",
        "203.0.113.5,203.0.113.6,false",
        "2001:db8::/33,2001:db8:7fff::1,true",
        "2001:db8::/33,2001:db8:8000::1,false",
        "2001:db8::1:0/112,2001:db8::1:ffff,true",
        "2001:db8::1:0/112,2001:db8::2:0,false",
        "2001:db8::1,2001:db8::1,true",
        "2001:db8::1,2001:db8::2,false",
        "128.0.0.0/1,200.1.1.1,true",
    })
    void a_block_contains_what_its_prefix_says(String block, String address, boolean inside) {
        assertThat(IpRange.parse(block)
                        .orElseThrow()
                        .contains(IpAddress.parse(address).orElseThrow()))
                .isEqualTo(inside);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"1.2.3.4/", "1.2.3.4/33", "1.2.3.4/-1", "1.2.3.4/08", "::/129", "/24", "1.2.3.0/255.255.255.0"})
    void text_of_another_form_is_no_block(String text) {
        assertThat(IpRange.parse(text)).isEqualTo(Optional.empty());
    }
}
