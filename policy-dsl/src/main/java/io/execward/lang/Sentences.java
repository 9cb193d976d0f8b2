// SPDX-License-Identifier: Apache-2.0
package io.execward.lang;

import io.execward.ecs.ClusterArn;
import io.execward.model.Arn;
import io.execward.model.Condition;
import io.execward.model.ResourcePattern;
import io.execward.model.Scope;
import io.execward.model.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Sentences about ECS Exec that statements may have been made from. They are guesses, by Sid and key: whoever asks lowers a guess again,
 * and keeps it only if the very same statements come out.
 */
final class Sentences {
    private static final String CONTAINER = "StringEquals ecs:container-name";
    private static final String CLUSTER = "ArnEquals ecs:cluster";
    private static final String EXCEPTION = "ArnNotLike aws:PrincipalArn";
    private static final String TAG = "StringEquals aws:ResourceTag/";

    private final Ast ast = new Ast();

    /** A sentence, and how many statements it would be. */
    record Guess(Stmt sentence, int length) {}

    /** The sentences that may begin with the first of these statements, the longest first. */
    List<Guess> guesses(List<Statement> statements) {
        return switch (base(statements.get(0))) {
            case "ExecOnCluster" -> grants(statements);
            case "NoExec" -> denials(statements);
            case "NoLaunchWithExec" -> one(launchDenial(statements.get(0)));
            case "NoDirectSessions" -> one(sessionDenial(statements.get(0)));
            case "NoRetagging" -> tagDenials(statements);
            case "EndOwnSessions" -> endings();
            default -> List.of();
        };
    }

    private static List<Guess> one(Optional<? extends Stmt> sentence) {
        return sentence.map(it -> new Guess(it, 1)).stream().toList();
    }

    /** The Sid without the number by which a document tells two of them apart. */
    static String base(Statement statement) {
        String sid = statement.sid().orElse("");
        int end = sid.length();
        while (end > 0 && sid.charAt(end - 1) >= '0' && sid.charAt(end - 1) <= '9') {
            end--;
        }
        return sid.substring(0, end);
    }

    // Grants

    private List<Guess> grants(List<Statement> statements) {
        if (statements.size() < 2) {
            return List.of();
        }
        Statement onTasks = statements.get(1);
        List<String> clusters = onTasks.conditions().stream()
                .filter(condition -> name(condition).equals(CLUSTER))
                .findFirst()
                .map(Condition::values)
                .orElse(List.of());
        Optional<List<Limit>> limits = limits(statements.get(0), onTasks);
        if (clusters.isEmpty() || limits.isEmpty()) {
            return List.of();
        }
        List<GrantOption> options = new ArrayList<>();
        int at = 2;
        if (is(statements, at, "DescribeTasks")) {
            at++;
        } else {
            options.add(new GrantOption.NoDescribing(ast.nowhere()));
        }
        if (is(statements, at, "ListTasks")) {
            options.add(new GrantOption.Listing(ast.nowhere()));
            at++;
        }
        if (is(statements, at, "SessionDataKey")
                && resources(statements.get(at)).size() == 1) {
            String key = resources(statements.get(at)).get(0);
            options.add(new GrantOption.EncryptedWith(ast.nowhere(), ast.value(key)));
            at++;
        }
        List<Guess> guesses = new ArrayList<>();
        for (List<Limit> said : List.of(inReadingOrder(limits.get()), limits.get())) {
            if (is(statements, at, "NoDirectSessions")) {
                List<GrantOption> closed = new ArrayList<>(options);
                closed.add(new GrantOption.SideDoorsClosed(ast.nowhere()));
                int end = at + 1;
                end += is(statements, end, "NoRetagging") ? 1 : 0;
                end += is(statements, end, "NoRetaggingOfCallers") ? 1 : 0;
                for (; end > at; end--) {
                    guesses.add(new Guess(grant(clusters, said, closed), end));
                }
            }
            guesses.add(new Guess(grant(clusters, said, options), at));
        }
        guesses.sort(Comparator.comparingInt(Guess::length).reversed());
        return guesses.stream().distinct().toList();
    }

    /** From the task to the network. A document may have another order, for it puts tests of one operator together. */
    private static List<Limit> inReadingOrder(List<Limit> limits) {
        return limits.stream()
                .sorted(Comparator.comparingInt(limit -> limit.match(new Rank())))
                .toList();
    }

    private static final class Rank implements Limit.Cases<Integer> {
        @Override
        public Integer tag(Limit.Tag limit) {
            return limit.onCluster() ? 1 : 0;
        }

