// SPDX-License-Identifier: Apache-2.0
package io.execward.crosscheck;

import io.execward.analyze.Region;
import io.execward.analyze.Subject;
import io.execward.model.ActionPattern;
import io.execward.model.AttachedPolicy;
import io.execward.model.Comparison;
import io.execward.model.Condition;
import io.execward.model.ConditionKey;
import io.execward.model.ConditionOperator;
import io.execward.model.Context;
import io.execward.model.Effect;
import io.execward.model.Policy;
import io.execward.model.PolicyKind;
import io.execward.model.PolicyLevel;
import io.execward.model.PolicySet;
import io.execward.model.PolicyVersion;
import io.execward.model.Principal;
import io.execward.model.ResourcePattern;
import io.execward.model.Scope;
import io.execward.model.SetOperator;
import io.execward.model.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Draws questions of one theme. Their policies come in pairs that say nearly the same, or claims would hardly ever hold. */
final class Drawing {
    static final Principal CALLER = Principal.of("arn:aws:iam::111122223333:role/caller");

    private static final List<String> ACTIONS =
            List.of("*", "s:*", "s:x", "S:X", "s:x*", "s:?", "t:x", "?:x", "*:x", "s*:*y", "s:xy", "*:*", "s:*x*");
    private static final List<String> FEW_RESOURCES =
            List.of("*", "*", "*", "arn:aws:s:r:1:a", "arn:aws:s:r:1:*", "arn:aws:s:r:1:a*", "arn:aws:s:*");
    private static final List<String> SHAPES = List.of(
            "*",
            "arn:*",
            "arn:aws",
            "arn:aws:s",
            "arn:aws:s:*",
            "arn:aws:s:r:*",
            "arn:aws:s:r*:1:a",
            "arn:aws:*:a",
            "arn:aws:s:*:*:a",
            "arn:aws:s:*:1:b*",
            "arn:aws:?:r:1:*",
            "arn:aws:s::1:a",
            "arn:aws:s:r:?:a",
            "arn:aws:s:*r:1:*",
            "arn:aws:s:**:1:a",
            "arn:aws:s:*:a:*");
    private static final List<String> PIECES = List.of("a", "b", "a", "b", "*", "*", "?", "/", ":", "ab", "A");

    private final Dice dice;
    private final Theme theme;
    private final List<String> keys = new ArrayList<>();

    Drawing(Dice dice, Theme theme) {
        this.dice = dice;
        this.theme = theme;
        int count = theme.keys() == 0 ? 0 : 1 + dice.below(theme.keys());
        for (int i = 0; i < count; i++) {
            keys.add(dice.pick(dice.pick(theme.families()).keys()));
        }
    }

    /** A question of some theme. */
    static Question question(long seed, List<Theme> themes) {
        Dice dice = new Dice(seed);
        Theme theme = dice.pick(themes);
        return new Drawing(dice, theme).question();
    }

    private Question question() {
        Context known = known();
        PolicySet first = layers(policy(PolicyKind.IDENTITY));
        Kind kind = dice.pick(
                Kind.NO_NEW_ACCESS,
                Kind.NO_NEW_ACCESS,
                Kind.EQUIVALENT,
                Kind.EQUIVALENT,
                Kind.DISJOINT,
                Kind.NEVER_ALLOWS,
                Kind.NEVER_ALLOWS,
                Kind.ALWAYS_ALLOWS);
        Subject a = new Subject(CALLER, first, known);
        return switch (kind) {
            case NO_NEW_ACCESS ->
                new Question(
                        kind,
                        a,
                        new Subject(CALLER, variation(first), known),
                        dice.chance(80) ? Region.everything() : region());
            case EQUIVALENT, DISJOINT ->
                new Question(kind, a, new Subject(CALLER, variation(first), known), Region.everything());
            case NEVER_ALLOWS, ALWAYS_ALLOWS -> new Question(kind, a, a, region());
        };
    }

    private Context known() {
        Context.Builder known = Context.builder();
        for (String key : keys) {
            if (dice.chance(12)) {
                known.put(ConditionKey.of(key), dice.pick(Family.of(key).choices()));
            }
        }
        return known.build();
    }

    // Policies

