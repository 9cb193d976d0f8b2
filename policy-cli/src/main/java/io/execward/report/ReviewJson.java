// SPDX-License-Identifier: Apache-2.0
package io.execward.report;

import io.execward.account.IamIdentity;
import io.execward.account.IamRole;
import io.execward.diagnostic.SourceSpan;
import io.execward.evaluate.StatementRef;
import io.execward.model.ConditionKey;
import io.execward.model.Context;
import io.execward.model.ContextValue;
import io.execward.model.Request;
import io.execward.model.Resource;
import io.execward.review.AccessReview;
import io.execward.review.Completeness;
import io.execward.review.PrincipalGroup;
import io.execward.review.Road;
import io.execward.review.RoadKind;
import io.execward.review.TargetGroup;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A review as one JSON object, for programs: {@code policy-cli/docs/review-json.md}. Every member is always there, in the same order.
 * The elements of the long lists stand one in a line, so that line tools and differences can work with them.
 */
final class ReviewJson {
    private final AccessReview review;
    private final String folder;
    private final List<String> options;
    private final SimulateCommands commands;
    private final Consumer<String> out;

    /** By identity, because most roads of a review are one. */
    private final IdentityHashMap<Road, String> said = new IdentityHashMap<>();

    ReviewJson(ReviewReport report, Consumer<String> out) {
        this.review = report.review();
        this.folder = report.folder();
        this.commands = new SimulateCommands(folder);
        this.options = report.options();
        this.out = out;
    }

    void print() {
        out.accept("{\"format\":\"execward-review\",\"version\":1,\n");
        out.accept("\"account\":" + JsonLine.of(json -> json.string(folder)) + ",\n");
        out.accept("\"options\":" + JsonLine.of(json -> json.strings(options)) + ",\n");
        out.accept("\"completeness\":" + completeness(review.completeness()) + ",\n");
        out.accept("\"summary\":" + summary(ReviewSummary.of(review)) + ",\n");
        list("roadKinds", Arrays.stream(RoadKind.values()).map(ReviewJson::kind));
        out.accept(",\n");
        list("principals", review.principals().stream().map(ReviewJson::principals));
        out.accept(",\n");
        list("targets", review.targets().stream().map(ReviewJson::target));
        out.accept(",\n");
        int columns = review.targets().size();
        list(
                "cells",
                IntStream.range(0, review.principals().size())
                        .boxed()
                        .flatMap(row -> IntStream.range(0, columns).mapToObj(column -> cell(row, column))));
        out.accept("}\n");
    }

    private void list(String name, Stream<String> rows) {
        out.accept("\"" + name + "\":[");
        String[] separator = {"\n"};
        rows.forEachOrdered(row -> {
            out.accept(separator[0] + row);
            separator[0] = ",\n";
        });
        out.accept("]");
    }

    private static String kind(RoadKind kind) {
        return JsonLine.of(json -> json.object(() ->
                json.member("kind", kind.name()).member("text", kind.text()).member("meaning", kind.meaning())));
    }

    private static String completeness(Completeness completeness) {
        return JsonLine.of(json -> json.object(() -> {
            json.member("catalogDate", completeness.catalogDate())
                    .member("inputsSha256", InputWords.combinedHash(completeness));
            json.name("inputs")
                    .list(
                            completeness.inputs(),
                            input -> json.object(() -> json.member("name", input.name())
                                    .member("kind", input.kind().name())
                                    .member("sha256", input.sha256())));
            json.name("notSupplied")
                    .strings(completeness.notSupplied().stream().map(Enum::name).toList());
            json.name("missingPolicies")
                    .list(
                            completeness.missingPolicies(),
                            policy -> json.object(
                                    () -> json.member("arn", policy.arn().toString())
                                            .member("asBoundary", policy.asBoundary())));
            json.name("statements").strings(completeness.statements());
        }));
    }

    private static String summary(ReviewSummary summary) {
        return JsonLine.of(json -> json.object(() -> {
            json.name("accounts").strings(summary.accounts());
            json.member("principals", summary.principals()).member("tasks", summary.tasks());
            json.name("states");
            states(json, summary.states());
            json.name("clusters")
                    .list(
                            summary.clusters(),
                            cluster -> json.object(() -> {
                                json.member("cluster", cluster.arn()).member("tasks", cluster.tasks());
                                json.name("states");
                                states(json, cluster.states());
                                json.name("rolesReached").strings(cluster.roles());
                            }));
            json.name("rolesReached")
                    .list(
                            summary.roles(),
                            role -> json.object(() -> {
                                json.member("role", role.arn());
                                json.name("principals").numbers(role.surely());
                                json.name("principalsUnderConditions").numbers(role.underConditions());
                            }));
        }));
    }

