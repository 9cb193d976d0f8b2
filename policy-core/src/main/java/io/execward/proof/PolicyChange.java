// SPDX-License-Identifier: Apache-2.0
package io.execward.proof;

import io.execward.account.AccountSnapshot;
import io.execward.account.IamIdentity;
import io.execward.analyze.Difference;
import io.execward.analyze.PolicyAnalyzer;
import io.execward.analyze.Subject;
import io.execward.ecs.Caller;
import io.execward.evaluate.PolicyEngine;
import io.execward.evaluate.StatementRef;
import io.execward.evaluate.Verdict;
import io.execward.model.AttachedPolicy;
import io.execward.model.ConditionKey;
import io.execward.model.Context;
import io.execward.model.PolicyLevel;
import io.execward.model.PolicySet;
import io.execward.model.Request;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * What a change of policies gains and loses, holder by holder.
 *
 * @param holders those for whom something changes or is not known; in the order of their names
 * @param unchanged how many others were compared
 */
public record PolicyChange(List<OfHolder> holders, int unchanged) {
    public PolicyChange {
        holders = List.copyOf(holders);
    }

    /**
     * What changes for one holder.
     *
     * @param unknown what could not be compared; none if all is said
     */
    public record OfHolder(String name, List<Access> gained, List<Access> lost, List<Unknown> unknown) {
        public OfHolder {
            Objects.requireNonNull(name, "name");
            gained = List.copyOf(gained);
            lost = List.copyOf(lost);
            unknown = List.copyOf(unknown);
        }

        boolean isNothing() {
            return gained.isEmpty() && lost.isEmpty() && unknown.isEmpty();
        }
    }

    /**
     * What could not be compared.
     *
     * @param gained whether access may be gained by it, not lost
     * @param why one sentence
     */
    public record Unknown(boolean gained, String why) {
        public Unknown {
            Objects.requireNonNull(why, "why");
        }
    }

    /**
     * Requests that are allowed on one side only.
     *
     * @param text which, in words; all that is allowed on one side only lies in one of these
     * @param request one of them, which the engine allows on that side and not on the other
     * @param because the statements that allow it
     */
    public record Access(String text, Request request, List<StatementRef> because) {
        public Access {
            Objects.requireNonNull(text, "text");
            Objects.requireNonNull(request, "request");
            because = List.copyOf(because);
        }
    }

    /** True if access is gained, or nobody knows. */
    public boolean mayGain() {
        return holders.stream()
                .anyMatch(holder ->
                        !holder.gained().isEmpty() || holder.unknown().stream().anyMatch(Unknown::gained));
    }

    /** True if access is lost, or nobody knows. */
    public boolean mayLose() {
        return holders.stream()
                .anyMatch(holder ->
                        !holder.lost().isEmpty() || holder.unknown().stream().anyMatch(unknown -> !unknown.gained()));
    }

    /** Compares each holder with that of the same name and principal; one that is on one side only has no policies on the other. */
    public static PolicyChange of(
            PolicyAnalyzer analyzer, Collection<PolicyHolder> before, Collection<PolicyHolder> after) {
        Map<String, PolicyHolder> old = byName(before);
        Map<String, PolicyHolder> next = byName(after);
        Set<String> names = new LinkedHashSet<>(old.keySet());
        names.addAll(next.keySet());
        List<OfHolder> changed = new ArrayList<>();
        for (String name : names.stream().sorted().toList()) {
            Optional<PolicyHolder> one = Optional.ofNullable(old.get(name));
            Optional<PolicyHolder> other = Optional.ofNullable(next.get(name));
            PolicyHolder from = one.orElseGet(() -> nothing(other.orElseThrow()));
            PolicyHolder to = other.orElseGet(() -> nothing(one.orElseThrow()));
            OfHolder change = new Pair(analyzer, from, to).compare();
            if (!change.isNothing()) {
                changed.add(change);
            }
        }
        return new PolicyChange(changed, names.size() - changed.size());
    }

    /** The users and roles of the documents; of none that only AWS services can assume. */
    public static List<PolicyHolder> holders(AccountSnapshot account) {
        return account.identities().stream()
                .filter(identity -> !PolicyHolder.isServiceLinked(identity))
                .map((IamIdentity identity) -> PolicyHolder.of(account, identity))
                .toList();
    }

    private static Map<String, PolicyHolder> byName(Collection<PolicyHolder> holders) {
        Map<String, PolicyHolder> all = new LinkedHashMap<>();
        holders.forEach(holder -> all.put(key(holder), holder));
        return all;
    }

    /** Accounts may have roles of the same name. */
    private static String key(PolicyHolder holder) {
        return holder.name() + " of " + holder.caller().principal().text();
    }

