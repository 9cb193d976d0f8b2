// SPDX-License-Identifier: Apache-2.0
package io.execward.crosscheck;

import com.microsoft.z3.BoolExpr;
import com.microsoft.z3.CharSort;
import com.microsoft.z3.Context;
import com.microsoft.z3.Expr;
import com.microsoft.z3.Model;
import com.microsoft.z3.ReExpr;
import com.microsoft.z3.SeqSort;
import io.execward.catalog.KeyDefinition;
import io.execward.catalog.KeyType;
import io.execward.catalog.ServiceCatalog;
import io.execward.model.Action;
import io.execward.model.ActionPattern;
import io.execward.model.AttachedPolicy;
import io.execward.model.CaseFolding;
import io.execward.model.Comparison;
import io.execward.model.Condition;
import io.execward.model.ConditionKey;
import io.execward.model.Effect;
import io.execward.model.Policy;
import io.execward.model.PolicyLevel;
import io.execward.model.PolicySet;
import io.execward.model.PolicyVariables;
import io.execward.model.PolicyVariables.Escaped;
import io.execward.model.PolicyVariables.Literal;
import io.execward.model.PolicyVariables.Piece;
import io.execward.model.PolicyVariables.Variable;
import io.execward.model.Request;
import io.execward.model.Resource;
import io.execward.model.ResourcePattern;
import io.execward.model.Scope;
import io.execward.model.SetOperator;
import io.execward.model.Statement;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The rules once more, as formulas over the parts of a request: what a role session may do by identity policies, boundary, session
 * policies and service control policies, on resources of its own account.
 */
@SuppressWarnings({"unchecked", "rawtypes"}) // the bindings take arrays of generic types
final class Encoding {
    private static final String PLAIN = "abcdefghijklmnopqrstuvwxyz0123456789-_.";
    private static final int FIELDS_BEFORE_RESOURCE = 5;

    private final Context z3;
    private final Texts texts;
    private final Expr<SeqSort<CharSort>> service;
    private final Expr<SeqSort<CharSort>> name;
    private final Expr<SeqSort<CharSort>> resource;
    private final Map<String, KeyVariables> keys = new TreeMap<>();
    private final List<BoolExpr> axioms = new ArrayList<>();

    Encoding(Context z3, Texts texts, List<Policy> policies) {
        this.z3 = z3;
        this.texts = texts;
        this.service = z3.mkConst("service", z3.mkStringSort());
        this.name = z3.mkConst("name", z3.mkStringSort());
        this.resource = z3.mkConst("resource", z3.mkStringSort());
        ReExpr<SeqSort<CharSort>> word = texts.anyOf(PLAIN);
        axioms.add(z3.mkInRe(service, word));
        axioms.add(z3.mkInRe(name, word));
        axioms.add(z3.mkOr(isLoneStar(), z3.mkInRe(resource, arn())));
        axioms.add(z3.mkNot(z3.mkAnd( // no policy has a say about it (R-EVAL-21), so no claim is about it
                z3.mkEq(service, z3.mkString("sts")), z3.mkEq(name, z3.mkString("getcalleridentity")))));
        collectKeys(policies);
    }

    /** {@code arn:}, the caller's partition, a service, a region or none, an account or none, a resource. */
    private ReExpr<SeqSort<CharSort>> arn() {
        List<Texts.Token> tokens = new ArrayList<>(Texts.letters("arn:aws:")); // nobody owns others (R-ARN-03)
        for (boolean maybeEmpty : new boolean[] {false, true, true}) {
            if (!maybeEmpty) {
                tokens.add(new Texts.Wild(false, false));
            }
            tokens.add(new Texts.Wild(true, false));
            tokens.add(new Texts.Letter(':'));
        }
        tokens.add(new Texts.Wild(false, true));
        tokens.add(new Texts.Wild(true, true));
        return texts.language(tokens, false);
    }

    private BoolExpr isLoneStar() {
        return z3.mkEq(resource, z3.mkString("*"));
    }

    // Keys

