package fr.ondine.platform.plans;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import fr.ondine.platform.kernel.Money;
import fr.ondine.platform.receivables.OnAccount;
import fr.ondine.platform.tenancy.Tenants;
import java.sql.ResultSet;
import java.sql.SQLException;
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
                   p.closed_on, p.closing, split_part(a.number, '~', 1) as number,
                   concat_ws(' ', nullif(c.first_name, ''), c.last_name) as holder
              from instalment_plan p join agreement a on a.id = p.agreement_id join customer c on c.id = a.customer_id
             where (p.state = 'CLOSED') = :closed
             order by p.agreed_on desc, p.id limit :size offset :from""";

    private final JdbcClient database;
    private final OnAccount money;
    private final Tenants tenants;

    ListedPlans(JdbcClient database, OnAccount money, Tenants tenants) {
        this.database = database;
        this.money = money;
        this.tenants = tenants;
    }

    private record Row(PlanStore.Head head, String contract, String holder) {}

    private record Due(UUID plan, Instalment instalment) {}

    PlanPage page(PlanFilter filter, int page, int size) {
        var rows = database.sql(PAGE)
                .param("closed", filter == PlanFilter.CLOSED)
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
        return new ListedPlan(row.head().with(received, new Instalments(own)), row.contract(), row.holder());
    }
}
