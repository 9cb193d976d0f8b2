// SPDX-License-Identifier: Apache-2.0
package io.execward.crosscheck;

/** The questions that are asked. */
enum Kind {
    NO_NEW_ACCESS,
    EQUIVALENT,
    DISJOINT,
    NEVER_ALLOWS,
    ALWAYS_ALLOWS
}
