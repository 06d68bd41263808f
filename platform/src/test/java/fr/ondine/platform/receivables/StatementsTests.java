package fr.ondine.platform.receivables;

import static fr.ondine.platform.kernel.Money.euros;
import static fr.ondine.testing.Utilities.MALESHERBOIS;
import static fr.ondine.testing.Utilities.SIEGVO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.ondine.platform.customers.AgreementId;
import fr.ondine.platform.staff.CurrentStaff;
import fr.ondine.platform.staff.RoleMissing;
import fr.ondine.platform.staff.StaffRole;
import fr.ondine.platform.tenancy.TenantContext;
import fr.ondine.testing.PlatformTest;
import fr.ondine.testing.ProvenStaff;
import fr.ondine.testing.Rows;
import fr.ondine.testing.StatementCount;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What an account has gone through, with what was owed after each movement. */
@PlatformTest
class StatementsTests {

    private static final CurrentStaff PAUL =
            ProvenStaff.of(SIEGVO.slug(), UUID.randomUUID(), "paul@b.fr", "Paul", StaffRole.AGENT, 1);
    private static final LocalDate DAY = LocalDate.of(2026, 1, 15);

    @Autowired
    Statements accounts;

    @Autowired
    Ledger ledger;

    @Autowired
    JdbcClient database;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    StatementCount statements;

    private AgreementId agreement;

    @BeforeEach
    void an_agreement() {
        agreement = in(() -> new Rows(database).agreement());
    }

    @Test
    void each_movement_says_what_was_owed_after_it() {
        var invoice = invoice(DAY);
        pay(invoice, "60.00", "50.00", DAY.plusDays(10));
        var note = in(() -> new Rows(database).invoice(agreement, euros("-10.00"), euros("-0.55")));
        in(() -> ledger.post(LedgerEntry.invoice(note, agreement, DAY.plusDays(20), euros("-10.00"), euros("-0.55")))
                && ledger.post(LedgerEntry.correction(note, invoice, agreement, DAY.plusDays(20), euros("10.55"))));

        var page = page(0);

        assertThat(page.rows())
                .extracting(StatementEntry::kind)
                .as("the newest first, without what changes nothing in all")
                .containsExactly(LedgerEntry.Kind.CREDIT_NOTE, LedgerEntry.Kind.PAYMENT, LedgerEntry.Kind.INVOICE);
        assertThat(page.rows())
                .extracting(StatementEntry::amount)
                .containsExactly(euros("-10.55"), euros("-60.00"), euros("105.50"));
        assertThat(page.rows())
                .extracting(StatementEntry::balance)
                .containsExactly(euros("34.95"), euros("45.50"), euros("105.50"));
        assertThat(page.rows().get(1).invoices())
                .containsExactly(invoice.value().toString());
        assertThat(page.hasMore()).isFalse();
    }

    @Test
    void an_account_without_any_movement_has_none() {
        assertThat(page(0).rows()).isEmpty();
    }

    @Test
    void balances_go_on_from_page_to_page_in_one_query() {
        for (var month = 0; month < Statements.PAGE + 1; month++) {
            invoice(DAY.plusMonths(month));
        }

        var first = page(0);
        var second = page(1);

        assertThat(first.rows()).hasSize(Statements.PAGE);
        assertThat(first.hasMore()).isTrue();
        assertThat(first.rows().getFirst().balance()).isEqualTo(euros("2743.00"));
        assertThat(second.rows()).extracting(StatementEntry::balance).containsExactly(euros("105.50"));
        assertThat(in(() -> statements.of(() -> accounts.page(PAUL, agreement, 0))))
                .isEqualTo(1);
    }

    @Test
    void who_works_elsewhere_sees_nothing() {
        TenantContext.runAs(
                MALESHERBOIS,
                () -> assertThatThrownBy(() -> accounts.page(PAUL, agreement, 0))
                        .isInstanceOf(RoleMissing.class));
    }

    private ReceivableId invoice(LocalDate day) {
        return in(() -> {
            var invoice = new Rows(database).invoice(agreement, euros("100.00"), euros("5.50"));
            ledger.post(LedgerEntry.invoice(invoice, agreement, day, euros("100.00"), euros("5.50")));
            return invoice;
        });
    }

    private void pay(ReceivableId invoice, String amount, String allocated, LocalDate day) {
        in(() -> ledger.post(LedgerEntry.payment(
                UUID.randomUUID(), agreement, Receipt.BANK, day, euros(amount), Map.of(invoice, euros(allocated)))));
    }

    private StatementPage page(int number) {
        return in(() -> accounts.page(PAUL, agreement, number));
    }

    private <T> T in(Supplier<T> work) {
        return TenantContext.callAs(SIEGVO, () -> transaction.execute(status -> work.get()));
    }
}