        @Override
        public Integer container(Limit.Container limit) {
            return 2;
        }

        @Override
        public Integer mfa(Limit.Mfa limit) {
            return 3;
        }

        @Override
        public Integer from(Limit.From limit) {
            return 4;
        }

        @Override
        public Integer through(Limit.Through limit) {
            return 5;
        }

        @Override
        public Integer time(Limit.Time limit) {
            return limit.end() ? 7 : 6;
        }
    }

    private Stmt grant(List<String> clusters, List<Limit> limits, List<GrantOption> options) {
        return new Stmt.AllowExec(ast.nowhere(), ast.values(clusters), limits, options, Optional.empty());
    }

    /** Those of the task first, for a grant mostly is about tasks; empty if a condition is none of them. */
    private Optional<List<Limit>> limits(Statement onCluster, Statement onTasks) {
        List<Optional<Limit>> all = new ArrayList<>();
        onTasks.conditions().stream()
                .filter(condition -> name(condition).startsWith(TAG))
                .forEach(condition -> all.add(Optional.of(tag(condition, false))));
        onCluster.conditions().stream()
                .filter(condition -> name(condition).startsWith(TAG))
                .forEach(condition -> all.add(Optional.of(tag(condition, true))));
        onCluster.conditions().stream()
                .filter(condition -> !name(condition).startsWith(TAG))
                .forEach(condition -> all.add(limit(condition)));
        return all.stream().allMatch(Optional::isPresent)
                ? Optional.of(all.stream().flatMap(Optional::stream).toList())
                : Optional.empty();
    }

    private Limit tag(Condition condition, boolean onCluster) {
        String key = name(condition).substring(TAG.length());
        boolean own = condition.values().equals(List.of("${aws:PrincipalTag/" + key + "}"));
        return new Limit.Tag(
                ast.nowhere(),
                onCluster,
                ast.word(key),
                own ? Optional.empty() : Optional.of(ast.values(plain(condition.values()))));
    }

    private Optional<Limit> limit(Condition condition) {
        List<String> values = condition.values();
        return switch (name(condition)) {
            case CONTAINER -> Optional.of(new Limit.Container(ast.nowhere(), ast.values(plain(values))));
            case "NumericLessThan aws:MultiFactorAuthAge" ->
                ast.age(values).map(age -> new Limit.Mfa(ast.nowhere(), age));
            case "IpAddress aws:SourceIp" -> Optional.of(new Limit.From(ast.nowhere(), ast.values(values)));
            case "StringEquals aws:SourceVpce" ->
                Optional.of(new Limit.Through(ast.nowhere(), ast.values(plain(values))));
            case "DateGreaterThanEquals aws:CurrentTime" -> time(values, false);
            case "DateLessThan aws:CurrentTime" -> time(values, true);
            default -> Optional.empty();
        };
    }

    private Optional<Limit> time(List<String> values, boolean end) {
        return values.size() == 1
                ? Optional.of(new Limit.Time(ast.nowhere(), end, ast.text(values.get(0))))
                : Optional.empty();
    }

    // Denials

    private List<Guess> denials(List<Statement> statements) {
        List<Reach> reaches = new ArrayList<>();
        boolean hidden = false;
        for (Condition condition : statements.get(0).conditions()) {
            Optional<Reach> reach = reach(condition);
            if (reach.isEmpty()) {
                return List.of();
            }
            hidden |= name(condition).equals(CONTAINER);
            reaches.add(reach.get());
        }
        if (statements.get(0).conditions().stream()
                .allMatch(condition -> name(condition).equals(EXCEPTION))) {
            reaches.add(0, new Reach.Anywhere(ast.nowhere()));
        }
        return List.of(new Guess(new Stmt.DenyExec(ast.nowhere(), reaches, Optional.empty()), hidden ? 2 : 1));
    }

    private Optional<Reach> reach(Condition condition) {
        List<String> values = condition.values();
        return switch (name(condition)) {
            case CONTAINER -> Optional.of(new Reach.Containers(ast.nowhere(), false, ast.values(plain(values))));
            case "StringNotEquals ecs:container-name" ->
                Optional.of(new Reach.Containers(ast.nowhere(), true, ast.values(plain(values))));
            case CLUSTER -> Optional.of(new Reach.Clusters(ast.nowhere(), false, ast.values(values)));
            case "ArnNotEquals ecs:cluster" -> Optional.of(new Reach.Clusters(ast.nowhere(), true, ast.values(values)));
            case "NumericGreaterThanEqualsIfExists aws:MultiFactorAuthAge" ->
                ast.age(values).map(age -> new Reach.WithoutMfa(ast.nowhere(), age));
            case EXCEPTION -> Optional.of(new Reach.ExceptFor(ast.nowhere(), ast.values(values)));
            default -> Optional.empty();
        };
    }

