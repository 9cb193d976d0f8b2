// SPDX-License-Identifier: Apache-2.0
package io.execward.dsl;

import io.execward.analyze.PolicySplit;
import io.execward.diagnostic.Diagnostic;
import io.execward.diagnostic.PolicySyntaxException;
import io.execward.diagnostic.Source;
import io.execward.dsl.Sentence.Clause;
import io.execward.json.PolicyJson;
import io.execward.json.PolicyQuota;
import io.execward.model.Effect;
import io.execward.model.Policy;
import io.execward.model.PolicyKind;
import io.execward.model.PolicyPath;
import io.execward.model.PolicyVariables;
import io.execward.model.PrincipalPattern;
import io.execward.model.ResourcePattern;
import io.execward.model.Scope;
import io.execward.model.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A policy of one kind, said in sentences. A statement begins with {@link #allow} or {@link #deny} and says by whom, on what and when,
 * in this order; which documents it may stand in follows from what it says:
 *
 * <pre>{@code
 * Place here = Place.of("aws", "us-east-1", "111122223333");
 * IamPolicy policy = IamPolicy.identity(
 *         allow(Actions.Ecs.DESCRIBE_TASKS).on(here.tasks()).when(When.inCluster(here.cluster("dev"))),
 *         deny(Actions.Ssm.START_SESSION).on(Place.anywhereIn("aws").tasks()));
 * System.out.println(policy.json());
 * }</pre>
 *
 * <p>Equal sentences are written once; Sids that would be twice in a document are numbered. The result has been read back by the
 * strict reader, so that what is here can be put to IAM. A parsed policy becomes one with {@link #of(PolicyKind, Policy)} and is
 * {@link #policy()} again, unchanged. Immutable.
 */
public final class IamPolicy {
    /** Why the {@code Resource} of a statement is a lone {@code *}. */
    public enum Star {
        /** The actions have no resource type: only {@code *} grants them (R-RES-11, R-EXEC-50). */
        NO_RESOURCE_TYPE("the actions have no resource type, so nothing narrower grants them"),
        /** A condition of the statement says which resources are meant, more exactly than ARNs could (R-EXEC-28). */
        NARROWED_BY_CONDITION("a condition of the statement says which resources are meant"),
        /** AWS asks for it on {@code *}, though the action has a resource type (R-EXEC-51). */
        DOCUMENTED_SO("the guide asks for it on every resource"),
        /** The policy of a resource: {@code *} is that resource and no other (R-SVC-01). */
        OWN_RESOURCE("in the policy of a resource, `*` is that resource"),
        /** A Deny that leaves no way around. */
        DENIED_EVERYWHERE("the Deny is to leave no way around"),
        /** An Allow of a service control policy, which takes no other resource (R-TYPE-06). */
        LIMIT_ONLY("a service control policy limits and does not grant");

        private final String text;

        Star(String text) {
            this.text = text;
        }

        /** The reason in words, for people. */
        public String text() {
            return text;
        }
    }

    // The stages of a statement

    /** An Allow of which the rest is to be said. */
    public interface Allowing {
        /** On these resources. */
        Plain on(Target<?> first, Target<?>... more);

        /** {@code NotResource}: on all but these. */
        Plain onAllExcept(Target<?> first, Target<?>... more);

        /** On {@code *}, for a reason. */
        Control onEverything(Star why);

        /** For these principals, in policies that name them. */
        Named by(PrincipalPattern first, PrincipalPattern... more);
    }

    /** A Deny of listed actions, of which the rest is to be said. */
    public interface Denying {
        /** On these resources. */
        Denied on(Target<?> first, Target<?>... more);

        /** {@code NotResource}: on all but these. */
        Control onAllExcept(Target<?> first, Target<?>... more);

        /** On {@code *}. */
        Denied onEverything();

        /** For these principals, in policies that name them. */
        Named by(PrincipalPattern first, PrincipalPattern... more);

        /** {@code NotPrincipal}: for all but these, whose whole chain has to be listed (U-06). */
        Targeting byAllExcept(PrincipalPattern first, PrincipalPattern... more);
    }

    /** A Deny of all but listed actions, of which the rest is to be said. */
    public interface DenyingOthers {
        /** On these resources. */
        Control on(Target<?> first, Target<?>... more);

        /** {@code NotResource}: on all but these. */
        Control onAllExcept(Target<?> first, Target<?>... more);

        /** On {@code *}. */
        Control onEverything();

        /** For these principals, in policies that name them. */
        Named by(PrincipalPattern first, PrincipalPattern... more);

        /** {@code NotPrincipal}: for all but these, whose whole chain has to be listed (U-06). */
        Targeting byAllExcept(PrincipalPattern first, PrincipalPattern... more);
    }

    /** Principals are named; the resources are to be said. */
    public interface Targeting {
        /** On these resources. */
        Resourced on(Target<?> first, Target<?>... more);

        /** {@code NotResource}: on all but these. */
        Resourced onAllExcept(Target<?> first, Target<?>... more);

        /** On {@code *}, for a reason. */
        Resourced onEverything(Star why);
    }

    /** A statement for identity policies, boundaries and session policies. */
    public interface Plain extends Sentence.InIdentity {
        /** Only when all of these hold. */
        Plain when(When first, When... more);

        /** With this statement id (R-GRAM-13). */
        Plain sid(String text);
    }

    /** A statement for service control policies too. */
    public interface Control extends Plain, Sentence.InServiceControl {
        @Override
        Control when(When first, When... more);

        @Override
        Control sid(String text);
    }

    /** A statement for resource control policies too. */
    public interface Denied extends Control, Sentence.InResourceControl {
        @Override
        Denied when(When first, When... more);

        @Override
        Denied sid(String text);
    }

    /** A statement for trust policies; with resources, one for the policies of resources. */
    public interface Named extends Targeting, Sentence.InTrust {
        /** Only when all of these hold. */
        Named when(When first, When... more);

        /** With this statement id (R-GRAM-13). */
        Named sid(String text);
    }

    /** A statement for the policies of resources and VPC endpoints. */
    public interface Resourced extends Sentence.InResource {
        /** Only when all of these hold. */
        Resourced when(When first, When... more);

        /** With this statement id. */
        Resourced sid(String text);
    }

    /** A statement as it is, for any kind of policy; whether it fits is found out when the document is made. */
    public interface Raw extends Sentence.InResourceControl, Sentence.InResource, Sentence.InTrust {}

    private final PolicyKind kind;
    private final Policy policy;
    private final Map<PolicyPath, Star> stars;

    private IamPolicy(PolicyKind kind, Policy policy, Map<PolicyPath, Star> stars) {
        this.kind = Objects.requireNonNull(kind, "kind");
        this.policy = policy;
        this.stars = Collections.unmodifiableMap(new LinkedHashMap<>(stars));
        requireReadable();
    }

    // Statements

    /** An Allow of these actions. */
    public static Allowing allow(ActionSet first, ActionSet... more) {
        return StatementDraft.of(Effect.ALLOW, ActionSet.of(first, more), false);
    }

    /** {@code NotAction} with Allow: everything but these actions, of every service. */
    public static Allowing allowAllExcept(ActionSet first, ActionSet... more) {
        return StatementDraft.of(Effect.ALLOW, ActionSet.of(first, more), true);
    }

    /** A Deny of these actions. */
    public static Denying deny(ActionSet first, ActionSet... more) {
        return StatementDraft.of(Effect.DENY, ActionSet.of(first, more), false);
    }

    /** {@code NotAction} with Deny: everything but these actions, of every service. */
    public static DenyingOthers denyAllExcept(ActionSet first, ActionSet... more) {
        return StatementDraft.of(Effect.DENY, ActionSet.of(first, more), true);
    }

    /** A statement as it is, unchecked but for what the kind of policy allows. */
    public static Raw raw(Statement statement) {
        record RawStatement(List<Clause> clauses) implements Raw {}
        return new RawStatement(List.of(new Clause(statement, Optional.empty())));
    }

    // Documents

    /** A managed or inline policy of a user, group or role. */
    public static IamPolicy identity(Sentence.InIdentity first, Sentence.InIdentity... more) {
        return of(PolicyKind.IDENTITY, clauses(first, more));
    }

    /** A permissions boundary. */
    public static IamPolicy boundary(Sentence.InIdentity first, Sentence.InIdentity... more) {
        return of(PolicyKind.PERMISSIONS_BOUNDARY, clauses(first, more));
    }

    /** A session policy. */
    public static IamPolicy session(Sentence.InIdentity first, Sentence.InIdentity... more) {
        return of(PolicyKind.SESSION, clauses(first, more));
    }

    /** A service control policy. */
    public static IamPolicy serviceControl(Sentence.InServiceControl first, Sentence.InServiceControl... more) {
        return of(PolicyKind.SERVICE_CONTROL, clauses(first, more));
    }

    /** A resource control policy; its principal is always {@code *}, which is filled in (R-TYPE-07). */
    public static IamPolicy resourceControl(Sentence.InResourceControl first, Sentence.InResourceControl... more) {
        return of(
                PolicyKind.RESOURCE_CONTROL,
                clauses(first, more).stream().map(IamPolicy::forEveryone).toList());
    }

    private static Clause forEveryone(Clause clause) {
        return clause.statement().principals().isPresent()
                ? clause
                : new Clause(clause.statement().forPrincipals(new PrincipalPattern.Anyone()), clause.star());
    }

    /** The trust policy of a role. */
    public static IamPolicy trust(Sentence.InTrust first, Sentence.InTrust... more) {
        return of(PolicyKind.ROLE_TRUST, clauses(first, more));
    }

    /** The policy of a resource, such as a key policy. */
    public static IamPolicy resource(Sentence.InResource first, Sentence.InResource... more) {
        return of(PolicyKind.RESOURCE, clauses(first, more));
    }

    /** The policy of a VPC endpoint. */
    public static IamPolicy endpoint(Sentence.InResource first, Sentence.InResource... more) {
        return of(PolicyKind.VPC_ENDPOINT, clauses(first, more));
    }

    /**
     * A policy that was written elsewhere, unchanged; its stars have no reasons.
     *
     * @throws IllegalArgumentException if policies of this kind cannot say what it says
     */
    public static IamPolicy of(PolicyKind kind, Policy policy) {
        return new IamPolicy(kind, policy, Map.of());
    }

    private static List<Clause> clauses(Sentence first, Sentence... more) {
        List<Clause> all = new ArrayList<>(first.clauses());
        for (Sentence sentence : more) {
            all.addAll(sentence.clauses());
        }
        return all;
    }

    static IamPolicy of(PolicyKind kind, List<Clause> clauses) {
        return new IamPolicy(kind, Policy.of(), Map.of()).plus(clauses);
    }

    /**
     * The same policy with more to say.
     *
     * @throws IllegalArgumentException if policies of this kind cannot say it
     */
    public IamPolicy plus(Sentence sentence) {
        if (!policy.hasVariables() && !(sentence instanceof Raw)) {
            sentence.clauses().forEach(clause -> requireNoVariables(clause.statement()));
        }
        return plus(sentence.clauses());
    }

    /** In an old document a variable is ordinary text, and what was said with it would be lost. */
    private static void requireNoVariables(Statement statement) {
        Stream<String> resources = statement.resources().stream()
                .flatMap(scope -> scope.patterns().stream())
                .map(ResourcePattern::text);
        Stream<String> values = statement.conditions().stream().flatMap(condition -> condition.values().stream());
        Stream.concat(resources, values)
                .filter(text -> !PolicyVariables.isPlain(text))
                .findFirst()
                .ifPresent(text -> {
                    throw new IllegalArgumentException("`" + text
                            + "` has a policy variable, which a document without version 2012-10-17 takes for text: give it that"
                            + " version first (R-VAR-02)");
                });
    }

    private IamPolicy plus(List<Clause> clauses) {
        List<Statement> statements = new ArrayList<>(policy.statements());
        Map<PolicyPath, Star> reasons = new LinkedHashMap<>(stars);
        for (Clause clause : clauses) {
            Statement statement = Sids.added(clause.statement(), statements);
            if (Sids.says(statements, statement)) {
                continue;
            }
            PolicyPath path = PolicyPath.statement(statements.size()).member("Resource");
            clause.star().ifPresent(star -> reasons.put(path, star));
            statements.add(statement);
        }
        return new IamPolicy(kind, new Policy(policy.version(), policy.id(), statements), reasons);
    }

    /** The same policy with this {@code Id}, which only policies that name principals have (R-GRAM-04). */
    public IamPolicy withId(String id) {
        return new IamPolicy(kind, new Policy(policy.version(), Optional.of(id), policy.statements()), stars);
    }

    // What it is

    /** What it is attached as. */
    public PolicyKind kind() {
        return kind;
    }

    /** The policy as a value. */
    public Policy policy() {
        return policy;
    }

    /** For each {@code Resource} that is a lone {@code *}, why it is; those of raw and of parsed statements are not among them. */
    public Map<PolicyPath, Star> stars() {
        return stars;
    }

    /** The {@code Resource} elements that are a lone {@code *} for no known reason. */
    public List<PolicyPath> unexplainedStars() {
        List<PolicyPath> paths = new ArrayList<>();
        for (int i = 0; i < policy.statements().size(); i++) {
            PolicyPath path = PolicyPath.statement(i).member("Resource");
            if (hasStar(policy.statements().get(i)) && !stars.containsKey(path)) {
                paths.add(path);
            }
        }
        return List.copyOf(paths);
    }

    private static boolean hasStar(Statement statement) {
        return statement.resources().stream()
                .filter(scope -> scope instanceof Scope.Only)
                .flatMap(scope -> scope.patterns().stream())
                .anyMatch(ResourcePattern::isEverything);
    }

    /** The canonical JSON text, which is also what CloudFormation, Terraform and the AWS SDK take (see {@link PolicyJson#print}). */
    public String json() {
        return PolicyJson.print(policy);
    }

    /** The same without white space: for quotas that count it. */
    public String compactJson() {
        return PolicyJson.printCompact(policy);
    }

    /** The number of characters that a quota counts, of {@link #compactJson}. */
    public int sizeAs(PolicyQuota quota) {
        return quota.measure(policy);
    }

    /** True if it is no longer than the quota allows for one document that stands alone. */
    public boolean fits(PolicyQuota quota) {
        return sizeAs(quota) <= quota.limit();
    }

    /**
     * The same meaning in as many documents as it takes for each to fit; one if it fits.
     *
     * @throws IllegalArgumentException if the quota is one for all documents together, the kind knows only one document, or a single
     *     statement does not fit and cannot be divided
     */
    public List<IamPolicy> splitFor(PolicyQuota quota) {
        List<Clause> whole = clauses();
        return PolicySplit.of(kind, policy, quota).parts().stream()
                .map(part -> with(clauses(part, whole)))
                .toList();
    }

    /** A piece of a statement has the statement's reason for its star. */
    private static List<Clause> clauses(PolicySplit.Part part, List<Clause> whole) {
        List<Clause> clauses = new ArrayList<>();
        for (int i = 0; i < part.from().size(); i++) {
            clauses.add(new Clause(
                    part.policy().statements().get(i),
                    whole.get(part.from().get(i)).star()));
        }
        return clauses;
    }

    /** Some of the statements, in order, as a document of their own. */
    IamPolicy with(List<Clause> clauses) {
        List<Statement> statements = clauses.stream().map(Clause::statement).toList();
        Map<PolicyPath, Star> reasons = new LinkedHashMap<>();
        for (int i = 0; i < clauses.size(); i++) {
            PolicyPath path = PolicyPath.statement(i).member("Resource");
            clauses.get(i).star().ifPresent(star -> reasons.put(path, star));
        }
        return new IamPolicy(kind, new Policy(policy.version(), policy.id(), statements), reasons);
    }

    List<Clause> clauses() {
        List<Clause> clauses = new ArrayList<>();
        for (int i = 0; i < policy.statements().size(); i++) {
            PolicyPath path = PolicyPath.statement(i).member("Resource");
            clauses.add(new Clause(policy.statements().get(i), Optional.ofNullable(stars.get(path))));
        }
        return List.copyOf(clauses);
    }

    /** The strict reader is the judge of what a document may say. */
    private void requireReadable() {
        try {
            PolicyJson.parse(Source.of(kind.text(), PolicyJson.print(policy)), kind);
        } catch (PolicySyntaxException e) {
            StringBuilder message = new StringBuilder("this cannot be ")
                    .append(kind.withArticle())
                    .append(":");
            for (Diagnostic problem : e.diagnostics()) {
                message.append(' ').append(problem.message());
                problem.help().ifPresent(help -> message.append("; ").append(help));
                message.append(" (").append(problem.rule()).append(").");
            }
            throw new IllegalArgumentException(message.substring(0, message.length() - 1), e);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof IamPolicy that
                && kind == that.kind
                && policy.equals(that.policy)
                && stars.equals(that.stars);
    }

    @Override
    public int hashCode() {
        return policy.hashCode();
    }

    /** The JSON text. */
    @Override
    public String toString() {
        return json();
    }
}
