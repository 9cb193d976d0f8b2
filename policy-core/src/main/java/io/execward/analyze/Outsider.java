// SPDX-License-Identifier: Apache-2.0
package io.execward.analyze;

import io.execward.catalog.GlobalKeys;
import io.execward.model.Arn;
import io.execward.model.Comparison;
import io.execward.model.Condition;
import io.execward.model.ConditionKey;
import io.execward.model.ConditionOperator;
import io.execward.model.Context;
import io.execward.model.ContextValue;
import io.execward.model.Principal;
import io.execward.model.SetOperator;
import java.util.List;
import java.util.Optional;

/**
 * Callers from outside that a policy's principals do not tell apart.
 *
 * @param principal one of them
 * @param known what all of their requests have in common
 * @param conditions what else is true of their requests
 * @param anyAccount whether they are of many accounts, so that no principal is sure to go with what a search finds
 */
record Outsider(Principal principal, Context known, List<Condition> conditions, boolean anyAccount) {
    private static final String ARN = "aws:PrincipalArn";
    private static final String ACCOUNT = "aws:PrincipalAccount";

    /**
     * Anonymous callers, who have no ARN, organization, name or tags (R-KEY-01, R-KEY-02, R-KEY-10). Not every service is known to send
     * {@code anonymous} as their account.
     */
    static List<Outsider> anonymous() {
        Context.Builder none = direct(GlobalKeys.Presence.SERVICE_PRINCIPAL, GlobalKeys.Presence.PRINCIPAL)
                .put(ConditionKey.of(ARN), ContextValue.ABSENT)
                .put("aws:PrincipalType", "Anonymous");
        Context silent = none.put(ConditionKey.of(ACCOUNT), ContextValue.ABSENT).build();
        Context said = silent.plus(Context.of(ACCOUNT, "anonymous"));
        return List.of(
                new Outsider(new Principal.Anonymous(), said, List.of(), false),
                new Outsider(new Principal.Anonymous(), silent, List.of(), false));
    }

    /**
     * Callers of one account.
     *
     * @param arns of them, as {@code aws:PrincipalArn} has them
     */
    static Outsider of(Principal principal, String arns) {
        Context known = direct(GlobalKeys.Presence.SERVICE_PRINCIPAL)
                .put(ACCOUNT, principal.account().orElseThrow())
                .put("aws:PrincipalIsAWSService", "false")
                .build();
        ConditionOperator like = new ConditionOperator(SetOperator.NONE, Comparison.ARN_LIKE, true);
        return new Outsider(principal, known, List.of(new Condition(like, ConditionKey.of(ARN), List.of(arns))), false);
    }

    /** Callers of all accounts but these. */
    static Outsider anybodyBut(Principal principal, List<String> accounts) {
        Context known = direct(GlobalKeys.Presence.SERVICE_PRINCIPAL)
                .put("aws:PrincipalIsAWSService", "false")
                .build();
        List<String> arns =
                accounts.stream().map(account -> "arn:*:*::" + account + ":*").toList();
        return new Outsider(
                principal,
                known,
                List.of(
                        Condition.of(Comparison.STRING_NOT_EQUALS, ACCOUNT, accounts.toArray(String[]::new)),
                        Condition.of(Comparison.ARN_NOT_LIKE, ARN, arns.toArray(String[]::new))),
                true);
    }

    /** What only callers of other kinds carry is absent (R-KEY-09). */
    private static Context.Builder direct(GlobalKeys.Presence... others) {
        Context.Builder known = Context.builder();
        GlobalKeys.all().stream()
                .filter(entry -> List.of(others).contains(entry.presence()))
                .map(entry -> entry.definition().name())
                .filter(name -> name.indexOf('$') < 0)
                .forEach(name -> known.put(ConditionKey.of(name), ContextValue.ABSENT));
        return known;
    }

    /** Somebody of the same account and partition, whom no policy allows anything. */
    Principal standIn() {
        if (principal instanceof Principal.Anonymous) {
            return principal;
        }
        String text = principal.text();
        int start = "arn:".length();
        String partition = text.substring(start, text.indexOf(':', start));
        return Principal.of("arn:" + partition + ":iam::" + principal.account().orElseThrow() + ":role/outsider");
    }

    /** The one whose ARN this is. */
    Optional<Principal> named(Optional<Arn> arn) {
        if (anyAccount) {
            return Optional.empty();
        }
        if (arn.isEmpty() || arn.get().toString().equals(principal.text())) {
            return Optional.of(principal);
        }
        try {
            if (principal instanceof Principal.RoleSession session
                    && session.sessionName().isPresent()) {
                return Optional.of(session.ofRoleArn(arn.get()));
            }
            if (principal instanceof Principal.FederatedUser federated) {
                return Optional.of(new Principal.FederatedUser(arn.get(), federated.issuingUser()));
            }
            return Optional.of(Principal.of(arn.get().toString()));
        } catch (IllegalArgumentException noPrincipal) {
            return Optional.empty(); // a text that no caller has for an ARN
        }
    }
}
