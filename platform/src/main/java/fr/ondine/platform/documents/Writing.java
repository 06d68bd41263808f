package fr.ondine.platform.documents;

import fr.ondine.platform.kernel.Money;
import fr.ondine.platform.kernel.Quantity;
import fr.ondine.platform.kernel.UnitPrice;
import fr.ondine.platform.kernel.VatRate;
import fr.ondine.platform.kernel.Volume;
import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;

/** Writes amounts, quantities and days as people read them in a language. */
public record Writing(Locale locale) {

    private static final char NBSP = '\u00a0';
    private static final char MINUS = '\u2212';

    /** "1 202,54 €". */
    public String money(Money money) {
        return number("#,##0.00", money.amount()) + NBSP + money.currency().getSymbol(locale);
    }

    /** A price per unit: at least two decimals, as many as it has. */
    public String price(UnitPrice price) {
        return number("#,##0.00####", price.perUnit());
    }

    /** "118 m³": as many decimals as it has, without idle zeros. */
    public String quantity(Quantity quantity) {
        return number("#,##0.###", quantity.amount()) + NBSP + quantity.unit();
    }

    public String volume(Volume volume) {
        return quantity(new Quantity(volume.cubicMetres(), "m³"));
    }

    /** "5,5 %". */
    public String percent(VatRate rate) {
        return number("0.##", rate.percent()) + NBSP + "%";
    }

    /** "15 janvier 2026", "1er janvier 2026". */
    public String date(LocalDate day) {
        var french = locale.getLanguage().equals("fr");
        return french && day.getDayOfMonth() == 1
                ? DateTimeFormatter.ofPattern("d'er' MMMM uuuu", locale).format(day)
                : DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                        .withLocale(locale)
                        .format(day);
    }

    private String number(String pattern, BigDecimal number) {
        var symbols = DecimalFormatSymbols.getInstance(locale);
        symbols.setGroupingSeparator(NBSP); // the narrow one of the locale is in few fonts
        symbols.setMinusSign(MINUS);
        return new DecimalFormat(pattern, symbols).format(number);
    }
}
