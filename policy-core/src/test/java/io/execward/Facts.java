// SPDX-License-Identifier: Apache-2.0
package io.execward;

import io.execward.model.Comparison;
import io.execward.model.Comparison.Family;
import io.execward.model.Condition;
import io.execward.model.ConditionKey;
import io.execward.model.ConditionOperator;
import io.execward.model.Context;
import io.execward.model.ContextValue;
import io.execward.model.Principal;
import io.execward.model.SetOperator;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The context keys of the vocabulary, the values that requests have for them, and conditions about them. */
final class Facts {
    static final String ALICES_ID = "AIDAALICE0000000001";
    static final String OPS_ID = "AROAOPS00000000001";

    private static final List<String> TEXTS = List.of(
            "app",
            "a*b",
            "axb",
            "*",
            "prod",
            "App",
            "app-1",
            "alice",
            "web",
            "",
            "a*b",
            "axb",
            "a:b",
            "${x}",
            "\uD835\uDCB6pp",
            "\u212Aelvin",
            "kelvin",
            "stra\u00DFe",
            "strasse");
    private static final List<String> TEXT_PATTERNS = List.of(
            "app",
            "web",
            "prod",
            "app*",
            "a?p",
            "?pp",
            "*",
            "",
            "a*b",
            "a${*}b",
            "${?}pp",
            "${$}{x}",
            "${aws:username}",
            "${aws:PrincipalTag/team}",
            "${AWS:principaltag/TEAM, 'app'}",
            "${aws:TagKeys, 'app'}",
            "${ecs:subnet}",
            "a${ecs:container-name, 'pp'}",
            "${aws:PrincipalTag/team, '*'}",
            "${aws:PrincipalTag/team}*",
            "KELVIN",
            "STRASSE");
    private static final List<String> NUMBERS = List.of(
            "900",
            "900.0",
            "+900",
            "3600",
            "0900",
            "-10",
            "-9",
            "10.50",
            "10.5",
            "0",
            "-0",
            "99999999999999999999",
            "1e3",
            "many",
            "",
            " 900",
            "900.",
            ".5",
            "0x10",
            "1773129600",
            "2026-03-10");
    private static final List<String> DATES = List.of(
            "2026-03-10T08:00:00Z",
            "2026-03-10T10:00:00+02:00",
            "2026-03-10T08:00Z",
            "2026-03-10T08:00:00",
            "1773129600",
            "1773129600.0",
            "2026-03-10T08:00:00.5Z",
            "1773129600.5",
            "2026-03-10",
            "2026-03",
            "2026-03-01T00:00:00Z",
            "2026",
            "2026-03-10T03:00:00-05:00",
            "2026-03-10T08:00:00.000000000Z",
            "-1",
            "2026-02-30",
            "2026-03-10T24:00:00Z",
            "2026-03-10 08:00:00Z",
            "2026-03-10t08:00:00z",
            "2026-03-10T08Z",
            "2026-3-10",
            "noon",
            "");
    private static final List<String> BOOLS = List.of("true", "false", "TRUE", "False", "yes", "", "0");
    private static final List<String> BYTES = List.of("aGVsbG8=", "aGVsbG8", "d29ybGQ=", "", "%%%", "aGVs bG8=");
    private static final List<String> ADDRESSES = List.of(
            "203.0.113.5",
            "203.0.113.77",
            "2001:db8::a",
            "203.0.113.256",
            "198.51.100.1",
            "10.0.0.1",
            "2001:DB8:0:0:0:0:0:A",
            "2001:db8::b",
            "::ffff:203.0.113.5",
            "::1",
            "300.1.1.1",
            "203.0.113",
            "nowhere",
            "",
            "2001:db8::a::1",
            "2001:db8:0:0:0:0:0::a",
            "203.0.113.5/32");
    private static final List<String> RANGES = List.of(
            "203.0.113.0/24",
            "203.0.113.5/24",
            "203.0.113.5",
            "203.0.113.64/26",
            "203.0.0.0/16",
            "2001:db8::b",
            "0.0.0.0/0",
            "::/0",
            "2001:db8::/32",
            "2001:db8::a",
            "2001:0db8:0000::000A/127",
            "10.0.0.0/8",
            "203.0.113.5/33",
            "203.0.113.5/",
            "::ffff:0:0/96",
            "any");
    private static final List<String> ARNS = List.of(
            "arn:aws:ecs:us-east-1:111122223333:cluster/prod",
            "arn:aws:ecs:eu-west-1:111122223333:cluster/prod",
            "arn:aws:ecs:us-east-1:444455556666:cluster/dev",
            "arn:aws:iam::111122223333:role/Ops",
            "arn:aws:iam::111122223333:user/alice",
            "arn:aws:ecs:us-east-1:111122223333:task-definition/app:7",
            "arn:aws:ecs:us-east-1:111122223333:finance:cluster/prod",
            "arn:aws:ecs:us-east-1",
            "prod",
            "");
    private static final List<String> ARN_PATTERNS = List.of(
            "arn:aws:ecs:*:111122223333:cluster/*",
            "arn:aws:ecs:us-*:*:cluster/prod",
            "arn:*:ecs:*:*:*/pr?d",
            "arn:aws:ecs:*:${aws:PrincipalAccount}:cluster/prod",
            "arn:aws:ecs:us-east-1:111122223333:cluster/${aws:PrincipalTag/team}",
            "arn:aws:iam::${aws:PrincipalAccount, '111122223333'}:*",
            "arn:aws:iam::111122223333:role/*",
            "arn:aws:iam:*:111122223333:user/${aws:username}",
            "arn:aws:ecs:*:cluster/prod",
            "arn:aws:ecs:*",
            "*",
            "arn:aws:ecs:us-east-1:111122223333:task-definition/app:?",
            "*:*:*:*:*:*",
            "arn:aws:iam::${aws:PrincipalTag/team}:*",
            "arn:aws:${ecs:container-name, 'ecs'}:*:*:cluster/${*}",
            "ARN:aws:ecs:*:*:*");

