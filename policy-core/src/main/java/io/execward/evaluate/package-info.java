/**
 * Decides requests: a compiled policy set, one request in, one verdict out, and the reason on demand. Start at
 * {@link io.execward.evaluate.PolicyEngine}.
 *
 * <p>The compiled nodes are package-private: they may change shape for speed, the verdicts may not. Engines are immutable and safe
 * to share. The rules are sections B to F of {@code policy-core/docs/iam-semantics.md}; the decision itself is R-EVAL-01 to
 * R-EVAL-22, in {@code Rules}.
 */
@NullMarked
package io.execward.evaluate;

import org.jspecify.annotations.NullMarked;
