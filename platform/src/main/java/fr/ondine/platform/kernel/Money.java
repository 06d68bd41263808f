package fr.ondine.platform.kernel;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.List;
import java.util.stream.IntStream;

/** An exact amount in a currency, held to the currency's own decimals; it never rounds, so a finer amount is refused. */
public record Money(BigDecimal amount, Currency currency) implements Comparable<Money> {

    private static final Currency EURO = Currency.getInstance("EUR");
    private static final Money ZERO = euros(BigDecimal.ZERO);

    public Money {
        amount = amount.setScale(currency.getDefaultFractionDigits(), RoundingMode.UNNECESSARY);
    }

    public static Money euros(BigDecimal amount) {
        return new Money(amount, EURO);
    }

    public static Money euros(String amount) {
        return euros(new BigDecimal(amount));
    }

    public static Money zero() {
        return ZERO;
    }

    public Money plus(Money other) {
        return new Money(amount.add(other.in(currency)), currency);
    }

    public Money minus(Money other) {
        return new Money(amount.subtract(other.in(currency)), currency);
    }

    public Money negated() {
        return new Money(amount.negate(), currency);
    }

    public boolean isZero() {
        return amount.signum() == 0;
    }

    public boolean isPositive() {
        return amount.signum() > 0;
    }

    public boolean isNegative() {
        return amount.signum() < 0;
    }

    /** Splits into {@code parts} amounts that differ by at most one cent and add up to this one, the larger ones first. */
    public List<Money> split(int parts) {
        var smallest = BigDecimal.ONE.movePointLeft(amount.scale());
        var share = amount.divide(BigDecimal.valueOf(parts), amount.scale(), RoundingMode.FLOOR);
        var left = amount.subtract(share.multiply(BigDecimal.valueOf(parts)))
                .divide(smallest)
                .intValueExact();
        return IntStream.range(0, parts)
                .mapToObj(part -> new Money(part < left ? share.add(smallest) : share, currency))
                .toList();
    }

    /** So much of this as {@code part} is of {@code whole}. */
    public Money share(Money part, Money whole, RoundingMode rounding) {
        return new Money(
                amount.multiply(part.in(currency)).divide(whole.in(currency), amount.scale(), rounding), currency);
    }

    @Override
    public int compareTo(Money other) {
        return amount.compareTo(other.in(currency));
    }

    private BigDecimal in(Currency expected) {
        if (!currency.equals(expected)) {
            throw new IllegalArgumentException("an amount in " + currency + " where " + expected + " is meant");
        }
        return amount;
    }
}
