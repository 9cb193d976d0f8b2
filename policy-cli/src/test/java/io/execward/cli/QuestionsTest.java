// SPDX-License-Identifier: Apache-2.0
package io.execward.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class QuestionsTest {
    private static final String ALICE = "\"principal\":\"arn:aws:iam::111122223333:user/alice\"";
    private static final String TASK =
            "\"task\":\"arn:aws:ecs:us-east-1:111122223333:task/dev/9c741b231b77525b3db897845d887c4a\"";

    private static Session.Result ask(String questions, String... more) {
        List<String> words = Stream.concat(
                        Stream.of("exec", "--account", "samples/account", "--questions", "-"), Stream.of(more))
                .toList();
        return Session.runWith(questions, words.toArray(String[]::new));
    }

    @Test
    void every_sample_question_is_answered_as_expected() {
        Session.Result result = Session.run(
                "exec", "--account", "samples/account", "--questions", "samples/account/questions.jsonl", "--check");
        assertThat(result.err()).contains("59 answered, 0 malformed; of 59 expectations 59 hold");
        assertThat(result.status()).isZero();
    }

    @Test
    void what_a_question_expects_and_its_text_do_not_change_its_answer() {
        String plain = ask("{\"id\":\"a\",\"kind\":\"exec\"," + ALICE + "," + TASK + ",\"container\":\"web\"}")
                .out();
        String told = ask("{\"id\":\"a\",\"kind\":\"exec\"," + ALICE + "," + TASK
                        + ",\"container\":\"web\",\"expected\":\"EXPLICIT_DENY\",\"question\":\"denied?\",\"why\":\"x\"}")
                .out();
        assertThat(told).isEqualTo(plain).contains("\"answer\":\"ALLOWED\"");
    }

    @Test
    void a_difference_is_told_and_fails_the_check() {
        Session.Result result = ask(
                "{\"id\":\"a\",\"kind\":\"exec\"," + ALICE + "," + TASK
                        + ",\"container\":\"web\",\"expected\":\"ALLOWED\",\"taskCheck\":\"IMPLICIT_DENY\"}",
                "--check");
        assertThat(result.err()).contains("a taskCheck is ALLOWED, expected \"IMPLICIT_DENY\"");
        assertThat(result.status()).isEqualTo(ExitStatus.NO);
    }

    @Test
    void questions_that_expect_nothing_are_no_yes_to_a_check() {
        Session.Result empty = ask("", "--check");
        Session.Result silent =
                ask("{\"id\":\"a\",\"kind\":\"exec\"," + ALICE + "," + TASK + ",\"container\":\"web\"}", "--check");

        assertThat(empty.err()).contains("there are no questions in it");
        assertThat(empty.status()).isEqualTo(ExitStatus.NO);
        assertThat(silent.err()).contains("none of the questions expects anything");
        assertThat(silent.status()).isEqualTo(ExitStatus.NO);
    }

    @Test
    void the_context_adds_and_overrides() {
        String role = "\"principal\":\"arn:aws:iam::111122223333:role/TeamAbac\"";
        String question =
                "{\"id\":\"a\",\"kind\":\"exec\"," + role + "," + TASK + ",\"container\":\"web\",\"context\":{";
        assertThat(ask(question + "\"aws:PrincipalTag/team\":[\"data\"]}}").out())
                .contains("\"answer\":\"IMPLICIT_DENY\"");
        assertThat(ask(question + "\"aws:SourceIp\":[\"203.0.113.7\"]}}").out()).contains("\"answer\":\"ALLOWED\"");
    }

    @Test
    void blockers_are_an_exact_set_and_warnings_a_part() {
        String ready =
                "{\"id\":\"a\",\"kind\":\"readiness\"," + TASK + ",\"container\":\"web\",\"expected\":\"READY\",";
        assertThat(ask(ready + "\"blockers\":[],\"warningsInclude\":[\"LOGGING_NOT_CONFIGURED\"]}", "--check")
                        .status())
                .isZero();
        assertThat(ask(ready + "\"blockers\":[\"EXEC_DISABLED\"]}", "--check").status())
                .isEqualTo(ExitStatus.NO);
        assertThat(ask(ready + "\"warningsInclude\":[\"LOGGING_NONE\"]}", "--check")
                        .status())
                .isEqualTo(ExitStatus.NO);
    }

    @Test
    void an_unknown_kind_gets_no_answer_and_the_others_do() {
        Session.Result result = ask("{\"id\":\"a\",\"kind\":\"guess\"}\n\n{\"id\":\"b\",\"kind\":\"client\"}\n");
        assertThat(result.out().lines())
                .satisfiesExactly(
                        first -> assertThat(first).startsWith("{\"id\":\"a\",\"error\":\"line 1, column"),
                        second -> assertThat(second).isEqualTo("{\"id\":\"b\",\"answer\":[]}"));
        assertThat(result.status()).isEqualTo(ExitStatus.BROKEN);
    }

    @Test
    void trust_policies_judge_who_may_assume_a_role() {
        String assume =
                "{\"id\":\"a\",\"kind\":\"action\",\"principal\":\"arn:aws:iam::111122223333:user/alice\",\"action\":"
                        + "\"sts:AssumeRole\",\"resource\":\"arn:aws:iam::111122223333:role/devWebTaskRole\"}";
        assertThat(ask(assume).out()).contains("\"answer\":\"IMPLICIT_DENY\"");
    }
}
