// SPDX-License-Identifier: Apache-2.0
package io.execward.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The files that a command is to work on: those that are named, and those below named folders, in the order of their names. Links are
 * not followed below a folder, and what begins with a dot is left alone.
 *
 * @param wanted which files below a folder are meant, by their names
 */
record InputTree(Streams streams, Predicate<String> wanted, List<String> problems) {
    /**
     * One file.
     *
     * @param name as messages call it and as it is opened; {@code -} for standard input
     * @param inFolder its path below the folder that was named, or its own name
     */
    record Found(String name, Path inFolder) {}

    InputTree(Streams streams, Predicate<String> wanted) {
        this(streams, wanted, new ArrayList<>());
    }

    /** Each file once. What cannot be read is left in {@link #problems}. */
    List<Found> files(List<String> named) {
        if (named.isEmpty()) {
            throw new UsageError("nothing is named to work on: name files or folders, or `-` for standard input");
        }
        if (named.contains(Streams.DASH) && named.size() > 1) {
            throw new UsageError("`-` stands alone: standard input is one document");
        }
        Map<String, Found> all = new LinkedHashMap<>();
        for (String name : named) {
            if (name.equals(Streams.DASH)) {
                all.put(name, new Found(name, Path.of("stdin")));
            } else {
                add(name, all);
            }
        }
        return List.copyOf(all.values());
    }

    private void add(String name, Map<String, Found> all) {
        try {
            if (name.isEmpty()) {
                throw new IOException("the name is empty");
            }
            Path path = streams.folder().resolve(name);
            if (!Files.isDirectory(path)) {
                all.putIfAbsent(name, new Found(name, fileName(path)));
                return;
            }
            List<Path> below = below(path);
            if (below.isEmpty()) {
                problems.add("error: there is nothing to work on in " + name);
            }
            for (Path file : below) {
                String found = (name.endsWith("/") ? name : name + "/") + slashed(file);
                all.putIfAbsent(found, new Found(found, file));
            }
        } catch (InvalidPathException e) {
            problems.add("error: cannot read " + name + ": it is not a file name");
        } catch (IOException e) {
            problems.add("error: cannot read " + name + ": " + InputFiles.reason(e));
        }
    }

    private List<Path> below(Path folder) throws IOException {
        try (Stream<Path> walk = Files.walk(folder)) {
            return walk.filter(Files::isRegularFile)
                    .filter(file -> wanted.test(fileName(file).toString()))
                    .map(folder::relativize)
                    .filter(file -> Stream.iterate(file, at -> at != null, Path::getParent)
                            .noneMatch(at -> fileName(at).toString().startsWith(".")))
                    .sorted((a, b) -> slashed(a).compareTo(slashed(b)))
                    .toList();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static Path fileName(Path path) {
        Path name = path.getFileName();
        return name == null ? path : name;
    }

    /** The same on every system. */
    static String slashed(Path path) {
        List<String> names = new ArrayList<>();
        path.forEach(name -> names.add(name.toString()));
        return String.join("/", names);
    }
}
