// SPDX-License-Identifier: Apache-2.0
package io.execward.crosscheck;

import com.microsoft.z3.BitVecExpr;
import com.microsoft.z3.BoolExpr;
import com.microsoft.z3.CharSort;
import com.microsoft.z3.Context;
import com.microsoft.z3.Expr;
import com.microsoft.z3.IntExpr;
import com.microsoft.z3.Model;
import com.microsoft.z3.RatNum;
import com.microsoft.z3.RealExpr;
import com.microsoft.z3.SeqSort;
import io.execward.model.ConditionKey;
import io.execward.model.ContextValue;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * One context key: whether it is there, how many values it has, and the values. Sets are bounded: three values are enough for nearly
 * every question that is asked.
 */
@SuppressWarnings({"unchecked", "rawtypes"}) // the bindings take arrays of generic types
final class KeyVariables {
    static final int MOST_VALUES = 3;

    /** What the values are to Z3. */
    enum Sort {
        TEXT,
        BOOLEAN_TEXT,
        NUMBER,
        ADDRESS
    }

    private final Context z3;
    private final ConditionKey key;
    private final Sort sort;
    private final BoolExpr present;
    private final IntExpr count;
    private final List<Expr<SeqSort<CharSort>>> texts = new ArrayList<>();
    private final List<RealExpr> numbers = new ArrayList<>();
    private final List<BoolExpr> sixes = new ArrayList<>();
    private final List<BitVecExpr> addresses = new ArrayList<>();
    private final List<BoolExpr> axioms = new ArrayList<>();

    KeyVariables(Context z3, ConditionKey key, Sort sort, boolean several) {
        this.z3 = z3;
        this.key = key;
        this.sort = sort;
        String name = key.folded();
        this.present = z3.mkBoolConst(name);
        this.count = z3.mkIntConst(name + "#");
        int most = several ? MOST_VALUES : 1;
        axioms.add(z3.mkGe(count, z3.mkInt(1)));
        axioms.add(z3.mkLe(count, z3.mkInt(most)));
        for (int i = 0; i < most; i++) {
            Expr<SeqSort<CharSort>> text = z3.mkConst(name + "#" + i, z3.mkStringSort());
            texts.add(text);
            axioms.add(
                    sort == Sort.BOOLEAN_TEXT
                            ? z3.mkOr(z3.mkEq(text, z3.mkString("true")), z3.mkEq(text, z3.mkString("false")))
                            : z3.mkNot(z3.mkEq(text, z3.mkString(""))));
            numbers.add(z3.mkRealConst(name + "#number" + i));
            BoolExpr six = z3.mkBoolConst(name + "#six" + i);
            BitVecExpr address = z3.mkBVConst(name + "#address" + i, 128);
            sixes.add(six);
            addresses.add(address);
            axioms.add(z3.mkOr(six, z3.mkEq(z3.mkExtract(127, 32, address), z3.mkBV(0, 96))));
        }
    }

    ConditionKey key() {
        return key;
    }

    Sort sort() {
        return sort;
    }

    /** What is true of every request. */
    List<BoolExpr> axioms() {
        return axioms;
    }

    BoolExpr present() {
        return present;
    }

    /** The key is there with exactly one value. */
    BoolExpr single() {
        return z3.mkAnd(present, z3.mkEq(count, z3.mkInt(1)));
    }

    int most() {
        return texts.size();
    }

    /** There are more values than so many. */
    BoolExpr has(int index) {
        return z3.mkGt(count, z3.mkInt(index));
    }

    Expr<SeqSort<CharSort>> text(int index) {
        if (sort == Sort.NUMBER || sort == Sort.ADDRESS) {
            throw new Unsupported("`" + key + "` as text and as " + sort.name().toLowerCase(Locale.ROOT));
        }
        return texts.get(index);
    }

    RealExpr number(int index) {
        require(Sort.NUMBER);
        return numbers.get(index);
    }

    /** The address lies in the block. */
    BoolExpr in(int index, Reading.Block block) {
        require(Sort.ADDRESS);
        BoolExpr family = block.v6() ? sixes.get(index) : z3.mkNot(sixes.get(index));
        int width = block.v6() ? 128 : 32;
        if (block.prefix() == 0) {
            return family;
        }
        int low = width - block.prefix();
        BigInteger leading = block.address().shiftRight(low);
        return z3.mkAnd(
                family,
                z3.mkEq(
                        z3.mkExtract(width - 1, low, addresses.get(index)),
                        z3.mkBV(leading.toString(), block.prefix())));
    }

    private void require(Sort wanted) {
        if (sort != wanted) {
            throw new Unsupported("`" + key + "` of two kinds of operators");
        }
    }

    /** The key has this value. */
    BoolExpr is(ContextValue value) {
        if (!(value instanceof ContextValue.Present given) || given.values().isEmpty()) {
            return z3.mkNot(present);
        }
        List<String> values = given.values();
        if (values.size() > most()) {
            throw new Unsupported("more values than " + most());
        }
        List<BoolExpr> all = new ArrayList<>(List.of(present, z3.mkEq(count, z3.mkInt(values.size()))));
        for (int i = 0; i < values.size(); i++) {
            all.add(is(i, values.get(i)));
        }
        return z3.mkAnd(all.toArray(BoolExpr[]::new));
    }

    private BoolExpr is(int index, String value) {
        return switch (sort) {
            case TEXT, BOOLEAN_TEXT -> z3.mkEq(texts.get(index), Texts.constant(z3, value));
            case NUMBER ->
                z3.mkEq(numbers.get(index), real(Reading.instant(value).orElseThrow()));
            case ADDRESS -> in(index, Reading.block(value).orElseThrow());
        };
    }

    RatNum real(BigDecimal number) {
        return z3.mkReal(number.toPlainString());
    }

    /** The key in a solution. */
    ContextValue in(Model model) {
        if (!model.eval(present, true).isTrue()) {
            return ContextValue.ABSENT;
        }
        int values = Integer.parseInt(model.eval(count, true).toString());
        List<String> all = new ArrayList<>();
        for (int i = 0; i < values; i++) {
            all.add(value(model, i));
        }
        return ContextValue.of(all);
    }

    private String value(Model model, int index) {
        return switch (sort) {
            case TEXT, BOOLEAN_TEXT ->
                Texts.unescaped(model.eval(texts.get(index), true).getString());
            case NUMBER -> {
                RatNum number = (RatNum) model.eval(numbers.get(index), true);
                yield new BigDecimal(number.getBigIntNumerator())
                        .divide(new BigDecimal(number.getBigIntDenominator()), 30, RoundingMode.HALF_EVEN)
                        .stripTrailingZeros()
                        .toPlainString();
            }
            case ADDRESS -> {
                boolean six = model.eval(sixes.get(index), true).isTrue();
                BigInteger number =
                        new BigInteger(model.eval(addresses.get(index), true).toString());
                yield address(number, six);
            }
        };
    }

    private static String address(BigInteger number, boolean six) {
        int parts = six ? 8 : 4;
        int bits = six ? 16 : 8;
        List<String> all = new ArrayList<>();
        for (int i = parts - 1; i >= 0; i--) {
            int part = number.shiftRight(i * bits).intValue() & ((1 << bits) - 1);
            all.add(six ? Integer.toHexString(part) : Integer.toString(part));
        }
        return all.stream().collect(Collectors.joining(six ? ":" : "."));
    }
}
