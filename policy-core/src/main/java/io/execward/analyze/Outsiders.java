// SPDX-License-Identifier: Apache-2.0
package io.execward.analyze;

import io.execward.model.Arn;
import io.execward.model.Policy;
import io.execward.model.Principal;
import io.execward.model.PrincipalPattern;
import io.execward.model.PrincipalPattern.Aws;
import io.execward.model.Scope;
import io.execward.model.Statement;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Everybody from outside, as the principals of a policy tell them apart: those it names, and others of each account. */
final class Outsiders {
    private static final int DIGITS = 12;

    private final Set<Aws> names = new LinkedHashSet<>();
    private final Set<String> accounts = new TreeSet<>();
    private final Set<String> inside = new TreeSet<>();
    private final List<Outsider> all = new ArrayList<>();

    private Outsiders(Policy policy, String owner, Set<String> trusted) {
        inside.addAll(trusted);
        inside.add(owner);
        policy.statements().forEach(this::collect);
        accounts.removeAll(inside);
    }

    static List<Outsider> of(Policy policy, String owner, Set<String> trusted) {
        Outsiders outsiders = new Outsiders(policy, owner, trusted);
        Set<String> partitions = new TreeSet<>(Partitions.of(policy));
        outsiders.names.forEach(name -> Arn.tryOf(name.text()).ifPresent(arn -> partitions.add(arn.partition())));
        outsiders.fill(partitions);
        return List.copyOf(outsiders.all);
    }

    private void collect(Statement statement) {
        for (PrincipalPattern pattern :
                statement.principals().map(Scope::patterns).orElse(List.of())) {
            if (pattern instanceof Aws aws) {
                names.add(aws);
                digits(aws.text());
            }
        }
        statement.conditions().forEach(condition -> condition.values().forEach(this::digits));
    }

    /** Notes every account id in a text. */
    private void digits(String text) {
        int run = 0;
        for (int i = 0; i <= text.length(); i++) {
            boolean digit = i < text.length() && text.charAt(i) >= '0' && text.charAt(i) <= '9';
            if (!digit && run == DIGITS) {
                accounts.add(text.substring(i - DIGITS, i));
            }
            run = digit ? run + 1 : 0;
        }
    }

    private void fill(Set<String> partitions) {
        all.addAll(Outsider.anonymous());
        String fresh = fresh();
        List<String> named = List.copyOf(accounts);
        accounts.add(fresh);
        names.forEach(this::named);
        for (String partition : partitions) {
            accounts.forEach(account -> account(partition, account));
            List<String> others = new ArrayList<>(inside);
            others.addAll(named);
            all.add(Outsider.anybodyBut(Principal.of(entity(partition, fresh, "role/outsider")), others));
        }
    }

    private String fresh() {
        String account = "999999999999";
        while (accounts.contains(account) || inside.contains(account)) {
            account = Long.toString(Long.parseLong(account) - 1);
        }
        return account;
    }

    private static String entity(String partition, String account, String resource) {
        return "arn:" + partition + ":iam::" + account + ":" + resource;
    }

    /** Those of an account whom no statement names. */
    private void account(String partition, String account) {
        add(Principal.of(entity(partition, account, "role/outsider")), entity(partition, account, "role/*"));
        add(Principal.of(entity(partition, account, "user/outsider")), entity(partition, account, "user/*"));
        add(Principal.of(entity(partition, account, "root")), entity(partition, account, "root"));
        sessions(new Arn(partition, "sts", "", account, "federated-user/outsider"), "federated-user/*");
    }

    /** Federated users, by whichever user the policy may name asked for the session. */
    private void sessions(Arn arn, String resources) {
        Set<Arn> issuers = new LinkedHashSet<>();
        issuers.add(new Arn(arn.partition(), "iam", "", arn.account(), "user/issuer"));
        for (Aws name : names) {
            Optional<Arn> user = Arn.tryOf(name.text())
                    .filter(one -> name.form() == Aws.Form.USER
                            && one.account().equals(arn.account())
                            && one.partition().equals(arn.partition()));
            user.ifPresent(issuers::add);
        }
        String arns = "arn:" + arn.partition() + ":sts::" + arn.account() + ":" + resources;
        issuers.forEach(user -> add(new Principal.FederatedUser(arn, Optional.of(user)), arns));
    }

    private void named(Aws name) {
        Optional<Arn> arn = Arn.tryOf(name.text());
        if (arn.isEmpty() || inside.contains(arn.get().account())) {
            return;
        }
        switch (name.form()) {
            case USER, ROLE -> add(Principal.of(name.text()), name.text());
            case FEDERATED_USER -> sessions(arn.get(), arn.get().resource());
            case ROLE_SESSION -> {
                Principal.RoleSession session = (Principal.RoleSession) Principal.of(name.text());
                String roles = entity(session.partition(), session.accountId(), "role/*" + session.roleName());
                add(session, roles);
            }
            case EVERYONE, ACCOUNT, UNIQUE_ID -> {}
        }
    }

    private void add(Principal principal, String arns) {
        all.add(Outsider.of(principal, arns));
    }
}
