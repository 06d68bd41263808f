package fr.ondine.ui.readings;

import com.vaadin.flow.router.QueryParameters;
import fr.ondine.platform.metering.CheckFilter;
import fr.ondine.platform.metering.Doubt;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/** Which readings are looked at and which page of them, as the address keeps it. */
record ListAddress(CheckFilter filter, int page) {

    private static final Pattern PAGE = Pattern.compile("[1-9]\\d{0,4}");
    private static final String CONFIRMED = "confirmes";
    private static final int LONGEST = 100;

    static ListAddress of(QueryParameters address) {
        var which = address.getSingleParameter("motif").orElse("");
        var text = address.getSingleParameter("recherche").orElse("");
        var known = text.substring(0, Math.min(LONGEST, text.length()));
        var page = address.getSingleParameter("page").filter(PAGE.asMatchPredicate());
        return new ListAddress(
                new CheckFilter(doubt(which), known, which.equals(CONFIRMED)),
                page.map(Integer::parseInt).orElse(1) - 1);
    }

    ListAddress of(Optional<Doubt> doubt) {
        return new ListAddress(new CheckFilter(doubt, filter.text(), false), 0);
    }

    ListAddress confirmed() {
        return new ListAddress(new CheckFilter(Optional.empty(), filter.text(), true), 0);
    }

    ListAddress of(String text) {
        return new ListAddress(new CheckFilter(filter.doubt(), text, filter.isConfirmed()), 0);
    }

    ListAddress first() {
        return new ListAddress(filter, 0);
    }

    /** What follows the address of a reading, from which the way back leads here. */
    String query() {
        return "?" + whole().substring(whole().indexOf('?') + 1);
    }

    String whole() {
        return address() + (page + 1);
    }

    /** Without the number of its page, which comes last. */
    String address() {
        return "/" + Addresses.HOME + "?motif=" + which() + "&recherche="
                + URLEncoder.encode(filter.text(), StandardCharsets.UTF_8) + "&page=";
    }

    private String which() {
        return filter.isConfirmed()
                ? CONFIRMED
                : filter.doubt().map(ListAddress::written).orElse("tous");
    }

    private static Optional<Doubt> doubt(String text) {
        return Arrays.stream(Doubt.values())
                .filter(doubt -> written(doubt).equals(text))
                .findFirst();
    }

    private static String written(Doubt doubt) {
        return switch (doubt) {
            case BELOW_LAST -> "en-baisse";
            case FAR_ABOVE_USUAL -> "tres-eleve";
            case ABOVE_USUAL -> "eleve";
            case BELOW_USUAL -> "faible";
        };
    }
}