    /** Somebody who is not there yet, or no more: the organization's levels stay. */
    private static PolicyHolder nothing(PolicyHolder like) {
        PolicySet.Builder none = PolicySet.builder().identity(new AttachedPolicy[0]);
        like.policies().serviceControl().ifPresent(all -> none.serviceControl(all.toArray(PolicyLevel[]::new)));
        return new PolicyHolder(like.name(), like.caller(), none.build(), Map.of(), List.of());
    }

    /** The same holder before and after. */
    private record Pair(PolicyAnalyzer analyzer, PolicyHolder before, PolicyHolder after) {
        OfHolder compare() {
            List<Access> none = List.of();
            List<Unknown> unknown = new ArrayList<>(missing());
            List<ConditionKey> differing = differing();
            if (!differing.isEmpty()) {
                both(
                        unknown,
                        "what is known of who calls is not the same on both sides, and its policies look at it: "
                                + differing);
            }
            boolean sameLimits = before.policies()
                            .resourceControl()
                            .equals(after.policies().resourceControl())
                    && before.policies().endpoint().equals(after.policies().endpoint());
            if (!sameLimits) {
                both(unknown, "resource control policies or endpoint policies differ, which are not analysed");
            }
            if (!unknown.isEmpty()) {
                return new OfHolder(after.name(), none, none, unknown);
            }
            if (before.policies().equals(after.policies())) {
                return new OfHolder(after.name(), none, none, List.of());
            }
            Context known = known();
            Difference difference = Difference.of(
                    analyzer,
                    new Subject(after.caller().principal(), Forms.withoutLimits(before.policies()), known),
                    new Subject(after.caller().principal(), Forms.withoutLimits(after.policies()), known));
            List<Access> gained = accesses(difference.gained(), after, before, true, unknown);
            List<Access> lost = accesses(difference.lost(), before, after, false, unknown);
            return new OfHolder(after.name(), gained, lost, unknown);
        }

        private List<Unknown> missing() {
            Set<String> missing = new LinkedHashSet<>(before.missing());
            missing.addAll(after.missing());
            List<Unknown> all = new ArrayList<>();
            if (!missing.isEmpty()) {
                both(all, "the text of " + String.join(", ", missing) + " was not supplied");
            }
            return all;
        }

        private static void both(List<Unknown> all, String why) {
            all.add(new Unknown(true, why));
            all.add(new Unknown(false, why));
        }

        /** Keys that policies look at and that are known otherwise, or on one side only. */
        private List<ConditionKey> differing() {
            Context one = before.caller().context();
            Context other = after.caller().context();
            return read().stream()
                    .filter(Pair::isOfCaller)
                    .filter(key -> !one.get(key).equals(other.get(key)))
                    .toList();
        }

        private Set<ConditionKey> read() {
            Set<ConditionKey> read = new LinkedHashSet<>(KeysRead.by(before.policies(), List.of()));
            read.addAll(KeysRead.by(after.policies(), List.of()));
            return read;
        }

        private static boolean isOfCaller(ConditionKey key) {
            return key.folded().startsWith("aws:principal") || key.folded().equals("aws:username");
        }

        private Context known() {
            return callerFacts(after.caller(), read());
        }

        private List<Access> accesses(
                Difference.Side side, PolicyHolder with, PolicyHolder without, boolean gained, List<Unknown> unknown) {
            PolicyEngine allowing = PolicyEngine.compile(with.policies(), with.sources());
            PolicyEngine other = PolicyEngine.compile(without.policies());
            List<Access> all = new ArrayList<>();
            for (Difference.Change change : side.changes()) {
                Request request = change.witness().request();
                if (allowing.decide(request) == Verdict.ALLOWED && other.decide(request) != Verdict.ALLOWED) {
                    Request shown =
                            Forms.withAbsentTags(Forms.withAbsentTags(request, with.policies()), without.policies());
                    all.add(new Access(change.text(), shown, because(allowing, request)));
                } else {
                    unknown.add(new Unknown(
                            gained, change.text() + ": policies that are not analysed take part in the decision"));
                }
            }
            side.elsewhere().match(holds -> true, fails -> true, why -> unknown.add(new Unknown(gained, why.detail())));
            return all;
        }

        private static List<StatementRef> because(PolicyEngine engine, Request request) {
            return engine.explain(request).resources().stream()
                    .flatMap(resource -> resource.decidedBy().stream())
                    .distinct()
                    .toList();
        }
    }

    /** What follows from who calls, as far as policies look at it; all other keys are free. */
    static Context callerFacts(Caller caller, Collection<ConditionKey> read) {
        Context told = caller.context();
        Context.Builder facts = Context.builder();
        told.keys().stream().filter(key -> !told.isUnknown(key)).forEach(key -> facts.put(key, told.get(key)));
        read.stream()
                .filter(key -> Pair.isOfCaller(key) && !told.isUnknown(key))
                .forEach(key -> facts.put(key, told.get(key)));
        return facts.build();
    }
}
