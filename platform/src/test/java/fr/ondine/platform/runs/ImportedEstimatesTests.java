package fr.ondine.platform.runs;

import static fr.ondine.platform.runs.BilledStay.AUTUMN;
import static org.assertj.core.api.Assertions.assertThat;

import fr.ondine.platform.billing.InvoiceId;
import fr.ondine.platform.credits.CreditNotes;
import fr.ondine.platform.credits.Credited;
import fr.ondine.platform.kernel.Money;
import fr.ondine.platform.receivables.Ledger;
import fr.ondine.platform.receivables.LedgerEntry;
import fr.ondine.platform.receivables.ReceivableId;
import fr.ondine.testing.PlatformTest;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What other software had estimated, and billed, is never billed a second time. */
@PlatformTest
class ImportedEstimatesTests {

    private static final LocalDate JULY = LocalDate.of(2026, 7, 1);

    @Autowired
    BillingRuns runs;

    @Autowired
    CreditNotes credits;

    @Autowired
    Ledger ledger;

    @Autowired
    JdbcClient database;

    @Autowired
    TransactionTemplate transaction;

    private BilledStay stay;

    @BeforeEach
    void a_stay_that_is_read() {
        stay = new BilledStay(runs, database, transaction);
        stay.isRead(LocalDate.of(2026, 12, 29), 220);
    }

    @ParameterizedTest
    @ValueSource(strings = {"m³", "m3", "M3", "mètre cube"})
    void one_is_taken_back_however_its_unit_was_typed(String unit) {
        estimate(50, "WATER", 50, unit);

        stay.isBilled(RunKind.ACTUAL, AUTUMN);

        assertThat(lines())
                .as("120 m³ were used, 50 of them were billed before")
                .contains("Consommation -50.000 -100.00");
    }

    @ParameterizedTest
    @CsvSource({"50, WATER, 1, forfait", ", WATER, 1, forfait", "50, PUBLIC_BODIES, 50, m³"})
    void one_whose_water_is_a_sum_is_looked_at_by_a_clerk(
            @Nullable Integer volume, String section, int quantity, String unit) {
        var estimate = estimate(volume, section, quantity, unit);

        stay.isBilled(RunKind.ACTUAL, AUTUMN);

        assertThat(lines()).isEmpty();
        assertThat(setAside()).containsExactly("DOUBLE " + estimate.value());
    }

    @Test
    void one_whose_sewerage_alone_is_counted_is_looked_at_too() {
        var estimate = estimate(50, "WATER", 1, "forfait");
        stay.in(() -> database.sql(
                        "insert into invoice_line (invoice_id, position, section, label, quantity, unit, unit_price, net_amount,"
                                + " vat_rate) values (?, 2, 'SEWERAGE', 'Collecte', 50, 'm³', 1, 50, 10)")
                .param(estimate.value())
                .update());

        stay.isBilled(RunKind.ACTUAL, AUTUMN);

        assertThat(setAside()).containsExactly("DOUBLE " + estimate.value());
    }

    @Test
    void one_that_says_that_nothing_was_used_keeps_nothing_up() {
        estimate(0, "WATER", 1, "semestre");

        stay.isBilled(RunKind.ACTUAL, AUTUMN);

        assertThat(setAside()).isEmpty();
        assertThat(lines()).isNotEmpty();
    }

    @Test
    void one_of_which_a_part_was_credited_is_looked_at_until_the_rest_is() {
        var estimate = estimate(50, "WATER", 50, "m³");
        credit(estimate);

        stay.isBilled(RunKind.ACTUAL, AUTUMN);
        assertThat(setAside()).containsExactly("DOUBLE " + estimate.value());

        stay.in(() -> new Credited(credits).whole(estimate, "Estimation reprise"));
        stay.isBilled(RunKind.ACTUAL, AUTUMN);
        assertThat(lines()).as("all that was used, once").isNotEmpty().noneMatch(line -> line.contains("-"));
    }

    private InvoiceId estimate(@Nullable Integer volume, String section, int quantity, String unit) {
        var id = new UUID(1, UUID.randomUUID().getLeastSignificantBits());
        return stay.in(() -> {
            database.sql("""
                            insert into invoice (id, number, kind, agreement_id, agreement_number, issued_on, due_on, period_from,
                                period_to, volume_m3, net_amount, vat_amount, total_amount, content_hash)
                            values (?, ?, 'ESTIMATED', ?, 'A', ?, ?, date '2026-01-01', date '2026-06-30', ?, 100, 5.50, 105.50,
                                '\\x00')""")
                    .params(id, id.toString(), stay.agreement().value(), JULY, JULY.plusMonths(1), volume)
                    .update();
            line(id, section, quantity, unit, "100.00");
            return posted(id, "100.00", "5.50");
        });
    }

    /** A fifth of it, by import as well. */
    private void credit(InvoiceId estimate) {
        var id = new UUID(1, UUID.randomUUID().getLeastSignificantBits());
        stay.in(() -> {
            database.sql("""
                            insert into invoice (id, number, kind, agreement_id, agreement_number, issued_on, due_on,
                                net_amount, vat_amount, total_amount, content_hash, corrects)
                            values (?, ?, 'CREDIT_NOTE', ?, 'A', ?, ?, -20, -1.10, -21.10, '\\x00', ?)""")
                    .params(id, id.toString(), stay.agreement().value(), JULY, JULY, estimate.value())
                    .update();
            line(id, "WATER", -10, "m³", "-20.00");
            return posted(id, "-20.00", "-1.10");
        });
    }

    private void line(UUID invoice, String section, int quantity, String unit, String net) {
        database.sql(
                        "insert into invoice_line (invoice_id, position, section, label, quantity, unit, unit_price, net_amount,"
                                + " vat_rate) values (?, 1, ?, 'Consommation', ?, ?, 2, ?::numeric, 5.5)")
                .params(invoice, section, quantity, unit, net)
                .update();
    }

    private InvoiceId posted(UUID id, String net, String vat) {
        ledger.post(
                LedgerEntry.invoice(new ReceivableId(id), stay.agreement(), JULY, Money.euros(net), Money.euros(vat)));
        return new InvoiceId(id);
    }

    /** Of the invoice by a reading. */
    private List<String> lines() {
        return stay.in(() -> database.sql("select label || ' ' || quantity || ' ' || l.net_amount from invoice_line l"
                        + " join invoice i on i.id = l.invoice_id where i.agreement_id = ? and i.kind = 'ACTUAL'"
                        + " order by position")
                .param(stay.agreement().value())
                .query(String.class)
                .list());
    }

    private List<String> setAside() {
        return stay.in(() -> database.sql("select reason || ' ' || detail from billing_parked where agreement_id = ?")
                .param(stay.agreement().value())
                .query(String.class)
                .list());
    }
}
