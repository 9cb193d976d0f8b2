// SPDX-License-Identifier: Apache-2.0
package io.execward.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.execward.account.AccountSnapshot;
import io.execward.account.CloudTrailRecord;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The order of records, and how files split them, does not matter. */
class AuditProperties {
    private record Seed(int second, int who, int what, boolean refused, int address) {}

    @Provide
    Arbitrary<List<String>> trails() {
        Arbitrary<Seed> seed = Combinators.combine(
                        Arbitraries.integers().between(0, 1200),
                        Arbitraries.integers().between(0, 2),
                        Arbitraries.integers().between(0, 5),
                        Arbitraries.of(true, false, false),
                        Arbitraries.integers().between(1, 3))
                .as(Seed::new);
        return seed.list().ofMinSize(1).ofMaxSize(25).map(AuditProperties::records);
    }

    private static List<String> records(List<Seed> seeds) {
        List<String> all = new ArrayList<>();
        for (Seed seed : seeds) {
            String who = switch (seed.who) {
                case 0 -> Records.user("alice");
                case 1 -> Records.session("Ops", "s1", "true");
                default -> Records.session("Ops", "s2", "false");
            };
            String time = "10:" + two(seed.second / 60) + ":" + two(seed.second % 60);
            String more = Records.address("203.0.113." + seed.address) + (seed.refused ? Records.refused("x:Y") : "");
            String id = "e" + all.size();
            all.add(
                    switch (seed.what) {
                        case 0 ->
                            Records.record(
                                    id,
                                    time,
                                    who,
                                    "ecs:TagResource",
                                    "{\"resourceArn\":\"" + Records.TASK + "\"}",
                                    more);
                        case 1 ->
                            Records.record(
                                    id,
                                    time,
                                    who,
                                    "ecs:UpdateCluster",
                                    "{\"cluster\":\"prod\",\"configuration\":{\"executeCommandConfiguration\":{\"logging\":\""
                                            + List.of("NONE", "DEFAULT", "OVERRIDE")
                                                    .get(seed.second % 3) + "\"}}}",
                                    more);
                        case 2 ->
                            Records.record(
                                    id,
                                    time,
                                    who,
                                    "ssm:StartSession",
                                    "{\"target\":\"ecs:prod_" + Records.TASK_ID + "_r\"}",
                                    more);
                        default -> Records.exec(id, time, who, more);
                    });
        }
        return all;
    }

    private static String two(int number) {
        return (number < 10 ? "0" : "") + number;
    }

    private static AuditReport audit(List<List<CloudTrailRecord>> parts) {
        Audit audit = Audit.of(AccountSnapshot.builder().build(), AuditSettings.defaults());
        parts.forEach(part -> part.forEach(audit));
        return audit.report();
    }

    private static List<EventMatches> search(List<List<CloudTrailRecord>> parts) {
        List<EventMatches> all = new ArrayList<>();
        for (EventQuery query : EventQuery.values()) {
            EventSearch search = EventSearch.of(new EventQuestion(query, Optional.empty(), Optional.empty()));
            Consumer<CloudTrailRecord> each = search;
            parts.forEach(part -> part.forEach(each));
            all.add(search.matches());
        }
        return all;
    }

    @Property(tries = 300)
    void a_shuffled_and_split_trail_tells_the_same(@ForAll("trails") List<String> trail, @ForAll Random random) {
        List<CloudTrailRecord> whole = Records.read(trail);
        List<String> shuffled = new ArrayList<>(trail);
        Collections.shuffle(shuffled, random);
        int cut = random.nextInt(shuffled.size() + 1);
        List<List<CloudTrailRecord>> parts =
                List.of(Records.read(shuffled.subList(0, cut)), Records.read(shuffled.subList(cut, shuffled.size())));
        assertThat(audit(parts)).isEqualTo(audit(List.of(whole)));
        assertThat(search(parts)).isEqualTo(search(List.of(whole)));
    }

    @Property(tries = 200)
    void tags_and_shells_are_paired_as_if_each_was_compared_with_each(@ForAll("trails") List<String> trail) {
        List<CloudTrailRecord> all = Records.read(trail);
        List<String> expected = all.stream()
                .map(Call::new)
                .filter(tag -> tag.isTagChange() && tag.succeeded())
                .filter(tag -> all.stream()
                        .map(Call::new)
                        .anyMatch(shell -> shell.isExec()
                                && shell.succeeded()
                                && shell.principal().equals(tag.principal())
                                && tag.moment().isFollowedBy(shell.moment(), TagThenExec.WINDOW)))
                .map(tag -> tag.moment().eventId())
                .sorted()
                .toList();
        EventSearch search =
                EventSearch.of(new EventQuestion(EventQuery.TAG_THEN_EXEC, Optional.empty(), Optional.empty()));
        all.forEach(search);
        assertThat(search.matches().eventIds()).isEqualTo(expected);
    }
}
