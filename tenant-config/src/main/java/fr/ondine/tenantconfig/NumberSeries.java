package fr.ondine.tenantconfig;

import java.time.LocalDate;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * How numbers of new invoices are made: <code>{yyyy}</code>, <code>{yy}</code> and <code>{MM}</code> are of the day of
 * issue, the signs {@code #} are the count, which begins anew with whatever stands around it, and everything else stands
 * for itself: <code>{yyyy}/{MM}/####</code> gives 2018/11/0001 and goes on to 2018/11/9999.
 */
public record NumberSeries(String template) {

    private static final Pattern TEMPLATE =
            Pattern.compile("(\\{yyyy}|\\{yy}|\\{MM}|[A-Z0-9 ./\\-])*#+(\\{yyyy}|\\{yy}|\\{MM}|[A-Z0-9 ./\\-])*");
    private static final int MOST_DIGITS = 15;

    public NumberSeries {
        Invalid.unless(TEMPLATE.matcher(template).matches(), "", "number-series", template);
        Invalid.when(template.chars().filter(sign -> sign == '#').count() > MOST_DIGITS, "", "number-series", template);
    }

    /** Whether its numbers are of a form. */
    boolean makes(NumberForm form) {
        return form.fits(number(LocalDate.EPOCH, 1));
    }

    /** What numbers of that day have in common, as they are stored, with {@code #} for the count: {@code 201811####}. */
    public String name(LocalDate day) {
        return NumberFormat.stripped(template.replace("{yyyy}", "%04d".formatted(day.getYear()))
                .replace("{yy}", "%02d".formatted(day.getYear() % 100))
                .replace("{MM}", "%02d".formatted(day.getMonthValue())));
    }

    /** A number as it is stored. */
    public String number(LocalDate day, long count) {
        var name = name(day);
        return name.substring(0, name.indexOf('#'))
                + String.format(Locale.ROOT, "%0" + digits() + "d", count)
                + name.substring(name.lastIndexOf('#') + 1);
    }

    /** The highest count that there is room for. */
    public long last() {
        return Math.powExact(10L, digits()) - 1;
    }

    public int digits() {
        return (int) template.chars().filter(sign -> sign == '#').count();
    }

    /** How many signs of a stored number stand before the count. */
    public static int start(String name) {
        return name.indexOf('#');
    }

    /** A regular expression of the stored numbers of a series. */
    public static String expression(String name) {
        return "^" + name.replace("#", "[0-9]") + "$";
    }
}
