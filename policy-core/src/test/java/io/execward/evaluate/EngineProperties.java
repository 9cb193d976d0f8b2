// SPDX-License-Identifier: Apache-2.0
package io.execward.evaluate;

import static io.execward.evaluate.Verdict.ALLOWED;
import static io.execward.evaluate.Verdict.EXPLICIT_DENY;
import static io.execward.evaluate.Verdict.IMPLICIT_DENY;
import static io.execward.evaluate.Verdict.UNDECIDED;
import static org.assertj.core.api.Assertions.assertThat;

import io.execward.Generators;
import io.execward.Generators.OneMore;
import io.execward.PartialScene;
import io.execward.Scene;
import io.execward.model.Action;
import io.execward.model.AttachedPolicy;
import io.execward.model.Condition;
import io.execward.model.ConditionKey;
import io.execward.model.Context;
import io.execward.model.Effect;
import io.execward.model.Policy;
import io.execward.model.PolicyKind;
import io.execward.model.PolicyLevel;
import io.execward.model.PolicySet;
import io.execward.model.PrincipalPattern;
import io.execward.model.Request;
import io.execward.model.Resource;
import io.execward.model.Scope;
import io.execward.model.Statement;
import io.execward.reference.ReferenceEvaluator;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;

class EngineProperties {
    @Provide
    Arbitrary<Scene> scenes() {
        return Generators.scenes();
    }

    @Provide
    Arbitrary<PartialScene> partialScenes() {
        return Generators.partialScenes();
    }

    @Provide
    Arbitrary<Request> requests() {
        return Generators.requests();
    }

    @Property(tries = 20_000)
    void the_engine_answers_as_the_reference(@ForAll("scenes") Scene scene) {
        assertThat(decide(scene).name())
                .isEqualTo(ReferenceEvaluator.decide(scene.policies(), scene.request())
                        .name());
    }

    @Property(tries = 4_000)
    void explaining_ends_in_the_same_verdict_as_deciding(@ForAll("scenes") Scene scene) {
        PolicyEngine engine = PolicyEngine.compile(scene.policies());
        assertThat(engine.explain(scene.request()).verdict()).isEqualTo(engine.decide(scene.request()));
    }

    // More policy

    @Property(tries = 2_000)
    void adding_a_deny_never_grants(@ForAll("withDeny") OneMore more) {
        for (PolicySet denying : withDenyInEachLayer(more.scene().policies(), more.statement())) {
            if (decide(denying, more.scene().request()) == ALLOWED) {
                assertThat(decide(more.scene())).isEqualTo(ALLOWED);
            }
        }
    }

    @Property(tries = 4_000)
    void adding_an_identity_allow_never_turns_allowed_into_denied(@ForAll("withAllow") OneMore more) {
        PolicySet wider = more.scene().policies().toBuilder()
                .identity(Policy.of(more.statement()))
                .build();
        Verdict before = decide(more.scene());
        Verdict after = decide(wider, more.scene().request());
        assertThat(after).isIn(before == IMPLICIT_DENY ? List.of(IMPLICIT_DENY, ALLOWED) : List.of(before));
    }

    @Provide
    Arbitrary<OneMore> withDeny() {
        return Generators.scenesWithOneMore(Effect.DENY);
    }

    @Provide
    Arbitrary<OneMore> withAllow() {
        return Generators.scenesWithOneMore(Effect.ALLOW);
    }

    private static List<PolicySet> withDenyInEachLayer(PolicySet set, Statement deny) {
        Statement named = deny.forPrincipals(new PrincipalPattern.Anyone());
        boolean isTrust = set.resource()
                .filter(policy -> PolicySet.resourceKind(policy.policy()) == PolicyKind.ROLE_TRUST)
                .isPresent();
        Statement onResource = new Statement(
                named.sid(),
                named.effect(),
                named.principals(),
                named.actions(),
                isTrust ? Optional.empty() : named.resources(),
                named.conditions());
        PolicyLevel level = new PolicyLevel("denying", List.of(new AttachedPolicy("denying", Policy.of(deny))));
        return List.of(
                set.toBuilder().identity(Policy.of(deny)).build(),
                set.toBuilder().boundary(plus(set.boundary(), deny)).build(),
                set.toBuilder().session(Policy.of(deny)).build(),
                set.toBuilder().resource(plus(set.resource(), onResource)).build(),
                set.toBuilder().endpoint(plus(set.endpoint(), named)).build(),
                set.toBuilder().serviceControl(level).build());
    }

