package fr.ondine.ui.explanations;

import com.vaadin.flow.i18n.I18NProvider;
import fr.ondine.platform.billing.BilledLine;
import fr.ondine.platform.billing.ExplainedInvoice;
import fr.ondine.platform.billing.InvoiceKind;
import fr.ondine.platform.tariffs.Tier;
import fr.ondine.ui.shell.Written;
import java.math.BigDecimal;
import java.util.Locale;

/** What is of an explanation, in words. */
final class ExplanationWords {

    private static final int MONTHS = 12;
    private static final BigDecimal TWO = BigDecimal.valueOf(2);

    private ExplanationWords() {}

    static String say(String key, Object... arguments) {
        return I18NProvider.translate(key, arguments);
    }

    /** A sentence about an invoice, or the same about a credit note, which nobody takes for one. */
    static String say(ExplainedInvoice about, String key, Object... arguments) {
        return say(about.kind() == InvoiceKind.CREDIT_NOTE ? key + ".credit-note" : key, arguments);
    }

    /** A value of an enumeration: {@code explanations.who.water-agency}. */
    static String of(String what, Enum<?> value) {
        return say(what + "." + value.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }

    /** "312 litres", "0 litre", "1 jour": in French there are several from two on. */
    static String counted(String what, BigDecimal number) {
        var some = number.abs().compareTo(TWO) < 0 ? ".one" : ".several";
        return say("explanations." + what + some, Written.here().decimal(number));
    }

    static String counted(String what, long number) {
        return counted(what, BigDecimal.valueOf(number));
    }

    static String quantity(BilledLine line) {
        return Written.here().quantity(line.quantity());
    }

    /** "2,00 €", "36,50 € / 365". */
    static String price(BilledLine line) {
        var price = Written.here().price(line.price());
        return line.priced() == 1
                ? say("tariffs.price.euros", price)
                : say("tariffs.price.of-several", price, line.priced());
    }

    /** How the amount is found, as one would say it: "36,50 € par an, pour 184 jours sur 365". */
    static String product(BilledLine line) {
        var price = Written.here().price(line.price());
        if (line.priced() == 1) {
            return say("explanations.product", quantity(line), price);
        }
        var amount = line.quantity().amount();
        if (line.priced() == MONTHS) {
            return say("explanations.product.months", price, Written.here().decimal(amount), line.priced());
        }
        var dwellings = dwellings(line);
        return dwellings == 1
                ? say("explanations.product.days", price, counted("days", amount), line.priced())
                : say(
                        "explanations.product.dwellings",
                        price,
                        counted("days", amount.longValueExact() / dwellings),
                        line.priced(),
                        dwellings);
    }

    /** How often each day was counted, where each was as often; else 1. */
    private static int dwellings(BilledLine line) {
        var days = line.days();
        if (days == null) {
            return 1;
        }
        var parts = line.quantity().amount().divideAndRemainder(BigDecimal.valueOf(days.days()));
        return parts[1].signum() == 0 && parts[0].signum() > 0 ? parts[0].intValueExact() : 1;
    }

    static String tier(Tier tier) {
        var here = Written.here();
        var to = tier.to();
        return to == null
                ? say("explanations.tier.last", here.volume(tier.from()))
                : say("explanations.tier", here.volume(tier.from()), here.volume(to));
    }
}