    /** A context key with the values it may have; {@code isSet} for multivalued keys. */
    record Fact(String key, Family family, boolean isSet, List<String> values) {}

    static final List<Fact> ALL = List.of(
            new Fact("aws:username", Family.STRING, false, TEXTS),
            new Fact("aws:PrincipalTag/team", Family.STRING, false, TEXTS),
            new Fact("aws:ResourceTag/team", Family.STRING, false, TEXTS),
            new Fact("ecs:container-name", Family.STRING, false, TEXTS),
            new Fact("aws:PrincipalAccount", Family.STRING, false, List.of(Draw.OWN, Draw.OTHER)),
            new Fact(
                    "aws:userid",
                    Family.STRING,
                    false,
                    List.of(ALICES_ID, OPS_ID + ":alice", OPS_ID, OPS_ID + "X:alice", Draw.OWN)),
            new Fact("aws:TagKeys", Family.STRING, true, TEXTS),
            new Fact("ecs:subnet", Family.STRING, true, TEXTS),
            new Fact("aws:MultiFactorAuthAge", Family.NUMERIC, false, NUMBERS),
            new Fact("ecs:task-cpu", Family.NUMERIC, false, NUMBERS),
            new Fact("aws:EpochTime", Family.NUMERIC, false, DATES),
            new Fact("aws:CurrentTime", Family.DATE, false, DATES),
            new Fact("aws:TokenIssueTime", Family.DATE, false, DATES),
            new Fact("aws:SecureTransport", Family.BOOL, false, BOOLS),
            new Fact("aws:MultiFactorAuthPresent", Family.BOOL, false, BOOLS),
            new Fact("app:digest", Family.BINARY, false, BYTES),
            new Fact("aws:SourceIp", Family.IP, false, ADDRESSES),
            new Fact("aws:VpcSourceIp", Family.IP, false, ADDRESSES),
            new Fact("aws:PrincipalArn", Family.ARN, false, ARNS),
            new Fact("ecs:cluster", Family.ARN, false, ARNS),
            new Fact("ecs:capacity-provider", Family.ARN, true, ARNS));

