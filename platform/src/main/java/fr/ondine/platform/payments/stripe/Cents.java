package fr.ondine.platform.payments.stripe;

import fr.ondine.platform.kernel.Money;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.Locale;

/** Stripe's way to write an amount: a whole number of the currency's smallest unit. */
final class Cents {

    private Cents() {}

    static long of(Money money) {
        return money.amount()
                .movePointRight(money.currency().getDefaultFractionDigits())
                .longValueExact();
    }

    static Money toMoney(long cents, String currency) {
        var known = Currency.getInstance(currency.toUpperCase(Locale.ROOT));
        return new Money(BigDecimal.valueOf(cents, known.getDefaultFractionDigits()), known);
    }
}
