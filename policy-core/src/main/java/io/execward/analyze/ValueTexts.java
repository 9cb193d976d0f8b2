// SPDX-License-Identifier: Apache-2.0
package io.execward.analyze;

import io.execward.analyze.TextWalk.Observer;
import io.execward.catalog.KeyType;
import io.execward.match.ConditionMatcher;
import io.execward.match.ConditionMatcher.TextPattern;
import io.execward.match.Decimal;
import io.execward.match.Glob;
import io.execward.match.IpAddress;
import io.execward.match.IpRange;
import io.execward.match.PointInTime;
import io.execward.match.Template;
import io.execward.match.Tri;
import io.execward.model.Arn;
import io.execward.model.Comparison.Family;
import io.execward.model.ConditionKey;
import io.execward.model.Context;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Single values of a key, enough of them: for every text that the key can hold there is one on which every condition has the same truth.
 * Texts are found from what the conditions compare with: patterns by a walk through their automata, numbers and instants at and between
 * those named, addresses in each overlap of blocks. Where a key is compared both with literal texts and as a number, a date or an
 * address, each literal is a value, and the others are written differently from all of them.
 */
final class ValueTexts {
    private static final List<String> WORDS = List.of("other", "another");
    private static final List<String> ACCOUNTS = List.of("444455556666", "777788889999");
    private static final Set<Family> AS_TEXT = Set.of(Family.STRING, Family.ARN, Family.BOOL);

    private final ConditionKey key;
    private final KeyDomain domain;
    private final Budget budget;
    private final Set<Family> families = EnumSet.noneOf(Family.class);
    private final Set<TextPattern> patterns = new LinkedHashSet<>();
    private final Set<BigDecimal> cuts = new TreeSet<>();
    private final List<IpRange> blocks = new ArrayList<>();
    private final Set<String> bytes = new LinkedHashSet<>();
    private final Set<String> texts = new LinkedHashSet<>();
    private Optional<Shortfall> shortfall = Optional.empty();

    /**
     * Finds the values.
     *
     * @param apart texts that count as different from all others
     */
    ValueTexts(
            ConditionKey key,
            KeyDomain domain,
            List<ConditionMatcher> conditions,
            Context context,
            Set<String> apart,
            Budget budget) {
        this.key = key;
        this.domain = domain;
        this.budget = budget;
        for (ConditionMatcher condition : conditions) {
            learn(condition, context);
        }
        families.remove(Family.NULL);
        for (String text : apart) {
            patterns.add(new TextPattern(new Glob.Builder().literal(text).build(), false));
        }
        find();
    }

    /** In the order of preference. */
    Set<String> texts() {
        return texts;
    }

    Optional<Shortfall> shortfall() {
        return shortfall;
    }

    private void learn(ConditionMatcher condition, Context context) {
        Family family = condition.condition().operator().comparison().family();
        families.add(family);
        patterns.addAll(condition.textPatterns(context));
        for (Template template : condition.templates()) {
            if (!AS_TEXT.contains(family) && template.resolves(context) == Tri.TRUE) {
                learn(family, template.text(context));
            }
        }
    }

    private void learn(Family family, String text) {
        switch (family) {
            case NUMERIC -> {
                if (Decimal.isNumber(text)) {
                    cuts.add(new BigDecimal(text));
                }
            }
            case DATE -> PointInTime.parse(text).ifPresent(instant -> cuts.add(instant.toDecimal()));
            case IP -> IpRange.parse(text).ifPresent(blocks::add);
            case BINARY -> bytes.add(text);
            case STRING, ARN, BOOL, NULL -> {}
        }
    }

    private void find() {
        if (domain.types().equals(Set.of(KeyType.BOOL))) {
            texts.addAll(List.of("true", "false"));
            return;
        }
        boolean wild = patterns.stream().anyMatch(this::hasForms);
        boolean onlyText = AS_TEXT.containsAll(families);
        if (!onlyText) {
            judgeMixture(wild);
        }
        if (domain.isText() || wild) {
            findTexts();
        } else {
            patterns.stream()
                    .filter(p -> p.glob().isLiteral())
                    .forEach(p -> texts.add(p.glob().prefix()));
        }
        if (!(onlyText && (domain.isText() || wild))) {
            findTyped();
        }
        if (!domain.isText() && !wild) {
            texts.removeIf(text -> !isOfType(text));
        }
    }

    /** True if values other than the pattern's own text match it but not every pattern: those of other letter case too. */
    private boolean hasForms(TextPattern pattern) {
        boolean everything = pattern.glob().isEverything();
        boolean folds =
                pattern.ignoresCase() && !domain.isText() && !domain.types().equals(Set.of(KeyType.BOOL));
        return !everything && (folds || !pattern.glob().isLiteral());
    }

    /** Mixtures for which the values found may not be all. */
    private void judgeMixture(boolean wild) {
        boolean binary = families.contains(Family.BINARY) && families.size() > 1;
        boolean foldedDate = families.contains(Family.DATE)
                && patterns.stream().anyMatch(pattern -> pattern.ignoresCase() && mayBeDate(pattern.glob()));
        if (wild || binary || foldedDate) {
            shortfall = Optional.of(new Shortfall(
                    Limit.CONSTRUCT,
                    "`" + key + "` is compared both as text with patterns and as another kind of value"));
        }
    }

