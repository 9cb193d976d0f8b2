// SPDX-License-Identifier: Apache-2.0
package io.execward.report;

import io.execward.diagnostic.SourceSpan;
import io.execward.evaluate.StatementRef;
import java.util.List;

/** Statements as reasons. */
final class StatementJson {
    private StatementJson() {}

    /** The member {@code because}. */
    static JsonLine list(JsonLine json, List<StatementRef> refs) {
        return json.name("because")
                .list(
                        refs,
                        ref -> json.object(() -> {
                            json.member("layer", ref.kind().name());
                            json.member("policy", ref.policy());
                            json.member("statement", ref.index());
                            json.member("sid", ref.sid());
                            json.member("place", ref.span().map(SourceSpan::toString));
                        }));
    }
}
