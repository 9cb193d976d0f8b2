// SPDX-License-Identifier: Apache-2.0
package io.execward.lang;

import io.execward.diagnostic.Diagnostic;
import io.execward.diagnostic.Source;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A file with all that it includes: reads each once, collects the names, and refuses circles and ways out of the root folder. */
final class FileSet {
    /** More are a mistake, or an attack. */
    static final int MOST_FILES = 200;

    static final int DEEPEST = 20;

    /** A policy and the names that it knows. */
    record Placed(PolicyBlock policy, Names names) {}

    private final SourceLoader loader;
    private final Problems problems;
    private final NameCollector names;
    private final List<Placed> policies = new ArrayList<>();
    private final Set<String> read = new HashSet<>();
    private final Deque<String> open = new ArrayDeque<>();

    FileSet(SourceLoader loader, Problems problems) {
        this.loader = loader;
        this.problems = problems;
        this.names = new NameCollector(problems);
    }

    List<Placed> policies() {
        return policies;
    }

    /** Reads a parsed file and returns the names that it knows in the end. */
    Names add(SyntaxFront.Parsed parsed, String path, Optional<Settings> outer) {
        read.add(path);
        open.push(path);
        names.addBroken(parsed.broken());
        Settings settings = new Settings(outer);
        parsed.file().items().stream()
                .filter(Item.Setting.class::isInstance)
                .map(Item.Setting.class::cast)
                .forEach(setting -> settings.add(setting, problems));
        Names known = names.names(settings);
        for (Item item : parsed.file().items()) {
            if (item instanceof Item.Include include) {
                include(include, path, settings);
            } else if (item instanceof Item.Let let) {
                names.add(let, settings);
            } else if (item instanceof PolicyBlock policy) {
                policies.add(new Placed(policy, known));
            }
        }
        open.pop();
        return known;
    }

    private void include(Item.Include include, String from, Settings settings) {
        Optional<String> path = IncludePaths.resolve(from, include.path().value());
        if (path.isEmpty()) {
            problem(
                    include,
                    "LANG-040",
                    "`" + include.path().value() + "` leads out of the root folder, or is no path",
                    "write a path below the folder of this file, with `/` between its parts");
        } else if (open.contains(path.get())) {
            problem(
                    include,
                    "LANG-041",
                    "`" + include.path().value() + "` includes this file in turn",
                    "move what both need to a third file");
        } else if (!read.contains(path.get())) {
            if (read.size() >= MOST_FILES || open.size() >= DEEPEST) {
                problem(
                        include,
                        "LANG-042",
                        "there are more than " + MOST_FILES + " files, or they include each other more than " + DEEPEST
                                + " deep",
                        "include fewer");
                return;
            }
            load(include, path.get(), settings);
        }
    }

    private void load(Item.Include include, String path, Settings settings) {
        Source source;
        try {
            source = loader.load(path);
        } catch (IOException e) {
            String why = e.getMessage() == null ? "it cannot be read" : e.getMessage();
            problem(
                    include,
                    "LANG-043",
                    "`" + include.path().value() + "` cannot be included: "
                            + why.replace('\n', ' ').replace('\r', ' '),
                    "write the path of a readable file, from the folder of this one");
            return;
        }
        add(SyntaxFront.parse(source, problems), path, Optional.of(settings));
    }

    private void problem(Item.Include include, String rule, String message, String help) {
        problems.accept(Diagnostic.error(rule, include.path().span(), message, help));
    }
}
