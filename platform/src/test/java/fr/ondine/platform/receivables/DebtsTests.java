package fr.ondine.platform.receivables;

import static fr.ondine.platform.kernel.Money.euros;
import static fr.ondine.testing.Utilities.MALESHERBOIS;
import static fr.ondine.testing.Utilities.SIEGVO;
import static org.assertj.core.api.Assertions.assertThat;

import fr.ondine.platform.customers.AgreementId;
import fr.ondine.platform.kernel.Money;
import fr.ondine.platform.tenancy.TenantContext;
import fr.ondine.testing.PlatformTest;
import fr.ondine.testing.Rows;
import fr.ondine.testing.StatementCount;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What the books of the utility, as imported, say of a debt. */
@PlatformTest
class DebtsTests {

    static final Money TOTAL = euros("94.95");

    @Autowired
    Debts debts;

    @Autowired
    Ledger ledger;

    @Autowired
    JdbcClient database;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    StatementCount statements;

    @Autowired
    Clock clock;

    private AgreementId agreement;
    private LocalDate today;

    @BeforeEach
    void an_agreement() {
        today = in(() -> LocalDate.now(clock));
        agreement = in(() -> new Rows(database).agreement());
    }

    @Test
    void who_pays_monthly_on_schedule_is_not_overdue() {
        paysBy("INSTALMENTS");
        var invoice = invoice(today.minusMonths(2));
        debit(invoice, today.minusDays(20), null);

        assertThat(on(invoice).state()).isEqualTo(ReceivableState.BY_INSTALMENTS);
        assertThat(on(invoice).left()).isEqualTo(euros("84.95"));
        assertThat(on(invoice).payable()).isEqualTo(Money.zero());
    }

    @Test
    void one_instalment_that_came_back_leaves_the_plan_as_it_is() {
        paysBy("INSTALMENTS");
        var invoice = invoice(today.minusMonths(2));
        debit(invoice, today.minusDays(20), null);
        debit(invoice, today.minusDays(10), today.minusDays(8));

        assertThat(on(invoice).state()).isEqualTo(ReceivableState.BY_INSTALMENTS);
        assertThat(on(invoice).payable()).isEqualTo(Money.zero());
    }

    @Test
    void one_that_the_bank_gave_back_months_later_does_not_count_beside_later_ones_that_held() {
        paysBy("INSTALMENTS");
        var invoice = invoice(today.minusMonths(3));
        debit(invoice, today.minusDays(80), today.minusDays(3));
        debit(invoice, today.minusDays(50), today.minusDays(2));
        debit(invoice, today.minusDays(20), null);

        assertThat(on(invoice).state()).isEqualTo(ReceivableState.BY_INSTALMENTS);
    }

    @Test
    void two_instalments_that_came_back_make_the_rest_payable() {
        paysBy("INSTALMENTS");
        var invoice = invoice(today.minusMonths(2));
        debit(invoice, today.minusDays(20), null);
        debit(invoice, today.minusDays(10), today.minusDays(8));
        debit(invoice, today.minusDays(5), today.minusDays(3));

        assertThat(on(invoice).state()).isEqualTo(ReceivableState.OVERDUE);
        assertThat(on(invoice).payable()).isEqualTo(euros("84.95"));
    }

    @Test
    void a_plan_that_has_ended_leaves_its_rest_to_the_holder() {
        paysBy("INSTALMENTS");
        var invoice = invoice(today.minusMonths(8));
        debit(invoice, today.minusMonths(3), null);

        assertThat(on(invoice).state()).isEqualTo(ReceivableState.OVERDUE);
    }

    @Test
    void an_instalment_on_account_shows_that_the_plan_goes_on() {
        paysBy("INSTALMENTS");
        var invoice = invoice(today.minusMonths(8));
        debit(null, today.minusDays(20), null);

        assertThat(on(invoice).state()).isEqualTo(ReceivableState.BY_INSTALMENTS);
        assertThat(on(invoice).left()).isEqualTo(euros("84.95"));
    }

    @Test
    void without_a_mandate_in_force_nothing_comes_by_itself() {
        paysBy("INSTALMENTS");
        in(() -> database.sql("update mandate set revoked_on = ? where agreement_id = ?")
                .params(today.minusDays(1), agreement.value())
                .update());
        var invoice = invoice(today.minusMonths(2));

        assertThat(on(invoice).state()).isEqualTo(ReceivableState.OVERDUE);
    }

