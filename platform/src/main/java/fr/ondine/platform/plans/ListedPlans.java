package fr.ondine.platform.plans;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import fr.ondine.platform.billing.TypedSearch;
import fr.ondine.platform.kernel.Money;
import fr.ondine.platform.receivables.OnAccount;
import fr.ondine.platform.tenancy.Tenants;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads a page of plans with what was paid on each: three queries however many there are. */
@Repository
class ListedPlans {

    private static final String PAGE = """
            select p.id, p.agreement_id, p.state, p.version, p.day, p.year_amount, p.basis, p.year_litres, p.agreed_on,
                   p.closed_on, p.closing, p.carried, p.outcome, split_part(a.number, '~', 1) as number,
                   concat_ws(' ', nullif(c.first_name, ''), c.last_name) as holder
              from instalment_plan p join agreement a on a.id = p.agreement_id join customer c on c.id = a.customer_id
             where %s and (:words = '' or p.agreement_id in (%s))
             order by p.agreed_on desc, p.id desc limit :size offset :from""";

    /**
     * What came by debit and by hand is summed from the payments first, of which there are less than of the ledger's entries:
     * it is no less than what the books say, but for what was given back.
     */
    private static final String LATE = """
            p.state <> 'CLOSED' and exists (
                select from (select sum(i.amount) as amount from instalment i
                              where i.plan_id = p.id and i.version = p.version and i.due_on < :today) due
                 where case when due.amount > (
                                select coalesce(sum(paid.amount), 0) from payment paid
                                 where paid.agreement_id = p.agreement_id and paid.initiated_at >= p.agreed_on
                                   and paid.received_on > p.agreed_on and paid.invoice_id is null
                                   and paid.state = 'SETTLED' and paid.method <> 'CARD')
                              or exists (select from refund f where f.agreement_id = p.agreement_id)
                            then due.amount > %s else false end)""".formatted(OnAccount.sum("p.agreement_id", "p.agreed_on", "null::date"));

    /** Unless invoices have used all of it since. */
    private static final String TO_REFUND =
            """
            exists (select from plan_refund f where f.plan_id = p.id and f.paid_on is null and %s < 0)""".formatted(PlanRefunds.MOST_OWED.formatted("f.agreement_id", "f.noted_on"));

    /** By the indexes by which agreements are searched, each by its beginning. */
    private static final String NAMED = """
            select id from agreement where :number <> '' and number ~>=~ :number and number ~<~ (:number || chr(1114111))
            union select agreement_id from agreement_alias
             where :number <> '' and number ~>=~ :number and number ~<~ (:number || chr(1114111))
            union select h.id from customer n join agreement h on h.customer_id = n.id
             where sought(n.last_name || coalesce(' ' || n.first_name, '')) ~>=~ sought(:words)
               and sought(n.last_name || coalesce(' ' || n.first_name, '')) ~<~ (sought(:words) || chr(1114111))
            union select h.id from customer n join agreement h on h.customer_id = n.id
             where :turned <> '' and sought(n.last_name || coalesce(' ' || n.first_name, '')) ~>=~ sought(:turned)
               and sought(n.last_name || coalesce(' ' || n.first_name, '')) ~<~ (sought(:turned) || chr(1114111))""";

    private final JdbcClient database;
    private final OnAccount money;
    private final Tenants tenants;
    private final Clock clock;

    ListedPlans(JdbcClient database, OnAccount money, Tenants tenants, Clock clock) {
        this.database = database;
        this.money = money;
        this.tenants = tenants;
        this.clock = clock;
    }

    private record Row(PlanStore.Head head, String contract, String holder) {}

    private record Due(UUID plan, Instalment instalment) {}

    PlanPage page(PlanFilter filter, int page, int size) {
        var typed = TypedSearch.of(filter.words());
        var rows = database.sql(PAGE.formatted(condition(filter.state()), NAMED))
                .param("today", LocalDate.now(clock))
                .param("words", typed.words())
                .param("number", typed.number())
                .param("turned", typed.turned())
                .param("size", size + 1)
                .param("from", page * size)
                .query((row, number) -> row(row))
                .list();
        var shown = rows.subList(0, Math.min(size, rows.size()));
        var instalments = instalments(shown);
        var received =
                money.received(shown.stream().map(row -> row.head().span()).toList());
        return new PlanPage(
                IntStream.range(0, shown.size())
                        .mapToObj(at -> listed(shown.get(at), instalments, received.get(at)))
                        .toList(),
                rows.size() > size);
    }

    private static String condition(PlanFilter.State state) {
        return switch (state) {
            case RUNNING -> "p.state <> 'CLOSED'";
            case LATE -> LATE;
            case TO_REVISE -> PlanProposals.PENDING;
            case CLOSED -> "p.state = 'CLOSED'";
            case TO_REFUND -> TO_REFUND;
        };
    }

    private Map<UUID, List<Instalment>> instalments(List<Row> rows) {
        if (rows.isEmpty()) {
            return Map.of();
        }
        return database
                .sql(
                        "select i.plan_id, i.due_on, i.amount from instalment i join instalment_plan p"
                                + " on p.id = i.plan_id and p.version = i.version where p.id = any(?) order by i.plan_id, i.position")
                .param(rows.stream().map(row -> row.head().id().value()).toArray(UUID[]::new))
                .query((row, number) -> new Due(
                        row.getObject("plan_id", UUID.class),
                        new Instalment(
                                row.getObject("due_on", LocalDate.class), Money.euros(row.getBigDecimal("amount")))))
                .list()
                .stream()
                .collect(groupingBy(Due::plan, mapping(Due::instalment, toList())));
    }

    private Row row(ResultSet row) throws SQLException {
        return new Row(
                PlanStore.head(row),
                tenants.current().contractNumbers().display(row.getString("number")),
                row.getString("holder"));
    }

    private static ListedPlan listed(Row row, Map<UUID, List<Instalment>> instalments, Money received) {
        var own = instalments.getOrDefault(row.head().id().value(), List.of());
        return new ListedPlan(row.head().with(received, null, new Instalments(own)), row.contract(), row.holder());
    }
}
