// SPDX-License-Identifier: Apache-2.0
package io.execward.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.execward.Golden;
import io.execward.account.AccountDocument;
import io.execward.account.AccountReader;
import io.execward.account.AccountSnapshot;
import io.execward.diagnostic.Source;
import io.execward.ecs.Caller;
import io.execward.evaluate.Verdict;
import io.execward.json.Json;
import io.execward.json.JsonLimits;
import io.execward.json.JsonObject;
import io.execward.json.JsonString;
import io.execward.json.JsonValue;
import io.execward.model.Context;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The review of the sample account. */
class SampleReviewTest {
    private static Path folder() {
        Path own = Path.of("samples/account");
        return Files.isDirectory(own) ? own : Path.of("../samples/account");
    }

    private static AccountSnapshot account() {
        return AccountReader.create().read(folder());
    }

    @Test
    void the_review_of_the_sample_account_stays_as_it_is() {
        Golden.assertSame("review/sample.txt", ReviewText.of(AccessReview.of(account(), ReviewOptions.everything())));
    }

    @Test
    void the_review_answers_the_questions_about_shells_as_they_are_answered() throws IOException {
        AccessReview review = AccessReview.of(
                account(), ReviewOptions.everything().telling(Caller::complete).withServiceLinkedRoles());
        String text = Files.readString(folder().resolve("questions.jsonl"));
        List<String> asked = new ArrayList<>();
        for (JsonValue line : Json.parseLines(Source.of("questions.jsonl", text), JsonLimits.defaults())) {
            JsonObject question = (JsonObject) line;
            if (field(question, "kind").equals("exec")) {
                assertThat(question.get("context")).isEmpty(); // nothing beside the documents is told
                assertThat(exec(review, question).verdict())
                        .as("%s: %s", field(question, "id"), field(question, "why"))
                        .isEqualTo(Verdict.valueOf(field(question, "expected")));
                asked.add(field(question, "id"));
            }
        }
        assertThat(asked).hasSize(26);
    }

    private static String field(JsonObject object, String name) {
        return ((JsonString) object.get(name).orElseThrow()).value();
    }

    private static Road exec(AccessReview review, JsonObject question) {
        int row = index(
                review.principals().size(),
                p -> review.principals().get(p).members().stream()
                        .anyMatch(member -> member.arn().toString().equals(field(question, "principal"))));
        int column = index(
                review.targets().size(),
                t -> review.targets().get(t).container().equals(field(question, "container"))
                        && review.targets().get(t).tasks().stream()
                                .anyMatch(task -> task.arn().toString().equals(field(question, "task"))));
        return review.cell(row, column).exec();
    }

    private static int index(int size, java.util.function.IntPredicate is) {
        for (int i = 0; i < size; i++) {
            if (is.test(i)) {
                return i;
            }
        }
        throw new AssertionError("not in the review");
    }

    @Test
    void documents_in_another_order_make_the_same_review() throws IOException {
        List<AccountDocument> documents = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder())) {
            for (Path file : files.filter(path -> path.toString().endsWith(".json"))
                    .sorted()
                    .toList()) {
                documents.add(AccountDocument.of(file.getFileName().toString(), Files.readAllBytes(file)));
            }
        }
        String forwards = text(documents);
        Collections.reverse(documents);
        assertThat(text(documents)).isEqualTo(forwards);
    }

    private static String text(List<AccountDocument> documents) {
        return ReviewText.of(AccessReview.of(AccountReader.create().read(documents), ReviewOptions.everything()));
    }

    @Test
    void a_review_of_nothing_is_empty_and_says_what_was_not_supplied() {
        AccessReview review = AccessReview.of(AccountSnapshot.builder().build(), ReviewOptions.everything());
        assertThat(review.principals()).isEmpty();
        assertThat(review.targets()).isEmpty();
        assertThat(review.completeness().statements())
                .anyMatch(line -> line.startsWith("users, roles and policies were not supplied"))
                .anyMatch(line -> line.startsWith("tasks were not supplied"));
    }

    @Test
    void facts_about_targets_cannot_be_told_of_callers() {
        ReviewOptions options = ReviewOptions.everything()
                .telling(caller -> caller.with(Context.of("aws:ResourceTag/team", "payments")));
        assertThatThrownBy(() -> AccessReview.of(account(), options))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("`aws:ResourceTag/team`");
    }
}