    private static Policy plus(Optional<AttachedPolicy> policy, Statement statement) {
        if (policy.isEmpty()) {
            return Policy.of(statement);
        }
        Policy before = policy.get().policy();
        // Documents of the old version may hold text that the new one cannot, and the other way round: keep the
        // version.
        List<Statement> statements = new ArrayList<>(before.statements());
        statements.add(statement);
        return new Policy(before.version(), before.id(), statements);
    }

    // The same policy, written differently

    @Property(tries = 4_000)
    void order_does_not_matter(@ForAll("scenes") Scene scene, @ForAll long seed) {
        Random random = new Random(seed);
        PolicySet shuffled = rewritten(scene.policies(), policy -> List.of(shuffled(policy, random)), random);
        assertThat(decide(shuffled, scene.request())).isEqualTo(decide(scene));
    }

    @Property(tries = 4_000)
    void saying_it_twice_is_saying_it_once(@ForAll("scenes") Scene scene) {
        PolicySet twice = rewritten(scene.policies(), policy -> {
            Policy doubled = new Policy(
                    policy.version(),
                    policy.id(),
                    policy.statements().stream().map(EngineProperties::doubled).toList());
            return List.of(doubled);
        });
        assertThat(decide(twice, scene.request())).isEqualTo(decide(scene));
    }

    @Property(tries = 4_000)
    void a_list_is_as_good_as_a_statement_for_each_of_its_entries(@ForAll("scenes") Scene scene) {
        PolicySet split = rewritten(scene.policies(), policy -> {
            List<Statement> statements = policy.statements().stream()
                    .flatMap(EngineProperties::oneForEachEntry)
                    .toList();
            return List.of(new Policy(policy.version(), policy.id(), statements));
        });
        assertThat(decide(split, scene.request())).isEqualTo(decide(scene));
    }

    @Property(tries = 4_000)
    void two_identity_policies_are_as_good_as_one(@ForAll("scenes") Scene scene, @ForAll long seed) {
        Random random = new Random(seed);
        Optional<List<AttachedPolicy>> split =
                scene.policies().identity().map(all -> rewritten(all, policy -> inTwo(policy, random)));
        PolicySet policies = new PolicySet(
                split,
                scene.policies().boundary(),
                scene.policies().session(),
                scene.policies().resource(),
                scene.policies().endpoint(),
                scene.policies().serviceControl(),
                scene.policies().resourceControl());
        assertThat(decide(policies, scene.request())).isEqualTo(decide(scene));
    }

    private static PolicySet rewritten(PolicySet set, Function<Policy, List<Policy>> rewriting) {
        return new PolicySet(
                set.identity().map(all -> rewritten(all, rewriting)),
                set.boundary().map(one -> rewritten(List.of(one), rewriting).get(0)),
                set.session().map(all -> rewritten(all, rewriting)),
                set.resource().map(one -> rewritten(List.of(one), rewriting).get(0)),
                set.endpoint().map(one -> rewritten(List.of(one), rewriting).get(0)),
                set.serviceControl().map(levels -> levels(levels, rewriting)),
                set.resourceControl().map(levels -> levels(levels, rewriting)));
    }

