// SPDX-License-Identifier: Apache-2.0
/**
 * The test oracle: what the rules say, told a second time as plainly as possible. It shares nothing with the engine but
 * the model, is never fast, and is changed only when the rules are. Start at
 * {@link io.execward.reference.ReferenceEvaluator}.
 */
@NullMarked
package io.execward.reference;

import org.jspecify.annotations.NullMarked;
