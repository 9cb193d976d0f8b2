// SPDX-License-Identifier: Apache-2.0
package io.execward.assertj;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.execward.diagnostic.Source;
import io.execward.ecs.Caller;
import io.execward.ecs.ClusterArn;
import io.execward.ecs.DescribeTasksRequest;
import io.execward.ecs.OperationRequest;
import io.execward.ecs.TaskArn;
import io.execward.evaluate.PolicyEngine;
import io.execward.json.PolicyJson;
import io.execward.model.AttachedPolicy;
import io.execward.model.Policy;
import io.execward.model.PolicyKind;
import io.execward.model.PolicySet;
import java.util.Map;
import java.util.Objects;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** Policies and targets that several tests use. */
final class Given {
    static final String DEVELOPER = "arn:aws:iam::111122223333:role/developer";
    static final String TASK = "arn:aws:ecs:us-east-1:111122223333:task/dev/0a1b2c3d";
    static final String CLUSTER = "arn:aws:ecs:us-east-1:111122223333:cluster/dev";

    /** A shell in `app`, in every task of the cluster. */
    static final String EXEC_INTO_APP = """
            {"Sid": "ExecIntoApp", "Effect": "Allow", "Action": "ecs:ExecuteCommand",
             "Resource": ["arn:aws:ecs:*:111122223333:cluster/dev", "arn:aws:ecs:*:111122223333:task/dev/*"],
             "Condition": {"StringEquals": {"ecs:container-name": "app"}}}
            """;

    static final String EXEC_WITH_MFA = """
            {"Sid": "ExecWithMfa", "Effect": "Allow", "Action": "ecs:ExecuteCommand", "Resource": "*",
             "Condition": {"Bool": {"aws:MultiFactorAuthPresent": "true"}}}
            """;

    static final String NO_VAULT = """
            {"Sid": "KeepVaultShut", "Effect": "Deny", "Action": "ecs:ExecuteCommand", "Resource": "*",
             "Condition": {"StringEquals": {"ecs:container-name": "vault"}}}
            """;

    static final String EVERYTHING = """
            {"Sid": "Everything", "Effect": "Allow", "Action": "*", "Resource": "*"}
            """;

    private Given() {}

    static Policy policy(String... statements) {
        return policy(PolicyKind.IDENTITY, statements);
    }

    static Policy policy(PolicyKind kind, String... statements) {
        String text = "{\"Version\": \"2012-10-17\", \"Statement\": [" + String.join(",", statements) + "]}";
        return PolicyJson.parse(Source.of("policy.json", text), kind).policy();
    }

    static PolicySet policies(String... statements) {
        return PolicySet.identity(policy(statements));
    }

    static PolicyEngine readFromFile(String... statements) {
        String text = "{\"Version\": \"2012-10-17\", \"Statement\": [\n" + String.join(",", statements) + "]}";
        var document = PolicyJson.parse(Source.of("team/exec.json", text), PolicyKind.IDENTITY);
        var attached = new AttachedPolicy("team/exec.json", document.policy());
        return PolicyEngine.compile(
                PolicySet.builder().identity(attached).build(), Map.of(attached, document.sources()));
    }

    static OperationRequest describe(Caller caller) {
        return DescribeTasksRequest.of(caller, ClusterArn.of(CLUSTER), TaskArn.of(TASK));
    }

    /** The message of the failure, with a line break at its end as text files have it. */
    static String failureOf(ThrowingCallable sentence) {
        AssertionError error = catchThrowableOfType(AssertionError.class, sentence);
        Objects.requireNonNull(error, "the sentence should have failed");
        return error.getMessage() + "\n";
    }
}
