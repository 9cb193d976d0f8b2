// SPDX-License-Identifier: Apache-2.0
package io.execward.suite;

import io.execward.account.IamIdentity;
import io.execward.cases.AccountCalls;
import io.execward.ecs.Caller;
import io.execward.lang.CallerFact;
import io.execward.lang.TestItem;
import io.execward.model.Arn;
import io.execward.model.Context;
import io.execward.model.Principal;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Callers as tests describe them. */
final class Callers {
    private final Meaning names;
    private final Givens givens;
    private final Complaints complaints;

    Callers(Meaning names, Givens givens, Complaints complaints) {
        this.names = names;
        this.givens = givens;
        this.complaints = complaints;
    }

    Caller of(TestItem.As as) {
        List<String> arns = names.arns(as.caller());
        if (arns.size() != 1) {
            throw complaints.fatal(
                    "TEST-02",
                    as.caller().span(),
                    "a test has one caller at a time, not " + arns.size(),
                    "write one role or user; another `as` may follow, or a table with a column `caller`");
        }
        return with(of(arns.get(0), as.session().map(text -> text.value())), as.facts());
    }

    Caller of(String arn, Optional<String> session) {
        Principal principal = principal(arn, session);
        String own = principal instanceof Principal.RoleSession role
                ? role.roleArn().map(Arn::toString).orElse(arn)
                : arn;
        Optional<Caller> documented = givens.account().flatMap(account -> {
            Optional<IamIdentity> identity = account.identity(own);
            return identity.map(it -> AccountCalls.caller(account, it, principal.text()));
        });
        return documented
                .map(caller -> new Caller(principal, caller.tags(), caller.told(), caller.untold(), caller.flags()))
                .orElseGet(() -> Caller.of(principal));
    }

    private static Principal principal(String arn, Optional<String> session) {
        Principal principal = Principal.of(arn);
        if (session.isEmpty()) {
            return principal;
        }
        if (!(principal instanceof Principal.RoleSession role)) {
            throw new IllegalArgumentException("`" + arn + "` is no role, so it has no session");
        }
        // The model's own reader judges the session's name.
        Principal.RoleSession named = (Principal.RoleSession) Principal.of("arn:" + role.partition() + ":sts::"
                + role.accountId() + ":assumed-role/" + role.roleName() + "/" + session.get());
        return role.roleArn().map(named::ofRoleArn).orElse(named);
    }

    Caller with(Caller caller, List<? extends CallerFact> facts) {
        Caller told = caller;
        for (CallerFact fact : facts) {
            told = fact.match(new Told(told));
        }
        return told;
    }

    /** What a fact adds to a caller. */
    private final class Told implements CallerFact.Cases<Caller> {
        private final Caller caller;

        Told(Caller caller) {
            this.caller = caller;
        }

        @Override
        public Caller tagged(CallerFact.Tagged fact) {
            return caller.tagged(names.tags(fact.tags()));
        }

        @Override
        public Caller mfa(CallerFact.Mfa fact) {
            return caller.withMfa(fact.age().duration());
        }

        @Override
        public Caller noMfa(CallerFact.NoMfa fact) {
            return caller.withoutMfaKeys();
        }

        @Override
        public Caller nothingElse(CallerFact.NothingElse fact) {
            return caller.complete();
        }

        @Override
        public Caller present(CallerFact.Present fact) {
            return caller.with(
                    Context.of(fact.key().value(), names.texts(fact.values()).toArray(String[]::new)));
        }

        @Override
        public Caller absent(CallerFact.Absent fact) {
            return caller.with(Context.builder().absent(fact.key().value()).build());
        }

        @Override
        public Caller from(CallerFact.From fact) {
            return caller.from(names.text(fact.address()));
        }

        /** R-KEY-05: through an endpoint there is no source address that policies see. */
        @Override
        public Caller through(CallerFact.Through fact) {
            return caller.with(Context.builder()
                    .put("aws:SourceVpce", names.text(fact.endpoint()))
                    .absent("aws:SourceIp")
                    .build());
        }

        @Override
        public Caller at(CallerFact.At fact) {
            String time = names.text(fact.time());
            try {
                return caller.at(Instant.parse(time));
            } catch (DateTimeException e) {
                throw complaints.fatal(
                        "TEST-03",
                        fact.time().span(),
                        "`" + time + "` is not a time",
                        "write it in UTC, such as `2026-06-01T12:00:00Z`");
            }
        }
    }
}