    private Optional<Stmt> launchDenial(Statement statement) {
        List<Stmt.DenyLaunch.Omitted> omitted = new ArrayList<>();
        List<Values> clusters = new ArrayList<>();
        for (Condition condition : statement.conditions()) {
            switch (name(condition)) {
                case "StringEquals ecs:enable-execute-command" ->
                    omitted.add(new Stmt.DenyLaunch.Omitted(ast.nowhere(), true));
                case "StringNotEquals ecs:enable-execute-command" ->
                    omitted.add(new Stmt.DenyLaunch.Omitted(ast.nowhere(), false));
                case CLUSTER -> clusters.add(ast.values(condition.values()));
                case EXCEPTION -> {} // below
                default -> {
                    return Optional.empty();
                }
            }
        }
        return Optional.of(
                new Stmt.DenyLaunch(ast.nowhere(), omitted, clusters, exceptions(statement), Optional.empty()));
    }

    private Optional<Stmt> sessionDenial(Statement statement) {
        List<String> tasks = resources(statement);
        Optional<Values> clusters =
                tasks.size() == 2 ? clusterOf(tasks.get(0)).map(arn -> ast.values(List.of(arn))) : Optional.empty();
        return Optional.of(new Stmt.DenySessions(ast.nowhere(), clusters, exceptions(statement), Optional.empty()));
    }

    /** Of {@code arn:…:task/NAME/*}. */
    private static Optional<String> clusterOf(String tasks) {
        return Arn.tryOf(tasks)
                .filter(arn ->
                        arn.resource().startsWith("task/") && arn.resource().endsWith("/*"))
                .flatMap(arn -> {
                    String name = arn.resource()
                            .substring("task/".length(), arn.resource().length() - 2);
                    try {
                        return Optional.of(
                                new ClusterArn(arn.partition(), arn.region(), arn.account(), name).toString());
                    } catch (IllegalArgumentException e) {
                        return Optional.empty();
                    }
                });
    }

    private List<Guess> tagDenials(List<Statement> statements) {
        Statement first = statements.get(0);
        List<Word> keys = first.conditions().stream()
                .filter(condition -> name(condition).equals("ForAnyValue:StringEqualsIgnoreCase aws:TagKeys"))
                .flatMap(condition -> plain(condition.values()).stream())
                .map(ast::word)
                .toList();
        if (keys.isEmpty()) {
            return List.of();
        }
        Guess onResources = new Guess(tagDenial(keys, false, first), 1);
        return is(statements, 1, "NoRetaggingOfCallers")
                ? List.of(new Guess(tagDenial(keys, true, first), 2), onResources)
                : List.of(onResources);
    }

    private Stmt tagDenial(List<Word> keys, boolean onPrincipals, Statement statement) {
        return new Stmt.ProtectTags(ast.nowhere(), keys, onPrincipals, exceptions(statement), Optional.empty());
    }

    private List<Reach.ExceptFor> exceptions(Statement statement) {
        return statement.conditions().stream()
                .filter(condition -> name(condition).equals(EXCEPTION))
                .map(condition -> new Reach.ExceptFor(ast.nowhere(), ast.values(condition.values())))
                .toList();
    }

    private List<Guess> endings() {
        return Stream.of(true, false)
                .flatMap(ofRoles -> Stream.of(true, false)
                        .map(anyRegion -> new Guess(
                                new Stmt.OwnSessions(ast.nowhere(), ofRoles, anyRegion, Optional.empty()), 1)))
                .toList();
    }

    // What they are told by

    private static String name(Condition condition) {
        return condition.operator().text() + " " + condition.key().name();
    }

    private static boolean is(List<Statement> statements, int at, String sid) {
        return at < statements.size() && base(statements.get(at)).equals(sid);
    }

    static List<String> resources(Statement statement) {
        return statement.resources().stream()
                .filter(scope -> scope instanceof Scope.Only)
                .flatMap(scope -> scope.patterns().stream())
                .map(ResourcePattern::text)
                .toList();
    }

    /** Values of sentences mean themselves, so that a dollar sign before a brace is escaped in the document (R-VAR-09). */
    private static List<String> plain(List<String> values) {
        return values.stream().map(value -> value.replace("${$}{", "${")).toList();
    }
}
