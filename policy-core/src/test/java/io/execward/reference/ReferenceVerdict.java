// SPDX-License-Identifier: Apache-2.0
package io.execward.reference;

/** How the reference decides a request whose context is complete (R-EVAL-20). */
public enum ReferenceVerdict {
    ALLOWED,
    IMPLICIT_DENY,
    EXPLICIT_DENY
}
