// SPDX-License-Identifier: Apache-2.0
package io.execward.cli;

import io.execward.dsl.ExecPolicy.AllowExec;
import io.execward.dsl.When;
import io.execward.model.ConditionKey;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** The limits that words put on a grant. */
record KitLimits(KitWords words) {
    /** The grant with all limits; a limit that cannot be is left out and put with the words. */
    AllowExec on(AllowExec grant) {
        AllowExec all = grant;
        for (List<KitWord> values : tags(KitField.TASK_TAGS)) {
            all = step(
                    all,
                    values.get(0),
                    it -> it.onlyTasksTagged(values.get(0).key(), values.get(0).text(), rest(values)));
        }
        for (KitWord tag : words.all(KitField.TEAM_TAG)) {
            all = step(all, tag, it -> it.onlyTasksTaggedAsCaller(tag.text()));
        }
        for (List<KitWord> values : tags(KitField.CLUSTER_TAGS)) {
            all = step(
                    all,
                    values.get(0),
                    it -> it.onlyClustersTagged(
                            values.get(0).key(), values.get(0).text(), rest(values)));
        }
        for (KitWord tag : words.all(KitField.CLUSTER_TEAM_TAG)) {
            all = step(all, tag, it -> it.onlyClustersTaggedAsCaller(tag.text()));
        }
        List<KitWord> containers = containers();
        if (!containers.isEmpty()) {
            all = all.onlyContainer(containers.get(0).text(), rest(containers));
        }
        Optional<Duration> mfa = mfaAge();
        if (mfa.isPresent()) {
            all = all.onlyWithMfaYoungerThan(mfa.get());
        }
        all = network(all);
        Optional<Instant> from = instant(KitField.FROM);
        Optional<Instant> until = instant(KitField.UNTIL);
        requireWindow(from, until);
        if (from.isPresent()) {
            all = all.onlyNotBefore(from.get());
        }
        if (until.isPresent()) {
            all = all.onlyUntil(until.get());
        }
        return words.says(KitField.LIST_TASKS) ? all.withListing() : all;
    }

    private AllowExec network(AllowExec grant) {
        AllowExec all = grant;
        List<KitWord> addresses = valid(KitField.SOURCE_IPS, KitLimits::address);
        if (!addresses.isEmpty()) {
            all = all.onlyFrom(addresses.get(0).text(), rest(addresses));
        }
        List<KitWord> endpoints = valid(KitField.VPC_ENDPOINTS, text -> When.through(endpoint(text)));
        if (!endpoints.isEmpty()) {
            all = all.onlyThrough(endpoints.get(0).text(), rest(endpoints));
        }
        if (!addresses.isEmpty() && !endpoints.isEmpty()) {
            words.refuse(
                    endpoints.get(0),
                    "R-KEY-05",
                    "a request through an endpoint has no source address, so that both together grant nothing",
                    "leave one of " + endpoints.get(0).name() + " and "
                            + addresses.get(0).name() + " out");
        }
        return all;
    }

    private static When address(String text) {
        try {
            return When.from(text);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "`" + text + "` is not an address or a block: write it like `203.0.113.0/24` (R-COND-45)", e);
        }
    }

    private static When container(String text) {
        try {
            return When.container(text);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "`" + text
                            + "` is not a container name: write letters, digits, hyphens and underscores (R-EXEC-09)",
                    e);
        }
    }

    private static String endpoint(String text) {
        boolean plain = text.startsWith("vpce-")
                && text.length() > 5
                && text.chars().allMatch(c -> c == '-' || (c < 128 && Character.isLetterOrDigit(c)));
        if (!plain) {
            throw new IllegalArgumentException("`" + text
                    + "` is not the id of a VPC endpoint: write it like `vpce-0a1b2c3d4e5f67890` (R-EXEC-12)");
        }
        return text;
    }

    /** The containers whose names are names. */
    List<KitWord> containers() {
        return valid(KitField.CONTAINERS, KitLimits::container);
    }

    Optional<Duration> mfaAge() {
        return words.one(KitField.MFA_AGE).flatMap(word -> words.tried(word, KitLimits::seconds));
    }

    private static Duration seconds(String text) {
        boolean digits = !text.isEmpty() && text.length() <= 9 && text.chars().allMatch(c -> c >= '0' && c <= '9');
        if (!digits) {
            throw new IllegalArgumentException(
                    "`" + text + "` is not a number of seconds: write digits, such as `900` (R-KEY-03)");
        }
        Duration age = Duration.ofSeconds(Long.parseLong(text));
        When.mfaYoungerThan(age);
        return age;
    }

    Optional<Instant> instant(KitField field) {
        return words.one(field).flatMap(word -> words.tried(word, KitLimits::instant));
    }

    private static Instant instant(String text) {
        Instant instant;
        try {
            instant = Instant.parse(text);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException(
                    "`" + text + "` is not a time: write it in UTC like `2030-01-01T11:00:00Z` (R-COND-31)", e);
        }
        if (instant.toString().startsWith("+") || instant.toString().startsWith("-")) {
            throw new IllegalArgumentException(
                    "`" + text + "` is no time that IAM reads: write the year in four digits (R-COND-31)");
        }
        When.before(instant);
        return instant;
    }

    void requireWindow(Optional<Instant> from, Optional<Instant> until) {
        if (from.isPresent() && until.isPresent()) {
            words.one(KitField.UNTIL)
                    .ifPresent(word -> words.tried(word, text -> When.between(from.get(), until.get())));
        }
    }

    /** Those of which the library makes a condition. */
    private List<KitWord> valid(KitField field, Function<String, When> condition) {
        return words.all(field).stream()
                .filter(word -> words.tried(word, condition).isPresent())
                .toList();
    }

    /** Tags by key; IAM cannot tell keys apart that differ in letter case only (R-COND-68). */
    private List<List<KitWord>> tags(KitField field) {
        Map<String, List<KitWord>> tags = new LinkedHashMap<>();
        Map<String, String> spelled = new HashMap<>();
        for (KitWord word : words.all(field)) {
            words.tried(word, text -> ConditionKey.of("aws:ResourceTag/" + word.key()))
                    .ifPresent(key -> {
                        String before = spelled.putIfAbsent(key.folded(), word.key());
                        if (before != null && !before.equals(word.key())) {
                            words.refuse(
                                    word,
                                    "R-COND-68",
                                    "the tag `" + word.key() + "` is there as `" + before
                                            + "` too, and IAM ignores letter case there",
                                    "write all its values under one key");
                            return;
                        }
                        tags.computeIfAbsent(word.key(), it -> new ArrayList<>())
                                .add(word);
                    });
        }
        return List.copyOf(tags.values());
    }

    private AllowExec step(AllowExec before, KitWord word, UnaryOperator<AllowExec> more) {
        try {
            return more.apply(before);
        } catch (IllegalArgumentException e) {
            words.refuse(word, e);
            return before;
        }
    }

    private static String[] rest(List<KitWord> values) {
        return values.stream().skip(1).map(KitWord::text).toArray(String[]::new);
    }
}
