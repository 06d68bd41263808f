package fr.ondine.platform.runs;

import static fr.ondine.testing.Utilities.SIEGVO;

import fr.ondine.platform.billing.InvoiceId;
import fr.ondine.platform.customers.AgreementId;
import fr.ondine.platform.kernel.Period;
import fr.ondine.platform.tenancy.TenantContext;
import fr.ondine.platform.tenancy.TenantId;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What happens to a holder at a place, from the first of January 2026 on: readings, prices, meters, and bills. */
public final class BilledStay {

    public static final Period SPRING = new Period(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 7, 1));
    public static final Period AUTUMN = new Period(LocalDate.of(2026, 7, 1), LocalDate.of(2027, 1, 1));

    private final BillingRuns runs;
    private final JdbcClient database;
    private final TransactionTemplate transaction;
    private final BilledRows rows;
    private final TenantId utility;
    private final AgreementId agreement;

    /** Somebody comes where 100 m³ were used in the year before. */
    public BilledStay(BillingRuns runs, JdbcClient database, TransactionTemplate transaction) {
        this(SIEGVO, runs, database, transaction);
    }

    public BilledStay(TenantId utility, BillingRuns runs, JdbcClient database, TransactionTemplate transaction) {
        this.utility = utility;
        this.runs = runs;
        this.database = database;
        this.transaction = transaction;
        this.rows = in(() -> BilledRows.of(database));
        this.agreement = in(() -> rows.agreement(-1));
        in(() -> {
            rows.read(rows.meter(agreement), LocalDate.of(2025, 1, 1), 0);
            return agreement;
        });
    }

    public AgreementId agreement() {
        return agreement;
    }

    /** The price of a cubic metre, from a day on. */
    void costs(String price, LocalDate from) {
        in(() -> {
            rows.version(from, price);
            return price;
        });
    }

    /** Another meter goes on at zero where the first one stands. */
    void meterIsExchanged(LocalDate day, long register, String serial) {
        in(() -> {
            database.sql("update meter_installation set removed_on = ?, removal_register = ? where meter_id = ?")
                    .params(day, register * 1000, rows.meter(agreement))
                    .update();
            var meter = UUID.randomUUID();
            database.sql("insert into meter (id, serial, dials) values (?, ?, 5)")
                    .params(meter, rows.round() + serial)
                    .update();
            return database.sql("insert into meter_installation (id, meter_id, service_point_id, installed_on,"
                            + " install_register) select ?, ?, service_point_id, ?, 0 from agreement where id = ?")
                    .params(UUID.randomUUID(), meter, day, agreement.value())
                    .update();
        });
    }

    /** Its first meter. */
    public void isRead(LocalDate day, long register) {
        in(() -> {
            rows.read(rows.meter(agreement), day, register * 1000);
            return day;
        });
    }

    void isRead(String serial, LocalDate day, long register) {
        in(() -> {
            rows.read(
                    database.sql("select id from meter where serial = ?")
                            .param(rows.round() + serial)
                            .query(UUID.class)
                            .single(),
                    day,
                    register * 1000);
            return day;
        });
    }

    void wasRead(String serial, LocalDate day, long register) {
        in(() -> database.sql("update reading set register_value = ? where read_on = ?"
                        + " and meter_id = (select id from meter where serial = ?)")
                .params(register * 1000, day, rows.round() + serial)
                .update());
    }

    public void isBilled(RunKind kind, Period period) {
        var round = new Perimeter(Perimeter.Kind.ROUND, List.of(rows.round()));
        new RunsOfUtility(utility, runs, transaction).bill(round, kind, period);
    }

    /** Why runs did not bill it. */
    List<ParkingReason> setAside() {
        return in(() -> database.sql("select reason from billing_parked where agreement_id = ?")
                .param(agreement.value())
                .query(ParkingReason.class)
                .list());
    }

    public InvoiceId lastInvoice() {
        return in(() ->
                new InvoiceId(database.sql("select id from invoice where agreement_id = ? order by id desc limit 1")
                        .param(agreement.value())
                        .query(UUID.class)
                        .single()));
    }

    public <T> T in(Supplier<T> work) {
        return TenantContext.callAs(utility, () -> transaction.execute(status -> work.get()));
    }
}
