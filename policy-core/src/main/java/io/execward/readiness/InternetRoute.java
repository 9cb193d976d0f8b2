// SPDX-License-Identifier: Apache-2.0
package io.execward.readiness;

/** Whether the tasks can reach AWS without VPC endpoints, which no document that is read tells (R-EXEC-84, R-EXEC-142). */
public enum InternetRoute {
    /** Not known: a missing endpoint is a warning. */
    UNKNOWN,
    /** There is a route, by NAT or an internet gateway: no endpoint is needed. */
    YES,
    /** There is none: a missing endpoint for the channels of a session is a blocker. */
    NO
}
