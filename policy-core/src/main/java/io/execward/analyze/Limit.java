// SPDX-License-Identifier: Apache-2.0
package io.execward.analyze;

/** Why an answer is {@link Answer.Unknown}. */
public enum Limit {
    /** {@link Budget#states()}. */
    STATES,
    /** {@link Budget#nodes()}. */
    NODES,
    /** {@link Budget#representatives()}. */
    REPRESENTATIVES,
    /** {@link Budget#vectors()}. */
    VECTORS,
    /** {@link Budget#time()}. */
    TIME,
    /** A policy variable stands where its values cannot be enumerated exactly. */
    VARIABLE,
    /** A construct that is not analysed. */
    CONSTRUCT
}
