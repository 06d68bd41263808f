package fr.ondine.ui.shell;

import fr.ondine.platform.kernel.Money;
import fr.ondine.platform.kernel.Period;
import fr.ondine.platform.kernel.Volume;
import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Dates, amounts and volumes as a French letter writes them. */
public final class French {

    static final char NBSP = '\u00a0';

    private static final DateTimeFormatter AFTER_FIRST = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.FRANCE);
    private static final DateTimeFormatter FIRST = DateTimeFormatter.ofPattern("d'er' MMMM uuuu", Locale.FRANCE);
    private static final DateTimeFormatter SHORT = DateTimeFormatter.ofPattern("d MMM uuuu", Locale.FRANCE);
    private static final DateTimeFormatter SHORT_MONTH = DateTimeFormatter.ofPattern("MMM uu", Locale.FRANCE);
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMMM uuuu", Locale.FRANCE);

    private French() {}

    /** "15 janvier 2026", "1er janvier 2026". */
    public static String date(LocalDate day) {
        return (day.getDayOfMonth() == 1 ? FIRST : AFTER_FIRST).format(day);
    }

    /** "15 janv. 2026", where the room is short. */
    public static String shortDate(LocalDate day) {
        return SHORT.format(day);
    }

    /** "déc. 25", under a bar. */
    public static String shortMonth(LocalDate day) {
        return SHORT_MONTH.format(day);
    }

    public static String month(YearMonth month) {
        return MONTH.format(month);
    }

    /** "du 1er janvier au 31 décembre 2025"; the year once when it is the same. */
    public static String period(Period period) {
        var first = date(period.from());
        var sameYear = period.from().getYear() == period.lastDay().getYear();
        return "du " + (sameYear ? first.substring(0, first.length() - 5) : first) + " au " + date(period.lastDay());
    }

    /** "1 202,54 €", with spaces that do not break. */
    public static String money(Money money) {
        return format("#,##0.00", money.amount())
                + NBSP
                + ("EUR".equals(money.currency().getCurrencyCode())
                        ? "€"
                        : money.currency().getCurrencyCode());
    }

    /** "1 284 m³": whole cubic metres, as the black digits of the meter. */
    public static String volume(Volume volume) {
        return number(volume.wholeCubicMetres()) + NBSP + "m³";
    }

    public static String number(long number) {
        return format("#,##0", BigDecimal.valueOf(number));
    }

    /** An argument of a sentence, by its type. */
    static String written(Object value) {
        return switch (value) {
            case Money money -> money(money);
            case Volume volume -> volume(volume);
            case LocalDate day -> date(day);
            case Period period -> period(period);
            case YearMonth month -> month(month);
            case Integer number -> number(number);
            case Long number -> number(number);
            default -> String.valueOf(value);
        };
    }

    /** Puts the space that does not break before the signs that take one in French. */
    public static String typeset(String text) {
        return text.replaceAll(" (?=[:;?!»€%]|m³)", String.valueOf(NBSP)).replace("« ", "«" + NBSP);
    }

    private static String format(String pattern, BigDecimal number) {
        var symbols = DecimalFormatSymbols.getInstance(Locale.FRANCE);
        symbols.setGroupingSeparator(NBSP);
        return new DecimalFormat(pattern, symbols).format(number);
    }
}
