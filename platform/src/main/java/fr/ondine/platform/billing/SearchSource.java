package fr.ondine.platform.billing;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One thing that contracts are known by, and how those of which it begins so are read: along the index of exactly this
 * {@code key} (change set {@code search}), in its order and no further than needed. Bounds, and not LIKE, because a
 * prepared statement knows no pattern.
 */
record SearchSource(FoundBy by, String detail, String tables, String key, String typed, boolean mayBeExact) {

    private static final String PREMISES =
            "premise p join service_point s on s.premise_id = p.id join agreement a on a.service_point_id = s.id";
    private static final String CUSTOMERS = "customer c join agreement a on a.customer_id = c.id";
    private static final String HOLDER = "sought(c.last_name || coalesce(' ' || c.first_name, ''))";
    private static final String WORDS = "sought(:words)";

    static final List<SearchSource> ALL = List.of(
            new SearchSource(FoundBy.CONTRACT, "''", "agreement a", "a.number", ":number", true),
            new SearchSource(
                    FoundBy.CONTRACT,
                    "x.number",
                    "agreement_alias x join agreement a on a.id = x.agreement_id",
                    "x.number",
                    ":number",
                    true),
            new SearchSource(FoundBy.METER, "m.serial", """
                    meter m join meter_installation i on i.meter_id = m.id
                            join agreement a on a.service_point_id = i.service_point_id
                                 and a.started_on <= coalesce(i.removed_on, 'infinity')
                                 and coalesce(a.ended_on, 'infinity') >= i.installed_on""", "lower(m.serial)", ":small", true),
            new SearchSource(FoundBy.EMAIL, "u.email", """
                    (select id, email from user_account where state <> 'DELETED') u
                            join customer_link l on l.user_id = u.id
                            join agreement a on a.customer_id = l.customer_id
                                 and (l.agreement_id is null or l.agreement_id = a.id)""", "lower(u.email)", ":small", true),
            new SearchSource(FoundBy.EMAIL, "c.email", CUSTOMERS, "lower(c.email)", ":small", true),
            new SearchSource(FoundBy.HOLDER, "''", CUSTOMERS, HOLDER, WORDS, false),
            new SearchSource(FoundBy.HOLDER, "''", CUSTOMERS, HOLDER, "sought(:turned)", false),
            new SearchSource(FoundBy.ADDRESS, "''", PREMISES, "sought(p.street || ' ' || p.city)", WORDS, false),
            new SearchSource(
                    FoundBy.ADDRESS,
                    "''",
                    PREMISES,
                    "sought(regexp_replace(p.street, '^[0-9]+ *(bis|ter|quater|[a-zA-Z])?[ ,]+', '') || ' ' || p.city)",
                    WORDS,
                    false));

    /** All of them as one, beside the one invoice of which the whole number was typed. */
    static String all() {
        return ALL.stream().map(source -> source.sql(":limit")).collect(Collectors.joining(" union all ", """
                (select 'INVOICE' as by, agreement_id, number as detail, true as is_exact
                   from invoice where number = :number) union all\s""", ""));
    }

    /** The agreements, at most {@code :named} of each, whose number or whose holder's name begins so. */
    static String numbersAndNames() {
        return numbered()
                .map(source -> source.sql(":named"))
                .collect(Collectors.joining(
                        " union all ", "select agreement_id from (", ") named (by, agreement_id, detail, is_exact)"));
    }

    /** Whether there are {@code :named} of one of these. */
    static String isAnyFull() {
        return numbered()
                .map(source -> "(select count(*) from " + source.sql(":named") + " found) = :named")
                .collect(Collectors.joining(" or "));
    }

    private static Stream<SearchSource> numbered() {
        return ALL.stream().filter(source -> source.by == FoundBy.CONTRACT || source.by == FoundBy.HOLDER);
    }

    String sql(String limit) {
        var exact = mayBeExact ? "split_part(" + key + ", '~', 1) = " + typed : "false";
        return """
                (select '%1$s', a.id, %2$s, %3$s from %4$s
                  where %6$s <> '' and %5$s ~>=~ %6$s and %5$s ~<~ (%6$s || chr(1114111))
                  order by %5$s using ~<~ limit %7$s)""".formatted(by, detail, exact, tables, key, typed, limit);
    }
}
