// SPDX-License-Identifier: Apache-2.0
package io.execward.account;

import io.execward.model.Arn;
import io.execward.model.AttachedPolicy;
import io.execward.model.Principal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The root user of the account. No document holds it: it has no policies, no boundary and no tags, may do everything in its account, and
 * only policies of the organization and of resources limit it (R-EVAL-16, R-ORG-04).
 */
public record AccountRoot(Arn arn) implements IamIdentity {
    private static final String RESOURCE = "root";

    /** @throws IllegalArgumentException unless the ARN is that of an account's root */
    public AccountRoot {
        if (!arn.service().equals("iam") || !arn.resource().equals(RESOURCE)) {
            throw new IllegalArgumentException("`" + arn + "` is not the ARN of the root of an account");
        }
        Principal.of(arn.toString());
    }

    /** The unique id of a root user is the id of its account (R-KEY-11). */
    @Override
    public Optional<String> id() {
        return Optional.of(arn.account());
    }

    @Override
    public String name() {
        return RESOURCE;
    }

    @Override
    public Optional<Map<String, String>> tags() {
        return Optional.of(Map.of());
    }

    @Override
    public List<AttachedPolicy> policies() {
        return List.of();
    }

    @Override
    public Optional<AttachedPolicy> boundary() {
        return Optional.empty();
    }

    @Override
    public List<MissingPolicy> missingPolicies() {
        return List.of();
    }

    @Override
    public Principal principal() {
        return Principal.of(arn.toString());
    }

    @Override
    public <R> R match(Cases<R> cases) {
        return cases.root(this);
    }
}
