// SPDX-License-Identifier: Apache-2.0
package io.execward.dsl;

import io.execward.ecs.Caller;
import io.execward.ecs.ClusterArn;
import io.execward.ecs.ExecConfiguration;
import io.execward.ecs.TaskArn;
import io.execward.ecs.TaskDefinitionArn;
import io.execward.evaluate.PolicyEngine;
import io.execward.model.Policy;
import io.execward.model.PolicySet;
import io.execward.model.Principal;
import io.execward.model.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The account that the tests speak about. */
final class Examples {
    static final String ACCOUNT = "111122223333";
    static final Place HERE = Place.of("aws", "us-east-1", ACCOUNT);
    static final ClusterArn PAYMENTS = HERE.cluster("payments");
    static final ClusterArn OTHER = HERE.cluster("payments-copy");
    static final TaskArn TASK = PAYMENTS.task("0a1b2c3d4e5f60718293a4b5c6d7e8f9");
    static final TaskArn SHORT_TASK =
            TaskArn.of("arn:aws:ecs:us-east-1:111122223333:task/0a1b2c3d-4e5f-6071-8293-a4b5c6d7e8f9");
    static final TaskDefinitionArn WEB = new TaskDefinitionArn("aws", "us-east-1", ACCOUNT, "web", Optional.of(7));
    static final String KEY_ARN = "arn:aws:kms:us-east-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab";
    static final Target<Target.Key> KEY = Target.key(KEY_ARN);
    static final Target<Target.Role> ONCALL = HERE.role("ops/OnCall");
    static final Target<Target.Role> WEB_TASK = HERE.role("WebTask");
    static final Target<Target.Role> DEPLOY = HERE.role("Deploy");
    static final Instant TEN = Instant.parse("2030-01-01T10:00:00Z");
    static final Instant ELEVEN = Instant.parse("2030-01-01T11:00:00Z");
    static final Duration QUARTER = Duration.ofMinutes(15);
    static final Statement EVERYTHING = Statement.allow(List.of("*"), List.of("*"));

    private Examples() {}

    static Caller oncall() {
        return Caller.of(Principal.of("arn:aws:iam::111122223333:role/ops/OnCall"))
                .tagged(Map.of("team", "payments"))
                .withMfa(Duration.ofMinutes(5))
                .from("203.0.113.7")
                .at(TEN)
                .complete();
    }

    static PolicyEngine engine(IamPolicy policy) {
        return PolicyEngine.compile(PolicySet.identity(policy.policy()));
    }

    /** For a policy that only denies: whatever it does not deny is allowed. */
    static PolicyEngine besideEverything(IamPolicy policy) {
        return PolicyEngine.compile(PolicySet.identity(policy.policy(), Policy.of(EVERYTHING)));
    }

    static ExecConfiguration everythingOn() {
        return ExecConfiguration.standard()
                .encryptedWith(KEY_ARN)
                .loggedToCloudWatch("/ecs/exec/payments", true)
                .loggedToS3("exec-logs", "payments/", true);
    }
}
