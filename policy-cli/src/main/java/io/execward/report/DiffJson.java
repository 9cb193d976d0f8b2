// SPDX-License-Identifier: Apache-2.0
package io.execward.report;

import io.execward.proof.PolicyChange;
import java.util.List;

/** A change as one JSON object; {@code policy-cli/docs/diff.md} describes it. */
final class DiffJson {
    private final DiffReport report;
    private final JsonLine json = new JsonLine();

    DiffJson(DiffReport report) {
        this.report = report;
    }

    String line() {
        PolicyChange change = report.change();
        json.object(() -> {
            json.member("before", report.before().name())
                    .member("after", report.after().name());
            json.member("unchanged", change.unchanged());
            json.name("principals").list(change.holders(), this::holder);
        });
        return json.toString();
    }

    private void holder(PolicyChange.OfHolder holder) {
        json.object(() -> {
            json.member("name", holder.name());
            side("gained", holder.gained(), report.after().commands(holder.name()));
            side("lost", holder.lost(), report.before().commands(holder.name()));
            json.name("unknown")
                    .list(
                            holder.unknown(),
                            unknown -> json.object(() -> json.member("of", unknown.gained() ? "gained" : "lost")
                                    .member("why", unknown.why())));
        });
    }

    private void side(String name, List<PolicyChange.Access> all, SimulateCommands commands) {
        json.name(name)
                .list(
                        all,
                        access -> json.object(() -> {
                            json.member("access", access.text());
                            json.name("request").object(() -> RequestJson.members(json, access.request()));
                            StatementJson.list(json, access.because());
                            json.name("commands")
                                    .strings(commands.lines(access.request()).orElse(List.of()));
                        }));
    }
}