    /** With the policies of each layer, and the levels, in another order too. */
    private static PolicySet rewritten(PolicySet set, Function<Policy, List<Policy>> rewriting, Random random) {
        PolicySet inside = rewritten(set, rewriting);
        return new PolicySet(
                inside.identity().map(all -> shuffled(all, random)),
                inside.boundary(),
                inside.session().map(all -> shuffled(all, random)),
                inside.resource(),
                inside.endpoint(),
                inside.serviceControl().map(all -> shuffled(all, random)),
                inside.resourceControl().map(all -> shuffled(all, random)));
    }

    private static List<PolicyLevel> levels(List<PolicyLevel> levels, Function<Policy, List<Policy>> rewriting) {
        return levels.stream()
                .map(level -> new PolicyLevel(level.name(), rewritten(level.policies(), rewriting)))
                .toList();
    }

    private static List<AttachedPolicy> rewritten(
            List<AttachedPolicy> policies, Function<Policy, List<Policy>> rewriting) {
        return policies.stream()
                .flatMap(attached -> rewriting.apply(attached.policy()).stream()
                        .map(policy -> new AttachedPolicy(attached.name(), policy)))
                .toList();
    }

    private static Policy shuffled(Policy policy, Random random) {
        List<Statement> statements = shuffled(policy.statements(), random).stream()
                .map(s -> new Statement(
                        s.sid(),
                        s.effect(),
                        s.principals().map(scope -> with(scope, shuffled(scope.patterns(), random))),
                        with(s.actions(), shuffled(s.actions().patterns(), random)),
                        s.resources().map(scope -> with(scope, shuffled(scope.patterns(), random))),
                        shuffled(s.conditions(), random).stream()
                                .map(c -> new Condition(c.operator(), c.key(), shuffled(c.values(), random)))
                                .toList()))
                .toList();
        return new Policy(policy.version(), policy.id(), statements);
    }

    private static <T> List<T> shuffled(List<T> list, Random random) {
        List<T> copy = new ArrayList<>(list);
        Collections.shuffle(copy, random);
        return copy;
    }

    private static Statement doubled(Statement s) {
        return new Statement(
                s.sid(),
                s.effect(),
                s.principals()
                        .map(scope -> scope.patterns().equals(List.of(new PrincipalPattern.Anyone()))
                                ? scope // a bare star stands alone
                                : with(scope, doubled(scope.patterns()))),
                with(s.actions(), doubled(s.actions().patterns())),
                s.resources().map(scope -> with(scope, doubled(scope.patterns()))),
                s.conditions().stream()
                        .map(c -> new Condition(c.operator(), c.key(), doubled(c.values())))
                        .toList());
    }

    private static <T> List<T> doubled(List<T> list) {
        return Collections.nCopies(2, list).stream().flatMap(List::stream).toList();
    }

    /** Lists are an OR (R-ACT-09, R-RES-10, R-PRIN-01), those of {@code Not…} elements are not. */
    private static Stream<Statement> oneForEachEntry(Statement s) {
        return entries(s.actions())
                .flatMap(actions -> each(s.resources())
                        .flatMap(resources -> each(s.principals())
                                .map(principals -> new Statement(
                                        Optional.empty(),
                                        s.effect(),
                                        principals,
                                        actions,
                                        resources,
                                        s.conditions()))));
    }

    private static <P> Stream<Optional<Scope<P>>> each(Optional<Scope<P>> scope) {
        return scope.map(some -> entries(some).map(Optional::of)).orElse(Stream.of(Optional.empty()));
    }

    private static <P> Stream<Scope<P>> entries(Scope<P> scope) {
        return scope.match(only -> only.patterns().stream().map(Scope::only), allExcept -> Stream.of(allExcept));
    }

    private static <P> Scope<P> with(Scope<P> scope, List<P> patterns) {
        return scope.match(only -> new Scope.Only<>(patterns), allExcept -> new Scope.AllExcept<>(patterns));
    }

    private static List<Policy> inTwo(Policy policy, Random random) {
        int middle = random.nextInt(policy.statements().size() + 1);
        List<Statement> all = policy.statements();
        return List.of(
                new Policy(policy.version(), policy.id(), all.subList(0, middle)),
                new Policy(policy.version(), policy.id(), all.subList(middle, all.size())));
    }