    @Test
    void a_mandate_is_in_force_to_its_last_day() {
        paysBy("DIRECT_DEBIT");
        in(() -> database.sql("update mandate set revoked_on = ? where agreement_id = ?")
                .params(today.plusDays(1), agreement.value())
                .update());

        assertThat(on(invoice(today.minusDays(5))).state()).isEqualTo(ReceivableState.DEBITED);
    }

    @Test
    void where_no_mandates_are_imported_the_contract_s_own_word_counts() {
        paysBy("DIRECT_DEBIT");
        in(() -> database.sql("delete from mandate where agreement_id = ?")
                .param(agreement.value())
                .update());

        assertThat(on(invoice(today.minusDays(5))).state()).isEqualTo(ReceivableState.DEBITED);
    }

    @Test
    void a_mandate_takes_nothing_that_was_due_before_it_was_signed() {
        paysBy("INSTALMENTS");
        in(() -> database.sql("update mandate set signed_on = ? where agreement_id = ?")
                .params(today.minusDays(3), agreement.value())
                .update());

        assertThat(on(invoice(today.minusMonths(2))).state()).isEqualTo(ReceivableState.OVERDUE);
        assertThat(on(invoice(today.minusDays(10))).state()).isEqualTo(ReceivableState.BY_INSTALMENTS);
    }

    @Test
    void a_debit_for_another_invoice_that_came_back_changes_nothing_here() {
        paysBy("DIRECT_DEBIT");
        var ahead = invoice(today.minusDays(25));
        debit(null, today.minusDays(10), today.minusDays(8));

        assertThat(on(ahead).state()).isEqualTo(ReceivableState.DEBITED);
    }

    @Test
    void what_staff_have_to_look_at_is_not_offered_again() {
        var invoice = invoice(today.minusDays(5));
        in(() -> database.sql("insert into payment (id, agreement_id, invoice_id, method, amount, state, parked,"
                        + " initiated_at) values (?, ?, ?, 'CARD', 94.95, 'INITIATED', 'other amount', now())")
                .params(UUID.randomUUID(), agreement.value(), invoice.value())
                .update());

        assertThat(on(invoice).state()).isEqualTo(ReceivableState.PAYMENT_IN_PROGRESS);
        assertThat(on(invoice).payable()).isEqualTo(Money.zero());
    }

    @Test
    void a_debit_on_the_due_date_comes_by_itself_until_it_is_sent_back() {
        paysBy("DIRECT_DEBIT");
        var ahead = invoice(today.minusDays(5));
        var sentBack = invoice(today.minusMonths(2));
        debit(sentBack, today.minusMonths(1), today.minusDays(20));

        assertThat(on(ahead).state()).isEqualTo(ReceivableState.DEBITED);
        assertThat(on(ahead).payable()).isEqualTo(Money.zero());
        assertThat(on(sentBack).state()).isEqualTo(ReceivableState.OVERDUE);
        assertThat(on(sentBack).payable()).isEqualTo(TOTAL);
        assertThat(on(ahead).missed()).isNull();
        assertThat(on(sentBack).missed()).isEqualTo(new MissedDebit(today.minusDays(20)));
    }

    @Test
    void a_debit_that_the_books_should_know_and_do_not_was_missed() {
        paysBy("DIRECT_DEBIT");

        assertThat(on(invoice(today.minusMonths(2))).missed()).isEqualTo(new MissedDebit(null));
    }

    @Test
    void who_pays_on_invoice_misses_no_debit() {
        assertThat(on(invoice(today.minusMonths(2))).missed()).isNull();
    }

    @Test
    void money_on_account_leaves_less_to_pay_and_a_returned_one_does_not() {
        var invoice = invoice(today.minusDays(5));
        var payment = onAccount("90.00");
        assertThat(on(invoice).payable()).isEqualTo(euros("4.95"));

        in(() -> ledger.postReturn(payment, euros("90.00"), today));

        assertThat(on(invoice).payable()).isEqualTo(TOTAL);
    }

    @Test
    void an_invoice_covered_by_money_on_account_is_paid() {
        var invoice = invoice(today.minusMonths(3));
        onAccount("100.00");

        assertThat(on(invoice).state()).isEqualTo(ReceivableState.PAID);
        assertThat(on(invoice).payable()).isEqualTo(Money.zero());
        assertThat(debt().due()).isEqualTo(euros("-5.05"));
    }