    private static boolean mayBeDate(Glob folded) {
        return folded.prefix().indexOf('t') >= 0 || folded.prefix().indexOf('z') >= 0;
    }

    private void findTexts() {
        if (patterns.stream().noneMatch(TextPattern::ignoresCase)
                && patterns.stream()
                        .allMatch(p -> p.glob().isLiteral() || p.glob().isEverything())) {
            patterns.stream()
                    .filter(p -> p.glob().isLiteral())
                    .forEach(p -> texts.add(p.glob().prefix()));
            words().stream().filter(word -> !texts.contains(word)).findFirst().ifPresentOrElse(texts::add, this::walk);
        } else {
            walk();
        }
        texts.remove("");
    }

    private void walk() {
        List<Observer> observers = new ArrayList<>();
        List<String> readable = new ArrayList<>();
        for (TextPattern pattern : patterns) {
            observers.add(Observer.of(pattern.glob(), pattern.ignoresCase()));
            readable.addAll(readable(pattern.glob()));
        }
        readable.addAll(0, words());
        TextWalk walk = new TextWalk(Universe.TEXT, new Alphabet(Universe.TEXT), observers)
                .walk(false, budget)
                .prefer(readable);
        walk.classes().forEach(group -> texts.add(group.text()));
        shortfall = shortfall.or(walk::shortfall);
    }

    static List<String> readable(Glob pattern) {
        return Wording.texts(pattern.prefix().startsWith("arn:") ? Universe.ARN : Universe.TEXT, pattern);
    }

    /** Texts for a value that is none of those named. */
    private List<String> words() {
        List<String> literals = patterns.stream().map(p -> p.glob().prefix()).toList();
        boolean accounts = !literals.isEmpty() && literals.stream().allMatch(Arn::isAccountId);
        return accounts ? ACCOUNTS : WORDS;
    }

    /** None of the texts named, and surely neither number, date nor address. */
    private String plainWord() {
        String word = WORDS.get(0);
        while (isNamed(word)) {
            word += "x";
        }
        return word;
    }

    private boolean isNamed(String text) {
        return patterns.stream()
                .filter(pattern -> pattern.glob().isLiteral())
                .anyMatch(pattern -> pattern.glob().prefix().equalsIgnoreCase(text));
    }

    /** Numbers, dates, addresses, bytes; and a text that is nothing of the kind. */
    private void findTyped() {
        if (domain.isText()) {
            texts.add(plainWord());
        }
        Set<String> avoided = new LinkedHashSet<>();
        patterns.forEach(pattern -> avoided.add(pattern.glob().prefix()));
        boolean date = families.contains(Family.DATE) || domain.types().contains(KeyType.DATE);
        boolean number = families.contains(Family.NUMERIC) || domain.types().contains(KeyType.NUMERIC);
        if (date || number) {
            for (BigDecimal value : OrderedValues.around(cuts)) {
                findOrdered(value, date, number, avoided);
            }
        }
        if (families.contains(Family.IP) || domain.types().contains(KeyType.IP_ADDRESS)) {
            texts.addAll(IpRange.representatives(blocks, avoided));
        }
        if (families.contains(Family.BINARY)) {
            for (String text : bytes) {
                texts.add(text);
                texts.add(otherwisePadded(text));
            }
            for (int i = 0; i <= bytes.size(); i++) {
                byte[] other = ("other" + (i == 0 ? "" : i)).getBytes(StandardCharsets.UTF_8);
                texts.add(Base64.getEncoder().encodeToString(other));
            }
        }
        if (domain.types().contains(KeyType.BOOL)) {
            texts.addAll(List.of("true", "false"));
        }
    }

    /** The same bytes as another text, where there is one: two values of a set may be equal below {@code BinaryEquals}. */
    private static String otherwisePadded(String base64) {
        int end = base64.indexOf('=');
        return end >= 0 ? base64.substring(0, end) : base64 + "=".repeat(-base64.length() & 3);
    }

    /** Dates read better than epoch seconds; where both are told apart, both are values. */
    private void findOrdered(BigDecimal value, boolean date, boolean number, Set<String> avoided) {
        Optional<String> written = date ? OrderedValues.date(value, avoided) : Optional.empty();
        written.ifPresent(texts::add);
        if (number || written.isEmpty()) {
            texts.add(OrderedValues.number(value, avoided));
        }
        if (date && number && written.isEmpty()) {
            shortfall = shortfall.or(() -> Optional.of(new Shortfall(
                    Limit.CONSTRUCT, "`" + key + "` is compared with a date out of the years 0 to 9999")));
        }
    }

    private boolean isOfType(String text) {
        return domain.types().stream().anyMatch(type -> switch (type.element()) {
            case BOOL -> text.equals("true") || text.equals("false");
            case NUMERIC -> Decimal.isNumber(text);
            case DATE -> PointInTime.parse(text).isPresent();
            case IP_ADDRESS -> IpAddress.parse(text).isPresent();
            default -> true;
        });
    }
}
