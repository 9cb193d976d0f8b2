// SPDX-License-Identifier: Apache-2.0
package io.execward.cli;

import io.execward.diagnostic.Spelling;
import io.execward.model.PolicyKind;
import java.util.Arrays;
import java.util.List;

/** How options call the kinds of policy. */
enum PolicyKindWord {
    IDENTITY("identity", PolicyKind.IDENTITY),
    BOUNDARY("boundary", PolicyKind.PERMISSIONS_BOUNDARY),
    SESSION("session", PolicyKind.SESSION),
    RESOURCE("resource", PolicyKind.RESOURCE),
    TRUST("trust", PolicyKind.ROLE_TRUST),
    SCP("scp", PolicyKind.SERVICE_CONTROL),
    RCP("rcp", PolicyKind.RESOURCE_CONTROL),
    ENDPOINT("endpoint", PolicyKind.VPC_ENDPOINT);

    private final String word;
    private final PolicyKind kind;

    PolicyKindWord(String word, PolicyKind kind) {
        this.word = word;
        this.kind = kind;
    }

    /** @throws UsageError if the word is none of them */
    static PolicyKind kind(String option, String word) {
        List<String> words = Arrays.stream(values()).map(known -> known.word).toList();
        return Arrays.stream(values())
                .filter(known -> known.word.equals(word))
                .map(known -> known.kind)
                .findFirst()
                .orElseThrow(() -> new UsageError(option + ": `" + word + "` is not a kind of policy: "
                        + Spelling.nearest(word, words)
                                .map(near -> "did you mean `" + near + "`?")
                                .orElse("write one of " + String.join(", ", words))));
    }
}