    private PolicySet layers(Policy identity) {
        PolicySet.Builder set = PolicySet.builder().identity(identity);
        if (theme.layers()) {
            if (dice.chance(20)) {
                set.identity(policy(PolicyKind.IDENTITY));
            }
            if (dice.chance(40)) {
                set.boundary(policy(PolicyKind.PERMISSIONS_BOUNDARY));
            }
            if (dice.chance(30)) {
                dice.some(1, 2, () -> policy(PolicyKind.SESSION)).forEach(set::session);
            }
            if (dice.chance(40)) {
                dice.some(1, 2, this::level).forEach(set::serviceControl);
            }
        }
        return set.build();
    }

    private PolicyLevel level() {
        int least = dice.chance(3) ? 0 : 1;
        return new PolicyLevel(
                "level", dice.some(least, 2, () -> new AttachedPolicy("scp", policy(PolicyKind.SERVICE_CONTROL))));
    }

    /** The first that fits the layer: what a layer forbids is refused, so it is drawn again. */
    private Policy policy(PolicyKind kind) {
        while (true) {
            boolean old = kind == PolicyKind.IDENTITY && dice.chance(theme.variables() ? 8 : 2);
            Policy policy = new Policy(
                    Optional.of(old ? PolicyVersion.V2008_10_17 : PolicyVersion.V2012_10_17),
                    Optional.empty(),
                    dice.some(1, 3, this::statement));
            if (kind.violations(policy).isEmpty()) {
                return policy;
            }
        }
    }

    private Statement statement() {
        return new Statement(
                Optional.empty(),
                dice.chance(65) ? Effect.ALLOW : Effect.DENY,
                Optional.empty(),
                scope(15, dice.some(least(), 2, () -> new ActionPattern(dice.pick(ACTIONS)))),
                Optional.of(scope(12, dice.some(least(), 2, this::resource))),
                conditions(2));
    }

    private int least() {
        return dice.chance(3) ? 0 : 1;
    }

    private <P> Scope<P> scope(int percentNegated, List<P> patterns) {
        return dice.chance(percentNegated) ? new Scope.AllExcept<>(patterns) : new Scope.Only<>(patterns);
    }

    private Region region() {
        return new Region(
                new Scope.Only<>(List.of(new ActionPattern(dice.pick(ACTIONS)))),
                new Scope.Only<>(List.of(dice.chance(50) ? new ResourcePattern("*") : resource())),
                conditions(1));
    }

    // Resources

    private ResourcePattern resource() {
        if (theme.variables() && !keys.isEmpty() && dice.chance(theme.globs() ? 55 : 15)) {
            String start = dice.chance(93) ? "arn:aws:s:r:1:" : "arn:aws:s:" + variable() + ":1:";
            return new ResourcePattern(start + template(1, 3));
        }
        if (!theme.globs()) {
            return new ResourcePattern(dice.pick(FEW_RESOURCES));
        }
        return new ResourcePattern(
                dice.chance(35) ? dice.pick(SHAPES) : "arn:aws:s:r:1:" + String.join("", dice.some(1, 4, this::piece)));
    }

    private String piece() {
        return dice.pick(PIECES);
    }

    private String template(int least, int most) {
        return String.join("", dice.some(least, most, () -> dice.chance(45) ? variable() : piece()));
    }

    private String variable() {
        if (dice.chance(5)) {
            return dice.pick("${*}", "${?}", "${$}");
        }
        String key = spelled(dice.pick(keys));
        return dice.chance(15) ? "${" + key + ", '" + dice.pick("a", "b", "ab") + "'}" : "${" + key + "}";
    }

    // Conditions

    private List<Condition> conditions(int most) {
        return keys.isEmpty() ? List.of() : withoutTwins(dice.some(0, most, this::condition));
    }

    private Condition condition() {
        String key = dice.pick(keys);
        Family family = Family.of(key);
        ConditionKey spelled = ConditionKey.of(spelled(key));
        if (dice.chance(15)) {
            SetOperator set = dice.chance(90) ? SetOperator.NONE : dice.pick(SetOperator.values());
            return new Condition(
                    new ConditionOperator(set, Comparison.NULL, false),
                    spelled,
                    dice.chance(95) ? List.of(dice.pick("true", "false")) : List.of("true", "false"));
        }
        boolean asText = family != Family.SET && dice.chance(4);
        Comparison comparison = dice.pick(asText ? Family.STRING.comparisons() : family.comparisons());
        return new Condition(
                new ConditionOperator(setOperator(family), comparison, dice.chance(20)),
                spelled,
                dice.some(dice.chance(3) ? 0 : 1, 2, () -> value(family, comparison)));
    }

