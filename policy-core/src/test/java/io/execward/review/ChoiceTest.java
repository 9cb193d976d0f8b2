// SPDX-License-Identifier: Apache-2.0
package io.execward.review;

import static org.assertj.core.api.Assertions.assertThat;

import io.execward.account.AccountReader;
import io.execward.account.AccountSnapshot;
import io.execward.account.EcsCluster;
import io.execward.account.EcsService;
import io.execward.account.EcsTask;
import io.execward.account.IamIdentity;
import io.execward.account.IamRole;
import io.execward.account.TaskDefinition;
import io.execward.evaluate.Verdict;
import io.execward.model.Arn;
import io.execward.model.AttachedPolicy;
import io.execward.model.Comparison;
import io.execward.model.Condition;
import io.execward.model.Policy;
import io.execward.model.Request;
import io.execward.model.Statement;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A road is called closed only if it is closed whatever its caller chooses (R-EXEC-125, R-EXEC-44). */
class ChoiceTest {
    private static final String ECS = "arn:aws:ecs:us-east-1:111122223333:";
    private static final Statement PASS =
            Statement.allow(List.of("iam:PassRole"), List.of("arn:aws:iam::111122223333:role/paymentsTaskRole"));

    private static Statement run(String definition) {
        return Statement.allow(List.of("ecs:RunTask"), List.of(ECS + "task-definition/" + definition));
    }

    private record Answer(Road road, List<Request> witness) {}

    /** The road of a new role with these statements into the payments task of the sample account. */
    private static Answer ask(RoadKind kind, Statement... statements) {
        Path own = Path.of("samples/account");
        Path folder = Files.isDirectory(own) ? own : Path.of("../samples/account");
        AccountSnapshot sample = AccountReader.create().read(folder);
        IamRole role = new IamRole(
                Arn.of("arn:aws:iam::111122223333:role/Runner"),
                Optional.empty(),
                "Runner",
                "/",
                Optional.of(Map.of()),
                Optional.empty(),
                List.of(new AttachedPolicy("own", Policy.of(statements))),
                Optional.empty(),
                List.of());
        List<IamIdentity> identities = new ArrayList<>(sample.identities());
        identities.add(role);
        AccountSnapshot account = AccountSnapshot.builder()
                .identities(identities)
                .clusters(sample.clusters().toArray(EcsCluster[]::new))
                .services(sample.services().toArray(EcsService[]::new))
                .tasks(sample.tasks().toArray(EcsTask[]::new))
                .taskDefinitions(sample.taskDefinitions().toArray(TaskDefinition[]::new))
                .serviceControl(sample.serviceControl().orElse(List.of()))
                .build();
        AccessReview review = AccessReview.of(
                account,
                ReviewOptions.everything().of(identity -> identity.name().equals("Runner")));
        for (int t = 0; t < review.targets().size(); t++) {
            if (review.targets().get(t).taskRoleArn().orElse("").endsWith("/paymentsTaskRole")) {
                return new Answer(review.cell(0, t).road(kind).orElseThrow(), review.witness(0, t, kind));
            }
        }
        throw new AssertionError("no task has the role");
    }

    @Test
    void a_role_is_run_by_a_definition_that_the_documents_know() {
        Answer answer = ask(RoadKind.RUN_WITH_ROLE, run("tools*"), PASS);
        assertThat(answer.road().verdict()).isEqualTo(Verdict.ALLOWED);
        assertThat(answer.witness().get(0).resources().get(0).text()).isEqualTo(ECS + "task-definition/tools:4");
    }

    @Test
    void a_role_is_run_by_a_definition_that_only_the_policy_mentions() {
        Answer answer = ask(RoadKind.RUN_WITH_ROLE, run("scratch-*"), PASS);
        assertThat(answer.road().verdict()).isEqualTo(Verdict.ALLOWED);
        assertThat(answer.witness().get(0).resources().get(0).text()).startsWith(ECS + "task-definition/scratch-");
    }

    @Test
    void a_role_is_run_in_the_cluster_that_the_policy_names() {
        Answer answer = ask(
                RoadKind.RUN_WITH_ROLE,
                run("*").where(Condition.of(Comparison.ARN_EQUALS, "ecs:cluster", ECS + "cluster/dev")),
                PASS);
        assertThat(answer.road().verdict()).isEqualTo(Verdict.ALLOWED);
    }

    @Test
    void without_the_right_to_pass_the_role_every_definition_is_closed() {
        assertThat(ask(RoadKind.RUN_WITH_ROLE, run("*")).road().verdict()).isEqualTo(Verdict.IMPLICIT_DENY);
    }

    @Test
    void a_deny_that_covers_what_is_allowed_closes_every_definition() {
        Statement deny = Statement.deny(List.of("ecs:RunTask"), List.of(ECS + "task-definition/to*"));
        assertThat(ask(RoadKind.RUN_WITH_ROLE, run("tools*"), PASS, deny)
                        .road()
                        .verdict()
                        .isDenied())
                .isTrue();
    }

    @Test
    void what_is_allowed_in_another_region_only_is_left_open_not_closed() {
        Statement elsewhere = Statement.allow(
                List.of("ecs:RunTask"), List.of("arn:aws:ecs:eu-west-1:111122223333:task-definition/*"));
        Answer answer = ask(RoadKind.RUN_WITH_ROLE, elsewhere, PASS);
        assertThat(answer.road().verdict()).isEqualTo(Verdict.UNDECIDED);
        assertThat(answer.road().isOpen()).isFalse();
    }

    @Test
    void starting_tasks_on_instances_is_left_open_not_closed() {
        Statement start = Statement.allow(List.of("ecs:StartTask"), List.of("*"));
        assertThat(ask(RoadKind.RUN_WITH_ROLE, start, PASS).road().verdict()).isEqualTo(Verdict.UNDECIDED);
    }

    @Test
    void a_definition_of_another_family_is_registered_and_run() {
        Statement register = Statement.allow(
                List.of("ecs:RegisterTaskDefinition", "ecs:RunTask"), List.of(ECS + "task-definition/mine-*"));
        assertThat(ask(RoadKind.REGISTER_WITH_ROLE, register, PASS).road().verdict())
                .isEqualTo(Verdict.ALLOWED);
    }
}
