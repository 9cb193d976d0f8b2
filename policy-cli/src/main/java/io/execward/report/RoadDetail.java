// SPDX-License-Identifier: Apache-2.0
package io.execward.report;

/** Which roads the text form lists. */
public enum RoadDetail {
    /** Every road, with what closes it. */
    ALL,
    /** Those that are open, and what closes exec. */
    OPEN,
    /** None: the summary alone. */
    NONE
}
