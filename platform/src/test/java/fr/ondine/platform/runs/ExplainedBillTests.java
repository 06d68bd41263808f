package fr.ondine.platform.runs;

import static fr.ondine.platform.kernel.Money.euros;
import static fr.ondine.platform.runs.BilledStay.AUTUMN;
import static fr.ondine.platform.runs.BilledStay.SPRING;
import static fr.ondine.testing.Utilities.SIEGVO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import fr.ondine.platform.billing.BilledLine;
import fr.ondine.platform.billing.BilledMeter;
import fr.ondine.platform.billing.ExplainedInvoice;
import fr.ondine.platform.billing.InvoiceExplanations;
import fr.ondine.platform.billing.InvoiceId;
import fr.ondine.platform.billing.Invoices;
import fr.ondine.platform.billing.VatAtRate;
import fr.ondine.platform.credits.CreditNotes;
import fr.ondine.platform.credits.Credited;
import fr.ondine.platform.identity.UserId;
import fr.ondine.platform.kernel.Money;
import fr.ondine.platform.kernel.Period;
import fr.ondine.platform.kernel.Volume;
import fr.ondine.platform.receivables.Ledger;
import fr.ondine.platform.receivables.LedgerEntry;
import fr.ondine.platform.receivables.Receipt;
import fr.ondine.platform.receivables.ReceivableId;
import fr.ondine.platform.staff.CurrentStaff;
import fr.ondine.platform.staff.StaffRole;
import fr.ondine.platform.tariffs.Beneficiary;
import fr.ondine.platform.tariffs.InvoiceSection;
import fr.ondine.platform.tariffs.PriceOrigin;
import fr.ondine.testing.Conformance;
import fr.ondine.testing.PlatformTest;
import fr.ondine.testing.ProvenStaff;
import fr.ondine.testing.Rows;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** An estimate, then an invoice by a reading after a price and a meter have changed: each amount is found again. */
@PlatformTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ExplainedBillTests {

    private static final LocalDate OLD = LocalDate.of(2020, 1, 1);
    private static final LocalDate OCTOBER = LocalDate.of(2026, 10, 1);
    private static final LocalDate EXCHANGE = LocalDate.of(2026, 9, 10);
    private static final CurrentStaff AGENT =
            ProvenStaff.of(SIEGVO.slug(), UUID.randomUUID(), "anne@b.fr", "Anne", StaffRole.AGENT, 1);

    @Autowired
    InvoiceExplanations explanations;

    @Autowired
    Invoices invoices;

    @Autowired
    CreditNotes credits;

    @Autowired
    Ledger ledger;

    @Autowired
    BillingRuns runs;

    @Autowired
    JdbcClient database;

    @Autowired
    TransactionTemplate transaction;

    private BilledStay stay;
    private UserId holder;
    private InvoiceId estimate;
    private InvoiceId autumn;

    @BeforeAll
    void a_year_of_a_holder() {
        stay = new BilledStay(runs, database, transaction);
        holder = stay.in(() -> {
            var user = new Rows(database).user();
            new Rows(database).link(user, stay.agreement());
            return user;
        });
        stay.isBilled(RunKind.ESTIMATED, SPRING);
        estimate = stay.lastInvoice();
        stay.costs("2.20", OCTOBER);
        stay.meterIsExchanged(EXCHANGE, 180, "N");
        stay.isRead("N", LocalDate.of(2026, 12, 29), 33);
        stay.isBilled(RunKind.ACTUAL, AUTUMN);
        autumn = stay.lastInvoice();
    }

    @Test
    void each_line_has_its_product_and_the_version_that_decided_its_price() {
        assertThat(explained(autumn).lines())
                .extracting(
                        BilledLine::label,
                        line -> line.exact().orElseThrow().stripTrailingZeros(),
                        BilledLine::net,
                        line -> line.trace().origins())
                .containsExactly(
                        tuple(
                                "ABO",
                                new BigDecimal("18.4"),
                                euros("18.40"),
                                List.of(origin(OLD, AUTUMN.from(), OCTOBER), origin(OCTOBER, OCTOBER, AUTUMN.until()))),
                        tuple(
                                "CONSO",
                                new BigDecimal("172.6"),
                                euros("172.60"),
                                List.of(origin(OLD, SPRING.from(), OCTOBER))),
                        tuple(
                                "CONSO",
                                new BigDecimal("58.74"),
                                euros("58.74"),
                                List.of(origin(OCTOBER, OCTOBER, LocalDate.of(2026, 12, 29)))),
                        tuple("CONSO", new BigDecimal("-99.178"), euros("-99.18"), List.of()));
    }

    private static PriceOrigin origin(LocalDate validFrom, LocalDate from, LocalDate until) {
        return new PriceOrigin(validFrom, "2019-12-05/3", new Period(from, until));
    }

    @Test
    void what_is_taken_back_names_the_estimated_invoice() {
        assertThat(explained(autumn).takenBack()).singleElement().satisfies(line -> {
            assertThat(line.estimate()).isEqualTo(explained(estimate).number());
            assertThat(line.days()).isEqualTo(SPRING);
        });
        assertThat(explained(estimate).takenBack()).isEmpty();
    }

    @Test
    void a_credit_note_says_for_whom_and_for_which_days_is_what_it_takes_back() {
        var note = explained(stay.in(() -> new Credited(credits).whole(autumn, "Index mal lu")));

        assertThat(note.beneficiaries()).isEqualTo(Map.of(Beneficiary.OPERATOR, note.net()));
        assertThat(note.lines())
                .extracting(BilledLine::days)
                .isEqualTo(
                        explained(autumn).lines().stream().map(BilledLine::days).toList());
        assertThat(note.lines()).allSatisfy(line -> {
            assertThat(line.isTakenBack())
                    .as("what is taken back is told of estimates")
                    .isFalse();
            assertThat(line.estimate()).isNull();
            assertThat(line.trace().origins()).isEmpty();
        });
    }

    @Test
    void a_meter_that_was_replaced_and_the_next_one_both_say_their_registers() {
        var invoice = explained(autumn);

        assertThat(invoice.isMeterReplaced()).isTrue();
        assertThat(invoice.meters())
                .extracting(BilledMeter::before, BilledMeter::after, BilledMeter::used, BilledMeter::isEstimated)
                .containsExactly(
                        tuple(m3(100), m3(180), m3(80), false), //
                        tuple(m3(0), m3(33), m3(33), false));
        assertThat(explained(estimate).meters()).singleElement().satisfies(meter -> {
            assertThat(meter.isEstimated()).isTrue();
            assertThat(meter.used()).isEqualTo(new Volume(49_589));
        });
        assertThat(explained(estimate).isMeterReplaced()).isFalse();
    }

    @Test
    void the_lines_and_the_vat_of_each_rate_are_the_total() {
        for (var id : List.of(estimate, autumn)) {
            var invoice = explained(id);
            assertThat(sum(invoice.lines().stream().map(BilledLine::net).toList()))
                    .isEqualTo(invoice.net());
            assertThat(sum(invoice.vatByRate().stream().map(VatAtRate::net).toList()))
                    .isEqualTo(invoice.net());
            assertThat(sum(invoice.vatByRate().stream().map(VatAtRate::amount).toList()))
                    .isEqualTo(invoice.vat());
            assertThat(invoice.net().plus(invoice.vat())).isEqualTo(invoice.total());
            assertThat(invoice.sections()).isEqualTo(Map.of(InvoiceSection.WATER, invoice.net()));
            assertThat(invoice.beneficiaries()).isEqualTo(Map.of(Beneficiary.OPERATOR, invoice.net()));
        }
    }

    @Test
    void what_is_posted_and_published_later_changes_nothing_of_it() {
        var before = explained(autumn);
        assertThat(before.carriedOver().balance()).as("the estimate").isEqualTo(euros("123.73"));
        assertThat(before.withCarriedOver()).isEqualTo(euros("282.57"));
        assertThat(explained(estimate).carriedOver().balance()).isEqualTo(Money.zero());

        stay.in(() -> ledger.post(LedgerEntry.payment(
                UUID.randomUUID(),
                stay.agreement(),
                Receipt.BANK,
                LocalDate.of(2026, 8, 1),
                euros("123.73"),
                Map.of(new ReceivableId(estimate.value()), euros("123.73")))));
        stay.costs("2.20", LocalDate.of(2026, 11, 1));

        assertThat(explained(autumn)).isEqualTo(before);
    }

    @Test
    void the_same_days_of_the_year_before_are_told_where_an_invoice_measured_them() {
        assertThat(explained(autumn).yearBefore()).isEmpty();

        var past = yearBefore();
        assertThat(explained(autumn).yearBefore()).hasValueSatisfying(use -> {
            assertThat(use.used()).isEqualTo(m3(110));
            assertThat(use.litresPerDay()).isEqualTo(301);
        });
        assertThat(explained(autumn).measured())
                .hasValueSatisfying(use -> assertThat(use.used()).isEqualTo(m3(113)));
        assertThat(explained(estimate).yearBefore())
                .as("an estimate says nothing")
                .isEmpty();

        stay.in(() -> {
            database.sql("delete from invoice_meter where invoice_id = ?")
                    .param(past)
                    .update();
            return database.sql("update invoice set period_from = date '2025-01-01' where id = ?")
                    .param(past)
                    .update();
        });
        assertThat(explained(autumn).yearBefore())
                .as("where no meters are known, read on the last day of each period")
                .hasValueSatisfying(use -> assertThat(use.days())
                        .isEqualTo(new Period(LocalDate.of(2024, 12, 31), LocalDate.of(2025, 12, 31))));

        stay.in(() ->
                database.sql("delete from invoice where id = ?").param(past).update());
    }

    private UUID yearBefore() {
        var past = UUID.randomUUID();
        return stay.in(() -> {
            database.sql("insert into invoice (id, number, kind, agreement_id, agreement_number, issued_on, due_on,"
                            + " period_from, period_to, volume_m3, net_amount, vat_amount, total_amount, content_hash)"
                            + " values (?, ?, 'ACTUAL', ?, 'A', date '2026-01-02', date '2026-02-02', date '2025-07-01',"
                            + " date '2025-12-31', 110, 0, 0, 0, '\\x00')")
                    .params(past, past.toString(), stay.agreement().value())
                    .update();
            database.sql("insert into invoice_meter values (?, 0, 'X', date '2025-01-01', 0, date '2026-01-01', 110000,"
                            + " 110000, false)")
                    .param(past)
                    .update();
            return past;
        });
    }

    @Test
    void the_paper_says_registers_days_prices_and_what_was_carried_over() throws Exception {
        var pdf = stay.in(() -> invoices.pdf(holder, autumn)).bytes();
        try (var document = Loader.loadPDF(pdf)) {
            assertThat(new PDFTextStripper()
                            .getText(document)
                            .replace('\u00a0', ' ')
                            .replaceAll("\\s*\\R\\s*", " "))
                    .contains("a été remplacé", "Ancien index", "100 m³", "180 m³", "33 m³")
                    .contains("36,50 / 365")
                    .contains("du 1er janvier au 30 septembre 2026", "du 1er octobre au 28 décembre 2026")
                    .contains("il restait 123,73 €", "Solde précédent", "Total à payer 282,57 €");
        }
        assertThat(Conformance.ARCHIVE.faults(pdf)).isEmpty();
        assertThat(Conformance.ACCESSIBILITY.faults(pdf)).isEmpty();
    }

    /** The same to its holder as to staff. */
    private ExplainedInvoice explained(InvoiceId id) {
        var theirs = stay.in(() -> explanations.of(holder, id));
        assertThat(stay.in(() -> explanations.of(AGENT, id))).isEqualTo(theirs);
        return theirs;
    }

    private static Money sum(List<Money> amounts) {
        return amounts.stream().reduce(Money.zero(), Money::plus);
    }

    private static Volume m3(long cubicMetres) {
        return Volume.ofCubicMetres(cubicMetres);
    }
}
