// SPDX-License-Identifier: Apache-2.0
package io.execward.review;

import io.execward.ecs.TagResourceRequest;
import io.execward.ecs.TaskArn;
import io.execward.ecs.UntagResourceRequest;
import io.execward.evaluate.Fact;
import io.execward.evaluate.Undecided;
import io.execward.evaluate.Verdict;
import io.execward.model.Arn;
import io.execward.model.CaseFolding;
import io.execward.model.ContextValue;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * Finds tags with which a shell that is denied would be allowed, and the calls that set them (R-EXEC-123). Which tags would do is asked
 * of the engine: it is told that the tags are not known, and says how they would have to fall.
 */
final class Retagging {
    /** AWS keeps tag keys with this beginning to itself (R-EXEC-41). */
    private static final String RESERVED = "aws:";

    private final RoadPlans plans;
    private final Target target;
    private final Call exec;
    private final Set<String> tagsRead;
    private final List<Call> tagging;

    Retagging(RoadPlans plans, Target target, Call exec, Set<String> tagsRead) {
        this.plans = plans;
        this.target = target;
        this.exec = exec;
        this.tagsRead = tagsRead;
        List<Call> calls = new ArrayList<>();
        for (Change change : List.of(new Change(cluster(), clusterTags()), new Change(task(), taskTags()))) {
            calls.add(change.tagging(Map.of("any", "any")).withAnyTags());
            calls.add(change.untagging(Set.of("any")).withAnyTags());
        }
        this.tagging = List.copyOf(calls);
    }

    private Map<String, String> taskTags() {
        return target.task().tags().orElseThrow();
    }

    private Map<String, String> clusterTags() {
        return target.clusterTags().orElseThrow();
    }

    /** A task whose ARN is short cannot be tagged (R-EXEC-41). */
    private boolean canTagTask() {
        return target.task().arn().cluster().isPresent();
    }

    private Arn task() {
        return Arn.of(target.task().arn().toString());
    }

    private Arn cluster() {
        return Arn.of(target.task().cluster().toString());
    }

    /** The calls on whose fate the road depends, but for {@link #openShells}. */
    List<Call> sight() {
        List<Call> all = new ArrayList<>(tagging);
        all.add(exec);
        return all;
    }

    /** The tags that matter, as they are: what has to be changed depends on them. */
    List<Object> tagsInSight() {
        return List.of(inSight(taskTags()), inSight(clusterTags()), canTagTask());
    }

    private Map<String, String> inSight(Map<String, String> tags) {
        Map<String, String> seen = new TreeMap<>(tags);
        seen.keySet().removeIf(key -> !tagsRead.contains(CaseFolding.fold(key)));
        return seen;
    }

    /**
     * The shell if the task's tags were open, then if those of both were. Targets whose shells are alike as they are, are alike here
     * too: what a statement asks of a target together with a tag, it asks when the tag is known as well.
     */
    List<Call> openShells() {
        TaskArn task = target.task().arn();
        Optional<Map<String, String>> open = Optional.empty();
        List<Call> shells = new ArrayList<>();
        if (canTagTask()) {
            shells.add(plans.exec(target, task, open, target.clusterTags()));
        }
        shells.add(plans.exec(target, task, canTagTask() ? open : target.task().tags(), open));
        return shells;
    }

    /**
     * What could be done.
     *
     * @param kind the kind of road that it is
     * @param ways the calls by which the tags could be changed and the shell then be had
     */
    record Found(RoadKind kind, List<List<Call>> ways) {}

    /**
     * Looks for ways; none if the shell is allowed now, or is refused whatever the tags are, or if no tag can be changed for want of an
     * Allow.
     *
     * @param verdict of a call alone
     */
    Found find(Function<Call, Verdict> verdict, Function<List<Call>, Judge.Result> judge) {
        Judge.Result now = judge.apply(List.of(exec));
        RoadKind kind = now.verdict() == Verdict.EXPLICIT_DENY ? RoadKind.RETAG_OUT : RoadKind.RETAG_IN;
        // Who has no right to change any tag is not on this road at all; who has one that a Deny takes away is.
        boolean mayTag =
                !now.isOpen() && tagging.stream().anyMatch(call -> verdict.apply(call) != Verdict.IMPLICIT_DENY);
        return new Found(kind, mayTag ? ways(judge) : List.of());
    }

