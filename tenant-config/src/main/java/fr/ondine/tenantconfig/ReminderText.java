package fr.ondine.tenantconfig;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The words of a reminder, in which {@code {montant}} and its like stand for what each reader owes, and
 * {@code {facture|factures}} for what is said of one invoice or of several.
 */
public final class ReminderText {

    /** As those who write such texts type them. */
    public static final List<String> PLACES = List.of("{montant}", "{échéance}", "{contrat}", "{téléphone}");

    private static final Pattern PLACE = Pattern.compile("\\{[^{}]*}");
    private static final Pattern ONE_OR_SEVERAL = Pattern.compile("\\{([^{}|]*)\\|([^{}|]*)}");

    private ReminderText() {}

    /** What a letter says at a utility that has not written its own. */
    public static String usual(ReminderStep step, Locale locale) {
        return Texts.of("reminders", locale).getString(Scalars.written(step));
    }

    /** What is written to somebody to whom a letter should not have been sent; {@code {date}} is the day of that letter. */
    public static String apology(ReminderStep step, Locale locale) {
        return Texts.of("reminders", locale).getString("apology." + Scalars.written(step));
    }

    /** The text with the values of one letter that asks for so many invoices, by the places of {@link #PLACES}. */
    public static String filled(String text, int invoices, Map<String, String> values) {
        var numbered = ONE_OR_SEVERAL.matcher(with(text, values));
        return numbered.replaceAll(
                either -> Matcher.quoteReplacement(invoices > 1 ? either.group(2) : either.group(1)));
    }

    static List<String> unknownPlaces(String text) {
        var known = PLACES.stream().collect(toMap(identity(), place -> ""));
        var rest = ONE_OR_SEVERAL.matcher(with(text, known)).replaceAll("");
        return PLACE.matcher(rest).results().map(MatchResult::group).distinct().toList();
    }

    private static String with(String text, Map<String, String> values) {
        return PLACE.matcher(text)
                .replaceAll(place -> Matcher.quoteReplacement(values.getOrDefault(place.group(), place.group())));
    }
}
