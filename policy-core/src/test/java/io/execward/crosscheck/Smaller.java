// SPDX-License-Identifier: Apache-2.0
package io.execward.crosscheck;

import io.execward.analyze.Region;
import io.execward.analyze.Subject;
import io.execward.model.AttachedPolicy;
import io.execward.model.Condition;
import io.execward.model.ConditionKey;
import io.execward.model.Context;
import io.execward.model.Policy;
import io.execward.model.PolicyLevel;
import io.execward.model.PolicySet;
import io.execward.model.Scope;
import io.execward.model.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/** Makes a question that shows a fault small: leaves out one thing after the other while the fault stays. */
final class Smaller {
    private Smaller() {}

    static Question of(Question question, Predicate<Question> stillFaulty) {
        Question best = question;
        boolean again = true;
        while (again) {
            again = false;
            for (Question smaller : candidates(best)) {
                if (!smaller.equals(best) && stillFaulty.test(smaller)) {
                    best = smaller;
                    again = true;
                    break;
                }
            }
        }
        return best;
    }

    private static List<Question> candidates(Question q) {
        List<Question> all = new ArrayList<>();
        boolean one = q.a().equals(q.b());
        for (ConditionKey key : q.a().known().keys()) {
            Context.Builder rest = Context.builder();
            for (ConditionKey other : q.a().known().keys()) {
                if (!other.sameAs(key)) {
                    rest.put(other, q.a().known().get(other));
                }
            }
            all.add(new Question(q.kind(), known(q.a(), rest.build()), known(q.b(), rest.build()), q.given()));
        }
        for (PolicySet set : sets(q.a().policies())) {
            Subject a = new Subject(q.a().principal(), set, q.a().known());
            all.add(new Question(q.kind(), a, one ? a : q.b(), q.given()));
        }
        if (!one) {
            for (PolicySet set : sets(q.b().policies())) {
                all.add(new Question(q.kind(), q.a(), new Subject(q.b().principal(), set, q.b().known()), q.given()));
            }
        }
        if (!q.given().equals(Region.everything())) {
            all.add(new Question(q.kind(), q.a(), q.b(), Region.everything()));
            all.add(new Question(
                    q.kind(),
                    q.a(),
                    q.b(),
                    new Region(q.given().actions(), q.given().resources(), List.of())));
            all.add(new Question(
                    q.kind(),
                    q.a(),
                    q.b(),
                    new Region(
                            q.given().actions(),
                            Region.everything().resources(),
                            q.given().conditions())));
        }
        return all;
    }

    private static Subject known(Subject subject, Context known) {
        return new Subject(subject.principal(), subject.policies(), known);
    }

    private static List<PolicySet> sets(PolicySet set) {
        List<PolicySet> all = new ArrayList<>();
        all.add(with(set, set.identity(), Optional.empty(), set.session(), set.serviceControl()));
        all.add(with(set, set.identity(), set.boundary(), Optional.empty(), set.serviceControl()));
        all.add(with(set, set.identity(), set.boundary(), set.session(), Optional.empty()));
        lists(set.identity().orElse(List.of()), Smaller::attached)
                .forEach(smaller ->
                        all.add(with(set, Optional.of(smaller), set.boundary(), set.session(), set.serviceControl())));
        set.boundary()
                .ifPresent(policy -> attached(policy)
                        .forEach(smaller -> all.add(
                                with(set, set.identity(), Optional.of(smaller), set.session(), set.serviceControl()))));
        set.session()
                .ifPresent(policies -> lists(policies, Smaller::attached)
                        .forEach(smaller -> all.add(with(
                                set, set.identity(), set.boundary(), Optional.of(smaller), set.serviceControl()))));
        set.serviceControl()
                .ifPresent(levels -> lists(levels, Smaller::level)
                        .forEach(smaller -> all.add(
                                with(set, set.identity(), set.boundary(), set.session(), Optional.of(smaller)))));
        all.removeIf(set::equals);
        return all;
    }

    private static PolicySet with(
            PolicySet set,
            Optional<List<AttachedPolicy>> identity,
            Optional<AttachedPolicy> boundary,
            Optional<List<AttachedPolicy>> session,
            Optional<List<PolicyLevel>> levels) {
        return new PolicySet(
                identity, boundary, session, set.resource(), set.endpoint(), levels, set.resourceControl());
    }

    private static List<PolicyLevel> level(PolicyLevel level) {
        return lists(level.policies(), Smaller::attached).stream()
                .map(policies -> new PolicyLevel(level.name(), policies))
                .toList();
    }

    private static List<AttachedPolicy> attached(AttachedPolicy attached) {
        Policy policy = attached.policy();
        return lists(policy.statements(), Smaller::statement).stream()
                .map(statements ->
                        new AttachedPolicy(attached.name(), new Policy(policy.version(), policy.id(), statements)))
                .toList();
    }

    private static List<Statement> statement(Statement s) {
        List<Statement> all = new ArrayList<>();
        scopes(s.actions())
                .forEach(actions -> all.add(
                        new Statement(s.sid(), s.effect(), s.principals(), actions, s.resources(), s.conditions())));
        scopes(s.resources().orElseThrow())
                .forEach(resources -> all.add(new Statement(
                        s.sid(), s.effect(), s.principals(), s.actions(), Optional.of(resources), s.conditions())));
        lists(s.conditions(), Smaller::condition)
                .forEach(conditions -> all.add(
                        new Statement(s.sid(), s.effect(), s.principals(), s.actions(), s.resources(), conditions)));
        return all;
    }

    private static List<Condition> condition(Condition condition) {
        return condition.values().size() < 2
                ? List.of()
                : lists(condition.values(), value -> List.<String>of()).stream()
                        .map(values -> new Condition(condition.operator(), condition.key(), values))
                        .toList();
    }

    private static <P> List<Scope<P>> scopes(Scope<P> scope) {
        if (scope.patterns().size() < 2) {
            return List.of();
        }
        List<Scope<P>> all = new ArrayList<>();
        for (List<P> patterns : lists(scope.patterns(), pattern -> List.<P>of())) {
            all.add(scope.match(only -> new Scope.Only<>(patterns), allExcept -> new Scope.AllExcept<>(patterns)));
        }
        return all;
    }

    /** The list without one of its members, then with one of them smaller. */
    private static <T> List<List<T>> lists(List<T> list, Function<T, List<T>> smaller) {
        List<List<T>> all = new ArrayList<>();
        for (int i = 0; i < list.size(); i++) {
            List<T> without = new ArrayList<>(list);
            without.remove(i);
            all.add(without);
        }
        for (int i = 0; i < list.size(); i++) {
            for (T one : smaller.apply(list.get(i))) {
                List<T> with = new ArrayList<>(list);
                with.set(i, one);
                all.add(with);
            }
        }
        return all;
    }
}
