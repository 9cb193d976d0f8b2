// SPDX-License-Identifier: Apache-2.0
package io.execward.analyze;

import java.io.PrintStream;

/**
 * As many random pairs of policies as one likes, half of them with policy variables, each asked all questions of
 * {@link ProofProperties#compare}; ends with an error at the first proof that a request contradicts.
 *
 * <pre>
 * mvn -pl policy-core test-compile
 * mvn -pl policy-core exec:java -Dexec.classpathScope=test -Dexec.mainClass=io.execward.analyze.ProofCampaign \
 *     -Dexecward.pairs=1000000 -Dexecward.seed=1
 * </pre>
 */
final class ProofCampaign {
    private static final int PAIRS_PER_LINE = 10_000;

    private ProofCampaign() {}

    public static void main(String[] args) {
        PrintStream out = System.out;
        long pairs = Long.getLong("execward.pairs", 1_000_000);
        long seed = Long.getLong("execward.seed", 1);
        long proofs = 0;
        long unknown = 0;
        for (long i = 0; i < pairs; i++) {
            boolean variables = i % 2 == 1;
            try {
                int[] counts = ProofProperties.compare(seed + i, variables);
                proofs += counts[0];
                unknown += counts[1];
            } catch (AssertionError | IllegalStateException e) {
                throw new AssertionError("seed " + (seed + i) + (variables ? " with" : " without") + " variables", e);
            }
            if ((i + 1) % PAIRS_PER_LINE == 0 || i + 1 == pairs) {
                out.println((i + 1) + " pairs, " + proofs + " proofs, none contradicted, " + unknown + " unknown");
            }
        }
    }
}
