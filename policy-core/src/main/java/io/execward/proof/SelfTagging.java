// SPDX-License-Identifier: Apache-2.0
package io.execward.proof;

import io.execward.match.ActionMatcher;
import io.execward.model.Action;
import io.execward.model.ConditionKey;
import io.execward.model.Request;
import io.execward.model.Statement;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/** The roads of {@link Property.NoSelfTagging}: first whether there is a shell for whose sake to tag, then each tag that it looks at. */
record SelfTagging(PolicyHolder holder, Roads roads, Function<Road, Outcome> ask) {
    private static final List<Action> SHELLS = List.of(Action.of("ecs:ExecuteCommand"), Action.of("ssm:StartSession"));
    private static final String CHANGE = "change a tag that its shells look at";
    private static final List<String> OF_TARGETS = List.of("aws:resourcetag/", "ecs:resourcetag/");
    private static final List<String> OF_CALLERS = List.of("aws:principaltag/");

    List<Proof.OfRoad> judged() {
        Road exec = roads.shellAnywhere("have a shell whatever the tags");
        Road session = roads.sessionAnywhere();
        List<Proof.OfRoad> shells = new ArrayList<>();
        for (Road road : List.of(exec, session)) {
            shells.add(new Proof.OfRoad(road.what(), ask.apply(road)));
        }
        if (shells.stream().allMatch(shell -> shell.outcome().isClosed())) {
            return shells;
        }
        if (!holder.missing().isEmpty()) {
            return List.of(new Proof.OfRoad(
                    CHANGE,
                    new Outcome.Unknown("the text of " + String.join(", ", holder.missing())
                            + " was not supplied, and it may look at any tag")));
        }
        List<Road> retagging = new ArrayList<>();
        tags(OF_TARGETS).forEach(tag -> retagging.addAll(roads.retagging(tag)));
        tags(OF_CALLERS).forEach(tag -> retagging.addAll(roads.retaggingSelf(tag)));
        if (retagging.isEmpty()) {
            return List.of(new Proof.OfRoad(CHANGE, new Outcome.Closed(Optional.empty(), List.of())));
        }
        return retagging.stream()
                .map(road -> new Proof.OfRoad(road.what(), then(ask.apply(road), shells)))
                .toList();
    }

    /** The tag's change, then the shell; that the one opens the other is not claimed. */
    private static Outcome then(Outcome change, List<Proof.OfRoad> shells) {
        return change.match(closed -> closed, open -> then(open, shells), unknown -> unknown);
    }

    private static Outcome then(Outcome.Open change, List<Proof.OfRoad> shells) {
        List<Request> requests = new ArrayList<>(change.requests());
        shells.stream()
                .map(shell -> shell.outcome()
                        .<List<Request>>match(closed -> List.of(), Outcome.Open::requests, unknown -> List.of()))
                .filter(each -> !each.isEmpty())
                .findFirst()
                .ifPresent(requests::addAll);
        List<String> notes = new ArrayList<>(change.notes());
        notes.add("its shells look at this tag: who can change it can make it what they ask for");
        return new Outcome.Open(requests, change.because(), notes);
    }

    /** The tags of a family that statements about shells look at, folded. */
    private Set<String> tags(List<String> families) {
        Set<String> tags = new TreeSet<>();
        holder.policies()
                .forEachPolicy(policy -> policy.policy().statements().stream()
                        .filter(SelfTagging::isOfShells)
                        .forEach(statement -> tags.addAll(tags(statement, families))));
        return tags;
    }

    private static Set<String> tags(Statement statement, List<String> families) {
        Set<String> tags = new LinkedHashSet<>();
        for (ConditionKey key : KeysRead.by(statement)) {
            families.stream()
                    .filter(key.folded()::startsWith)
                    .forEach(family -> tags.add(key.name().substring(family.length())));
        }
        return tags;
    }

    private static boolean isOfShells(Statement statement) {
        return SHELLS.stream()
                .anyMatch(shell -> statement
                        .actions()
                        .match(
                                only -> only.patterns().stream()
                                        .anyMatch(pattern ->
                                                ActionMatcher.of(pattern).matches(shell)),
                                except -> except.patterns().stream()
                                        .noneMatch(pattern ->
                                                ActionMatcher.of(pattern).matches(shell))));
    }
}
