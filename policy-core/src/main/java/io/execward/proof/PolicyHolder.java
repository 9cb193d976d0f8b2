// SPDX-License-Identifier: Apache-2.0
package io.execward.proof;

import io.execward.account.AccountSnapshot;
import io.execward.account.IamIdentity;
import io.execward.account.IamRole;
import io.execward.diagnostic.SourceMap;
import io.execward.ecs.Caller;
import io.execward.model.AttachedPolicy;
import io.execward.model.PolicySet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Whose requests a proof is about.
 *
 * @param name for people, such as {@code role/OnCall}
 * @param caller who calls, and what is known of how; what is unknown may be anything
 * @param policies every layer that is supplied
 * @param sources where the policies stand that were read
 * @param missing policies that belong to it but whose text was not supplied, in words; what fails with them is not known to fail
 */
public record PolicyHolder(
        String name, Caller caller, PolicySet policies, Map<AttachedPolicy, SourceMap> sources, List<String> missing) {
    public PolicyHolder {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(caller, "caller");
        Objects.requireNonNull(policies, "policies");
        Objects.requireNonNull(sources, "sources");
        missing = List.copyOf(missing);
    }

    /** Somebody with these policies, none of which is missing. */
    public static PolicyHolder of(Caller caller, PolicySet policies, Map<AttachedPolicy, SourceMap> sources) {
        return new PolicyHolder(afterAccount(caller.principal().text()), caller, policies, sources, List.of());
    }

    /** A user or role of the documents, with its boundary and the levels of its organization (R-EXEC-116). */
    public static PolicyHolder of(AccountSnapshot account, IamIdentity identity) {
        return new PolicyHolder(
                identity.arn().resource(),
                account.caller(identity),
                account.policies(identity),
                account.sources(),
                identity.missingPolicies().stream()
                        .map(missing -> missing.arn().toString())
                        .toList());
    }

    /** The same under another name. */
    public PolicyHolder named(String newName) {
        return new PolicyHolder(newName, caller, policies, sources, missing);
    }

    /** True for roles that only AWS services can assume. */
    public static boolean isServiceLinked(IamIdentity identity) {
        return identity instanceof IamRole role && role.path().startsWith("/aws-service-role/");
    }

    /** The account, which every principal has that a proof is about. */
    Optional<String> account() {
        return caller.principal().account();
    }

    String partition() {
        String text = caller.principal().text();
        int start = text.indexOf(':') + 1;
        int end = text.indexOf(':', start);
        return text.startsWith("arn:") && end > start ? text.substring(start, end) : "aws";
    }

    private static String afterAccount(String arn) {
        return arn.startsWith("arn:") ? arn.substring(arn.lastIndexOf(':') + 1) : arn;
    }
}
