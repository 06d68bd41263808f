package fr.ondine.platform.billing;

import static org.awaitility.Awaitility.await;

import fr.ondine.platform.customers.AgreementId;
import fr.ondine.platform.kernel.Period;
import fr.ondine.platform.receivables.Ledger;
import fr.ondine.platform.receivables.LedgerEntry;
import fr.ondine.platform.receivables.Receipt;
import fr.ondine.platform.receivables.ReceivableId;
import fr.ondine.platform.runs.BillingRuns;
import fr.ondine.platform.runs.Perimeter;
import fr.ondine.platform.runs.RunId;
import fr.ondine.platform.runs.RunKind;
import fr.ondine.platform.runs.RunState;
import fr.ondine.platform.runs.RunTerms;
import fr.ondine.platform.tenancy.TenantContext;
import fr.ondine.platform.tenancy.TenantId;
import fr.ondine.testing.Rows;
import fr.ondine.testing.services.Services;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** A household with a meter and a tariff of its own, which runs bill as they would any: nothing of its bills is written here. */
final class RatedHousehold {

    static final Period SPRING = new Period(LocalDate.of(2025, 1, 1), LocalDate.of(2025, 7, 1));
    static final Period AUTUMN = new Period(LocalDate.of(2025, 7, 1), LocalDate.of(2026, 1, 1));

    private final ApplicationContext application;
    private final TenantId utility;
    private final JdbcClient database;
    private final AgreementId agreement;
    private final RatedTariff tariff;
    private String meter;

    /** Comes on a day, at so many cubic metres of a meter. */
    RatedHousehold(ApplicationContext application, TenantId utility, String contract, LocalDate from, long register) {
        this.application = application;
        this.utility = utility;
        this.database = application.getBean(JdbcClient.class);
        this.meter = "C15FA0" + contract.substring(contract.length() - 5);
        this.tariff = in(() -> new RatedTariff(database).decided(LocalDate.of(2020, 1, 1), "2019-12-05/3", "1.3838"));
        this.agreement = in(() -> arrives(contract, from));
        isRead(from, register);
    }

    /** One that was there all of 2024, used 100 m³ then, and paid its two bills. */
    static RatedHousehold thatUsed100InAYear(ApplicationContext application, TenantId utility, String contract) {
        return new RatedHousehold(application, utility, contract, LocalDate.of(2024, 1, 1), 1_140).used100InAYear();
    }

    /** The same, of which the days before 2024 are known too: a leak is told by the same days of a year before. */
    static RatedHousehold thatUsed100InAYearAndIsKnownForLonger(
            ApplicationContext application, TenantId utility, String contract) {
        var household = new RatedHousehold(application, utility, contract, LocalDate.of(2023, 7, 1), 1_092);
        household.isRead(LocalDate.of(2023, 12, 29), 1_140);
        household.isBilled(RunKind.ACTUAL, new Period(LocalDate.of(2023, 7, 1), LocalDate.of(2024, 1, 1)));
        household.pays(LocalDate.of(2024, 1, 20));
        return household.used100InAYear();
    }

    private RatedHousehold used100InAYear() {
        isRead(LocalDate.of(2024, 6, 28), 1_195);
        isBilled(RunKind.ACTUAL, new Period(LocalDate.of(2024, 1, 1), LocalDate.of(2024, 7, 1)));
        pays(LocalDate.of(2024, 7, 20));
        isRead(LocalDate.of(2024, 12, 30), 1_240);
        isBilled(RunKind.ACTUAL, new Period(LocalDate.of(2024, 7, 1), LocalDate.of(2025, 1, 1)));
        pays(LocalDate.of(2025, 1, 20));
        return this;
    }

    private AgreementId arrives(String contract, LocalDate from) {
        var made = new Rows(database).agreement();
        var id = made.value();
        update("update meter set serial = ? where id = ?", meter, new Rows(database).meter(made));
        update("update agreement set started_on = ?, number = ? where id = ?", from, contract, id);
        update(
                "update customer set title = 'Mme', first_name = 'Élise', last_name = 'd''Aubigné-Müller',"
                        + " email = 'elise@exemple.fr' where id = (select customer_id from agreement where id = ?)",
                id);
        update(
                "update premise set street = '12 rue des Sources', complement = 'Bâtiment B', city = 'METZ' where id ="
                        + " (select premise_id from service_point sp join agreement a on a.service_point_id = sp.id"
                        + " where a.id = ?)",
                id);
        update(
                "update service_point set round = ? where id = (select service_point_id from agreement where id = ?)",
                contract,
                id);
        update(
                "insert into agreement_tariff (agreement_id, valid_from, tariff_id) values (?, date '2020-01-01', ?)",
                id,
                tariff.id());
        return made;
    }