    private SetOperator setOperator(Family family) {
        boolean fits = family == Family.SET ? dice.chance(90) : dice.chance(8);
        return fits ? dice.pick(SetOperator.FOR_ALL_VALUES, SetOperator.FOR_ANY_VALUE) : SetOperator.NONE;
    }

    private String value(Family family, Comparison comparison) {
        boolean takes = theme.variables() && comparison.family().takesVariables();
        if (takes && dice.chance(50)) {
            return family == Family.ARN && dice.chance(70) ? "arn:aws:i::1:role/" + template(1, 2) : template(1, 2);
        }
        return dice.pick(family.patterns());
    }

    /** Keys are the same in any letter case (R-COND-05). */
    private String spelled(String key) {
        return dice.chance(85) ? key : dice.chance(50) ? key.toUpperCase(Locale.ROOT) : key.toLowerCase(Locale.ROOT);
    }

    // Pairs

    /** The same layers, one thing about them different, or nothing but the way it is written, or everything. */
    private PolicySet variation(PolicySet set) {
        return switch (dice.below(8)) {
            case 0, 1 -> layers(policy(PolicyKind.IDENTITY));
            case 2 -> set.toBuilder().identity(policy(PolicyKind.IDENTITY)).build();
            case 3 -> withIdentity(set, this::split);
            default -> withIdentity(set, this::changed);
        };
    }

    private interface Rewriting {
        Policy of(Policy policy);
    }

    private static PolicySet withIdentity(PolicySet set, Rewriting rewriting) {
        List<AttachedPolicy> identity = set.identity().orElse(List.of()).stream()
                .map(attached -> new AttachedPolicy(attached.name(), rewriting.of(attached.policy())))
                .toList();
        return new PolicySet(
                Optional.of(identity),
                set.boundary(),
                set.session(),
                set.resource(),
                set.endpoint(),
                set.serviceControl(),
                set.resourceControl());
    }

    /** A statement for each entry of its lists, in another order. */
    private Policy split(Policy policy) {
        List<Statement> all = new ArrayList<>();
        for (Statement s : policy.statements()) {
            for (Scope<ActionPattern> actions : entries(s.actions())) {
                for (Scope<ResourcePattern> resources : entries(s.resources().orElseThrow())) {
                    all.add(new Statement(
                            s.sid(), s.effect(), s.principals(), actions, Optional.of(resources), s.conditions()));
                }
            }
        }
        return new Policy(policy.version(), policy.id(), dice.shuffled(all));
    }

    private static <P> List<Scope<P>> entries(Scope<P> scope) {
        return scope.match(only -> only.patterns().stream().map(Scope::only).toList(), allExcept -> List.of(allExcept));
    }

    private Policy changed(Policy policy) {
        List<Statement> all = new ArrayList<>(policy.statements());
        int at = dice.below(all.size() + 1);
        if (at == all.size()) {
            all.add(statement());
        } else if (all.size() > 1 && dice.chance(20)) {
            all.remove(at);
        } else {
            all.set(at, changed(all.get(at)));
        }
        return new Policy(policy.version(), policy.id(), all);
    }

    private Statement changed(Statement s) {
        Statement other = statement();
        int what = dice.below(keys.isEmpty() ? 2 : 5);
        List<Condition> conditions = new ArrayList<>(s.conditions());
        if (what >= 2) {
            if (conditions.isEmpty() || dice.chance(30)) {
                conditions = new ArrayList<>(other.conditions());
            } else {
                conditions.set(dice.below(conditions.size()), condition());
            }
            conditions = withoutTwins(conditions);
        }
        return new Statement(
                s.sid(),
                s.effect(),
                s.principals(),
                what == 0 ? other.actions() : s.actions(),
                what == 1 ? other.resources() : s.resources(),
                conditions);
    }

    private static List<Condition> withoutTwins(List<Condition> conditions) {
        List<Condition> all = new ArrayList<>();
        for (Condition condition : conditions) {
            if (all.stream()
                    .noneMatch(c ->
                            c.operator().equals(condition.operator()) && c.key().sameAs(condition.key()))) {
                all.add(condition);
            }
        }
        return all;
    }
}
