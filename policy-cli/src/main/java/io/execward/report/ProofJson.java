// SPDX-License-Identifier: Apache-2.0
package io.execward.report;

import io.execward.model.Request;
import io.execward.proof.Outcome;
import io.execward.proof.Proof;
import java.util.List;

/** Proofs as one JSON object; {@code policy-cli/docs/prove.md} describes it. */
final class ProofJson {
    private final ProofReport report;
    private final JsonLine json = new JsonLine();

    ProofJson(ProofReport report) {
        this.report = report;
    }

    String line() {
        json.object(() -> {
            json.member("holds", report.holds());
            json.name("properties").list(report.sections(), this::section);
            json.name("restsOn").strings(report.basis());
        });
        return json.toString();
    }

    private void section(ProofReport.Section section) {
        json.object(() -> {
            json.member("property", section.proof().property().text());
            json.member("verdict", section.proof().verdict().name());
            json.name("except").strings(section.except());
            json.name("principals").list(section.proof().principals(), this::principal);
        });
    }

    private void principal(Proof.OfPrincipal principal) {
        json.object(() -> {
            json.member("principal", principal.holder().caller().principal().text());
            json.member("verdict", principal.verdict().name());
            json.name("roads").list(principal.roads(), this::road);
        });
    }

    private void road(Proof.OfRoad road) {
        json.object(() -> {
            json.member("what", road.what());
            road.outcome().match(this::closed, this::open, this::unknown);
        });
    }

    private JsonLine closed(Outcome.Closed closed) {
        json.member("verdict", Proof.Verdict.HOLDS.name());
        json.member("catalog", closed.catalog().map(Object::toString));
        return StatementJson.list(json, closed.because());
    }

    private JsonLine open(Outcome.Open open) {
        json.member("verdict", Proof.Verdict.FAILS.name());
        SimulateCommands commands = new SimulateCommands(report.policies(), true);
        json.name("requests").list(open.requests(), request -> request(request, commands));
        StatementJson.list(json, open.because());
        return json.name("notes").strings(open.notes());
    }

    private void request(Request request, SimulateCommands commands) {
        json.object(() -> {
            RequestJson.members(json, request);
            json.name("commands").strings(commands.lines(request).orElse(List.of()));
        });
    }

    private JsonLine unknown(Outcome.Unknown unknown) {
        return json.member("verdict", Proof.Verdict.UNKNOWN.name()).member("why", unknown.why());
    }
}
