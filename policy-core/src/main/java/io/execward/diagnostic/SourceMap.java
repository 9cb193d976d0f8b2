// SPDX-License-Identifier: Apache-2.0
package io.execward.diagnostic;

import io.execward.model.PolicyPath;
import java.util.Optional;

/** Where each value of a policy stands in the text it was read from. Positions live here, not in the model. */
public interface SourceMap {
    /** The span of the value at this path; empty if the text has none there. */
    Optional<SourceSpan> span(PolicyPath path);
}