    private List<List<Call>> ways(Function<List<Call>, Judge.Result> judge) {
        Set<List<Call>> ways = new LinkedHashSet<>();
        for (Call shell : openShells()) {
            for (Judge.Path path : judge.apply(List.of(shell)).paths()) {
                wanted(path).flatMap(this::calls).ifPresent(ways::add);
            }
        }
        return List.copyOf(ways);
    }

    /** The tags of a path: of task and cluster, those to set and, empty, those to remove. */
    private record Wanted(Map<String, Optional<String>> ofTask, Map<String, Optional<String>> ofCluster) {}

    /** Empty if the two spellings of one key would have to differ, or no tag can be so. */
    private Optional<Wanted> wanted(Judge.Path path) {
        Wanted wanted = new Wanted(new TreeMap<>(), new TreeMap<>());
        for (Map.Entry<Fact, Undecided.Value> entry : path.facts().entrySet()) {
            Optional<String> tag = TagsRead.tag(entry.getKey().key());
            Optional<String> of = entry.getKey().resource();
            if (tag.isEmpty() || of.isEmpty()) {
                continue;
            }
            boolean ofTask = of.get().equals(task().toString());
            Map<String, Optional<String>> tags = ofTask ? wanted.ofTask() : wanted.ofCluster();
            String key = spelled(entry.getKey(), ofTask ? taskTags() : clusterTags());
            Optional<Optional<String>> value = value(entry.getValue().example());
            if (value.isEmpty() || CaseFolding.fold(key).startsWith(RESERVED)) {
                return Optional.empty();
            }
            Optional<String> before = tags.putIfAbsent(key, value.get());
            if (before != null && !before.equals(value.get())) {
                return Optional.empty();
            }
        }
        return Optional.of(wanted);
    }

    /** As the tag is spelled now, else as the policy spells it. */
    private static String spelled(Fact fact, Map<String, String> tags) {
        String name = fact.key().name();
        String key = name.substring(name.indexOf('/') + 1);
        return tags.keySet().stream()
                .filter(each -> CaseFolding.fold(each).equals(CaseFolding.fold(key)))
                .findFirst()
                .orElse(key);
    }

    private static Optional<Optional<String>> value(ContextValue value) {
        if (value instanceof ContextValue.Present present) {
            return present.values().size() == 1
                    ? Optional.of(Optional.of(present.values().get(0)))
                    : Optional.empty();
        }
        return Optional.of(Optional.empty());
    }

    /** The calls that make the tags so, then the shell; empty if nothing is to be changed. */
    private Optional<List<Call>> calls(Wanted wanted) {
        List<Call> calls = new ArrayList<>();
        Map<String, String> cluster = new Change(cluster(), clusterTags()).to(wanted.ofCluster(), calls);
        Map<String, String> task = new Change(task(), taskTags()).to(wanted.ofTask(), calls);
        if (calls.isEmpty()) {
            return Optional.empty();
        }
        calls.add(plans.exec(target, target.task().arn(), Optional.of(task), Optional.of(cluster)));
        return Optional.of(calls);
    }

    /** Changes of one resource's tags. */
    private final class Change {
        private final Arn resource;
        private final Map<String, String> tags;

        Change(Arn resource, Map<String, String> tags) {
            this.resource = resource;
            this.tags = tags;
        }

        /** Adds the calls that make the tags as wanted, and tells what they are then. */
        Map<String, String> to(Map<String, Optional<String>> wanted, List<Call> calls) {
            Map<String, String> set = new TreeMap<>();
            Set<String> removed = new TreeSet<>();
            wanted.forEach((key, value) -> {
                String now = tags.getOrDefault(key, "");
                if (value.isEmpty() && tags.containsKey(key)) {
                    removed.add(key);
                } else if (value.isPresent() && (!tags.containsKey(key) || !now.equals(value.get()))) {
                    set.put(key, value.get());
                }
            });
            Map<String, String> after = new TreeMap<>(tags);
            if (!set.isEmpty()) {
                calls.add(tagging(set));
                after.putAll(set);
            }
            if (!removed.isEmpty()) {
                calls.add(new Change(resource, new TreeMap<>(after)).untagging(removed));
                after.keySet().removeAll(removed);
            }
            return after;
        }

        Call tagging(Map<String, String> set) {
            return plans.call(
                    caller -> TagResourceRequest.of(caller, resource, set).resourceTagged(tags));
        }

        Call untagging(Set<String> removed) {
            return plans.call(
                    caller -> UntagResourceRequest.of(caller, resource, removed).resourceTagged(tags));
        }
    }
}
