// SPDX-License-Identifier: Apache-2.0
/**
 * Runs the tests of language files: what each expectation found, which statements and conditions the expectations saw at work, and
 * which small changes of a policy none of them would notice.
 *
 * <p>Start at {@link io.execward.suite.Suite}. Everything is judged by {@link io.execward.evaluate.PolicyEngine}; nothing is decided
 * here. The same files give the same results in the same order.
 */
@NullMarked
package io.execward.suite;

import org.jspecify.annotations.NullMarked;
