// SPDX-License-Identifier: Apache-2.0
package io.execward.account;

import io.execward.model.Arn;
import io.execward.model.AttachedPolicy;
import io.execward.model.Principal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An IAM role.
 *
 * @param path such as {@code /} or {@code /aws-service-role/ecs.amazonaws.com/}
 * @param trust who may assume it; empty if the document does not say
 */
public record IamRole(
        Arn arn,
        Optional<String> id,
        String name,
        String path,
        Optional<Map<String, String>> tags,
        Optional<AttachedPolicy> trust,
        List<AttachedPolicy> policies,
        Optional<AttachedPolicy> boundary,
        List<MissingPolicy> missingPolicies)
        implements IamIdentity {
    /** @throws IllegalArgumentException unless the ARN is that of one role */
    public IamRole {
        if (!arn.service().equals("iam") || !arn.resource().startsWith("role/")) {
            throw new IllegalArgumentException("`" + arn + "` is not the ARN of a role");
        }
        Principal.of(arn.toString());
        tags = tags.map(Ordered::copy);
        policies = List.copyOf(policies);
        missingPolicies = List.copyOf(missingPolicies);
    }

    @Override
    public Principal principal() {
        return Principal.of(arn.toString());
    }

    @Override
    public <R> R match(Cases<R> cases) {
        return cases.role(this);
    }
}
