// SPDX-License-Identifier: Apache-2.0
package io.execward;

import io.execward.model.ActionPattern;
import io.execward.model.AttachedPolicy;
import io.execward.model.Condition;
import io.execward.model.ConditionKey;
import io.execward.model.Context;
import io.execward.model.Policy;
import io.execward.model.PolicyLevel;
import io.execward.model.PolicySet;
import io.execward.model.PrincipalPattern;
import io.execward.model.Request;
import io.execward.model.Resource;
import io.execward.model.ResourcePattern;
import io.execward.model.Scope;
import io.execward.model.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What is one step smaller than a drawn value: something left out, nothing made up. */
final class Reductions {
    private Reductions() {}

    static Stream<Scene> of(Scene scene) {
        return Stream.concat(
                of(scene.policies()).map(policies -> new Scene(policies, scene.request())),
                of(scene.request()).map(request -> new Scene(scene.policies(), request)));
    }

    /** The request and what it may turn out to be lose their known keys together. */
    static Stream<PartialScene> of(PartialScene scene) {
        Context context = scene.request().context();
        boolean hasUnknownFamily =
                !context.isComplete() && context.keys().stream().noneMatch(key -> context.isUnknown(key));
        return Stream.of(
                        without(scene.completions())
                                .filter(completions -> !completions.isEmpty())
                                .map(completions -> new PartialScene(scene.policies(), scene.request(), completions)),
                        of(scene.policies())
                                .map(policies -> new PartialScene(policies, scene.request(), scene.completions())),
                        context.keys().stream()
                                .filter(key -> !hasUnknownFamily && !context.isUnknown(key))
                                .map(key -> new PartialScene(
                                        scene.policies(),
                                        without(scene.request(), key),
                                        scene.completions().stream()
                                                .map(completion -> without(completion, key))
                                                .toList())))
                .flatMap(Function.identity());
    }

    private static Request without(Request request, ConditionKey dropped) {
        Context.Builder builder = Context.builder();
        for (ConditionKey key : request.context().keys()) {
            if (!key.sameAs(dropped)) {
                builder.put(key, request.context().get(key));
            }
        }
        return request.with(builder.build());
    }

    static Stream<PolicySet> of(PolicySet set) {
        Stream<Supplier<PolicySet>> layers = Stream.of(
                        without(set.identity()).map(x -> with(set, x, set.boundary(), set.session(), set.resource())),
                        each(set.identity(), Reductions::attached)
                                .map(x -> with(set, x, set.boundary(), set.session(), set.resource())),
                        orNone(set.boundary(), Reductions::attached)
                                .map(x -> with(set, set.identity(), x, set.session(), set.resource())),
                        without(set.session()).map(x -> with(set, set.identity(), set.boundary(), x, set.resource())),
                        each(set.session(), Reductions::attached)
                                .map(x -> with(set, set.identity(), set.boundary(), x, set.resource())),
                        orNone(set.resource(), Reductions::attached)
                                .map(x -> with(set, set.identity(), set.boundary(), set.session(), x)),
                        orNone(set.endpoint(), Reductions::attached)
                                .map(x -> rest(set, x, set.serviceControl(), set.resourceControl())),
                        without(set.serviceControl()).map(x -> rest(set, set.endpoint(), x, set.resourceControl())),
                        each(set.serviceControl(), Reductions::level)
                                .map(x -> rest(set, set.endpoint(), x, set.resourceControl())),
                        without(set.resourceControl()).map(x -> rest(set, set.endpoint(), set.serviceControl(), x)),
                        each(set.resourceControl(), Reductions::level)
                                .map(x -> rest(set, set.endpoint(), set.serviceControl(), x)))
                .flatMap(Function.identity());
        return constructible(layers);
    }

    private static Supplier<PolicySet> with(
            PolicySet set,
            Optional<List<AttachedPolicy>> identity,
            Optional<AttachedPolicy> boundary,
            Optional<List<AttachedPolicy>> session,
            Optional<AttachedPolicy> resource) {
        return () -> new PolicySet(
                identity, boundary, session, resource, set.endpoint(), set.serviceControl(), set.resourceControl());
    }

    private static Supplier<PolicySet> rest(
            PolicySet set,
            Optional<AttachedPolicy> endpoint,
            Optional<List<PolicyLevel>> serviceControl,
            Optional<List<PolicyLevel>> resourceControl) {
        return () -> new PolicySet(
                set.identity(),
                set.boundary(),
                set.session(),
                set.resource(),
                endpoint,
                serviceControl,
                resourceControl);
    }

    private static Stream<PolicyLevel> level(PolicyLevel level) {
        return Stream.concat(without(level.policies()), each(level.policies(), Reductions::attached))
                .map(policies -> new PolicyLevel(level.name(), policies));
    }

    private static Stream<AttachedPolicy> attached(AttachedPolicy attached) {
        return of(attached.policy()).map(policy -> new AttachedPolicy(attached.name(), policy));
    }

    static Stream<Policy> of(Policy policy) {
        Stream<Optional<String>> ids = policy.id().isPresent() ? Stream.of(Optional.empty()) : Stream.of();
        return Stream.of(
                        ids.map(id -> new Policy(policy.version(), id, policy.statements())),
                        Stream.concat(without(policy.statements()), each(policy.statements(), Reductions::of))
                                .map(statements -> new Policy(policy.version(), policy.id(), statements)))
                .flatMap(Function.identity());
    }