    private static void states(JsonLine json, Map<CellState, Integer> states) {
        json.object(() -> states.forEach((state, count) -> json.member(state.name(), count)));
    }

    private static String principals(PrincipalGroup group) {
        return JsonLine.of(json -> json.object(() -> {
            json.name("members").list(group.members(), member -> identity(json, member));
            json.name("reachedRoles")
                    .list(
                            group.reachedRoles(),
                            reached -> json.object(() -> {
                                json.member("role", reached.role().toString());
                                json.name("roads")
                                        .strings(reached.roads().stream()
                                                .map(Enum::name)
                                                .toList());
                                json.member("conditional", reached.conditional());
                            }));
        }));
    }

    private static void identity(JsonLine json, IamIdentity member) {
        json.object(() -> json.member("arn", member.arn().toString())
                .member("type", member instanceof IamRole ? "ROLE" : "USER"));
    }

    private static String target(TargetGroup target) {
        return JsonLine.of(json -> json.object(() -> {
            json.member("cluster", target.cluster().toString())
                    .member("taskGroup", target.taskGroup())
                    .member("container", target.container())
                    .member("execEnabled", target.execEnabled())
                    .member("taskRole", target.taskRoleArn());
            json.name("tasks")
                    .strings(target.tasks().stream()
                            .map(task -> task.arn().toString())
                            .toList());
        }));
    }

    private String cell(int row, int column) {
        var cell = review.cell(row, column);
        return JsonLine.of(json -> json.object(() -> {
            json.member("principal", row)
                    .member("target", column)
                    .member("state", CellState.of(cell).name());
            json.name("roads")
                    .list(
                            cell.roads().values(),
                            road -> json.object(() -> {
                                json.written(
                                        said.computeIfAbsent(road, it -> JsonLine.of(members -> road(members, it))));
                                json.name("requests")
                                        .list(
                                                review.witness(row, column, road.kind()),
                                                request -> json.object(() -> request(json, request)));
                            }));
        }));
    }

    /** What is the same wherever the road is. */
    private static void road(JsonLine json, Road road) {
        json.member("kind", road.kind().name())
                .member("verdict", road.verdict().name())
                .member("open", road.isOpen())
                .member("because", road.because());
        json.name("onlyIf").strings(road.onlyIf());
        json.name("decidedBy").list(road.decidedBy(), statement -> statement(json, statement));
        json.name("closedBy").list(road.closedBy(), statement -> statement(json, statement));
    }

    private static void statement(JsonLine json, StatementRef statement) {
        Optional<SourceSpan> span = statement.span();
        json.object(() -> {
            json.member("layer", statement.kind().name())
                    .member("policy", statement.policy())
                    .member("index", statement.index())
                    .member("sid", statement.sid())
                    .member("file", span.map(it -> it.source().name()));
            json.name("line");
            span.ifPresentOrElse(it -> json.number(it.position().line()), json::nothing);
            json.name("column");
            span.ifPresentOrElse(it -> json.number(it.position().column()), json::nothing);
        });
    }

    private void request(JsonLine json, Request request) {
        json.member("principal", request.principal().text())
                .member("action", request.action().toString());
        json.name("resources").list(request.resources(), resource -> resource(json, resource));
        json.member("resourceAccount", request.resourceAccount());
        json.name("context");
        context(json, request.context());
        json.name("flags")
                .strings(request.flags().stream().sorted().map(Enum::name).toList());
        json.name("commands");
        Optional<List<String>> lines = commands.lines(request);
        lines.ifPresentOrElse(json::strings, json::nothing);
    }

    private static void resource(JsonLine json, Resource resource) {
        json.object(() -> {
            json.member("resource", resource.text()).name("context");
            context(json, resource.context());
        });
    }

    /** What is present; what is not named is absent, or it does not matter. */
    private static void context(JsonLine json, Context context) {
        json.object(() -> {
            for (ConditionKey key : context.keys()) {
                if (context.get(key) instanceof ContextValue.Present present) {
                    json.name(key.name()).strings(present.values());
                }
            }
        });
    }
}
