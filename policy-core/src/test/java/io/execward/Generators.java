// SPDX-License-Identifier: Apache-2.0
package io.execward;

import io.execward.model.Effect;
import io.execward.model.Policy;
import io.execward.model.PolicyKind;
import io.execward.model.PolicySet;
import io.execward.model.Request;
import io.execward.model.Statement;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Shrinkable;
import net.jqwik.api.ShrinkingDistance;

/**
 * What property tests are fed with. A test class has {@code @Provide} methods that call these: jqwik cannot call
 * methods of a package whose tests do not run, because it is not opened to it.
 *
 * <p>{@link Draw} makes the values and {@link Reductions} makes failing ones small: only this class knows jqwik.
 */
public final class Generators {
    private Generators() {}

    /** A policy set with a request that it says something about. */
    public static Arbitrary<Scene> scenes() {
        return drawn(Draw::scene, Reductions::of);
    }

    /** The same with unknown keys in the request. */
    public static Arbitrary<PartialScene> partialScenes() {
        return drawn(Draw::partialScene, Reductions::of);
    }

    public static Arbitrary<PolicySet> policySets() {
        return drawn(draw -> draw.scene().policies(), Reductions::of);
    }

    /** Requests whose contexts are complete. */
    public static Arbitrary<Request> requests() {
        return drawn(Draw::request, Reductions::of);
    }

    /** A policy of any kind, with the kind. */
    public static Arbitrary<KindOfPolicy> policies() {
        return drawn(
                draw -> {
                    PolicyKind kind = draw.kind();
                    return new KindOfPolicy(kind, draw.policy(kind, draw.request()));
                },
                one -> Reductions.of(one.policy()).map(smaller -> new KindOfPolicy(one.kind(), smaller)));
    }

    /** Identity-policy statements of either effect. */
    public static Arbitrary<Statement> statements() {
        return drawn(draw -> draw.statement(PolicyKind.IDENTITY, draw.request()), Reductions::of);
    }

    /**
     * A scene with one more statement about its request, which may join any layer but that of resource control
     * policies: it names no principals, and its ARNs are complete.
     */
    public static Arbitrary<OneMore> scenesWithOneMore(Effect effect) {
        return drawn(
                draw -> {
                    Scene scene = draw.scene();
                    return new OneMore(scene, draw.statement(PolicyKind.SESSION, scene.request(), effect));
                },
                one -> Stream.concat(
                        Reductions.of(one.scene()).map(smaller -> new OneMore(smaller, one.statement())),
                        Reductions.of(one.statement()).map(smaller -> new OneMore(one.scene(), smaller))));
    }

    /** See {@link #scenesWithOneMore}. */
    public record OneMore(Scene scene, Statement statement) {}

    /** A policy and the kind that it fits. */
    public record KindOfPolicy(PolicyKind kind, Policy policy) {}

    private static <T> Arbitrary<T> drawn(Function<Draw, T> draw, Function<T, Stream<T>> reductions) {
        return Arbitraries.fromGenerator((Random random) -> new Drawn<>(draw.apply(new Draw(random)), reductions));
    }

    /** A drawn value that knows how to become smaller; the printed form is a good enough measure of size. */
    private record Drawn<T>(T value, Function<T, Stream<T>> reductions) implements Shrinkable<T> {
        @Override
        public Stream<Shrinkable<T>> shrink() {
            return reductions.apply(value).map(smaller -> new Drawn<>(smaller, reductions));
        }

        @Override
        public ShrinkingDistance distance() {
            return ShrinkingDistance.of(value.toString().length());
        }
    }
}
