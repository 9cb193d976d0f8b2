// SPDX-License-Identifier: Apache-2.0
package io.execward.review;

import io.execward.account.IamIdentity;
import io.execward.evaluate.Verdict;
import io.execward.model.Request;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A whole review as text, for comparing. */
final class ReviewText {
    private ReviewText() {}

    static String of(AccessReview review) {
        StringBuilder out = new StringBuilder();
        for (int p = 0; p < review.principals().size(); p++) {
            PrincipalGroup group = review.principals().get(p);
            out.append("== ")
                    .append(group.members().stream().map(IamIdentity::name).collect(Collectors.joining(", ")))
                    .append('\n');
            for (ReachedRole role : group.reachedRoles()) {
                out.append("  reaches ")
                        .append(role.role())
                        .append(role.conditional() ? " perhaps " : " ")
                        .append(role.roads())
                        .append('\n');
            }
            for (int t = 0; t < review.targets().size(); t++) {
                TargetGroup target = review.targets().get(t);
                out.append("  -- ")
                        .append(target.cluster().name())
                        .append(' ')
                        .append(target.taskGroup())
                        .append(' ')
                        .append(target.container())
                        .append(" (")
                        .append(target.tasks().size())
                        .append(target.execEnabled() ? ", exec on)" : ", exec off)")
                        .append('\n');
                List<String> plainlyClosed = new ArrayList<>();
                for (Road road : review.cell(p, t).roads().values()) {
                    if (road.verdict() == Verdict.IMPLICIT_DENY && road.kind() != RoadKind.EXEC) {
                        plainlyClosed.add(road.kind().text());
                    } else {
                        road(road, review.witness(p, t, road.kind()), out);
                    }
                }
                if (!plainlyClosed.isEmpty()) {
                    out.append("    nothing allows: ")
                            .append(String.join(", ", plainlyClosed))
                            .append('\n');
                }
            }
        }
        Completeness completeness = review.completeness();
        out.append("== completeness\n").append(completeness.notSupplied()).append('\n');
        out.append(completeness.missingPolicies()).append('\n');
        completeness.statements().forEach(line -> out.append(line).append('\n'));
        return out.toString();
    }

    private static void road(Road road, List<Request> witness, StringBuilder out) {
        out.append("    ")
                .append(road.kind().text())
                .append(": ")
                .append(road.verdict())
                .append(" (")
                .append(road.because())
                .append(")\n");
        road.decidedBy().forEach(ref -> out.append("      by ").append(ref).append('\n'));
        road.onlyIf()
                .forEach(condition ->
                        out.append("      only if ").append(condition).append('\n'));
        road.closedBy()
                .forEach(ref -> out.append("      closed by ").append(ref).append('\n'));
        witness.forEach(request -> out.append("      ")
                .append(request.action())
                .append(" on ")
                .append(request.resources().stream()
                        .map(resource ->
                                resource.text().substring(resource.text().lastIndexOf(':') + 1))
                        .collect(Collectors.joining(" and ")))
                .append('\n'));
    }
}