    private void collectKeys(List<Policy> policies) {
        Map<String, Set<Comparison.Family>> families = new TreeMap<>();
        Set<String> underSetOperator = new HashSet<>();
        for (Policy policy : policies) {
            for (Statement statement : policy.statements()) {
                for (Condition condition : statement.conditions()) {
                    String key = condition.key().folded();
                    Comparison.Family family = condition.operator().comparison().family();
                    families.computeIfAbsent(key, k -> EnumSet.noneOf(Comparison.Family.class))
                            .add(family);
                    if (condition.operator().set() != SetOperator.NONE) {
                        underSetOperator.add(key);
                    }
                    if (policy.hasVariables() && family.takesVariables()) {
                        condition.values().forEach(value -> collectVariables(value, families));
                    }
                }
                statement.resources().map(Scope::patterns).orElse(List.of()).forEach(pattern -> {
                    if (policy.hasVariables()) {
                        collectVariables(pattern.text(), families);
                    }
                });
            }
        }
        families.forEach((key, used) -> {
            ConditionKey asKey = ConditionKey.of(key);
            Optional<KeyDefinition> definition = ServiceCatalog.bundled().key(asKey);
            boolean several = definition.map(KeyDefinition::isMultivalued).orElse(false)
                    || (underSetOperator.contains(key) && !key.startsWith("aws:"));
            KeyVariables variables = new KeyVariables(z3, asKey, sort(asKey, used, definition), several);
            keys.put(key, variables);
            axioms.addAll(variables.axioms());
        });
    }

    private static void collectVariables(String text, Map<String, Set<Comparison.Family>> families) {
        for (Piece piece : PolicyVariables.parse(text).pieces()) {
            if (piece instanceof Variable variable) {
                families.computeIfAbsent(variable.key().folded(), k -> EnumSet.noneOf(Comparison.Family.class))
                        .add(Comparison.Family.STRING);
            }
        }
    }

    private static KeyVariables.Sort sort(
            ConditionKey key, Set<Comparison.Family> used, Optional<KeyDefinition> definition) {
        Set<Comparison.Family> families = EnumSet.copyOf(used);
        families.remove(Comparison.Family.NULL);
        Set<KeyType> types = definition.map(KeyDefinition::types).orElse(Set.of(KeyType.STRING));
        boolean texts = families.stream()
                .allMatch(f -> f == Comparison.Family.STRING
                        || f == Comparison.Family.ARN
                        || f == Comparison.Family.BOOL
                        || f == Comparison.Family.BINARY);
        if (texts) {
            boolean typed = types.contains(KeyType.NUMERIC)
                    || types.contains(KeyType.DATE)
                    || types.contains(KeyType.IP_ADDRESS);
            if (typed && !families.isEmpty()) {
                throw new Unsupported("`" + key + "` as text");
            }
            return types.equals(Set.of(KeyType.BOOL)) ? KeyVariables.Sort.BOOLEAN_TEXT : KeyVariables.Sort.TEXT;
        }
        if (families.equals(Set.of(Comparison.Family.NUMERIC)) || families.equals(Set.of(Comparison.Family.DATE))) {
            return KeyVariables.Sort.NUMBER;
        }
        if (families.equals(Set.of(Comparison.Family.IP))) {
            return KeyVariables.Sort.ADDRESS;
        }
        throw new Unsupported("`" + key + "` of two kinds of operators");
    }

    private KeyVariables key(ConditionKey key) {
        KeyVariables variables = keys.get(key.folded());
        if (variables == null) {
            throw new Unsupported("`" + key + "` that no policy names");
        }
        return variables;
    }

    /** What is true of every request, and of the subject's: the keys that are known. */
    BoolExpr possible(io.execward.model.Context known) {
        List<BoolExpr> all = new ArrayList<>(axioms);
        for (ConditionKey key : known.keys()) {
            if (keys.containsKey(key.folded())) {
                all.add(key(key).is(known.get(key)));
            }
        }
        return and(all);
    }

    // Verdicts

    /** The request is allowed. */
    BoolExpr allowed(PolicySet set) {
        if (set.resource().isPresent()
                || set.endpoint().isPresent()
                || set.resourceControl().isPresent()) {
            throw new Unsupported("a layer of resources");
        }
        List<BoolExpr> all = new ArrayList<>();
        List<AttachedPolicy> everything = new ArrayList<>();
        set.forEachPolicy(everything::add);
        Set<AttachedPolicy> controls = new HashSet<>();
        set.serviceControl().orElse(List.of()).forEach(level -> controls.addAll(level.policies()));
        for (AttachedPolicy policy : everything) {
            all.add(z3.mkNot(speaks(policy.policy(), Effect.DENY, controls.contains(policy))));
        }
        all.add(grants(set.identity().orElse(List.of()), false));
        set.boundary().ifPresent(policy -> all.add(grants(List.of(policy), false)));
        set.session().ifPresent(policies -> all.add(grants(policies, false)));
        for (PolicyLevel level : set.serviceControl().orElse(List.of())) {
            all.add(grants(level.policies(), true));
        }
        all.add(z3.mkNot(needsResourcePolicy()));
        return and(all);
    }

