// SPDX-License-Identifier: Apache-2.0
package io.execward.account;

import io.execward.model.ActionPattern;
import io.execward.model.AttachedPolicy;
import io.execward.model.Effect;
import io.execward.model.Statement;
import java.util.List;
import java.util.Locale;

/**
 * Whether sessions of a role may bring tags of their own, which add to the role's and win over them: single sign-on sets them so. No
 * document tells which.
 */
final class SessionTags {
    private SessionTags() {}

    /** True if the trust policy may allow {@code sts:TagSession} to anybody; a pattern with a wildcard always may, and so may a policy that is missing. */
    static boolean possible(IamIdentity identity) {
        return identity instanceof IamRole role
                && role.trust().map(SessionTags::allowsThem).orElse(true);
    }

    private static boolean allowsThem(AttachedPolicy trust) {
        return trust.policy().statements().stream()
                .filter(statement -> statement.effect() == Effect.ALLOW)
                .anyMatch(SessionTags::names);
    }

    private static boolean names(Statement statement) {
        return statement.actions().match(only -> any(only.patterns()), allExcept -> true);
    }

    private static boolean any(List<ActionPattern> patterns) {
        return patterns.stream()
                .map(pattern -> pattern.text().toLowerCase(Locale.ROOT))
                .anyMatch(text -> text.equals("sts:tagsession") || text.indexOf('*') >= 0 || text.indexOf('?') >= 0);
    }
}
