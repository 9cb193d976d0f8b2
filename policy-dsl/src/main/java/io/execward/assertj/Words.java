// SPDX-License-Identifier: Apache-2.0
package io.execward.assertj;

import io.execward.ecs.ExecRequest;
import io.execward.ecs.OperationRequest;
import java.util.List;
import java.util.stream.Collectors;

/** Requests in words. */
final class Words {
    private Words() {}

    private static final int EXPLAINED = 3;

    /** A line for each, and for the first few why. */
    static String list(List<String> lines, List<String> explanations) {
        StringBuilder text = new StringBuilder();
        lines.forEach(line -> text.append("  ").append(line).append('\n'));
        explanations.stream().limit(EXPLAINED).forEach(why -> text.append('\n').append(why));
        if (explanations.size() > EXPLAINED) {
            text.append("\nand ")
                    .append(explanations.size() - EXPLAINED)
                    .append(" more, which are not explained here\n");
        }
        return text.toString();
    }

    /** Who does what to what. */
    static String of(OperationRequest request) {
        String who = request.caller().principal().text();
        if (request instanceof ExecRequest exec) {
            String container = exec.container()
                    .name()
                    .map(name -> "container `" + name + "`")
                    .orElse("a container that is not named");
            return "a shell for " + who + "\nin " + container + " of " + exec.task();
        }
        return request.operation() + " by " + who + "\non "
                + request.checks().stream()
                        .map(check -> check.request().resources().get(0).text())
                        .distinct()
                        .collect(Collectors.joining(", "));
    }
}