    @Test
    void a_credit_that_was_given_back_covers_nothing_though_the_ledger_still_shows_its_invoice() {
        var paidTooMuch = invoice(today.minusMonths(8));
        var payment = UUID.randomUUID();
        in(() -> ledger.post(LedgerEntry.payment(
                payment, agreement, Receipt.BANK, today, euros("104.95"), Map.of(paidTooMuch, euros("104.95")))));
        var invoice = invoice(today.minusDays(5));
        assertThat(on(invoice).payable()).isEqualTo(euros("84.95"));

        in(() -> ledger.post(LedgerEntry.refund(UUID.randomUUID(), agreement, Receipt.BANK, today, euros("10.00"))));

        assertThat(on(invoice).payable()).isEqualTo(TOTAL);
        assertThat(debt().due()).isEqualTo(TOTAL);
    }

    @Test
    void another_agreements_money_covers_nothing() {
        var invoice = invoice(today.minusDays(5));
        var mine = agreement;
        agreement = in(() -> new Rows(database).agreement());
        onAccount("90.00");
        agreement = mine;

        assertThat(on(invoice).payable()).isEqualTo(TOTAL);
    }

    @Test
    void the_debts_of_many_agreements_are_one_query() {
        var other = in(() -> new Rows(database).agreement());
        invoice(today);

        assertThat(in(() -> debts.of(List.of(agreement, other)))).containsOnlyKeys(agreement);
        assertThat(TenantContext.callAs(SIEGVO, () -> statements.of(() -> debts.of(List.of(agreement, other)))))
                .isEqualTo(TenantContext.callAs(SIEGVO, () -> statements.of(() -> debts.of(agreement))));
    }

    @Test
    void another_utility_knows_of_no_debt() {
        invoice(today);

        assertThat(TenantContext.callAs(MALESHERBOIS, () -> debts.of(agreement)))
                .isEqualTo(Debt.NONE);
    }

    private Debt debt() {
        return in(() -> debts.of(agreement));
    }

    private OpenReceivable on(ReceivableId invoice) {
        return debt().on(invoice).orElseThrow();
    }

    private void paysBy(String method) {
        in(() -> database.sql("update agreement set payment_method = ? where id = ?")
                .params(method, agreement.value())
                .update());
        in(() -> database.sql("insert into mandate (id, agreement_id, reference, creditor, holder, iban, iban_masked,"
                        + " signed_on) values (?, ?, ?, 'FR48ZZZ227807', 'Martin', '\\x00', 'FR76 ****', ?)")
                .params(UUID.randomUUID(), agreement.value(), UUID.randomUUID().toString(), today.minusYears(1))
                .update());
    }

    /** Due a month after its issue. */
    private ReceivableId invoice(LocalDate issuedOn) {
        return in(() -> {
            var id = new Rows(database).invoice(agreement, euros("90.00"), euros("4.95"));
            database.sql("update invoice set issued_on = ?, due_on = ? where id = ?")
                    .params(issuedOn, issuedOn.plusMonths(1), id.value())
                    .update();
            ledger.post(LedgerEntry.invoice(id, agreement, issuedOn, euros("90.00"), euros("4.95")));
            return id;
        });
    }

    /** A debit of 10 €, or of all when it came back, as an import books it. */
    private void debit(@Nullable ReceivableId invoice, LocalDate day, @Nullable LocalDate cameBack) {
        var id = UUID.randomUUID();
        var amount = cameBack == null ? euros("10.00") : TOTAL;
        in(() -> database.sql("insert into payment (id, agreement_id, invoice_id, method, amount, state, reference,"
                        + " initiated_at, settled_at, received_on) values (?, ?, ?, 'DIRECT_DEBIT', ?, ?, ?, now(),"
                        + " now(), ?)")
                .params(
                        id,
                        agreement.value(),
                        invoice == null ? null : invoice.value(),
                        amount.amount(),
                        cameBack == null ? "SETTLED" : "RETURNED",
                        id.toString(),
                        day)
                .update());
        in(() -> ledger.post(LedgerEntry.payment(
                id, agreement, Receipt.BANK, day, amount, invoice == null ? Map.of() : Map.of(invoice, amount))));
        if (cameBack != null) {
            in(() -> ledger.postReturn(id, amount, cameBack));
        }
    }

    private UUID onAccount(String amount) {
        var payment = UUID.randomUUID();
        in(() -> ledger.post(LedgerEntry.payment(payment, agreement, Receipt.BANK, today, euros(amount), Map.of())));
        return payment;
    }

    private <T> T in(Supplier<T> work) {
        return TenantContext.callAs(SIEGVO, () -> transaction.execute(status -> work.get()));
    }
}
