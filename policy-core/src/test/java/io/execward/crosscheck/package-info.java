// SPDX-License-Identifier: Apache-2.0
/**
 * The guard against false proofs: random questions about small policies are put to the analyzer, and every answer is attacked with
 * concrete requests that the engine decides. It knows the analyzer by its door alone. Start at
 * {@link io.execward.crosscheck.Attack}.
 */
@NullMarked
package io.execward.crosscheck;

import org.jspecify.annotations.NullMarked;
