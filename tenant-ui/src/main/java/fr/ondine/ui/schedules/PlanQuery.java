package fr.ondine.ui.schedules;

import com.vaadin.flow.router.QueryParameters;
import fr.ondine.platform.plans.PlanFilter;
import java.util.Arrays;
import java.util.HashMap;

/** Which plans are looked at, as the address keeps it. */
final class PlanQuery {

    static final String PATH = "gestion/mensualisations";

    private PlanQuery() {}

    static PlanFilter of(QueryParameters address) {
        return new PlanFilter(
                address.getSingleParameter("etat").map(PlanQuery::state).orElse(PlanFilter.State.RUNNING),
                address.getSingleParameter("recherche").orElse(""));
    }

    static QueryParameters parameters(PlanFilter filter) {
        var values = new HashMap<String, String>();
        values.put("etat", written(filter.state()));
        if (!filter.words().isBlank()) {
            values.put("recherche", filter.words().strip());
        }
        return QueryParameters.simple(values);
    }

    /** The list, to which one more parameter may be added. */
    static String address(PlanFilter filter) {
        return "/" + PATH + "?" + parameters(filter).getQueryString() + "&";
    }

    private static PlanFilter.State state(String text) {
        return Arrays.stream(PlanFilter.State.values())
                .filter(state -> written(state).equals(text))
                .findFirst()
                .orElse(PlanFilter.State.RUNNING);
    }

    private static String written(PlanFilter.State state) {
        return switch (state) {
            case RUNNING -> "en-cours";
            case LATE -> "en-retard";
            case TO_REVISE -> "a-revoir";
            case CLOSED -> "finies";
            case TO_REFUND -> "a-rembourser";
        };
    }
}
