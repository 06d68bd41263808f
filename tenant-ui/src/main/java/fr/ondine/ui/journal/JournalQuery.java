package fr.ondine.ui.journal;

import com.vaadin.flow.router.QueryParameters;
import fr.ondine.platform.staff.AuditFilter;
import fr.ondine.platform.staff.AuditKind;
import fr.ondine.platform.staff.AuditMark;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ValueRange;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Which entries are looked at and from which one on, as the address keeps it. */
record JournalQuery(AuditFilter filter, Optional<AuditMark> mark) {

    static final String PAGE = "gestion/journal";
    static final String FILE = "/gestion/journal.csv";

    private static final ValueRange YEARS = ValueRange.of(1901, 8999);

    static JournalQuery of(QueryParameters address) {
        return of(name -> address.getSingleParameter(name).orElse(null));
    }

    static JournalQuery of(Function<String, @Nullable String> values) {
        return new JournalQuery(
                new AuditFilter(
                        words(values.apply("qui")),
                        words(values.apply("sujet")),
                        Optional.ofNullable(values.apply("nature")).flatMap(JournalQuery::kind),
                        Optional.ofNullable(values.apply("du")).flatMap(JournalQuery::day),
                        Optional.ofNullable(values.apply("au")).flatMap(JournalQuery::day)),
                Optional.ofNullable(values.apply("apres")).flatMap(JournalQuery::mark));
    }

    /** The list from its beginning. */
    static QueryParameters parameters(AuditFilter filter) {
        var values = new HashMap<String, String>();
        if (!filter.person().isBlank()) {
            values.put("qui", filter.person().strip());
        }
        if (!filter.subject().isBlank()) {
            values.put("sujet", filter.subject().strip());
        }
        filter.kind().ifPresent(kind -> values.put("nature", written(kind)));
        filter.from().ifPresent(day -> values.put("du", day.toString()));
        filter.to().ifPresent(day -> values.put("au", day.toString()));
        return QueryParameters.simple(values);
    }

    String newest() {
        return address("/" + PAGE, parameters(filter));
    }

    String from(AuditMark next) {
        return address("/" + PAGE, parameters(filter).merging("apres", next.at() + "_" + next.entry()));
    }

    String file() {
        return address(FILE, parameters(filter));
    }

    static Optional<LocalDate> day(String text) {
        try {
            return Optional.of(LocalDate.parse(text.strip())).filter(day -> YEARS.isValidValue(day.getYear()));
        } catch (DateTimeException noDay) {
            return Optional.empty();
        }
    }

    private static String written(AuditKind kind) {
        return switch (kind) {
            case TEAM -> "equipe";
            case SUBSCRIBERS -> "abonnes";
            case CONTRACTS -> "contrats";
            case READINGS -> "releves";
            case BILLING -> "facturation";
            case MONEY -> "paiements";
            case REMINDERS -> "relances";
            case LEAKS -> "fuites";
            case TARIFFS -> "tarifs";
            case PORTAL -> "portail";
            case PROGRAMS -> "programmes";
        };
    }

    private static String address(String path, QueryParameters parameters) {
        var query = parameters.getQueryString();
        return query.isEmpty() ? path : path + "?" + query;
    }

    private static String words(@Nullable String typed) {
        var words = typed == null ? "" : typed.replaceAll("\\p{Cntrl}", "");
        return words.length() > 200 ? words.substring(0, 200) : words;
    }

    private static Optional<AuditKind> kind(String text) {
        return Arrays.stream(AuditKind.values())
                .filter(kind -> written(kind).equals(text))
                .findFirst();
    }

    private static Optional<AuditMark> mark(String text) {
        var cut = text.indexOf('_');
        try {
            return cut < 0
                    ? Optional.empty()
                    : Optional.of(new AuditMark(
                                    Instant.parse(text.substring(0, cut)), UUID.fromString(text.substring(cut + 1))))
                            .filter(mark -> YEARS.isValidValue(
                                    mark.at().atOffset(java.time.ZoneOffset.UTC).getYear()));
        } catch (DateTimeException | IllegalArgumentException noMark) {
            return Optional.empty();
        }
    }
}
