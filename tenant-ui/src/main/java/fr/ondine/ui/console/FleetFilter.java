package fr.ondine.ui.console;

import com.vaadin.flow.router.QueryParameters;
import fr.ondine.migrations.UtilityState;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Optional;
import java.util.Set;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Pageable;

/** What an operator looks for among all utilities, as the page's address keeps it. */
record FleetFilter(String words, Optional<UtilityState> state, int page) {

    static final int SIZE = 50;

    static FleetFilter of(QueryParameters address) {
        return new FleetFilter(
                address.getSingleParameter("recherche").orElse(""),
                address.getSingleParameter("etat").flatMap(FleetFilter::state),
                address.getSingleParameter("page")
                        .filter(page -> page.matches("[1-9]\\d{0,5}"))
                        .map(Integer::parseInt)
                        .orElse(1));
    }

    FleetFilter onPage(int number) {
        return new FleetFilter(words, state, number);
    }

    Set<UtilityState> states() {
        return state.map(Set::of).orElse(Set.of());
    }

    Pageable request() {
        return PageRequest.of(page - 1, SIZE);
    }

    QueryParameters address() {
        var values = new HashMap<String, String>();
        if (!words.isBlank()) {
            values.put("recherche", words.strip());
        }
        state.ifPresent(wanted -> values.put("etat", name(wanted)));
        if (page > 1) {
            values.put("page", String.valueOf(page));
        }
        return QueryParameters.simple(values);
    }

    String href() {
        var query = address().getQueryString();
        return "/console" + (query.isEmpty() ? "" : "?" + query);
    }

    private static Optional<UtilityState> state(String name) {
        return Arrays.stream(UtilityState.values())
                .filter(state -> name(state).equals(name))
                .findFirst();
    }

    private static String name(UtilityState state) {
        return switch (state) {
            case DRAFT -> "brouillon";
            case PROVISIONING -> "en-preparation";
            case READY -> "en-service";
            case SUSPENDED -> "suspendue";
            case FAILED -> "en-echec";
            case ARCHIVED -> "archivee";
        };
    }
}