    AgreementId agreement() {
        return agreement;
    }

    /** Water costs so much from a day on. */
    void waterCosts(String price, LocalDate from, String resolution) {
        in(() -> tariff.decided(from, resolution, price));
    }

    /** As an agent reads it, long before any run. */
    void isRead(LocalDate day, long register) {
        in(() -> update(
                "insert into reading (id, meter_id, read_on, register_value, source, quality, recorded_at)"
                        + " select ?, id, ?, ?, 'AGENT', 'ACTUAL', date '2020-01-01' from meter where serial = ?",
                UUID.randomUUID(),
                day,
                register * 1000,
                meter));
    }

    /** Another meter goes on at zero. */
    void meterIsExchanged(LocalDate day, long register, String serial) {
        in(() -> {
            update(
                    "update meter_installation set removed_on = ?, removal_register = ? where meter_id ="
                            + " (select id from meter where serial = ?)",
                    day,
                    register * 1000,
                    meter);
            var next = UUID.randomUUID();
            update("insert into meter (id, serial, dials) values (?, ?, 5)", next, serial);
            return update(
                    "insert into meter_installation (id, meter_id, service_point_id, installed_on, install_register)"
                            + " select ?, ?, service_point_id, ?, 0 from agreement where id = ?",
                    UUID.randomUUID(),
                    next,
                    day,
                    agreement.value());
        });
        meter = serial;
    }

    InvoiceId isBilled(RunKind kind, Period period) {
        var day = period.until();
        var terms = new RunTerms(kind, period, day, day, day.plusDays(30));
        var round = in(() -> database.sql("select number from agreement where id = ?")
                .param(agreement.value())
                .query(String.class)
                .single());
        var runs = application.getBean(BillingRuns.class);
        var run = in(() -> runs.order(terms, new Perimeter(Perimeter.Kind.ROUND, List.of(round)), "staff:anne"));
        reaches(run, RunState.SIMULATED);
        in(() -> {
            runs.validate(run, "staff:anne");
            return run;
        });
        reaches(run, RunState.ISSUED);
        isKnownOnItsDay();
        return lastInvoice();
    }

    private void reaches(RunId run, RunState state) {
        var runs = application.getBean(BillingRuns.class);
        await().atMost(Duration.ofSeconds(60))
                .until(() -> in(() -> runs.progress(run)).state() == state);
    }

    InvoiceId lastInvoice() {
        return in(() ->
                new InvoiceId(database.sql("select id from invoice where agreement_id = ? order by id desc limit 1")
                        .param(agreement.value())
                        .query(UUID.class)
                        .single()));
    }

    /** All that is left of its last invoice. */
    void pays(LocalDate day) {
        var invoice = new ReceivableId(lastInvoice().value());
        in(() -> {
            var ledger = application.getBean(Ledger.class);
            var left = ledger.balance(invoice);
            ledger.post(
                    LedgerEntry.payment(UUID.randomUUID(), agreement, Receipt.BANK, day, left, Map.of(invoice, left)));
            return left;
        });
        isKnownOnItsDay();
    }

    /** As if each had been posted on the day that it is of, for a paper says what was known then: none but an owner can. */
    private void isKnownOnItsDay() {
        var schema = in(() ->
                database.sql("select current_schema()").query(String.class).single());
        var owner = Services.shared().database();
        try (var connection = DriverManager.getConnection(owner.url(), owner.ownerUsername(), owner.ownerPassword());
                var posted = connection.prepareStatement("update " + schema
                        + ".ledger_entry set recorded_at = effective_on + time '08:00' where id in"
                        + " (select entry_id from " + schema + ".posting where agreement_id = ?)")) {
            posted.setObject(1, agreement.value());
            posted.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    int update(String sql, Object... values) {
        return database.sql(sql).params(values).update();
    }

    <T> T in(Supplier<T> work) {
        return TenantContext.callAs(
                utility, () -> application.getBean(TransactionTemplate.class).execute(status -> work.get()));
    }
}
