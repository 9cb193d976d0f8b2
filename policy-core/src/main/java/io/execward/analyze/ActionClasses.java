// SPDX-License-Identifier: Apache-2.0
package io.execward.analyze;

import io.execward.match.ActionMatcher;
import io.execward.match.Glob;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Actions, one for each set of patterns that an action of all the wanted boxes can match; more than one does no harm. Patterns mostly
 * name their service, and then each service is looked at by itself.
 */
final class ActionClasses {
    private static final String READABLE = "xyzwvutsrqponmlkjihgfedcba0123456789";

    private final Meter meter;
    private final List<Box> wanted;
    /** Every pattern that has a say. */
    private final List<ActionMatcher> patterns = new ArrayList<>();

    private final Set<String> found = new LinkedHashSet<>();

    private ActionClasses(Meter meter, List<Box> wanted, List<Box> unwanted) {
        this.meter = meter;
        this.wanted = wanted;
        for (Box box : wanted) {
            patterns.addAll(List.of(box.matcher().actions()));
        }
        for (Box box : unwanted) {
            for (ActionMatcher pattern : box.matcher().actions()) {
                if (wanted.stream().allMatch(one -> mayMeet(one, pattern))) {
                    patterns.add(pattern);
                }
            }
        }
    }

    private static boolean mayMeet(Box box, ActionMatcher pattern) {
        return box.actions().mayMeet(new Box.Field(Patterns.ofActions(pattern), false));
    }

    /** Folded. */
    static Set<String> of(Meter meter, List<Box> wanted, List<Box> unwanted) {
        return new ActionClasses(meter, wanted, unwanted).find();
    }

    private Set<String> find() {
        boolean oneService = patterns.stream()
                .allMatch(pattern ->
                        pattern.service().isLiteral() || pattern.service().isEverything());
        if (!oneService) {
            return texts(patterns.stream().map(ActionMatcher::whole).toList());
        }
        Optional<Set<String>> named = services();
        if (named.isPresent()) {
            named.get().forEach(this::look);
            return found;
        }
        Set<String> all = new TreeSet<>();
        for (ActionMatcher pattern : patterns) {
            if (pattern.service().isLiteral()) {
                all.add(pattern.service().prefix());
            }
        }
        String other = "other";
        while (all.contains(other)) {
            other += "x";
        }
        all.forEach(this::look);
        look(other);
        return found;
    }

    /** The services of a wanted box that names all of its own. */
    private Optional<Set<String>> services() {
        for (Box box : wanted) {
            Set<String> named = new LinkedHashSet<>();
            boolean literal = !box.matcher().exemptsActions();
            for (ActionMatcher action : box.matcher().actions()) {
                literal &= action.service().isLiteral();
                named.add(action.service().prefix());
            }
            if (literal) {
                return Optional.of(named);
            }
        }
        return Optional.empty();
    }

    private void look(String service) {
        Set<String> literals = new LinkedHashSet<>();
        Set<String> prefixes = new LinkedHashSet<>();
        List<Glob> others = new ArrayList<>();
        List<Glob> all = new ArrayList<>();
        all.add(new Glob.Builder().literal(service + ":").run(true).build());
        for (ActionMatcher pattern : patterns) {
            if (!pattern.service().matches(service)) {
                continue;
            }
            Glob name = pattern.name();
            all.add(pattern.whole());
            if (name.isLiteral()) {
                literals.add(name.prefix());
            } else if (name.equals(
                    new Glob.Builder().literal(name.prefix()).run(true).build())) {
                prefixes.add(name.prefix());
            } else {
                others.add(name);
            }
        }
        if (!others.isEmpty()) {
            texts(all);
            return;
        }
        literals.forEach(name -> found.add(service + ":" + name));
        prefixes.add("");
        Set<String> named = new HashSet<>(literals);
        named.addAll(prefixes);
        prefixes.forEach(prefix -> found.add(service + ":" + prefix + other(prefix, named)));
    }

    /** A letter with which no name goes on behind the prefix. */
    private static String other(String prefix, Set<String> names) {
        Set<Integer> taken = new HashSet<>();
        for (String name : names) {
            if (name.length() > prefix.length() && name.startsWith(prefix)) {
                taken.add(name.codePointAt(prefix.length()));
            }
        }
        int letter =
                READABLE.chars().filter(c -> !taken.contains(c)).findFirst().orElse(-1);
        for (int c = 0x4E00; letter < 0; c++) {
            letter = taken.contains(c) ? -1 : c;
        }
        return Character.toString(letter);
    }

    private Set<String> texts(List<Glob> globs) {
        TextClasses classes =
                TextClasses.of(Universe.ACTION, globs.stream().distinct().toList(), meter.budget());
        classes.shortfall().ifPresent(meter::note);
        found.addAll(classes.texts());
        return found;
    }
}
