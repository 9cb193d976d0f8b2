// SPDX-License-Identifier: Apache-2.0
package io.execward.cli;

import io.execward.audit.AuditReport;
import io.execward.audit.Detection;
import io.execward.audit.Shell;
import io.execward.audit.ShellAccess;
import io.execward.audit.ShellJudge;
import io.execward.ecs.CheckDecision;
import io.execward.ecs.OperationDecision;
import io.execward.evaluate.Fact;
import io.execward.evaluate.StatementRef;
import io.execward.report.JsonLine;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * An audit as one JSON object on one line: {@code policy-cli/docs/account-json.md}. Written piece by piece, because there may be very
 * many shells.
 */
record AuditJson(Consumer<String> out) {
    void print(AuditReport report, ShellJudge judge) {
        out.accept("{\"records\":" + report.records() + ",\"first\":" + time(report.first()) + ",\"last\":"
                + time(report.last()) + ",\"detections\":[");
        String comma = "";
        for (Detection detection : report.detections()) {
            out.accept(comma + detection(detection));
            comma = ",";
        }
        out.accept("],\"shells\":[");
        comma = "";
        for (Shell shell : report.shells()) {
            out.accept(comma + shell(judge.judge(shell)));
            comma = ",";
        }
        out.accept("]}\n");
    }

    private static String time(Optional<Instant> time) {
        return time.map(it -> "\"" + it + "\"").orElse("null");
    }

    private static String detection(Detection detection) {
        JsonLine json = new JsonLine();
        json.object(() -> {
            json.member("detection", detection.kind().word())
                    .member("principal", detection.principal())
                    .member("refused", detection.refused())
                    .member("what", detection.what())
                    .member("first", detection.first().toString())
                    .member("last", detection.last().toString());
            json.name("eventIDs").strings(detection.eventIds());
        });
        return json.toString();
    }

    private static String shell(ShellAccess access) {
        Shell shell = access.shell();
        JsonLine json = new JsonLine();
        json.object(() -> {
            json.member("eventID", shell.eventId())
                    .member("time", shell.time().toString())
                    .member("kind", shell.kind().name())
                    .member("principal", shell.principal())
                    .member("caller", shell.caller())
                    .member("cluster", shell.cluster().map(Object::toString))
                    .member("task", shell.task().map(Object::toString))
                    .member("container", shell.container())
                    .member("sourceIp", shell.address())
                    .member("vpcEndpoint", shell.endpoint());
            json.name("mfa");
            shell.mfa().ifPresentOrElse(json::bool, json::nothing);
            json.member("verdict", access.decision().map(it -> it.verdict().name()));
            json.name("checks")
                    .list(
                            access.decision().map(OperationDecision::checks).orElse(List.of()),
                            check -> json.object(() -> check(json, check)));
            json.name("notes").strings(access.notes());
        });
        return json.toString();
    }

    private static void check(JsonLine json, CheckDecision check) {
        var resource = check.decision().resources().get(0);
        json.member("subject", check.check().subject())
                .member("action", check.check().request().action().toString())
                .member("resource", resource.resource().text())
                .member("verdict", check.verdict().name());
        DecisionJson parts = new DecisionJson(json);
        List<StatementRef> statements = resource.decidedBy();
        json.name("decidedBy").list(statements, parts::statement);
        TreeSet<String> facts = new TreeSet<>();
        check.decision()
                .undecided()
                .ifPresent(undecided ->
                        undecided.facts().stream().map(Fact::toString).forEach(facts::add));
        json.name("dependsOn").strings(facts);
    }
}
