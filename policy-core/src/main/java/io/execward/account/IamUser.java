// SPDX-License-Identifier: Apache-2.0
package io.execward.account;

import io.execward.model.Arn;
import io.execward.model.AttachedPolicy;
import io.execward.model.Principal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An IAM user.
 *
 * @param groups names, in document order
 */
public record IamUser(
        Arn arn,
        Optional<String> id,
        String name,
        Optional<Map<String, String>> tags,
        List<String> groups,
        List<AttachedPolicy> policies,
        Optional<AttachedPolicy> boundary,
        List<MissingPolicy> missingPolicies)
        implements IamIdentity {
    /** @throws IllegalArgumentException unless the ARN is that of one user */
    public IamUser {
        if (!arn.service().equals("iam") || !arn.resource().startsWith("user/")) {
            throw new IllegalArgumentException("`" + arn + "` is not the ARN of a user");
        }
        Principal.of(arn.toString());
        tags = tags.map(Ordered::copy);
        groups = List.copyOf(groups);
        policies = List.copyOf(policies);
        missingPolicies = List.copyOf(missingPolicies);
    }

    @Override
    public Principal principal() {
        return Principal.of(arn.toString());
    }

    @Override
    public <R> R match(Cases<R> cases) {
        return cases.user(this);
    }
}
