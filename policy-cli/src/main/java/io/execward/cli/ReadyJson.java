// SPDX-License-Identifier: Apache-2.0
package io.execward.cli;

import io.execward.readiness.Finding;
import io.execward.readiness.NotChecked;
import io.execward.readiness.Readiness;
import io.execward.readiness.ReadinessReport;
import io.execward.report.JsonLine;

/** A readiness report as one JSON object, for programs: {@code policy-cli/docs/ready-json.md}. */
final class ReadyJson {
    private final JsonLine out = new JsonLine();

    private ReadyJson() {}

    static String print(ReadinessReport report) {
        ReadyJson json = new ReadyJson();
        json.report(report);
        return json.out.toString();
    }

    private void report(ReadinessReport report) {
        out.object(() -> {
            out.member("ready", report.isReady()).name("client").object(() -> {
                out.name("findings").list(report.client().findings(), this::finding);
                out.name("notChecked").list(report.client().notChecked(), this::notChecked);
            });
            out.name("containers").list(report.containers(), this::container);
        });
    }

    private void container(Readiness container) {
        out.object(() -> {
            out.member("cluster", container.task().cluster().toString())
                    .member("task", container.task().arn().toString())
                    .member("taskDefinition", container.task().taskDefinitionArn())
                    .member("container", container.container())
                    .member("ready", container.isReady());
            out.name("findings").list(container.findings(), this::finding);
            out.name("notChecked").list(container.notChecked(), this::notChecked);
        });
    }

    private void finding(Finding finding) {
        out.object(() -> {
            out.member("code", finding.rule().code())
                    .member("rule", finding.rule().id())
                    .member("severity", finding.severity().name())
                    .member("transient", finding.rule().isTransient())
                    .member("sentence", finding.sentence())
                    .member("help", finding.help());
            out.name("evidence").strings(finding.evidence());
        });
    }

    private void notChecked(NotChecked notChecked) {
        out.object(() -> out.member("code", notChecked.rule().code())
                .member("rule", notChecked.rule().id())
                .member("reason", notChecked.reason().name())
                .member("because", notChecked.because()));
    }
}
