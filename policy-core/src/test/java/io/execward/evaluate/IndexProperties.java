// SPDX-License-Identifier: Apache-2.0
package io.execward.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.LinkedHashMultimap;
import com.google.common.collect.SetMultimap;
import io.execward.Generators;
import io.execward.Scene;
import io.execward.match.Tri;
import io.execward.model.AttachedPolicy;
import io.execward.model.PolicySet;
import io.execward.model.Resource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The indexes only spare work: whatever applies is found, in sets that are large enough to be indexed. */
class IndexProperties {
    private static final int STATEMENTS = 60;

    @Provide
    Arbitrary<List<Scene>> manyScenes() {
        return Generators.scenes().list().ofSize(STATEMENTS);
    }

    @Property(tries = 150)
    void every_statement_that_applies_is_found(@ForAll("manyScenes") List<Scene> scenes) {
        List<AttachedPolicy> policies = new ArrayList<>();
        scenes.forEach(scene -> scene.policies().identity().ifPresent(policies::addAll));
        PolicyEngine engine = PolicyEngine.compile(PolicySet.builder()
                .identity(policies.toArray(AttachedPolicy[]::new))
                .build());
        List<CompiledStatement> all = engine.layers().identity().orElseThrow().statements();
        StatementIndex index = new StatementIndex(all);
        for (Scene scene : scenes) {
            for (Resource resource : scene.request().resources()) {
                Check check = Check.of(scene.request(), resource);
                Set<CompiledStatement> found = new HashSet<>();
                index.anyMatch(check, statement -> remember(found, statement));
                List<CompiledStatement> applying =
                        all.stream().filter(s -> s.applies(check) != Tri.FALSE).toList();
                assertThat(found).containsAll(applying);
            }
        }
    }

    /** Goes on looking. */
    private static boolean remember(Set<CompiledStatement> found, CompiledStatement statement) {
        found.add(statement);
        return false;
    }

    @Provide
    Arbitrary<String> keys() {
        return Arbitraries.strings().withChars('a', 'b', ':', '\u00e9').ofMaxLength(6);
    }

    @Provide
    Arbitrary<Set<String>> keySets() {
        return keys().set().ofMaxSize(30);
    }

    @Property(tries = 3_000)
    void a_prefix_tree_finds_exactly_the_keys_that_the_text_begins_with(
            @ForAll("keySets") Set<String> keys, @ForAll("keys") String text) {
        SetMultimap<String, String> values = LinkedHashMultimap.create();
        keys.forEach(key -> values.put(key, key));
        Set<String> found = new HashSet<>();
        PrefixTree.of(values).anyMatch("x" + text, 1, key -> !found.add(key));
        assertThat(found)
                .isEqualTo(Set.copyOf(keys.stream().filter(text::startsWith).toList()));
    }
}