    /** R-SVC-01, R-SVC-04: a role's trust policy or a key's policy has to say something. */
    private BoolExpr needsResourcePolicy() {
        List<Texts.Token> key = new ArrayList<>(Texts.letters("arn:"));
        key.addAll(List.of(new Texts.Wild(true, false)));
        key.addAll(Texts.letters(":kms:"));
        key.add(new Texts.Wild(true, false));
        key.add(new Texts.Letter(':'));
        key.add(new Texts.Wild(true, false));
        key.addAll(Texts.letters(":key/"));
        key.add(new Texts.Wild(true, true));
        return z3.mkOr(
                z3.mkAnd(z3.mkEq(service, z3.mkString("sts")), z3.mkPrefixOf(z3.mkString("assumerole"), name)),
                z3.mkAnd(z3.mkEq(service, z3.mkString("kms")), texts.matches(resource, key)));
    }

    private BoolExpr grants(List<AttachedPolicy> policies, boolean control) {
        return or(policies.stream()
                .map(policy -> speaks(policy.policy(), Effect.ALLOW, control))
                .toList());
    }

    /** Some statement of this effect matches. */
    BoolExpr speaks(Policy policy, Effect effect, boolean control) {
        List<BoolExpr> all = new ArrayList<>();
        for (Statement statement : policy.statements()) {
            if (statement.effect() == effect) {
                all.add(matches(statement, policy.hasVariables(), control));
            }
        }
        return or(all);
    }

    private BoolExpr matches(Statement statement, boolean variables, boolean control) {
        boolean deny = statement.effect() == Effect.DENY;
        List<BoolExpr> all = new ArrayList<>();
        all.add(inScope(
                statement.actions(),
                deny,
                or(statement.actions().patterns().stream().map(this::matches).toList())));
        Scope<ResourcePattern> resources = statement.resources().orElseThrow();
        boolean exempts = resources instanceof Scope.AllExcept;
        all.add(inScope(
                resources,
                deny,
                or(resources.patterns().stream()
                        .map(pattern -> matches(pattern, variables, control, exempts && !deny, exempts || !deny))
                        .toList())));
        for (Condition condition : statement.conditions()) {
            all.add(matches(condition, variables));
        }
        return and(all);
    }

    /** An empty list is inert, but for {@code Not…} in a Deny (U-24). */
    private <P> BoolExpr inScope(Scope<P> scope, boolean deny, BoolExpr some) {
        boolean empty = scope.patterns().isEmpty();
        return scope.match(only -> some, allExcept -> empty ? z3.mkBool(deny) : z3.mkNot(some));
    }

    private BoolExpr matches(ActionPattern pattern) {
        return z3.mkAnd(
                texts.matches(service, glob(CaseFolding.fold(pattern.servicePattern()))),
                texts.matches(name, glob(CaseFolding.fold(pattern.namePattern()))));
    }

    private static List<Texts.Token> glob(String text) {
        List<Texts.Token> all = new ArrayList<>();
        text.codePoints()
                .forEach(c -> all.add(c == '*' || c == '?' ? new Texts.Wild(c == '*', true) : new Texts.Letter(c)));
        return all;
    }

    // Texts with variables

    /** A text in which variables have their values. */
    private record Filled(List<Texts.Token> tokens, BoolExpr resolved) {}

    private interface Literals {
        List<Texts.Token> of(Literal literal, boolean first, boolean last);
    }

    private List<Piece> pieces(String text, boolean variables) {
        return variables ? PolicyVariables.parse(text).pieces() : List.of(new Literal(text));
    }

    private List<Filled> filled(String text, boolean variables, Literals literals) {
        List<Filled> all = List.of(new Filled(List.of(), z3.mkTrue()));
        List<Piece> pieces = pieces(text, variables);
        for (int i = 0; i < pieces.size(); i++) {
            boolean last = i == pieces.size() - 1;
            List<Filled> longer = new ArrayList<>();
            for (Filled one : all) {
                for (Filled more : filled(pieces.get(i), i == 0, last, literals)) {
                    List<Texts.Token> tokens = new ArrayList<>(one.tokens());
                    tokens.addAll(more.tokens());
                    longer.add(new Filled(tokens, z3.mkAnd(one.resolved(), more.resolved())));
                }
            }
            all = longer;
        }
        return all;
    }

