package fr.ondine.ui.desk;

import com.vaadin.flow.router.QueryParameters;
import fr.ondine.platform.billing.InvoiceFilter;
import fr.ondine.platform.billing.InvoiceId;
import fr.ondine.platform.billing.InvoiceKind;
import fr.ondine.platform.billing.InvoiceMark;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.time.temporal.ValueRange;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Optional;

/** Which invoices are looked at and from which one on, as the address keeps it. */
record InvoiceQuery(InvoiceFilter filter, Optional<InvoiceMark> mark) {

    private static final String OPEN = "ouvertes";
    private static final ValueRange YEARS = ValueRange.of(1, 9999);

    static InvoiceQuery of(QueryParameters address) {
        return new InvoiceQuery(
                new InvoiceFilter(
                        address.getSingleParameter("recherche").orElse(""),
                        address.getSingleParameter("nature").flatMap(InvoiceQuery::kind),
                        address.getSingleParameter("du").flatMap(InvoiceQuery::day),
                        address.getSingleParameter("au").flatMap(InvoiceQuery::day),
                        address.getSingleParameter("etat").filter(OPEN::equals).isPresent()),
                address.getSingleParameter("apres").flatMap(InvoiceQuery::mark));
    }

    /** The same list from its beginning. */
    static String address(InvoiceFilter filter) {
        return address(parameters(filter));
    }

    /** The list from there on. */
    String from(InvoiceMark next) {
        return address(marked(next));
    }

    /** The list as it is looked at. */
    String here() {
        return mark.map(this::from).orElseGet(() -> address(filter));
    }

    /** An invoice of the list, from which the way back leads here. */
    String invoice(InvoiceId invoice) {
        return Addresses.invoice(invoice) + query(mark.map(this::marked).orElseGet(() -> parameters(filter)));
    }

    private QueryParameters marked(InvoiceMark next) {
        return parameters(filter).merging("apres", next.issuedOn() + "_" + next.number());
    }

    static QueryParameters parameters(InvoiceFilter filter) {
        var values = new HashMap<String, String>();
        if (!filter.words().isBlank()) {
            values.put("recherche", filter.words().strip());
        }
        filter.kind().ifPresent(kind -> values.put("nature", written(kind)));
        filter.from().ifPresent(day -> values.put("du", day.toString()));
        filter.to().ifPresent(day -> values.put("au", day.toString()));
        if (filter.isOpen()) {
            values.put("etat", OPEN);
        }
        return QueryParameters.simple(values);
    }

    private static String address(QueryParameters parameters) {
        return "/" + Addresses.INVOICES + query(parameters);
    }

    private static String query(QueryParameters parameters) {
        var query = parameters.getQueryString();
        return query.isEmpty() ? "" : "?" + query;
    }

    static Optional<LocalDate> day(String text) {
        try {
            return Optional.of(LocalDate.parse(text.strip())).filter(day -> YEARS.isValidValue(day.getYear()));
        } catch (DateTimeParseException noDay) {
            return Optional.empty();
        }
    }

    private static Optional<InvoiceMark> mark(String text) {
        var cut = text.indexOf('_');
        return cut < 0
                ? Optional.empty()
                : day(text.substring(0, cut))
                        .map(day -> new InvoiceMark(day, text.substring(cut + 1).replaceAll("\\p{Cntrl}", "")));
    }

    private static Optional<InvoiceKind> kind(String text) {
        return Arrays.stream(InvoiceKind.values())
                .filter(kind -> written(kind).equals(text))
                .findFirst();
    }

    private static String written(InvoiceKind kind) {
        return switch (kind) {
            case ACTUAL -> "releve";
            case ESTIMATED -> "estimee";
            case OPENING -> "ouverture";
            case CLOSING -> "cloture";
            case ONE_OFF -> "prestation";
            case CREDIT_NOTE -> "avoir";
        };
    }
}
