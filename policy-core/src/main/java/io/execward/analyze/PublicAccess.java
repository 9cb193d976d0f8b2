// SPDX-License-Identifier: Apache-2.0
package io.execward.analyze;

import io.execward.evaluate.Concern;
import io.execward.evaluate.PolicyEngine;
import io.execward.evaluate.StatementRef;
import io.execward.evaluate.Verdict;
import io.execward.model.ActionPattern;
import io.execward.model.Arn;
import io.execward.model.AttachedPolicy;
import io.execward.model.Condition;
import io.execward.model.ConditionKey;
import io.execward.model.ContextValue;
import io.execward.model.Effect;
import io.execward.model.Policy;
import io.execward.model.PolicySet;
import io.execward.model.Principal;
import io.execward.model.PrincipalPattern;
import io.execward.model.Request;
import io.execward.model.ResourcePattern;
import io.execward.model.Scope;
import io.execward.model.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Whether a policy on a resource lets in anybody from outside some accounts. Callers of other accounts are supposed to be allowed
 * everything at home, and to be of any organization; anonymous callers are asked about too. AWS services and users of identity providers
 * are not.
 */
public final class PublicAccess {
    private static final ConditionKey PRINCIPAL_ARN = ConditionKey.of("aws:PrincipalArn");
    private static final Statement EVERYTHING = Statement.allow(List.of("*"), List.of("*"));
    private static final Answer.Unknown UNNAMED = new Answer.Unknown(
            Limit.CONSTRUCT, "a unique or canonical id as principal may be of any account and is not analysed");

    private final PolicyAnalyzer analyzer;
    private final AttachedPolicy policy;
    private final String owner;
    private final Region given;

    private PublicAccess(PolicyAnalyzer analyzer, AttachedPolicy policy, String owner, Region given) {
        this.analyzer = analyzer;
        this.policy = policy;
        this.owner = owner;
        this.given = given;
    }

    /**
     * Nobody from outside is allowed anything on the resource. A witness is a request of somebody who is.
     *
     * @param policy of a resource, or a role's trust policy
     * @param owner the resource's account, which is not outside
     * @param trusted other accounts that are not outside
     */
    public static Answer of(PolicyAnalyzer analyzer, AttachedPolicy policy, String owner, Set<String> trusted) {
        return of(analyzer, policy, owner, trusted, Region.everything());
    }

    /**
     * Likewise, of the requests of a region: one where {@code aws:PrincipalOrgID} is not the own organization's leaves out its other
     * accounts.
     */
    public static Answer of(
            PolicyAnalyzer analyzer, AttachedPolicy policy, String owner, Set<String> trusted, Region given) {
        return new PublicAccess(analyzer, policy, owner, given).ask(Outsiders.of(policy.policy(), owner, trusted));
    }

    private Answer ask(List<Outsider> outsiders) {
        if (policy.policy().statements().stream().anyMatch(PublicAccess::namesById)) {
            return UNNAMED;
        }
        List<StatementRef> because = new ArrayList<>();
        Optional<Answer> unknown = Optional.empty();
        Optional<Answer.Holds> last = Optional.empty();
        for (Outsider outsider : outsiders) {
            Answer answer = ask(outsider);
            if (answer instanceof Answer.Fails) {
                return answer;
            }
            if (answer instanceof Answer.Unknown) {
                unknown = unknown.or(() -> Optional.of(answer));
            } else if (answer instanceof Answer.Holds holds) {
                holds.because().stream().filter(ref -> !because.contains(ref)).forEach(because::add);
                last = last.filter(one -> one.catalog().isPresent()).or(() -> Optional.of(holds));
            }
        }
        Optional<Answer.Holds> all = last;
        return unknown.orElseGet(() -> new Answer.Holds(all.flatMap(Answer.Holds::catalog), because));
    }

