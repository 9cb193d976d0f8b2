// SPDX-License-Identifier: Apache-2.0
package io.execward.assertj;

import static io.execward.assertj.ExecwardAssertions.assertThat;
import static io.execward.assertj.Given.DEVELOPER;
import static io.execward.assertj.Given.EVERYTHING;
import static io.execward.assertj.Given.EXEC_INTO_APP;
import static io.execward.assertj.Given.EXEC_WITH_MFA;
import static io.execward.assertj.Given.TASK;
import static io.execward.assertj.Given.failureOf;
import static io.execward.assertj.Given.policies;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.execward.Golden;
import io.execward.account.AccountDocument;
import io.execward.account.AccountReader;
import io.execward.account.AccountSnapshot;
import io.execward.ecs.TaskArn;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class CeilingTest {
    private static final Path ACCOUNT = Path.of("src", "test", "resources", "account");
    private static final Inventory SHELLS = Inventory.empty().withTask(TaskArn.of(TASK), "app", "vault");

    @Test
    void a_grant_within_the_ceiling_passes() {
        assertThat(policies(EXEC_INTO_APP))
                .forPrincipal(DEVELOPER)
                .grantsNothingBeyond(policies(EXEC_INTO_APP), SHELLS)
                .grantsNothingBeyond(policies(EVERYTHING), SHELLS);
        assertThat(policies()).forPrincipal(DEVELOPER).grantsNothingBeyond(policies(), SHELLS);
    }

    @Test
    void every_call_beyond_the_ceiling_is_shown() {
        Golden.assertSame(
                "assertj/beyond-the-ceiling.txt",
                failureOf(() -> assertThat(policies(EVERYTHING))
                        .forPrincipal(DEVELOPER)
                        .grantsNothingBeyond(policies(EXEC_INTO_APP), SHELLS)));
    }

    @Test
    void what_is_open_on_both_sides_is_not_within() {
        CallerAssert developer = assertThat(policies(EXEC_WITH_MFA)).forPrincipal(DEVELOPER);
        assertThat(failureOf(() -> developer.grantsNothingBeyond(policies(EXEC_WITH_MFA), SHELLS)))
                .contains("UNDECIDED, under the ceiling UNDECIDED");
        developer.withMfa(Duration.ofMinutes(5)).grantsNothingBeyond(policies(EXEC_WITH_MFA), SHELLS);
        developer.withoutMfaKeys().grantsNothingBeyond(policies(), SHELLS);
    }

    @Test
    void an_inventory_without_calls_is_refused() {
        assertThatThrownBy(() -> assertThat(policies(EVERYTHING))
                        .forPrincipal(DEVELOPER)
                        .grantsNothingBeyond(policies(), Inventory.empty()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("nothing to compare");
    }

    @Test
    void any_call_can_be_added() {
        Inventory describing = Inventory.empty().with(Given::describe);
        CallerAssert developer = assertThat(policies(EVERYTHING)).forPrincipal(DEVELOPER);
        developer.grantsNothingBeyond(policies(EVERYTHING), describing);
        assertThat(failureOf(() -> developer.grantsNothingBeyond(policies(EXEC_INTO_APP), describing)))
                .contains("of 1 calls", "DescribeTasks by " + DEVELOPER);
    }

    @Test
    void an_account_is_an_inventory() {
        AccountSnapshot account = account();
        assertThat(account)
                .forPrincipal(DEVELOPER)
                .grantsNothingBeyond(policies(EVERYTHING), Inventory.of(account))
                .deniesExec()
                .into(TASK)
                .container("vault");
        Golden.assertSame(
                "assertj/account-beyond-the-ceiling.txt",
                failureOf(() -> assertThat(account)
                        .forPrincipal(DEVELOPER)
                        .grantsNothingBeyond(policies(), Inventory.of(account))));
    }

    @Test
    void shells_in_a_task_whose_containers_nobody_tells_are_not_left_out() {
        byte[] task = """
                {"failures": [], "tasks": [{
                  "taskArn": "arn:aws:ecs:us-east-1:111122223333:task/dev/0a1b2c3d",
                  "clusterArn": "arn:aws:ecs:us-east-1:111122223333:cluster/dev",
                  "taskDefinitionArn": "arn:aws:ecs:us-east-1:111122223333:task-definition/other:3",
                  "lastStatus": "PENDING", "desiredStatus": "RUNNING", "containers": []}]}
                """.getBytes(StandardCharsets.UTF_8);
        byte[] cluster = """
                {"clusters": [{"clusterArn": "arn:aws:ecs:us-east-1:111122223333:cluster/dev"}]}
                """.getBytes(StandardCharsets.UTF_8);
        AccountSnapshot account = AccountReader.create()
                .read(List.of(AccountDocument.of("tasks.json", task), AccountDocument.of("clusters.json", cluster)));

        assertThat(failureOf(() -> assertThat(policies(EVERYTHING))
                        .forPrincipal(DEVELOPER)
                        .grantsNothingBeyond(policies(), Inventory.of(account))))
                .contains("of 4 calls", "a shell for " + DEVELOPER);
    }

    @Test
    void the_documents_tell_tags_and_key_of_a_target() {
        CallerAssert developer = assertThat(account()).forPrincipal(DEVELOPER);
        developer
                .allowsExec()
                .into(TASK)
                .container("app")
                .because(Reason.statement("UseExecKey"))
                .because(Reason.statement("IamDecides"));
        AccountSnapshot withoutKeyPolicy = AccountReader.create()
                .read(List.of(document("authorization.json"), document("clusters.json"), document("tasks.json")));
        CallerAssert other = assertThat(withoutKeyPolicy).forPrincipal(DEVELOPER);
        other.leavesExecUndecided().into(TASK).container("app");
        other.deniesExec().into(TASK).container("vault").because(Reason.check("task"));
        assertThat(failureOf(() -> other.leavesExecUndecided().into(TASK).container("vault")))
                .contains("but it is UNDECIDED, and refused either way");
    }

    @Test
    void a_key_that_nobody_can_tell_is_not_left_out() {
        byte[] cluster = """
                {"clusters": [{"clusterArn": "arn:aws:ecs:us-east-1:111122223333:cluster/dev", "clusterName": "dev",
                  "status": "ACTIVE",
                  "configuration": {"executeCommandConfiguration": {"kmsKeyId": "alias/exec", "logging": "NONE"}}}]}
                """.getBytes(StandardCharsets.UTF_8);
        AccountSnapshot account = AccountReader.create()
                .read(List.of(document("authorization.json"), AccountDocument.of("clusters.json", cluster)));
        assertThatThrownBy(() -> assertThat(account)
                        .forPrincipal(DEVELOPER)
                        .allowsExec()
                        .into(TASK)
                        .container("app"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("means by `alias/exec`");
    }

    private static AccountDocument document(String name) {
        return new AccountDocument(name, () -> Files.newInputStream(ACCOUNT.resolve(name)));
    }

    @Test
    void somebody_of_whom_the_documents_do_not_tell_is_refused() {
        assertThatThrownBy(() -> assertThat(account()).forPrincipal("arn:aws:iam::111122223333:role/nobody"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "`arn:aws:iam::111122223333:role/nobody` is no user or role of the account's documents: known are "
                                + DEVELOPER);
    }

    private static AccountSnapshot account() {
        return AccountReader.create().read(ACCOUNT);
    }
}