    private List<Filled> filled(Piece piece, boolean first, boolean last, Literals literals) {
        if (piece instanceof Literal literal) {
            return List.of(new Filled(literals.of(literal, first, last), z3.mkTrue()));
        }
        if (piece instanceof Escaped escaped) {
            return List.of(new Filled(List.of(new Texts.Letter(escaped.character())), z3.mkTrue()));
        }
        Variable variable = (Variable) piece;
        KeyVariables key = key(variable.key());
        List<Filled> ways = new ArrayList<>();
        ways.add(new Filled(List.of(new Texts.Value(key.text(0))), key.single()));
        variable.defaultValue().ifPresent(text -> ways.add(new Filled(Texts.letters(text), z3.mkNot(key.present()))));
        return ways;
    }

    // Resources

    private BoolExpr matches(
            ResourcePattern pattern, boolean variables, boolean control, boolean voidMatches, boolean earlyIsVoid) {
        if (pattern.isEverything()) {
            return z3.mkTrue();
        }
        List<Piece> pieces = pieces(pattern.text(), variables);
        int separators = 0;
        boolean early = false;
        boolean hasVariable = false;
        for (Piece piece : pieces) {
            early |= !(piece instanceof Literal) && separators < FIELDS_BEFORE_RESOURCE;
            hasVariable |= piece instanceof Variable;
            separators += piece instanceof Literal literal
                    ? (int) literal.text().chars().filter(c -> c == ':').count()
                    : 0;
        }
        if (early && earlyIsVoid) {
            return z3.mkBool(voidMatches);
        }
        if (early) {
            throw new Unsupported("a variable before the fifth colon");
        }
        int missing = Math.max(0, FIELDS_BEFORE_RESOURCE - separators);
        List<BoolExpr> any = new ArrayList<>();
        List<BoolExpr> resolved = new ArrayList<>();
        List<Filled> all =
                filled(pattern.text(), variables, (literal, first, last) -> arnTokens(literal.text(), first, last));
        for (Filled filled : all) {
            resolved.add(filled.resolved());
            any.add(z3.mkAnd(filled.resolved(), texts.matches(resource, filled.tokens())));
            if (missing > 0 && !control) { // R-RES-08, U-20
                List<Texts.Token> padded = new ArrayList<>(filled.tokens());
                for (int i = 0; i < missing; i++) {
                    padded.add(new Texts.Letter(':'));
                    padded.add(new Texts.Wild(true, true));
                }
                any.add(z3.mkAnd(filled.resolved(), texts.matches(resource, padded)));
            }
        }
        BoolExpr matches = z3.mkAnd(z3.mkNot(isLoneStar()), or(any)); // R-RES-11
        return voidMatches && hasVariable ? z3.mkOr(matches, z3.mkNot(or(resolved))) : matches;
    }

    /** R-RES-03, R-RES-04. The first five colons are all in the first literal, or there is no other. */
    private static List<Texts.Token> arnTokens(String text, boolean first, boolean last) {
        int colons = first ? 0 : FIELDS_BEFORE_RESOURCE;
        List<Texts.Token> all = new ArrayList<>();
        int[] points = text.codePoints().toArray();
        for (int i = 0; i < points.length; i++) {
            boolean inResource = colons >= FIELDS_BEFORE_RESOURCE;
            boolean endsField = i + 1 == points.length ? last : points[i + 1] == ':';
            if (points[i] == '*') {
                all.add(new Texts.Wild(true, inResource || endsField));
            } else if (points[i] == '?') {
                all.add(new Texts.Wild(false, inResource));
            } else {
                all.add(new Texts.Letter(points[i]));
                colons += points[i] == ':' ? 1 : 0;
            }
        }
        return all;
    }

    // Conditions

