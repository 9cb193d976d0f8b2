// SPDX-License-Identifier: Apache-2.0
package io.execward.evaluate;

import java.util.ArrayList;
import java.util.List;

/**
 * A statement with the facts of a caller. Statements of the same atoms are one, whatever they are called: they tell the same requests
 * apart.
 */
final class BoundStatement {
    private final List<BoundAtom> atoms;
    private int[] codes = {};
    private int bound;

    BoundStatement(List<BoundAtom> atoms) {
        this.atoms = List.copyOf(atoms);
    }

    /** For each class of requests: 0 if the statement does not apply, 1 if it does, else which question is left open. */
    int[] codes(RequestColumns columns) {
        if (bound == 0) {
            codes = new int[columns.size()];
            Numbering<List<Integer>> answers = new Numbering<>();
            for (int base = 0; base < codes.length; base++) {
                codes[base] = answers.number(answer(base));
            }
            bound = Math.max(1, answers.size());
        }
        return codes;
    }

    /** One more than the largest code. */
    int bound(RequestColumns columns) {
        codes(columns);
        return bound;
    }

    private List<Integer> answer(int base) {
        boolean certain = true;
        for (BoundAtom atom : atoms) {
            int code = atom.codeOf(base);
            if (code == BoundAtom.NO) {
                return List.of(BoundAtom.NO);
            }
            certain &= BoundAtom.isYes(code);
        }
        if (certain) {
            return List.of(BoundAtom.YES);
        }
        List<Integer> open = new ArrayList<>(atoms.size());
        atoms.forEach(atom -> open.add(atom.codeOf(base)));
        return open;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof BoundStatement that && atoms.equals(that.atoms);
    }

    @Override
    public int hashCode() {
        return atoms.hashCode();
    }
}
