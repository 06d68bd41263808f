package fr.ondine.ui.tariffs;

import static fr.ondine.ui.tariffs.TariffWords.say;

import fr.ondine.platform.kernel.Quantity;
import fr.ondine.platform.tariffs.LineUnit;
import fr.ondine.platform.tariffs.RatedLine;
import fr.ondine.ui.shell.Written;
import java.math.BigDecimal;

/** The quantity and the price of a line, in words. */
final class LineWords {

    private static final BigDecimal TWO = BigDecimal.valueOf(2);

    private LineWords() {}

    static String quantity(RatedLine line) {
        return quantity(line.quantity(), line.unit());
    }

    static String quantity(Quantity quantity, LineUnit unit) {
        return unit == LineUnit.DAY
                ? days(quantity.amount())
                : Written.here().quantity(new Quantity(quantity.amount(), TariffWords.of("unit", unit)));
    }

    /** "0 jour", "1 jour", "2 jours": in French there are several from two on. */
    static String days(BigDecimal days) {
        var some = days.abs().compareTo(TWO) < 0 ? "one" : "several";
        return say("tariffs.days." + some, Written.here().decimal(days));
    }

    /** "44,67 €", "44,67 € / 365". */
    static String price(RatedLine line) {
        var price = Written.here().price(line.price());
        return line.priced() == 1
                ? say("tariffs.price.euros", price)
                : say("tariffs.price.of-several", price, line.priced());
    }
}