    private BoolExpr matches(Condition condition, boolean variables) {
        Comparison comparison = condition.operator().comparison();
        SetOperator set = condition.operator().set();
        if (comparison == Comparison.NULL) {
            return isNull(condition);
        }
        KeyVariables key = key(condition.key());
        boolean negated = comparison.negated();
        List<BoolExpr> accepted = new ArrayList<>();
        for (int i = 0; i < key.most(); i++) {
            BoolExpr some = someValue(condition, variables, key, i);
            accepted.add(negated ? z3.mkNot(some) : some);
        }
        return switch (set) {
            case NONE ->
                z3.mkOr(
                        z3.mkAnd(
                                z3.mkNot(key.present()),
                                z3.mkBool(negated || condition.operator().ifExists())),
                        z3.mkAnd(key.single(), accepted.get(0)));
            case FOR_ALL_VALUES -> {
                List<BoolExpr> all = new ArrayList<>();
                for (int i = 0; i < key.most(); i++) {
                    all.add(z3.mkOr(z3.mkNot(key.has(i)), accepted.get(i)));
                }
                yield z3.mkOr(z3.mkNot(key.present()), and(all));
            }
            case FOR_ANY_VALUE -> {
                List<BoolExpr> any = new ArrayList<>();
                for (int i = 0; i < key.most(); i++) {
                    any.add(z3.mkAnd(key.has(i), accepted.get(i)));
                }
                yield z3.mkAnd(key.present(), or(any));
            }
        };
    }

    private BoolExpr isNull(Condition condition) {
        if (condition.operator().set() != SetOperator.NONE) { // R-COND-12
            return z3.mkBool(condition.operator().set() == SetOperator.FOR_ALL_VALUES);
        }
        BoolExpr present = key(condition.key()).present();
        List<BoolExpr> any = new ArrayList<>();
        for (String value : condition.values()) {
            if (value.equalsIgnoreCase("true")) {
                any.add(z3.mkNot(present));
            } else if (value.equalsIgnoreCase("false")) {
                any.add(present);
            }
        }
        return or(any);
    }

    private BoolExpr someValue(Condition condition, boolean variables, KeyVariables key, int index) {
        return or(condition.values().stream()
                .map(value -> matches(condition.operator().comparison(), value, variables, key, index))
                .toList());
    }

    private BoolExpr matches(Comparison comparison, String value, boolean variables, KeyVariables key, int index) {
        return switch (comparison) {
            case STRING_EQUALS, STRING_NOT_EQUALS ->
                any(value, variables, Encoding::plain, tokens -> texts.matches(key.text(index), tokens));
            case STRING_EQUALS_IGNORE_CASE, STRING_NOT_EQUALS_IGNORE_CASE ->
                any(value, variables, Encoding::plain, tokens -> texts.matchesInAnyCase(key.text(index), tokens));
            case STRING_LIKE, STRING_NOT_LIKE ->
                any(
                        value,
                        variables,
                        (literal, first, last) -> glob(literal.text()),
                        tokens -> texts.matches(key.text(index), tokens));
            case ARN_EQUALS, ARN_NOT_EQUALS, ARN_LIKE, ARN_NOT_LIKE -> arn(value, variables, key, index);
            case BOOL -> bool(value, variables, key, index);
            case BINARY_EQUALS -> throw new Unsupported("bytes, which have several spellings");
            case NUMERIC_EQUALS,
                    NUMERIC_NOT_EQUALS,
                    NUMERIC_LESS_THAN,
                    NUMERIC_LESS_THAN_EQUALS,
                    NUMERIC_GREATER_THAN,
                    NUMERIC_GREATER_THAN_EQUALS -> ordered(comparison, Reading.number(value), key, index);
            case DATE_EQUALS,
                    DATE_NOT_EQUALS,
                    DATE_LESS_THAN,
                    DATE_LESS_THAN_EQUALS,
                    DATE_GREATER_THAN,
                    DATE_GREATER_THAN_EQUALS -> ordered(comparison, Reading.instant(value), key, index);
            case IP_ADDRESS, NOT_IP_ADDRESS ->
                Reading.block(value).map(block -> key.in(index, block)).orElse(z3.mkFalse());
            case NULL -> throw new IllegalStateException("Null compares no values");
        };
    }

    private interface Test {
        BoolExpr of(List<Texts.Token> tokens);
    }

    private BoolExpr any(String value, boolean variables, Literals literals, Test test) {
        return or(filled(value, variables, literals).stream()
                .map(filled -> z3.mkAnd(filled.resolved(), test.of(filled.tokens())))
                .toList());
    }

    private static List<Texts.Token> plain(Literal literal, boolean first, boolean last) {
        return Texts.letters(literal.text());
    }

