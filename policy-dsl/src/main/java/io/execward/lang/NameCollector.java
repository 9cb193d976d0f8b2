// SPDX-License-Identifier: Apache-2.0
package io.execward.lang;

import io.execward.diagnostic.Diagnostic;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Collects the names of a file and of those that it includes, in the order of reading. A name means what is known where it is given, so
 * that names cannot mean each other for ever.
 */
final class NameCollector {
    /** More values than this behind one name are a mistake, or an attack. */
    static final int MOST_OF_ONE = 10_000;

    /** And so are more than this behind all names together. */
    static final int MOST_OF_ALL = 200_000;

    private final Map<String, Names.Meaning> meanings = new HashMap<>();
    private final Set<String> broken = new HashSet<>();
    private final Problems problems;
    private int count;

    NameCollector(Problems problems) {
        this.problems = problems;
    }

    /** The names so far, with the settings of a file; it goes on to know what is added. */
    Names names(Settings settings) {
        return new Names(meanings, broken, settings);
    }

    void addBroken(List<String> names) {
        broken.addAll(names);
    }

    void add(Item.Let let, Settings settings) {
        String name = let.name().text();
        Names.@Nullable Meaning before = meanings.get(name);
        if (before != null) {
            problems.accept(Diagnostic.error(
                            "LANG-028", let.name().span(), "`" + name + "` is named twice", "choose another name")
                    .withRelated(before.let().name().span(), "here it is named first"));
            return;
        }
        int errors = problems.errorCount();
        Names.Meaning meaning = meaning(let, names(settings));
        int size = meaning.values().size() + meaning.tags().map(Map::size).orElse(0);
        count += size;
        if (size > MOST_OF_ONE || count > MOST_OF_ALL) {
            problems.error(
                    "LANG-026",
                    let.name().span(),
                    "`" + name + "` has too many values",
                    "write at most " + MOST_OF_ONE + " behind one name, and " + MOST_OF_ALL + " behind all");
        }
        if (problems.errorCount() > errors) {
            broken.add(name);
        } else {
            meanings.put(name, meaning);
        }
    }

    private Names.Meaning meaning(Item.Let let, Names names) {
        return let.value()
                .match(
                        things -> new Names.Meaning(let, names.things(things.reference(), problems), Optional.empty()),
                        plain -> plain(let, plain.values(), names),
                        tags -> new Names.Meaning(let, List.of(), Optional.of(names.tags(tags.set(), problems))));
    }

    /** {@code let a = b} where {@code b} is a tag set names the tags. */
    private Names.Meaning plain(Item.Let let, Values values, Names names) {
        if (values.items().size() == 1 && values.items().get(0) instanceof Value.Name name) {
            Names.@Nullable Meaning other = names.meanings().get(name.name());
            if (other != null) {
                return new Names.Meaning(let, other.values(), other.tags());
            }
        }
        return new Names.Meaning(let, names.values(values, problems), Optional.empty());
    }
}