    static Stream<Statement> of(Statement s) {
        Stream<Optional<String>> sids = s.sid().isPresent() ? Stream.of(Optional.empty()) : Stream.of();
        return constructible(Stream.of(
                        sids.map(sid -> statement(s, sid, s.principals(), s.actions(), s.resources(), s.conditions())),
                        without(s.conditions())
                                .map(x -> statement(s, s.sid(), s.principals(), s.actions(), s.resources(), x)),
                        each(s.conditions(), Reductions::of)
                                .map(x -> statement(s, s.sid(), s.principals(), s.actions(), s.resources(), x)),
                        narrower(s.actions())
                                .map(x -> statement(s, s.sid(), s.principals(), x, s.resources(), s.conditions())),
                        s.resources().stream()
                                .flatMap(Reductions::narrower)
                                .map(x -> statement(
                                        s, s.sid(), s.principals(), s.actions(), Optional.of(x), s.conditions())),
                        s.principals().stream()
                                .flatMap(Reductions::narrower)
                                .map(x -> statement(
                                        s, s.sid(), Optional.of(x), s.actions(), s.resources(), s.conditions())))
                .flatMap(Function.identity()));
    }

    private static Supplier<Statement> statement(
            Statement s,
            Optional<String> sid,
            Optional<Scope<PrincipalPattern>> principals,
            Scope<ActionPattern> actions,
            Optional<Scope<ResourcePattern>> resources,
            List<Condition> conditions) {
        return () -> new Statement(sid, s.effect(), principals, actions, resources, conditions);
    }

    private static Stream<Condition> of(Condition condition) {
        return without(condition.values()).map(values -> new Condition(condition.operator(), condition.key(), values));
    }

    private static <P> Stream<Scope<P>> narrower(Scope<P> scope) {
        return without(scope.patterns())
                .map(patterns ->
                        scope.match(only -> new Scope.Only<>(patterns), allExcept -> new Scope.AllExcept<>(patterns)));
    }

    static Stream<Request> of(Request r) {
        Stream<Optional<String>> owners = r.resourceAccount().isPresent() ? Stream.of(Optional.empty()) : Stream.of();
        return Stream.of(
                        owners.map(owner ->
                                new Request(r.principal(), r.action(), r.resources(), owner, r.context(), r.flags())),
                        without(List.copyOf(r.flags()))
                                .map(flags -> new Request(
                                        r.principal(),
                                        r.action(),
                                        r.resources(),
                                        r.resourceAccount(),
                                        r.context(),
                                        Set.copyOf(flags))),
                        Stream.concat(
                                        without(r.resources()).filter(resources -> !resources.isEmpty()),
                                        each(r.resources(), Reductions::of))
                                .map(resources -> new Request(
                                        r.principal(),
                                        r.action(),
                                        resources,
                                        r.resourceAccount(),
                                        r.context(),
                                        r.flags())),
                        of(r.context()).map(r::with))
                .flatMap(Function.identity());
    }

    private static Stream<Resource> of(Resource resource) {
        return of(resource.context()).map(resource::with);
    }

    private static Stream<Context> of(Context context) {
        return without(context.keys()).map(kept -> {
            Context.Builder builder = Context.builder();
            for (ConditionKey key : kept) {
                builder.put(key, context.get(key));
            }
            return builder.build();
        });
    }

    /** The list without one of its elements. */
    private static <T> Stream<List<T>> without(List<T> list) {
        return IntStream.range(0, list.size()).mapToObj(i -> {
            List<T> rest = new ArrayList<>(list);
            rest.remove(i);
            return List.copyOf(rest);
        });
    }

    /** Nothing, or the list without one of its elements. */
    private static <T> Stream<Optional<List<T>>> without(Optional<List<T>> list) {
        return list.stream()
                .flatMap(some ->
                        Stream.concat(Stream.of(Optional.empty()), without(some).map(Optional::of)));
    }

    /** The list with one of its elements reduced. */
    private static <T> Stream<List<T>> each(List<T> list, Function<T, Stream<T>> reductions) {
        return IntStream.range(0, list.size())
                .boxed()
                .flatMap(i -> reductions.apply(list.get(i)).map(smaller -> {
                    List<T> changed = new ArrayList<>(list);
                    changed.set(i, smaller);
                    return List.copyOf(changed);
                }));
    }

    private static <T> Stream<Optional<List<T>>> each(Optional<List<T>> list, Function<T, Stream<T>> reductions) {
        return list.stream().flatMap(some -> each(some, reductions)).map(Optional::of);
    }

    /** Nothing, or the value reduced. */
    private static <T> Stream<Optional<T>> orNone(Optional<T> value, Function<T, Stream<T>> reductions) {
        return value.stream()
                .flatMap(some -> Stream.concat(
                        Stream.of(Optional.empty()), reductions.apply(some).map(Optional::of)));
    }

    /** Leaving something out can break a rule of the model, such as the one about trust policies. */
    private static <T> Stream<T> constructible(Stream<Supplier<T>> values) {
        return values.flatMap(value -> {
            try {
                return Stream.of(value.get());
            } catch (IllegalArgumentException e) {
                return Stream.of();
            }
        });
    }
}