    private final Dice dice;

    Facts(Dice dice) {
        this.dice = dice;
    }

    /** A context in which each key is present with this chance; what tells the caller mostly tells the truth. */
    Context context(int chance, Principal caller) {
        Context.Builder builder = Context.builder();
        for (Fact fact : ALL) {
            if (dice.percent(chance)) {
                builder.put(ConditionKey.of(anyCase(fact.key())), ContextValue.of(values(fact, caller)));
            }
        }
        return builder.build();
    }

    List<String> values(Fact fact, Principal caller) {
        if (dice.percent(3)) {
            return List.of("");
        }
        if (dice.percent(3)) {
            return List.of();
        }
        int count = fact.isSet() ? dice.between(1, 3) : dice.percent(4) ? 2 : 1;
        return dice.distinct(count, () -> value(fact, caller));
    }

    private String value(Fact fact, Principal caller) {
        Optional<String> truth = caller.account().flatMap(account -> truth(fact, caller, account));
        if (truth.isPresent() && dice.percent(70)) {
            return truth.get();
        }
        if (dice.percent(3)) {
            return dice.oneOf(dice.oneOf(ALL).values());
        }
        return usual(fact.values());
    }

    /** Mostly one of the first few, which are well-formed and alike. */
    private String usual(List<String> values) {
        return dice.percent(60) ? values.get(dice.between(0, Math.min(5, values.size()) - 1)) : dice.oneOf(values);
    }

    private static Optional<String> truth(Fact fact, Principal caller, String account) {
        return switch (fact.key()) {
            case "aws:username" -> Optional.of(caller instanceof Principal.User user ? user.name() : "app");
            case "aws:userid" ->
                Optional.of(
                        caller instanceof Principal.RoleSession session
                                ? OPS_ID + ":" + session.sessionName().orElse("x")
                                : ALICES_ID);
            case "aws:PrincipalAccount" -> Optional.of(account);
            case "aws:PrincipalArn" -> Optional.of(caller.text());
            default -> Optional.empty();
        };
    }

    private String anyCase(String key) {
        return dice.percent(8) ? key.toUpperCase(Locale.ROOT) : key;
    }

    /** Conditions that look at the keys of {@code context}, no operator testing a key twice. */
    List<Condition> conditions(Context context, int count) {
        List<Condition> conditions = new ArrayList<>();
        Set<String> tests = new HashSet<>();
        for (int i = 0; i < count; i++) {
            Condition condition = condition(context);
            if (tests.add(condition.operator().text() + condition.key().folded())) {
                conditions.add(condition);
            }
        }
        return conditions;
    }

    private Condition condition(Context context) {
        Family wanted = dice.oneOf(Family.values()); // or else half of all conditions would be about dates and numbers
        Comparison comparison = dice.oneOf(Stream.of(Comparison.values())
                .filter(one -> one.family() == wanted || dice.percent(30))
                .toList());
        Family family = comparison.family();
        SetOperator set = dice.weighted(
                new int[] {60, 20},
                () -> SetOperator.NONE,
                () -> SetOperator.FOR_ALL_VALUES,
                () -> SetOperator.FOR_ANY_VALUE);
        boolean ifExists = family != Family.NULL && dice.percent(25);
        Fact fact = dice.oneOf(ALL.stream()
                .filter(one -> suits(one, family, set) || dice.percent(3))
                .toList());
        ConditionKey key = ConditionKey.of(anyCase(fact.key()));
        List<String> was = context.get(key) instanceof ContextValue.Present present ? present.values() : List.of();
        List<String> values = dice.distinct(dice.few(), () -> policyValue(comparison, was));
        return new Condition(new ConditionOperator(set, comparison, ifExists), key, values);
    }

