package fr.ondine.platform.runs;

import fr.ondine.platform.tenancy.Tenants;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Finds the rounds, streets and contracts that a clerk typed, as they are stored. */
@Repository
class TypedPerimeters {

    private static final String ROUNDS =
            "select distinct lower(round), round from service_point where lower(round) = any(:typed)";

    /** The house number is part of a street as it is stored; whoever bills a street does not type it. */
    private static final String STREETS = """
            select typed, street
              from (select distinct street from premise) known
              join unnest(:typed) typed on lower(street) = typed
                or regexp_replace(lower(street), '^[0-9]+ *(bis|ter|quater|[a-z](?= ))?,? +', '') = typed""";

    /** A contract that passed its number on keeps it, with what tells the two apart. */
    private static final String NUMBERS =
            "select split_part(number, '~', 1), number from agreement where split_part(number, '~', 1) = any(:typed)";

    /** One step for each round, however many service points it has. */
    private static final String SOME_ROUNDS = """
            with recursive known as (
                (select round, 1 as place from service_point where round is not null order by round limit 1)
                union all
                select (select round from service_point where round > known.round order by round limit 1), place + 1
                  from known where known.round is not null and place < :most)
            select round from known where round is not null""";

    private final JdbcClient database;
    private final Tenants tenants;

    TypedPerimeters(JdbcClient database, Tenants tenants) {
        this.database = database;
        this.tenants = tenants;
    }

    /** A line that was typed, and what would be stored of it. */
    private record Line(String typed, String wanted) {}

    TypedPerimeter of(Perimeter.Kind kind, String typed) {
        return switch (kind) {
            case ALL -> new TypedPerimeter(Perimeter.everybody(), List.of());
            case ROUND -> found(kind, words(typed), ROUNDS);
            case STREET -> found(kind, words(typed), STREETS);
            case LIST -> found(kind, numbers(typed), NUMBERS);
        };
    }

    List<String> rounds(int most) {
        return database.sql(SOME_ROUNDS).param("most", most).query(String.class).list();
    }

    private TypedPerimeter found(Perimeter.Kind kind, List<Line> lines, String query) {
        Map<String, LinkedHashSet<String>> stored = database
                .sql(query)
                .param("typed", lines.stream().map(Line::wanted).distinct().toArray(String[]::new))
                .query((row, number) -> Map.entry(row.getString(1), row.getString(2)))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey,
                        Collectors.mapping(Map.Entry::getValue, Collectors.toCollection(LinkedHashSet::new))));
        var unknown = lines.stream()
                .filter(line -> !stored.containsKey(line.wanted()))
                .map(Line::typed)
                .distinct()
                .toList();
        var known =
                stored.values().stream().flatMap(Collection::stream).sorted().toList();
        return new TypedPerimeter(new Perimeter(kind, known), unknown);
    }

    private static List<Line> words(String typed) {
        return lines(typed, "\\R")
                .map(line -> new Line(line, line.toLowerCase(Locale.ROOT)))
                .toList();
    }

    private List<Line> numbers(String typed) {
        var numbers = tenants.current().contractNumbers();
        return lines(typed, "\\R|[;,\\t]")
                .map(line -> new Line(line, numbers.normalise(line).orElse("")))
                .toList();
    }

    private static Stream<String> lines(String typed, String separator) {
        return Stream.of(typed.split(separator)).map(String::strip).filter(line -> !line.isEmpty());
    }
}
