package fr.ondine.platform.stories;

import fr.ondine.platform.kernel.Money;
import java.math.BigDecimal;

/** Whole cents, as the sums beside the portal are done. */
final class Cents {

    private Cents() {}

    static Money euros(long cents) {
        return Money.euros(BigDecimal.valueOf(cents, 2));
    }

    static long of(Money money) {
        return money.amount().movePointRight(2).longValueExact();
    }

    static String text(long cents) {
        return BigDecimal.valueOf(cents, 2).toPlainString();
    }
}
