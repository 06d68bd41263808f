package fr.ondine.ui.console;

import com.vaadin.flow.router.QueryParameters;
import fr.ondine.platform.fleet.WantedActs;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.temporal.ValueRange;
import java.util.HashMap;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Which acts are looked at and which page of them, as the page's address keeps it. */
record ActsQuery(String who, String utility, Optional<LocalDate> from, Optional<LocalDate> to, int page) {

    static final String PAGE = "console/actes";

    private static final LocalDate FIRST_DAY = LocalDate.of(1900, 1, 1);
    private static final LocalDate LAST_DAY = LocalDate.of(9000, 1, 1);
    private static final ValueRange YEARS = ValueRange.of(1901, 8999);
    private static final Pattern NUMBER = Pattern.compile("[1-9]\\d{0,5}");
    private static final int LONGEST = 200;

    static ActsQuery of(QueryParameters address) {
        return new ActsQuery(
                words(address.getSingleParameter("qui").orElse("")),
                words(address.getSingleParameter("collectivite").orElse("")).toLowerCase(Locale.ROOT),
                address.getSingleParameter("du").flatMap(ActsQuery::day),
                address.getSingleParameter("au").flatMap(ActsQuery::day),
                address.getSingleParameter("page")
                                .filter(NUMBER.asMatchPredicate())
                                .map(Integer::parseInt)
                                .orElse(1)
                        - 1);
    }

    WantedActs wanted() {
        return new WantedActs(from.orElse(FIRST_DAY), to.orElse(LAST_DAY), Words.ZONE, who, utility);
    }

    /** The list from its beginning. */
    QueryParameters address() {
        var values = new HashMap<String, String>();
        if (!who.isEmpty()) {
            values.put("qui", who);
        }
        if (!utility.isEmpty()) {
            values.put("collectivite", utility);
        }
        from.ifPresent(day -> values.put("du", day.toString()));
        to.ifPresent(day -> values.put("au", day.toString()));
        return QueryParameters.simple(values);
    }

    /** Whether its last day is before its first. */
    boolean isTurned() {
        return from.isPresent() && to.isPresent() && to.get().isBefore(from.get());
    }

    boolean isOfAll() {
        return address().getParameters().isEmpty() && page == 0;
    }

    /** Without the number of its page, which comes last. */
    String pages() {
        var query = address().getQueryString();
        return "/" + PAGE + "?" + (query.isEmpty() ? "" : query + "&") + "page=";
    }

    static Optional<LocalDate> day(String text) {
        try {
            return Optional.of(LocalDate.parse(text.strip())).filter(day -> YEARS.isValidValue(day.getYear()));
        } catch (DateTimeException noDay) {
            return Optional.empty();
        }
    }

    static String words(String typed) {
        var words = typed.replaceAll("\\p{Cntrl}", "").strip();
        return words.length() > LONGEST ? words.substring(0, LONGEST) : words;
    }
}
