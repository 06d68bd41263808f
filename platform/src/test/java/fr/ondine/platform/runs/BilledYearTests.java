package fr.ondine.platform.runs;

import static fr.ondine.testing.Utilities.SIEGVO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import fr.ondine.platform.billing.InvoiceId;
import fr.ondine.platform.credits.CreditNotes;
import fr.ondine.platform.customers.AgreementId;
import fr.ondine.platform.kernel.Period;
import fr.ondine.platform.tenancy.TenantContext;
import fr.ondine.testing.PlatformTest;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** A holder's stay, from the day they come to the day they leave, to the cent. */
@PlatformTest
class BilledYearTests {

    private static final Period SPRING = new Period(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 7, 1));
    private static final Period AUTUMN = new Period(LocalDate.of(2026, 7, 1), LocalDate.of(2027, 1, 1));
    private static final Period NEXT = new Period(LocalDate.of(2027, 1, 1), LocalDate.of(2027, 7, 1));

    @Autowired
    BillingRuns runs;

    @Autowired
    CreditNotes credits;

    @Autowired
    JdbcClient database;

    @Autowired
    TransactionTemplate transaction;

    private BilledRows rows;
    private AgreementId agreement;

    @Test
    void a_stay_is_billed_to_the_cent() {
        somebody_comes_where_100_m3_were_used_in_the_year_before();

        bill(RunKind.ESTIMATED, SPRING);
        assertThat(lastInvoice())
                .as("181 days, and as much of 100 m³ as they are of 365")
                .containsExactly("ABO 181.000 18.10", "CONSO 49.589 99.18");

        var estimate = in(this::lastInvoiceId);
        the_price_rises_from_october_to("2.20");
        the_meter_is_exchanged(LocalDate.of(2026, 9, 10), 180, "N");
        read("N", LocalDate.of(2026, 12, 29), 33);

        bill(RunKind.ACTUAL, AUTUMN);
        var autumn = List.of("ABO 184.000 18.40", "CONSO 86.300 172.60", "CONSO 26.700 58.74", "CONSO -49.589 -99.18");
        assertThat(lastInvoice())
                .as("80 m³ of the old meter, 33 of the new one of which 21 of 110 days are before October")
                .containsExactlyElementsOf(autumn);

        assertThatThrownBy(() -> in(() -> credits.whole(estimate, "Estimation", "staff:anne")))
                .hasMessageContaining("taken-back");
        in(() -> credits.whole(lastInvoiceId(), "Index mal lu : 32 et non 33", "staff:anne"));
        assertThat(owed()).as("the estimate alone").isEqualByComparingTo("123.73");
        the_last_reading_was(32);

        bill(RunKind.ACTUAL, AUTUMN);
        assertThat(lastInvoice())
                .containsExactly(
                        "ABO 184.000 18.40", "CONSO 86.109 172.22", "CONSO 25.891 56.96", "CONSO -49.589 -99.18");

        in(() -> database.sql("update agreement set ended_on = date '2027-02-28' where id = ?")
                .param(agreement.value())
                .update());
        read("N", LocalDate.of(2027, 3, 1), 48);

        bill(RunKind.CLOSING, NEXT);
        assertThat(lastInvoice()).containsExactly("ABO 59.000 5.90", "CONSO 16.000 35.20");
        assertThat(owed()).as("123.73, 156.56 and 43.36").isEqualByComparingTo("323.65");
    }

    private void somebody_comes_where_100_m3_were_used_in_the_year_before() {
        in(() -> {
            rows = BilledRows.of(database);
            agreement = rows.agreement(-1);
            rows.read(rows.meter(agreement), LocalDate.of(2025, 1, 1), 0);
            return agreement;
        });
    }

    private void the_price_rises_from_october_to(String price) {
        in(() -> {
            rows.version(LocalDate.of(2026, 10, 1), price);
            return price;
        });
    }

    private void the_meter_is_exchanged(LocalDate day, long register, String serial) {
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

    private void read(String serial, LocalDate day, long register) {
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

    private void the_last_reading_was(long register) {
        in(() -> database.sql("update reading set register_value = ? where read_on = date '2026-12-29'"
                        + " and meter_id = (select id from meter where serial = ?)")
                .params(register * 1000, rows.round() + "N")
                .update());
    }

    private void bill(RunKind kind, Period period) {
        var day = period.until();
        var terms = new RunTerms(kind, period, day, day, day.plusDays(30));
        var run = in(() -> runs.order(terms, new Perimeter(Perimeter.Kind.ROUND, List.of(rows.round())), "staff:anne"));
        reaches(run, RunState.SIMULATED);
        in(() -> {
            runs.validate(run, "staff:anne");
            return run;
        });
        reaches(run, RunState.ISSUED);
    }

    private void reaches(RunId run, RunState state) {
        await().atMost(Duration.ofSeconds(30))
                .until(() -> in(() -> runs.progress(run)).state() == state);
    }

    private InvoiceId lastInvoiceId() {
        return new InvoiceId(database.sql("select id from invoice where agreement_id = ? order by id desc limit 1")
                .param(agreement.value())
                .query(UUID.class)
                .single());
    }

    private List<String> lastInvoice() {
        return in(() -> database.sql("select label || ' ' || quantity || ' ' || net_amount from invoice_line"
                        + " where invoice_id = ? order by position")
                .param(lastInvoiceId().value())
                .query(String.class)
                .list());
    }

    private BigDecimal owed() {
        return in(
                () -> database.sql("select sum(amount) from posting where agreement_id = ? and account = 'RECEIVABLE'")
                        .param(agreement.value())
                        .query(BigDecimal.class)
                        .single());
    }

    private <T> T in(Supplier<T> work) {
        return TenantContext.callAs(SIEGVO, () -> transaction.execute(status -> work.get()));
    }
}