    private static boolean suits(Fact fact, Family family, SetOperator set) {
        boolean isTime = fact.key().equals("aws:EpochTime") && family == Family.DATE;
        boolean isOfFamily = family == Family.NULL || fact.family() == family || isTime;
        return isOfFamily && (!fact.isSet() || set != SetOperator.NONE);
    }

    private String policyValue(Comparison comparison, List<String> was) {
        Family family = comparison.family();
        if (!was.isEmpty() && dice.percent(50)) {
            String value = dice.oneOf(was);
            boolean ignoresCase = comparison.iamName().endsWith("IgnoreCase");
            return ignoresCase && dice.percent(60) ? otherCase(value) : near(family, value);
        }
        return switch (family) {
            case STRING -> dice.oneOf(TEXT_PATTERNS);
            case NUMERIC -> usual(NUMBERS);
            case DATE -> usual(DATES);
            case BOOL ->
                dice.oneOf(
                        "true",
                        "false",
                        "TRUE",
                        "yes",
                        "${aws:SecureTransport}",
                        "${aws:MultiFactorAuthPresent, 'true'}");
            case BINARY -> dice.oneOf(BYTES);
            case IP -> dice.oneOf(RANGES);
            case ARN -> dice.oneOf(ARN_PATTERNS);
            case NULL -> dice.oneOf("true", "false", "true", "false", "TRUE", "maybe");
        };
    }

    /** The lower-case Kelvin sign is k, but the upper-case sharp s is not SS (E-C31). */
    private static String otherCase(String value) {
        String upper = value.toUpperCase(Locale.ROOT);
        return (upper.equals(value) ? value.toLowerCase(Locale.ROOT) : upper).replace("$", "${$}");
    }

    /** Something that the operator may or may not accept this value for; always well-formed if variables are read. */
    private String near(Family family, String value) {
        String literal = value.replace("$", "${$}");
        return switch (family) {
            case STRING ->
                dice.oneOf(
                        literal,
                        literal,
                        literal + "*",
                        "*" + literal,
                        "?" + literal,
                        literal.toUpperCase(Locale.ROOT).replace("${$}{X}", "${$}{x}"),
                        literal.replace("*", "${*}"),
                        value.isEmpty()
                                ? "?"
                                : "?"
                                        + value.substring(value.offsetByCodePoints(0, 1))
                                                .replace("$", "${$}"),
                        "${aws:PrincipalTag/team, '" + value.replace("{", "").replace("}", "") + "'}");
            case NUMERIC -> dice.oneOf(value, value, value + ".0", value + "1", "-" + value);
            case DATE -> dice.oneOf(value, value, value.replace("Z", "+00:00"), value + "Z");
            case BOOL ->
                dice.oneOf(literal, literal, literal.toUpperCase(Locale.ROOT).replace("{X}", "{x}"));
            case IP -> dice.oneOf(value, value, value + "/32", value + "/24", value + "/64", neighbour(value));
            case ARN ->
                dice.oneOf(
                        literal,
                        literal,
                        literal + "*",
                        literal.replace("111122223333", "*"),
                        literal.replace("111122223333", "${aws:PrincipalAccount}"),
                        literal.replace("us-east-1", "us-*"),
                        literal.replace(":", "*:"),
                        literal.replace("prod", "p??d"));
            case BINARY -> value;
            case NULL -> dice.oneOf("true", "false");
        };
    }

    private static String neighbour(String address) {
        return address.isEmpty() ? "::" : address.substring(0, address.length() - 1) + "1";
    }

    /** Values that an unknown key may turn out to have, absence among them. */
    List<ContextValue> candidates(Fact fact, Principal caller, int count) {
        List<ContextValue> candidates = new ArrayList<>();
        candidates.add(ContextValue.ABSENT);
        for (int i = 1; i < count; i++) {
            List<String> values = values(fact, caller);
            candidates.add(ContextValue.of(fact.isSet() || values.isEmpty() ? values : values.subList(0, 1))); // U-30
        }
        return candidates;
    }
}
