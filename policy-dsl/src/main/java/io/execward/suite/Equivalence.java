// SPDX-License-Identifier: Apache-2.0
package io.execward.suite;

import io.execward.model.Policy;
import io.execward.model.PolicyKind;
import io.execward.model.Request;
import java.util.Optional;

/** Whether two policies mean the same, as far as somebody can show it. */
interface Equivalence {
    /** True only if it was proved; when in doubt, false. */
    boolean isShown(PolicyKind kind, Policy one, Policy other);

    /** A request that tells them apart, if one is known. */
    Optional<Request> difference(PolicyKind kind, Policy one, Policy other);

    /** Shows nothing. */
    static Equivalence unknown() {
        return new Equivalence() {
            @Override
            public boolean isShown(PolicyKind kind, Policy one, Policy other) {
                return one.equals(other);
            }

            @Override
            public Optional<Request> difference(PolicyKind kind, Policy one, Policy other) {
                return Optional.empty();
            }
        };
    }
}
