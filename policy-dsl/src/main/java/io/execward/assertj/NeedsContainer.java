// SPDX-License-Identifier: Apache-2.0
package io.execward.assertj;

import io.execward.model.Arn;
import java.util.Map;
import org.assertj.core.annotation.CanIgnoreReturnValue;
import org.assertj.core.annotation.CheckReturnValue;

/** A sentence about a shell that needs its container, which is its last word and checks it; tags and key may be told before. */
@CheckReturnValue
public sealed interface NeedsContainer permits ExecDraft {
    /** The task has these tags and no others; without this word its tags are unknown. */
    NeedsContainer taskTagged(Map<String, String> tags);

    /** The cluster has these tags and no others; without this word its tags are unknown. */
    NeedsContainer clusterTagged(Map<String, String> tags);

    /** The cluster encrypts sessions with this key, which the caller must be allowed to use (R-EXEC-26). */
    NeedsContainer encryptedWith(Arn kmsKey);

    /**
     * Checks the sentence for the container of this name.
     *
     * @throws AssertionError with the explained decision, if the verdict is another one than expected
     */
    @CanIgnoreReturnValue
    ExecAssert container(String name);

    /**
     * Checks the sentence for a request that names no container; what the key then holds is unknown (U-EXEC-02).
     *
     * @throws AssertionError with the explained decision, if the verdict is another one than expected
     */
    @CanIgnoreReturnValue
    ExecAssert noNamedContainer();
}
