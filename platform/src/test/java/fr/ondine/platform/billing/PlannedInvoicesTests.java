package fr.ondine.platform.billing;

import static fr.ondine.testing.Utilities.SIEGVO;
import static org.assertj.core.api.Assertions.assertThat;

import fr.ondine.platform.customers.AgreementId;
import fr.ondine.platform.kernel.Money;
import fr.ondine.platform.receivables.Ledger;
import fr.ondine.platform.receivables.LedgerEntry;
import fr.ondine.platform.receivables.Receipt;
import fr.ondine.platform.tenancy.TenantContext;
import fr.ondine.testing.PlatformTest;
import fr.ondine.testing.Rows;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@PlatformTest
class PlannedInvoicesTests {

    @Autowired
    PlannedInvoices planned;

    @Autowired
    InvoicePaper paper;

    @Autowired
    IssuedInvoices all;

    @Autowired
    Clock clock;

    @Autowired
    Ledger ledger;

    @Autowired
    JdbcClient database;

    @Autowired
    TransactionTemplate transaction;

    private AgreementId agreement;
    private InvoiceId invoice;
    private LocalDate issued;

    @BeforeEach
    void an_invoice() {
        in(() -> {
            issued = LocalDate.now(clock);
            agreement = new Rows(database).agreement();
            invoice = bills().invoice(agreement, UUID.randomUUID().toString(), issued);
            return invoice;
        });
    }

    @ParameterizedTest
    @CsvSource({
        "-60,     ,       , true",
        " -1,     ,       , true",
        "  0,     ,       , false",
        "-60,   -1, REFUND, false",
        "-60,    0, REFUND, true",
        "-60,    0, DUE   , false",
        "-60,    0,       , false",
        "-60,   40, DUE   , true"
    })
    void a_plan_pays_what_is_issued_while_it_runs(
            int agreed, @Nullable Integer closed, @Nullable String outcome, boolean pays) {
        plan(issued.plusDays(agreed), closed == null ? null : issued.plusDays(closed), outcome);

        assertThat(in(() -> planned.hold(invoice))).isEqualTo(pays);
    }

