package fr.ondine.ui.leakfiles;

import com.vaadin.flow.router.QueryParameters;
import fr.ondine.platform.leaks.LeakFilter;
import fr.ondine.platform.leaks.LeakState;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/** Which files are looked at and which page of them, as the address keeps it. */
record LeakQuery(LeakFilter filter, int page) {

    private static final Pattern PAGE = Pattern.compile("[1-9]\\d{0,4}");
    private static final String LATE = "en-retard";
    private static final int LONGEST = 100;

    static LeakQuery of(QueryParameters address) {
        var which = address.getSingleParameter("etat").orElse("");
        var text = address.getSingleParameter("recherche").orElse("");
        var page = address.getSingleParameter("page").filter(PAGE.asMatchPredicate());
        return new LeakQuery(
                new LeakFilter(state(which), which.equals(LATE), text.substring(0, Math.min(LONGEST, text.length()))),
                page.map(Integer::parseInt).orElse(1) - 1);
    }

    LeakQuery of(Optional<LeakState> state, boolean isLate) {
        return new LeakQuery(new LeakFilter(state, isLate, filter.text()), 0);
    }

    LeakQuery of(String text) {
        return new LeakQuery(new LeakFilter(filter.state(), filter.isLate(), text), 0);
    }

    /** Without the number of its page, which comes last. */
    String address() {
        return "/" + Addresses.HOME + query() + "&page=";
    }

    /** What follows the address of a file, from which the way back leads here. */
    String query() {
        return "?etat=" + which() + "&recherche=" + URLEncoder.encode(filter.text(), StandardCharsets.UTF_8);
    }

    private String which() {
        return filter.isLate() ? LATE : filter.state().map(LeakQuery::written).orElse("en-cours");
    }

    private static Optional<LeakState> state(String text) {
        return Arrays.stream(LeakState.values())
                .filter(state -> written(state).equals(text))
                .findFirst();
    }

    private static String written(LeakState state) {
        return switch (state) {
            case DETECTED -> "reperee";
            case AWAITING -> "en-attente";
            case RECEIVED -> "attestation-recue";
            case CHECKED -> "verifiee";
            case REFUSED -> "refusee";
            case CREDITED -> "acceptee";
        };
    }
}
