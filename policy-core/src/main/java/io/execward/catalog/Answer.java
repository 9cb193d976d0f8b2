// SPDX-License-Identifier: Apache-2.0
package io.execward.catalog;

/** What a catalog answers to a question of yes or no; what it does not hold is unknown (R-CAT-12). */
public enum Answer {
    YES,
    NO,
    UNKNOWN
}