    @Test
    void the_day_that_an_invoice_bears_is_not_the_one_on_which_a_plan_left_it_to_be_paid() {
        plan(issued.minusDays(60), issued, "DUE");
        in(() -> database.sql("update invoice set issued_on = issued_on - 2 where id = ?")
                .param(invoice.value())
                .update());

        assertThat(in(() -> planned.hold(invoice))).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"-8, false", "-7, false", "-6, true", "5, true"})
    void a_plan_that_is_late_pays_nothing(int due, boolean pays) {
        plan(issued.minusDays(60), null, null);
        in(() -> database.sql(
                        "insert into instalment select id, 1, 1, ?, 30 from instalment_plan where agreement_id = ?")
                .params(issued.plusDays(due), agreement.value())
                .update());

        assertThat(in(() -> planned.hold(invoice))).isEqualTo(pays);
    }

    @ParameterizedTest
    @CsvSource({"-10, true, true", "-10, false, false", "0, false, true"})
    void a_plan_whose_year_was_settled_before_pays_while_payments_are_to_come(
            int settled, boolean isMoreToCome, boolean pays) {
        plan(issued.minusDays(60), null, "EVEN");
        in(() -> database.sql("update instalment_plan set settled_on = ?, settled_left = 0 where agreement_id = ?")
                .params(issued.plusDays(settled), agreement.value())
                .update());
        if (isMoreToCome) {
            in(() -> database.sql(
                            "insert into instalment select id, 1, 1, ?, 30 from instalment_plan where agreement_id = ?")
                    .params(issued.plusDays(5), agreement.value())
                    .update());
        }

        assertThat(in(() -> planned.hold(invoice))).isEqualTo(pays);
    }

    @Test
    void a_service_is_paid_by_itself() {
        plan(issued.minusDays(60), null, null);
        in(() -> database.sql("update invoice set kind = 'ONE_OFF' where id = ?")
                .param(invoice.value())
                .update());

        assertThat(in(() -> planned.hold(invoice))).isFalse();
    }

    @Test
    void a_paper_says_what_became_of_it_then_however_late_it_is_opened() {
        plan(issued.minusDays(60), null, null);
        in(() -> {
            bills().pay(invoice, agreement, Bills.TOTAL, issued.plusDays(40));
            return database.sql(
                            "update instalment_plan set state = 'CLOSED', closed_on = ?, closed_by = 'a', closing = 'x'"
                                    + " where agreement_id = ?")
                    .params(issued.plusDays(60), agreement.value())
                    .update();
        });

        assertThat(text()).contains("vous payez par mois").doesNotContain("à payer d'ici");
    }

    @Test
    void the_paper_of_a_use_says_how_much_of_it_is_paid_by_the_month_and_not_what_was_owed_before() {
        plan(issued.minusDays(60), null, null);
        var next = next("ACTUAL");

        assertThat(due(next)).isEqualTo(new PaperDue(Bills.TOTAL, "by-plan"));
    }

    /** The whole of it would be announced to the bank account from which the plan is taken month by month. */
    @Test
    void the_paper_of_who_is_debited_announces_no_debit_of_what_a_plan_pays() {
        debited("DIRECT_DEBIT");
        assertThat(due(invoice)).isEqualTo(new PaperDue(Bills.TOTAL, "DIRECT_DEBIT"));

        plan(issued.minusDays(60), null, null);
        assertThat(due(invoice)).isEqualTo(new PaperDue(Bills.TOTAL, "by-plan"));
    }

    /** As pages and mails say it. */
    @ParameterizedTest
    @CsvSource({
        "ACTUAL, INSTALMENTS",
        "ESTIMATED, INSTALMENTS",
        "CLOSING, DIRECT_DEBIT",
        "ONE_OFF, DIRECT_DEBIT",
        "OPENING, DIRECT_DEBIT"
    })
    void what_is_billed_once_is_debited_at_once_from_who_pays_the_utility_by_the_month(String kind, String words) {
        debited("INSTALMENTS");
        in(() -> database.sql("update invoice set kind = ? where id = ?")
                .params(kind, invoice.value())
                .update());

        assertThat(due(invoice)).isEqualTo(new PaperDue(Bills.TOTAL, words));
        assertThat(text().contains("107,75 € seront prélevés le")).isEqualTo(words.equals("DIRECT_DEBIT"));
    }

    /** As pages have it: a utility may import contracts that are debited, and no mandates. */
    @ParameterizedTest
    @CsvSource({
        "DIRECT_DEBIT, false, DIRECT_DEBIT, '107,75 € seront prélevés le'",
        "INSTALMENTS , false, INSTALMENTS , vos prélèvements mensuels sont déduits",
        "DIRECT_DEBIT, true , with-earlier, Total à payer",
        "INSTALMENTS , true , with-earlier, Total à payer"
    })
    void where_no_mandate_is_known_the_contract_says_by_itself_how_it_is_paid(
            String method, boolean isRevoked, String words, String said) {
        debited(method);
        in(() -> database.sql(
                        isRevoked
                                ? "update mandate set revoked_on = signed_on where agreement_id = ?"
                                : "delete from mandate where agreement_id = ?")
                .param(agreement.value())
                .update());
        invoice = next("ACTUAL");

        assertThat(due(invoice).words()).isEqualTo(words);
        assertThat(text()).contains(said).doesNotContain("null");
    }

    private void debited(String method) {
        in(() -> {
            agreement = new Rows(database).agreement();
            database.sql(
                            "insert into mandate (id, agreement_id, reference, creditor, holder, iban, iban_masked, signed_on)"
                                    + " values (?, ?, ?, 'FR48ZZZ227807', 'Martin', '\\x00', 'FR76 •••• 0185', date '2025-01-01')")
                    .params(
                            UUID.randomUUID(),
                            agreement.value(),
                            UUID.randomUUID().toString().substring(1))
                    .update();
            database.sql("update agreement set payment_method = ? where id = ?")
                    .params(method, agreement.value())
                    .update();
            invoice = bills().invoice(agreement, UUID.randomUUID().toString(), issued);
            return invoice;
        });
    }

    /** Whoever paid that as well would pay it twice: the plan goes on to bring it. */
    @ParameterizedTest
    @CsvSource({
        "  0,   5, ONE_OFF, false, 107.75, beside-plan ",
        "  0,   5, OPENING, false, 107.75, beside-plan ",
        "  0,   5, CLOSING, false, 215.50, with-earlier",
        "  0, -20, ONE_OFF, false, 215.50, with-earlier",
        "-90,   5, ONE_OFF, false, 215.50, with-earlier",
        "  0,   5, ONE_OFF, true , 107.75, ON_INVOICE  "
    })
    void the_paper_of_a_service_asks_for_what_was_owed_before_unless_a_plan_brings_it(
            int billed, int due, String kind, boolean isPaid, String asked, String words) {
        plan(issued.minusDays(60), null, null);
        in(() -> database.sql(
                        "insert into instalment select id, 1, 1, ?, 200 from instalment_plan where agreement_id = ?")
                .params(issued.plusDays(due), agreement.value())
                .update());
        in(() -> database.sql("update invoice set issued_on = issued_on + ? where id = ?")
                .params(billed, invoice.value())
                .update());
        if (isPaid) {
            in(() -> {
                bills().pay(invoice, agreement, Bills.TOTAL, issued);
                return invoice;
            });
        }

        assertThat(due(next(kind))).isEqualTo(new PaperDue(Money.euros(asked), words));
    }

    /** More than that is open where a payment came back: then pages ask for it, and no plan brings it. */
    @ParameterizedTest
    @CsvSource({"110, 107.75, beside-plan ", " 12, 215.50, with-earlier"})
    void a_plan_brings_of_what_the_one_before_left_no_more_than_that(int left, String asked, String words) {
        in(() -> database.sql("update invoice set issued_on = issued_on - 90 where id = ?")
                .param(invoice.value())
                .update());
        plan(issued.minusDays(400), issued.minusDays(60), "CARRIED");
        in(() -> database.sql(
                        "update instalment_plan set settled_on = closed_on, settled_left = ? where agreement_id = ?")
                .params(left, agreement.value())
                .update());
        plan(issued.minusDays(60), null, null);
        in(() -> database.sql("update instalment_plan set carried = ? where agreement_id = ? and closed_on is null")
                .params(left, agreement.value())
                .update());
        in(() -> database.sql("insert into instalment select id, 1, 1, ?, 200 from instalment_plan"
                        + " where agreement_id = ? and closed_on is null")
                .params(issued.plusDays(5), agreement.value())
                .update());

        assertThat(due(next("ONE_OFF"))).isEqualTo(new PaperDue(Money.euros(asked), words));
    }

    @Test
    void the_paper_of_a_service_says_that_a_plan_brings_what_was_owed_before() {
        plan(issued.minusDays(60), null, null);
        in(() -> database.sql(
                        "insert into instalment select id, 1, 1, ?, 200 from instalment_plan where agreement_id = ?")
                .params(issued.plusDays(5), agreement.value())
                .update());

        assertThat(text(next("ONE_OFF")))
                .contains("À payer d'ici au", "vos mensualités paient les factures", "107,75 €")
                .doesNotContain("Total à payer", "comprise dans le total");
    }

    @Test
    void what_an_import_takes_back_later_changes_no_form_of_a_paper_but_that_of_the_next() {
        planIsLateWithout("30.00");
        var paid = pay("30.00");
        var held = next("ACTUAL");
        assertThat(in(() -> planned.hold(held))).as("as it was posted").isTrue();

        in(() -> ledger.postReturn(paid, Money.euros("30.00"), issued.minusDays(1)));

        assertThat(in(() -> planned.hold(held))).as("once the return is known").isTrue();
        var next = next("ACTUAL");
        assertThat(in(() -> planned.hold(next)))
                .as("of one that is issued since")
                .isFalse();
    }

    @Test
    void what_an_import_brings_later_changes_no_form_of_a_paper_but_that_of_the_next() {
        planIsLateWithout("30.00");
        var asked = next("ACTUAL");
        assertThat(in(() -> planned.hold(asked))).as("as it was posted").isFalse();

        pay("30.00");

        assertThat(in(() -> planned.hold(asked))).as("once the money is known").isFalse();
        var next = next("ACTUAL");
        assertThat(in(() -> planned.hold(next)))
                .as("of one that is issued since")
                .isTrue();
    }

    /** Its first payment was due a month ago. */
    private void planIsLateWithout(String amount) {
        plan(issued.minusDays(60), null, null);
        in(() -> database.sql(
                        "insert into instalment select id, 1, 1, ?, ?::numeric from instalment_plan where agreement_id = ?")
                .params(issued.minusDays(30), amount, agreement.value())
                .update());
        in(() -> database.sql(
                        "insert into instalment select id, 1, 2, ?, ?::numeric from instalment_plan where agreement_id = ?")
                .params(issued.plusDays(30), amount, agreement.value())
                .update());
    }

    private UUID pay(String amount) {
        var payment = UUID.randomUUID();
        in(() -> ledger.post(LedgerEntry.payment(
                payment, agreement, Receipt.BANK, issued.minusDays(30), Money.euros(amount), Map.of())));
        return payment;
    }

    private InvoiceId next(String kind) {
        return in(() -> {
            var id = bills().invoice(agreement, UUID.randomUUID().toString(), issued);
            database.sql("update invoice set kind = ? where id = ?")
                    .params(kind, id.value())
                    .update();
            return id;
        });
    }

    private PaperDue due(InvoiceId id) {
        return in(() -> {
            var of = all.find(id).orElseThrow();
            return paper.printed(of, paper.addressee(of, null), paper.letterhead(of))
                    .due();
        });
    }

    private String text() {
        return text(invoice);
    }

    private String text(InvoiceId id) {
        return in(() -> paper.text(all.find(id).orElseThrow()).plain().replace('\u00a0', ' '));
    }

    private void plan(LocalDate agreed, @Nullable LocalDate closed, @Nullable String outcome) {
        in(() -> database.sql("""
                        insert into instalment_plan (id, agreement_id, state, version, day, year_amount, basis, agreed_on, agreed_by,
                            closed_on, closed_by, closing, outcome)
                        values (gen_random_uuid(), :agreement, case when cast(:closed as date) is null then 'AGREED' else 'CLOSED' end,
                            1, 5, :amount, 'test', :agreed, 'test', cast(:closed as date),
                            case when cast(:closed as date) is null then null else 'test' end,
                            case when cast(:closed as date) is null then null else 'YEAR_END' end, :outcome)""")
                .param("agreement", agreement.value())
                .param("amount", Money.euros("200.00").amount())
                .param("agreed", agreed)
                .param("closed", closed)
                .param("outcome", outcome)
                .update());
    }

    private Bills bills() {
        return new Bills(database, ledger);
    }

    private <T> T in(Supplier<T> work) {
        return TenantContext.callAs(SIEGVO, () -> transaction.execute(status -> work.get()));
    }
}
