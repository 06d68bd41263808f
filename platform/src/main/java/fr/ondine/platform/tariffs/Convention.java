package fr.ondine.platform.tariffs;

import fr.ondine.platform.kernel.Money;
import java.math.BigDecimal;
import java.util.List;

/**
 * Ways in which a total including VAT is found. Invoices use the first one alone; the others reproduce what utilities
 * publish, and are for comparison.
 */
public enum Convention {
    /** A: each line is rounded, then the VAT of each rate. */
    LINES_THEN_VAT {
        @Override
        public Money total(Rated rated) {
            return rated.total();
        }
    },
    /** B: the price of a cubic metre including VAT is rounded as a leaflet prints it, and so is the standing charge. */
    PRINTED_PRICE {
        @Override
        public Money total(Rated rated) {
            var volumes = rated.lines().stream()
                    .filter(line -> line.unit() == LineUnit.CUBIC_METRE)
                    .toList();
            var others = rated.lines().stream()
                    .filter(line -> line.unit() != LineUnit.CUBIC_METRE)
                    .toList();
            var used = volumes.isEmpty()
                    ? BigDecimal.ZERO
                    : volumes.getFirst().quantity().amount();
            var price = rounded(sum(volumes, line -> withVat(line.price().perUnit(), line)), rated);
            return rounded(sum(others, Convention::exact), rated)
                    .plus(rounded(price.amount().multiply(used), rated));
        }
    },
    /** C: each line is rounded including VAT. */
    LINES_WITH_VAT {
        @Override
        public Money total(Rated rated) {
            return rated.lines().stream()
                    .map(line -> rounded(withVat(line.net(rated.rounding()).amount(), line), rated))
                    .reduce(Money.zero(), Money::plus);
        }
    },
    /** D: the sum alone is rounded. */
    SUM_ALONE {
        @Override
        public Money total(Rated rated) {
            return rounded(sum(rated.lines(), Convention::exact), rated);
        }
    };

    /** The total including VAT, by the rounding of what was rated. */
    public abstract Money total(Rated rated);

    private static BigDecimal exact(RatedLine line) {
        return withVat(line.exact(), line);
    }

    private static BigDecimal withVat(BigDecimal net, RatedLine line) {
        var rate = line.terms().vat().rate().percent().movePointLeft(2);
        return net.multiply(BigDecimal.ONE.add(rate));
    }

    private static BigDecimal sum(List<RatedLine> lines, Amount amount) {
        return lines.stream().map(amount::of).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static Money rounded(BigDecimal amount, Rated rated) {
        return Money.euros(amount.setScale(Money.zero().amount().scale(), rated.rounding()));
    }

    private interface Amount {
        BigDecimal of(RatedLine line);
    }
}
