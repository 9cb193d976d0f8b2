// SPDX-License-Identifier: Apache-2.0
package io.execward;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Code, tests and case files cite rules by id, and {@code policy-core/docs} defines each. Of a range only the two ends are looked
 * up, for the numbers have gaps.
 */
class RuleIdsTest {
    private static final String ID = "(?:R-[A-Z]+-|U-EXEC-|U-|E-[A-Z])[0-9]{1,3}";

    /** The id is the first cell of a table row. */
    private static final Pattern DEFINITION = Pattern.compile("^\\|\\s*(" + ID + ")\\s*\\|");

    /** An id, and in group 2 what abbreviates further ids of its area: {@code , -06, -14 to -16}, {@code /04}, {@code ..10}. */
    private static final Pattern CITATION = Pattern.compile("(?<![A-Za-z0-9_-])(" + ID
            + ")(?![A-Za-z0-9_])((?:(?:(?:,| and| or| to|, and|, or) -|(?:/|\\.\\.)-?)[0-9]{1,3}(?![A-Za-z0-9_-]))*)");

    private static final Pattern NUMBER = Pattern.compile("[0-9]+");

    private final Path root = root();

    @Test
    void every_id_that_code_and_tests_cite_is_defined_in_the_rules() throws IOException {
        var defined = definitions().keySet();
        var citations = citations();

        assertThat(citations).as("ids found below %s", root).isNotEmpty();
        assertThat(citations)
                .filteredOn(citation -> !defined.contains(citation.id()))
                .extracting(Citation::toString)
                .as("ids that no table of policy-core/docs defines")
                .isEmpty();
    }

    @Test
    void no_id_is_defined_twice() throws IOException {
        assertThat(definitions()).allSatisfy((id, places) -> assertThat(places).hasSize(1));
    }

    @Test
    void abbreviated_lists_are_read_as_the_ids_they_mean() {
        assertThat(idsIn("flags (R-" + "ORG-05, -06, -14 to -16)"))
                .containsExactly("R-" + "ORG-05", "R-" + "ORG-06", "R-" + "ORG-14", "R-" + "ORG-16");
        assertThat(idsIn("`U-" + "EXEC-01`, R-" + "RES-03/04; E-" + "C31."))
                .containsExactly("U-" + "EXEC-01", "R-" + "RES-03", "R-" + "RES-04", "E-" + "C31");
        assertThat(idsIn("R-" + "COND-60 to R-" + "COND-65, 10 values, U+0020, GRU-12, E-" + "C1x"))
                .hasSize(2);
    }

    private record Citation(String id, Path file, int line) {
        @Override
        public String toString() {
            return id + ": " + file + ":" + line;
        }
    }

    private Map<String, List<String>> definitions() throws IOException {
        Map<String, List<String>> found = new HashMap<>();
        for (Path sheet : filesBelow(root.resolve("policy-core/docs"))) {
            List<String> lines = Files.readAllLines(sheet);
            for (int i = 0; i < lines.size(); i++) {
                Matcher row = DEFINITION.matcher(lines.get(i));
                if (row.find()) {
                    found.computeIfAbsent(row.group(1), id -> new ArrayList<>())
                            .add(sheet.getFileName() + ":" + (i + 1));
                }
            }
        }
        assertThat(found).as("rules found below %s", root).isNotEmpty();
        return found;
    }

    private List<Citation> citations() throws IOException {
        List<Citation> found = new ArrayList<>();
        for (Path module : modules()) {
            for (Path file : filesBelow(module.resolve("src"))) {
                if (!citesRules(file)) {
                    continue;
                }
                List<String> lines = Files.readAllLines(file);
                for (int i = 0; i < lines.size(); i++) {
                    for (String id : idsIn(lines.get(i))) {
                        found.add(new Citation(id, root.relativize(file), i + 1));
                    }
                }
            }
        }
        return found;
    }

    private static boolean citesRules(Path file) {
        String name = file.getFileName().toString();
        boolean golden = Stream.iterate(file.getParent(), at -> at != null, Path::getParent)
                .anyMatch(at -> at.endsWith("golden"));
        return golden
                || name.endsWith(".jsonl")
                || (name.endsWith(".java") && !name.equals(RuleIdsTest.class.getSimpleName() + ".java"));
    }

    private static List<String> idsIn(String line) {
        List<String> ids = new ArrayList<>();
        Matcher citation = CITATION.matcher(line);
        while (citation.find()) {
            String first = citation.group(1);
            ids.add(first);
            String area = first.substring(0, first.length() - digitsAtTheEnd(first));
            NUMBER.matcher(citation.group(2)).results().forEach(number -> ids.add(area + number.group()));
        }
        return ids;
    }

    private static int digitsAtTheEnd(String id) {
        int digits = 0;
        while (Character.isDigit(id.charAt(id.length() - 1 - digits))) {
            digits++;
        }
        return digits;
    }

    private List<Path> modules() throws IOException {
        try (Stream<Path> folders = Files.list(root)) {
            return folders.filter(folder ->
                            folder.getFileName().toString().startsWith("policy-") || folder.endsWith("benchmarks"))
                    .sorted()
                    .toList();
        }
    }

    private static List<Path> filesBelow(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    /** Maven runs the tests in the module's folder, an IDE perhaps in the project's. */
    private static Path root() {
        Path start = Path.of(System.getProperty("user.dir")).toAbsolutePath();
        for (Path at = start; at != null; at = at.getParent()) {
            if (Files.isDirectory(at.resolve("policy-core"))) {
                return at;
            }
        }
        throw new AssertionError("no folder with `policy-core` above " + start);
    }
}