    /** R-COND-55: only a literal that holds all five colons can be told field by field here. */
    private BoolExpr arn(String value, boolean variables, KeyVariables key, int index) {
        List<Piece> pieces = pieces(value, variables);
        boolean variable = pieces.stream().anyMatch(piece -> !(piece instanceof Literal));
        long colons = pieces.isEmpty() || !(pieces.get(0) instanceof Literal first)
                ? 0
                : first.text().chars().filter(c -> c == ':').count();
        if (variable && colons < FIELDS_BEFORE_RESOURCE) {
            throw new Unsupported("a variable in the first five fields");
        }
        long all = pieces.stream()
                .mapToLong(piece -> piece instanceof Literal literal
                        ? literal.text().chars().filter(c -> c == ':').count()
                        : 0)
                .sum();
        if (all < FIELDS_BEFORE_RESOURCE) {
            return z3.mkFalse(); // R-COND-59
        }
        return any(
                value,
                variables,
                (literal, first, last) -> fieldTokens(literal.text(), first),
                tokens -> texts.matches(key.text(index), tokens));
    }

    private static List<Texts.Token> fieldTokens(String text, boolean first) {
        int colons = first ? 0 : FIELDS_BEFORE_RESOURCE;
        List<Texts.Token> all = new ArrayList<>();
        for (int c : text.codePoints().toArray()) {
            boolean inside = colons >= FIELDS_BEFORE_RESOURCE;
            all.add(c == '*' || c == '?' ? new Texts.Wild(c == '*', inside) : new Texts.Letter(c));
            colons += c == ':' ? 1 : 0;
        }
        return all;
    }

    private BoolExpr bool(String value, boolean variables, KeyVariables key, int index) {
        if (variables && !PolicyVariables.isPlain(value)) {
            throw new Unsupported("a variable below Bool");
        }
        boolean readable = value.equalsIgnoreCase("true") || value.equalsIgnoreCase("false");
        return readable ? texts.matchesInAnyCase(key.text(index), Texts.letters(value)) : z3.mkFalse();
    }

    private BoolExpr ordered(Comparison comparison, Optional<BigDecimal> bound, KeyVariables key, int index) {
        if (bound.isEmpty()) {
            return z3.mkFalse();
        }
        return switch (comparison) {
            case NUMERIC_LESS_THAN, DATE_LESS_THAN -> z3.mkLt(key.number(index), key.real(bound.get()));
            case NUMERIC_LESS_THAN_EQUALS, DATE_LESS_THAN_EQUALS -> z3.mkLe(key.number(index), key.real(bound.get()));
            case NUMERIC_GREATER_THAN, DATE_GREATER_THAN -> z3.mkGt(key.number(index), key.real(bound.get()));
            case NUMERIC_GREATER_THAN_EQUALS, DATE_GREATER_THAN_EQUALS ->
                z3.mkGe(key.number(index), key.real(bound.get()));
            default -> z3.mkEq(key.number(index), key.real(bound.get()));
        };
    }

    // Requests

    /** The request is this one. */
    BoolExpr is(Request request) {
        List<BoolExpr> all = new ArrayList<>();
        all.add(z3.mkEq(service, z3.mkString(request.action().service())));
        all.add(z3.mkEq(name, z3.mkString(request.action().name())));
        all.add(z3.mkEq(resource, Texts.constant(z3, request.resources().get(0).text())));
        keys.values().forEach(key -> all.add(key.is(request.context().get(key.key()))));
        return and(all);
    }

    /** The request of a solution. */
    Request request(Model model, Request prototype) {
        io.execward.model.Context.Builder context = io.execward.model.Context.builder();
        keys.values().forEach(key -> context.put(key.key(), key.in(model)));
        return new Request(
                prototype.principal(),
                Action.of(text(model, service) + ":" + text(model, name)),
                List.of(Resource.of(text(model, resource))),
                prototype.resourceAccount(),
                context.build(),
                prototype.flags());
    }

    private static String text(Model model, Expr<SeqSort<CharSort>> variable) {
        return Texts.unescaped(model.eval(variable, true).getString());
    }

    private BoolExpr and(List<BoolExpr> all) {
        return z3.mkAnd(all.toArray(BoolExpr[]::new));
    }

    private BoolExpr or(List<BoolExpr> any) {
        return z3.mkOr(any.toArray(BoolExpr[]::new));
    }
}