    private static boolean namesById(Statement statement) {
        return statement.principals().map(Scope::patterns).orElse(List.of()).stream()
                .anyMatch(pattern -> pattern instanceof PrincipalPattern.CanonicalUser
                        || (pattern instanceof PrincipalPattern.Aws aws
                                && aws.form() == PrincipalPattern.Aws.Form.UNIQUE_ID));
    }

    /** Asks what the statements that concern the caller allow to somebody whom nothing else allows anything. */
    private Answer ask(Outsider outsider) {
        List<Statement> about = new ArrayList<>();
        List<Integer> places = new ArrayList<>();
        List<Statement> statements = policy.policy().statements();
        for (int i = 0; i < statements.size(); i++) {
            if (Concern.of(statements.get(i), outsider.principal(), false) != Concern.NOTHING) {
                about.add(toEverybody(statements.get(i)));
                places.add(i);
            }
        }
        if (about.stream().noneMatch(statement -> statement.effect() == Effect.ALLOW)) {
            return new Answer.Holds(Optional.empty(), List.of());
        }
        AttachedPolicy asked = new AttachedPolicy(
                policy.name(),
                new Policy(policy.policy().version(), policy.policy().id(), about));
        Subject subject = new Subject(
                outsider.standIn(), PolicySet.builder().resource(asked).build(), outsider.known());
        Region region = new Region(given.actions(), given.resources(), plus(given, outsider));
        return analyzer.neverAllows(limited(outsider, subject), region)
                .match(
                        holds -> new Answer.Holds(
                                holds.catalog(),
                                holds.because().stream()
                                        .filter(ref -> ref.policy().equals(policy.name()))
                                        .map(ref -> StatementRef.of(ref.kind(), policy, places.get(ref.index())))
                                        .toList()),
                        fails -> shown(outsider, fails.witness().request()),
                        nobody -> nobody);
    }

    /** The root user cannot assume roles (R-SVC-14). */
    private static Subject limited(Outsider outsider, Subject subject) {
        if (!(outsider.principal() instanceof Principal.Root)) {
            return subject;
        }
        PolicySet limited = subject.policies().toBuilder()
                .identity(Policy.of(Statement.of(
                        Effect.DENY,
                        Scope.only(new ActionPattern("sts:AssumeRole")),
                        Scope.only(new ResourcePattern("*")))))
                .build();
        return new Subject(subject.principal(), limited, subject.known());
    }

    private static List<Condition> plus(Region given, Outsider outsider) {
        List<Condition> all = new ArrayList<>(given.conditions());
        all.addAll(outsider.conditions());
        return all;
    }

    private static Statement toEverybody(Statement statement) {
        return new Statement(
                statement.sid(),
                statement.effect(),
                Optional.of(Scope.only(new PrincipalPattern.Anyone())),
                statement.actions(),
                statement.resources(),
                statement.conditions());
    }

    /** The request as the outsider makes it, if the engine allows it. */
    private Answer shown(Outsider outsider, Request found) {
        Optional<Principal> caller = outsider.named(
                found.context().get(PRINCIPAL_ARN) instanceof ContextValue.Present p
                        ? Arn.tryOf(p.values().get(0))
                        : Optional.empty());
        if (caller.isEmpty()) {
            return unreal(outsider);
        }
        Request request = new Request(
                caller.get(), found.action(), found.resources(), Optional.of(owner), found.context(), found.flags());
        PolicySet.Builder set =
                PolicySet.builder().identity(Policy.of(EVERYTHING)).resource(policy);
        if (caller.get() instanceof Principal.FederatedUser) {
            set.session(Policy.of(EVERYTHING));
        }
        boolean allowed = PolicyEngine.compile(set.build()).decide(request) == Verdict.ALLOWED;
        return allowed
                ? new Answer.Fails(new Witness(List.of(request), Ties.broken(List.of(request))))
                : unreal(outsider);
    }

    private static Answer unreal(Outsider outsider) {
        return new Answer.Unknown(
                Limit.CONSTRUCT,
                "facts about callers such as " + outsider.principal().text() + " decide that may not go together");
    }
}