    // The same request, written differently

    @Property(tries = 2_000)
    void letter_case_of_actions_and_keys_does_not_matter(@ForAll("scenes") Scene scene) {
        Request request = scene.request();
        Request shouted = new Request(
                request.principal(),
                Action.of(request.action().toString().toUpperCase(Locale.ROOT)),
                request.resources().stream()
                        .map(resource -> resource.with(shouted(resource.context())))
                        .toList(),
                request.resourceAccount(),
                shouted(request.context()),
                request.flags());
        assertThat(decide(scene.policies(), shouted)).isEqualTo(decide(scene));
    }

    private static Context shouted(Context context) {
        Context.Builder builder = Context.builder();
        for (ConditionKey key : context.keys()) {
            builder.put(ConditionKey.of(key.name().toUpperCase(Locale.ROOT)), context.get(key));
        }
        return builder.build();
    }

    @Property(tries = 4_000)
    void a_call_on_several_resources_is_as_allowed_as_the_least_allowed_of_them(@ForAll("scenes") Scene scene) {
        Request request = scene.request();
        List<Verdict> alone = new ArrayList<>();
        for (Resource resource : request.resources()) {
            Request one = new Request(
                    request.principal(),
                    request.action(),
                    List.of(resource),
                    request.resourceAccount(),
                    request.context(),
                    request.flags());
            alone.add(decide(scene.policies(), one));
        }
        assertThat(decide(scene))
                .isEqualTo(
                        alone.contains(EXPLICIT_DENY)
                                ? EXPLICIT_DENY
                                : alone.contains(IMPLICIT_DENY) ? IMPLICIT_DENY : ALLOWED);
    }

    // Unknown keys

    @Property(tries = 4_000)
    void what_is_decided_without_a_key_stays_so_whatever_the_key_is(@ForAll("partialScenes") PartialScene scene) {
        PolicyEngine engine = PolicyEngine.compile(scene.policies());
        Verdict verdict = engine.decide(scene.request());
        assertThat(engine.explain(scene.request()).verdict()).isEqualTo(verdict);
        for (Request completion : scene.completions()) {
            Verdict known = engine.decide(completion);
            assertThat(known.name())
                    .isEqualTo(ReferenceEvaluator.decide(scene.policies(), completion)
                            .name());
            if (verdict != UNDECIDED) {
                assertThat(known).as("with %s", completion).isEqualTo(verdict);
            }
        }
    }

    @Property(tries = 2_000)
    void a_key_that_no_policy_reads_may_be_unknown(@ForAll("scenes") Scene scene) {
        Context unread = Context.builder()
                .addAll(scene.request().context())
                .unknown("app:unread")
                .build();
        assertThat(decide(scene.policies(), scene.request().with(unread))).isEqualTo(decide(scene));
    }

    // Sharing

    @Property(tries = 50)
    void an_engine_that_threads_share_answers_as_one_alone(
            @ForAll("scenes") Scene scene, @ForAll @Size(20) List<@From("requests") Request> requests)
            throws InterruptedException, ExecutionException {
        List<Request> asked = new ArrayList<>(requests);
        asked.add(scene.request());
        List<Verdict> alone = new ArrayList<>();
        for (Request request : asked) {
            alone.add(PolicyEngine.compile(scene.policies()).decide(request));
        }
        PolicyEngine shared = PolicyEngine.compile(scene.policies());
        Callable<List<Verdict>> thread =
                () -> asked.stream().map(shared::decide).toList();
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            for (Future<List<Verdict>> answers : threads.invokeAll(Collections.nCopies(4, thread))) {
                assertThat(answers.get()).isEqualTo(alone);
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private static Verdict decide(Scene scene) {
        return decide(scene.policies(), scene.request());
    }

    private static Verdict decide(PolicySet policies, Request request) {
        return PolicyEngine.compile(policies).decide(request);
    }
}
