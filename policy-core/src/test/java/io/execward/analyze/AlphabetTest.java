// SPDX-License-Identifier: Apache-2.0
package io.execward.analyze;

import static org.assertj.core.api.Assertions.assertThat;

import io.execward.match.Glob;
import io.execward.model.CaseFolding;
import org.junit.jupiter.api.Test;

class AlphabetTest {
    @Test
    void a_folded_letter_stays_as_it_is() {
        for (int c = 1; c <= Character.MAX_CODE_POINT; c++) {
            int folded = CaseFolding.fold(c);
            if (CaseFolding.fold(folded) != folded) {
                throw new AssertionError(Integer.toHexString(c));
            }
        }
    }

    @Test
    void every_form_of_a_letter_that_a_pattern_names_is_told_from_the_others() {
        Alphabet alphabet = new Alphabet(Universe.TEXT);
        alphabet.name(Glob.of("kK"));
        alphabet.name(Glob.of("k").automaton(), true);
        assertThat(alphabet.variants('k', true)).containsExactlyInAnyOrder('k', 'K', 0x212A);
        assertThat(alphabet.variants('k', false)).containsExactly('k');
    }

    @Test
    void the_letter_for_all_others_is_named_in_no_form() {
        Alphabet alphabet = new Alphabet(Universe.TEXT);
        alphabet.name("xyzXWVutsrqponmlkjihgfedcba0123456789");
        assertThat(alphabet.other()).isGreaterThan(127);
        Alphabet actions = new Alphabet(Universe.ACTION);
        actions.name(Glob.of("xyz*, ?"));
        assertThat(actions.variants(',', false)).isEmpty();
        assertThat(actions.other()).isEqualTo('w');
    }
}
