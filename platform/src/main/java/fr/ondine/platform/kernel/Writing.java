package fr.ondine.platform.kernel;

import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Instant;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.TemporalAccessor;
import java.util.Currency;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;

/** Writes amounts, quantities, days and periods as people read them in a language; its patterns are in a bundle. */
public record Writing(Locale locale) {

    /** In the language that there are patterns for, when there are none for the one that was wanted. */
    public Writing {
        locale = Sentences.languageOf(locale);
    }

    /** "1 202,54 €". */
    public String money(Money money) {
        var format = format("money");
        var symbols = format.getDecimalFormatSymbols();
        symbols.setCurrency(money.currency());
        symbols.setCurrencySymbol(symbol(money.currency()));
        format.setDecimalFormatSymbols(symbols);
        format.setMinimumFractionDigits(money.currency().getDefaultFractionDigits());
        format.setMaximumFractionDigits(money.currency().getDefaultFractionDigits());
        return format.format(money.amount());
    }

    /** A price per unit: at least two decimals, as many as it has. */
    public String price(UnitPrice price) {
        return number("price", price.perUnit());
    }

    /** "0,00412 €": a price with its currency. */
    public String litrePrice(UnitPrice price) {
        return filled("quantity", number("price", price.perUnit()), symbol(price.currency()));
    }

    /** "118 m³": as many decimals as it has, without idle zeros. */
    public String quantity(Quantity quantity) {
        return filled("quantity", number("decimal", quantity.amount()), quantity.unit());
    }

    public String volume(Volume volume) {
        return quantity(new Quantity(volume.cubicMetres(), "m³"));
    }

    /** "1 284 m³": whole cubic metres, as the black digits of the meter. */
    public String wholeVolume(Volume volume) {
        return quantity(new Quantity(BigDecimal.valueOf(volume.wholeCubicMetres()), "m³"));
    }

    /** "5,5 %". */
    public String percent(VatRate rate) {
        return number("percent", rate.percent());
    }

    /** "12,5": as many decimals as it has, three at most. */
    public String decimal(BigDecimal number) {
        return number("decimal", number);
    }

    public String number(long number) {
        return number("whole", BigDecimal.valueOf(number));
    }

    /** "4,5". */
    public String oneDecimal(double number) {
        return format("one-decimal").format(number);
    }

    /** "15 janvier 2026", "1er janvier 2026". */
    public String date(LocalDate day) {
        return day(day, "date");
    }

    /** "15 janv. 2026", "1er janv. 2026", where the room is short. */
    public String shortDate(LocalDate day) {
        return day(day, "date.short");
    }

    public String month(YearMonth month) {
        return time("month", month);
    }

    /** "déc. 25", under a bar. */
    public String shortMonth(LocalDate day) {
        return time("month.short", day);
    }

    /** "du 1er janvier au 31 décembre 2025"; the year once when it is the same. */
    public String period(Period period) {
        var sameYear = period.from().getYear() == period.lastDay().getYear();
        return filled("period", day(period.from(), sameYear ? "day" : "date"), date(period.lastDay()));
    }

    /** "15/5": a day of every year, as it is typed. */
    public String typed(MonthDay day) {
        return time("day.typed", day);
    }

    /** The day that was typed so; empty for what is no day of any year. */
    public Optional<MonthDay> monthDay(String typed) {
        try {
            return Optional.of(MonthDay.parse(typed, formatter("day.typed")));
        } catch (DateTimeParseException noDay) {
            return Optional.empty();
        }
    }

    /** "14 h 05". */
    public String time(ZonedDateTime time) {
        return time("time", time);
    }

    /** "15 janvier 2026 à 14 h 05". */
    public String moment(Instant instant, ZoneId zone) {
        var there = instant.atZone(zone);
        return filled("moment", date(there.toLocalDate()), time(there));
    }

    /** "15 janv. 2026, 14:05", in a table. */
    public String shortMoment(Instant instant, ZoneId zone) {
        var there = instant.atZone(zone);
        return time(firstOrOther("moment.short", there.getDayOfMonth()), there);
    }

    /** An argument of a sentence, by its type. */
    public String any(Object value) {
        return switch (value) {
            case Money money -> money(money);
            case Volume volume -> wholeVolume(volume);
            case LocalDate day -> date(day);
            case Period period -> period(period);
            case YearMonth month -> month(month);
            case Integer number -> number(number);
            case Long number -> number(number);
            case BigDecimal number -> decimal(number);
            default -> String.valueOf(value);
        };
    }

    /** Puts the space and the hyphen that do not break where the language has one inside a line. */
    public String typeset(String text) {
        return text.replaceAll(pattern("space.before"), "\u00a0")
                .replaceAll(pattern("space.after"), "\u00a0")
                .replaceAll(pattern("hyphen.within"), "\u2011");
    }

    /** A date, a number or an amount within a sentence, on one line. */
    public static String unbroken(String value) {
        return value.replace(' ', '\u00a0');
    }

    public String capitalised(String text) {
        return text.substring(0, 1).toUpperCase(locale) + text.substring(1);
    }

    private String day(LocalDate day, String pattern) {
        return time(firstOrOther(pattern, day.getDayOfMonth()), day);
    }

    private static String firstOrOther(String pattern, int dayOfMonth) {
        return dayOfMonth == 1 ? pattern + ".first" : pattern;
    }

    private String time(String pattern, TemporalAccessor time) {
        return formatter(pattern).format(time);
    }

    private DateTimeFormatter formatter(String pattern) {
        return DateTimeFormatter.ofPattern(pattern(pattern), locale);
    }

    private String number(String pattern, BigDecimal number) {
        return format(pattern).format(number);
    }

    private DecimalFormat format(String pattern) {
        var symbols = DecimalFormatSymbols.getInstance(locale);
        symbols.setGroupingSeparator(pattern("grouping").charAt(0));
        symbols.setMonetaryGroupingSeparator(pattern("grouping").charAt(0));
        symbols.setMinusSign(pattern("minus").charAt(0));
        return new DecimalFormat(pattern(pattern), symbols);
    }

    private String symbol(Currency currency) {
        return currency.getSymbol(locale);
    }

    private String filled(String pattern, String first, String second) {
        return pattern(pattern).replace("{0}", first).replace("{1}", second);
    }

    private String pattern(String name) {
        ResourceBundle patterns = Sentences.writing(locale);
        return patterns.getString(name);
    }
}
