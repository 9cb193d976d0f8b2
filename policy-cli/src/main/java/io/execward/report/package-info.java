// SPDX-License-Identifier: Apache-2.0
/**
 * Printed forms of what {@code policy-core} returns as data. Start at {@link io.execward.report.ReviewReport}.
 *
 * <p>Names, Sids and tags come from documents that an attacker may have written a part of: each form makes them harmless in its own
 * way, and none gives the same input other bytes on another day.
 */
@NullMarked
package io.execward.report;

import org.jspecify.annotations.NullMarked;
