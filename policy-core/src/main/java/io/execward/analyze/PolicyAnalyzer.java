// SPDX-License-Identifier: Apache-2.0
package io.execward.analyze;

import io.execward.catalog.ServiceCatalog;
import io.execward.evaluate.StatementRef;
import io.execward.model.AttachedPolicy;
import io.execward.model.Context;
import io.execward.model.Effect;
import io.execward.model.Policy;
import io.execward.model.PolicyKind;
import io.execward.model.PolicySet;
import io.execward.model.Principal;
import io.execward.model.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Answers questions about all requests. Immutable and safe to share.
 *
 * <p>All requests are of the subject's principal, on resources that its account owns, in its partition: no other could be allowed
 * without a policy on the resource. None has a flag that exempts it from policies of the organization: the caller and the resource are of
 * a member account, and a key of KMS is not one that AWS manages. A caller without an account (an AWS service, somebody anonymous) is
 * allowed what the policy on the resource allows it, in any partition; of requests without signature the catalog is not asked.
 * {@code sts:GetCallerIdentity} is not among the requests of callers who sign, for no policy grants it or takes it away (R-EVAL-21). Where the resource's own policy has a say (keys of KMS, roles) and is not supplied, it is supposed to leave the decision
 * to the account; only {@link #alwaysAllows} supposes nothing.
 */
public final class PolicyAnalyzer {
    private static final Box NEEDS_NOTHING = Box.of(Region.of(List.of("sts:GetCallerIdentity"), List.of("*")));

    private static final Answer NOT_ASKED = new Answer.Unknown(
            Limit.CONSTRUCT, "`sts:GetCallerIdentity` needs no permission, so no policy has a say (R-EVAL-21)");

    private final Optional<CatalogIndex> catalog;
    private final Budget budget;

    private PolicyAnalyzer(Optional<CatalogIndex> catalog, Budget budget) {
        this.catalog = catalog;
        this.budget = budget;
    }

    /** About all requests whatever, with the standard budget. */
    public static PolicyAnalyzer create() {
        return new PolicyAnalyzer(Optional.empty(), Budget.standard());
    }

    /**
     * About requests that the catalog makes possible: its actions, on resources of their types, with keys that they carry. A claim that
     * holds for other requests too is reported as such.
     */
    public PolicyAnalyzer within(ServiceCatalog newCatalog) {
        return new PolicyAnalyzer(Optional.of(new CatalogIndex(newCatalog)), budget);
    }

    /** The same with this budget for each question. */
    public PolicyAnalyzer with(Budget newBudget) {
        return new PolicyAnalyzer(catalog, newBudget);
    }

    Optional<ServiceCatalog> catalog() {
        return catalog.map(CatalogIndex::catalog);
    }

    /** No request of the region is allowed. */
    public Answer neverAllows(Subject subject, Region given) {
        if (signs(subject.principal()) && namesWhatNeedsNothing(given)) {
            return NOT_ASKED;
        }
        Box filter = Box.of(given);
        return answer(subject, subject, () -> {
            List<Formula> formulas = Grounds.of(subject).allowed(Formula.of(filter));
            Replay.Check check = Replay.both(Replay.matches(filter), Replay.allowed(subject.policies()));
            return question(subject, List.of(formulas), check);
        });
    }

    /**
     * No operation is allowed whose checks are one request of each region, made at once by one caller: facts about the caller and the
     * call are the same in all, facts about a check's resource (its tags and the like) are its own.
     *
     * @throws IllegalArgumentException if there is no check
     */
    public Answer neverAllowsTogether(Subject subject, List<Region> checks) {
        if (checks.isEmpty()) {
            throw new IllegalArgumentException("an operation has at least one check");
        }
        if (signs(subject.principal()) && checks.stream().anyMatch(PolicyAnalyzer::namesWhatNeedsNothing)) {
            return NOT_ASKED;
        }
        List<Box> filters = checks.stream().map(Box::of).toList();
        return answer(subject, subject, () -> {
            Grounds grounds = Grounds.of(subject);
            List<List<Formula>> formulas = filters.stream()
                    .map(filter -> grounds.allowed(Formula.of(filter)))
                    .toList();
            Replay.Check allowed = Replay.allowed(subject.policies());
            List<Replay.Check> shown = filters.stream()
                    .map(filter -> Replay.both(Replay.matches(filter), allowed))
                    .toList();
            return question(subject, formulas, shown);
        });
    }

    /** Every request of the region is allowed. */
    public Answer alwaysAllows(Subject subject, Region given) {
        Box filter = Box.of(given);
        return answer(subject, subject, () -> {
            List<Formula> formulas = Grounds.strict(subject).refused(Formula.of(filter));
            Replay.Check check = Replay.both(Replay.matches(filter), Replay.not(Replay.allowed(subject.policies())));
            return question(subject, List.of(formulas), check);
        });
    }

    /** {@code next} allows nothing that {@code existing} does not. A witness is allowed by {@code next} and not by {@code existing}. */
    public Answer noNewAccess(Subject existing, Subject next) {
        return noNewAccess(existing, next, Region.everything());
    }

    /**
     * Likewise, of the requests of a region.
     *
     * @throws IllegalArgumentException if the subjects are not the same principal, or what is known of one contradicts the other
     */
    public Answer noNewAccess(Subject existing, Subject next, Region given) {
        Box filter = Box.of(given);
        return answer(existing, next, () -> {
            List<Formula> formulas = gained(existing, next, Formula.of(filter));
            Replay.Check check = Replay.both(
                    Replay.matches(filter),
                    Replay.both(Replay.allowed(next.policies()), Replay.not(Replay.allowed(existing.policies()))));
            return question(both(existing, next), List.of(formulas), check);
        });
    }

    /** Those requests of a formula that one subject is allowed and the other is not; a policy on the resource that only one has counts. */
    private static List<Formula> gained(Subject existing, Subject next, Formula requests) {
        boolean appears = next.policies().resource().isPresent()
                && existing.policies().resource().isEmpty();
        Grounds before = appears ? Grounds.strict(existing) : Grounds.of(existing);
        return Grounds.of(next).allowed(requests).stream()
                .flatMap(allowed -> before.refused(allowed).stream())
                .toList();
    }

    /**
     * Both allow the same requests. A witness is allowed by exactly one.
     *
     * @throws IllegalArgumentException as {@link #noNewAccess} does
     */
    public Answer equivalent(Subject a, Subject b) {
        return answer(a, b, () -> {
            Formula everything = new Formula(List.of(), List.of());
            List<Formula> formulas = new ArrayList<>(gained(a, b, everything));
            formulas.addAll(gained(b, a, everything));
            Replay.Check check = Replay.either(Replay.allowed(a.policies()), Replay.allowed(b.policies()));
            return question(both(a, b), List.of(formulas), check);
        });
    }

    /**
     * No request is allowed by both.
     *
     * @throws IllegalArgumentException as {@link #noNewAccess} does
     */
    public Answer disjoint(Subject a, Subject b) {
        return answer(a, b, () -> {
            Grounds other = Grounds.of(b);
            List<Formula> formulas = Grounds.of(a).allowed().stream()
                    .flatMap(allowed -> other.allowed(allowed).stream())
                    .toList();
            Replay.Check check = Replay.both(Replay.allowed(a.policies()), Replay.allowed(b.policies()));
            return question(both(a, b), List.of(formulas), check);
        });
    }

    /**
     * No request matches the statement, whatever its effect.
     *
     * @param policy an identity policy
     * @param statement counted from 0
     * @throws IndexOutOfBoundsException if there is no such statement
     */
    public Answer unreachable(Policy policy, int statement) {
        Box box = box(policy, statement);
        Question question = new Question(
                caller(), Context.empty(), List.of(List.of(Formula.of(box))), List.of(Replay.matches(box)));
        return answer(Subject.of(policy), Subject.of(policy), () -> question);
    }

    /**
     * No request that the Allow statement matches is allowed by the policy.
     *
     * @param policy an identity policy
     * @param statement counted from 0
     * @throws IndexOutOfBoundsException if there is no such statement
     * @throws IllegalArgumentException if it is no Allow
     */
    public Answer shadowed(Policy policy, int statement) {
        if (policy.statements().get(statement).effect() != Effect.ALLOW) {
            throw new IllegalArgumentException("only an Allow statement can be shadowed");
        }
        Subject subject = Subject.of(policy);
        Box box = box(policy, statement);
        return answer(subject, subject, () -> {
            return question(
                    subject,
                    List.of(Grounds.of(subject).allowed(Formula.of(box))),
                    Replay.both(Replay.matches(box), Replay.allowed(subject.policies())));
        });
    }

    /**
     * The policy allows the same requests without the statement.
     *
     * @param policy an identity policy
     * @param statement counted from 0
     * @throws IndexOutOfBoundsException if there is no such statement
     */
    public Answer redundant(Policy policy, int statement) {
        List<Statement> others = new ArrayList<>(policy.statements());
        boolean allow = others.remove(statement).effect() == Effect.ALLOW;
        Subject without = Subject.of(new Policy(policy.version(), policy.id(), others));
        Subject with = Subject.of(policy);
        Box box = box(policy, statement);
        return answer(with, without, () -> {
            Grounds left = Grounds.of(without);
            List<Formula> formulas = allow ? gained(without, with, Formula.of(box)) : left.allowed(Formula.of(box));
            return question(
                    with,
                    List.of(formulas),
                    Replay.either(Replay.allowed(with.policies()), Replay.allowed(without.policies())));
        });
    }

    /** Of a region that names the call which is always allowed it may not be said that nothing is. */
    private static boolean namesWhatNeedsNothing(Region given) {
        return given.actions().patterns().stream()
                .anyMatch(pattern -> pattern.text().equalsIgnoreCase("sts:GetCallerIdentity"));
    }

    private static Box box(Policy policy, int statement) {
        AttachedPolicy attached =
                PolicySet.identity(policy).identity().orElseThrow().get(0);
        return Box.of(
                StatementRef.of(PolicyKind.IDENTITY, attached, statement),
                policy,
                policy.statements().get(statement));
    }

    private static Principal caller() {
        return Subject.of(PolicySet.none()).principal();
    }

    private static Question question(Subject subject, List<List<Formula>> checks, Replay.Check check) {
        return question(subject, checks, List.of(check));
    }

    private static Question question(Subject subject, List<List<Formula>> checks, List<Replay.Check> shown) {
        List<Box> left = signs(subject.principal()) ? List.of(NEEDS_NOTHING) : List.of();
        List<List<Formula>> asked = checks.stream()
                .map(formulas ->
                        formulas.stream().map(formula -> formula.without(left)).toList())
                .toList();
        return new Question(subject.principal(), subject.known(), asked, shown);
    }

    private static Subject both(Subject a, Subject b) {
        if (!a.principal().equals(b.principal())) {
            throw new IllegalArgumentException("the requests of `"
                    + a.principal().text() + "` and of `" + b.principal().text() + "` are not the same");
        }
        return new Subject(a.principal(), a.policies(), Known.both(a.known(), b.known()));
    }

    private Answer answer(Subject a, Subject b, Supplier<Question> question) {
        Optional<Shortfall> obstacle = Grounds.obstacle(a).or(() -> Grounds.obstacle(b));
        if (obstacle.isPresent()) {
            return obstacle.get().toAnswer();
        }
        Question asked = question.get();
        String partition = partition(a.principal());
        Supplier<Answer> any = () -> {
            Meter meter = new Meter(budget);
            return asked.ask(new AnyRequest(meter, partition), meter, Optional.empty());
        };
        if (catalog.isEmpty() || !signs(a.principal())) {
            return any.get();
        }
        Meter meter = new Meter(budget);
        Optional<LocalDate> date = Optional.of(catalog.get().catalog().date());
        Answer within = asked.ask(new CatalogRequests(catalog.get(), partition), meter, date);
        return within.match(
                holds -> any.get().match(always -> always, fails -> holds, unknown -> holds),
                fails -> fails,
                unknown -> unknown);
    }

    /** Whether requests of the caller are signed: facts that a signature tells are missing from others. */
    private static boolean signs(Principal principal) {
        return !(principal instanceof Principal.Anonymous) && !(principal instanceof Principal.IdentityProviderUser);
    }

    private static String partition(Principal principal) {
        if (principal.account().isEmpty()) {
            return "";
        }
        String text = principal.text();
        int start = text.indexOf(':') + 1;
        return text.substring(start, text.indexOf(':', start));
    }
}
