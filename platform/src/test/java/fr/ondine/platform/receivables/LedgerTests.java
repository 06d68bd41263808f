package fr.ondine.platform.receivables;

import static fr.ondine.platform.kernel.Money.euros;
import static fr.ondine.testing.Utilities.MALESHERBOIS;
import static fr.ondine.testing.Utilities.SIEGVO;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.ondine.platform.customers.AgreementId;
import fr.ondine.platform.kernel.Money;
import fr.ondine.platform.tenancy.TenantContext;
import fr.ondine.testing.PlatformTest;
import fr.ondine.testing.Rows;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@PlatformTest
class LedgerTests {

    static final LocalDate DAY = LocalDate.of(2026, 3, 2);
    static final Money NET = euros("90.00");
    static final Money VAT = euros("4.95");
    static final Money TOTAL = euros("94.95");

    @Autowired
    Ledger ledger;

    @Autowired
    Debts debts;

    @Autowired
    JdbcClient database;

    @Autowired
    TransactionTemplate transaction;

    @Test
    void an_invoice_is_owed_until_it_is_paid() {
        var owed = anInvoice();
        assertThat(balance(owed)).isEqualTo(TOTAL);

        in(() -> ledger.post(paymentOf(UUID.randomUUID(), owed, TOTAL)));

        assertThat(balance(owed)).isEqualTo(Money.zero());
        assertThat(in(() -> debts.of(owed.agreement()).due())).isEqualTo(Money.zero());
    }

    @Test
    void what_is_paid_too_much_stays_with_the_agreement() {
        var owed = anInvoice();
        var payment = LedgerEntry.payment(
                UUID.randomUUID(), owed.agreement(), Receipt.BANK, DAY, euros("100.00"), Map.of(owed.invoice(), TOTAL));

        in(() -> ledger.post(payment));

        assertThat(balance(owed)).isEqualTo(Money.zero());
        assertThat(in(() -> debts.of(owed.agreement()).due())).isEqualTo(euros("-5.05"));
    }

    @Test
    void a_payment_that_comes_back_is_owed_again_and_comes_back_once() {
        var owed = anInvoice();
        var payment = UUID.randomUUID();
        in(() -> ledger.post(paymentOf(payment, owed, TOTAL)));

        assertThat(in(() -> ledger.postReturn(payment, TOTAL, DAY))).isTrue();
        assertThat(in(() -> ledger.postReturn(payment, TOTAL, DAY))).isFalse();

        assertThat(balance(owed)).isEqualTo(TOTAL);
    }

    @Test
    void a_payment_that_was_never_posted_cannot_come_back() {
        assertThat(in(() -> ledger.postReturn(UUID.randomUUID(), TOTAL, DAY))).isFalse();
    }

    @Test
    void parts_that_come_back_open_what_no_invoice_took_first_and_count_once() {
        var owed = anInvoice();
        var payment = UUID.randomUUID();
        in(() -> ledger.post(LedgerEntry.payment(
                payment, owed.agreement(), Receipt.CARD, DAY, euros("100.00"), Map.of(owed.invoice(), TOTAL))));

        assertThat(in(() -> ledger.postReturn(payment, euros("8.00"), DAY))).isTrue();
        assertThat(in(() -> ledger.postReturn(payment, euros("8.00"), DAY))).isFalse();
        assertThat(in(() -> ledger.postReturn(payment, euros("3.00"), DAY))).isFalse();
        assertThat(balance(owed)).isEqualTo(euros("2.95"));
        assertThat(in(() -> debts.of(owed.agreement()).due())).isEqualTo(euros("2.95"));

        assertThat(in(() -> ledger.postReturn(payment, euros("100.00"), DAY))).isTrue();
        assertThat(balance(owed)).isEqualTo(TOTAL);
        assertThat(in(() -> debts.of(owed.agreement()).due())).isEqualTo(TOTAL);
        assertThat(in(() -> ledger.returned(payment))).isEqualTo(euros("100.00"));
    }

    @Test
    void no_more_comes_back_than_was_paid() {
        var owed = anInvoice();
        var payment = UUID.randomUUID();
        in(() -> ledger.post(paymentOf(payment, owed, TOTAL)));

        assertThatThrownBy(() -> in(() -> ledger.postReturn(payment, TOTAL.plus(euros("0.01")), DAY)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(balance(owed)).isEqualTo(Money.zero());
    }

    @Test
    void unallocated_money_can_be_given_back() {
        var owed = anInvoice();
        in(() -> ledger.post(
                LedgerEntry.payment(UUID.randomUUID(), owed.agreement(), Receipt.CARD, DAY, euros("5.00"), Map.of())));

        in(() ->
                ledger.post(LedgerEntry.refund(UUID.randomUUID(), owed.agreement(), Receipt.CARD, DAY, euros("5.00"))));

        assertThat(in(() -> debts.of(owed.agreement()).due())).isEqualTo(TOTAL);
    }

    @Test
    void a_credit_note_has_a_negative_balance_of_its_own() {
        var owed = anInvoice();
        var creditNote = in(() -> new Rows(database).invoice(owed.agreement(), euros("-10.00"), euros("-0.55")));
        in(() -> ledger.post(LedgerEntry.invoice(creditNote, owed.agreement(), DAY, euros("-10.00"), euros("-0.55"))));

        assertThat(in(() -> ledger.balance(creditNote))).isEqualTo(euros("-10.55"));
        assertThat(in(() -> debts.of(owed.agreement()).due())).isEqualTo(euros("84.40"));
        assertThat(balance(owed)).isEqualTo(TOTAL);
    }

    @Test
    void an_unbalanced_entry_cannot_be_made() {
        var agreement = new AgreementId(UUID.randomUUID());
        var posting = new Posting(Account.BANK, agreement, null, euros("1.00"));

        assertThatThrownBy(() -> new LedgerEntry(LedgerEntry.Kind.PAYMENT, "x", DAY, "x", List.of(posting)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void the_database_refuses_an_unbalanced_entry_and_any_change() {
        var owed = anInvoice();

        assertThatThrownBy(() -> in(() -> database.sql("""
                        insert into posting (entry_id, position, account, agreement_id, amount)
                        select id, 99, 'BANK', :agreement, 1 from ledger_entry limit 1""")
                        .param("agreement", owed.agreement().value())
                        .update()))
                .hasStackTraceContaining("does not sum to zero");
        assertThatThrownBy(() ->
                        in(() -> database.sql("update posting set amount = 1").update()))
                .isInstanceOf(DataAccessException.class)
                .hasStackTraceContaining("permission denied");
    }

    @Test
    void the_same_source_posted_twice_at_once_counts_once() throws Exception {
        var owed = anInvoice();
        var payment = paymentOf(UUID.randomUUID(), owed, TOTAL);
        Callable<Boolean> post = () -> in(() -> ledger.post(payment));

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var outcomes = threads.invokeAll(List.of(post, post, post, post)).stream()
                    .map(outcome -> outcome.resultNow())
                    .toList();
            assertThat(outcomes).containsOnlyOnce(true);
        }
        assertThat(balance(owed)).isEqualTo(Money.zero());
    }

    @Test
    void another_utility_sees_nothing_of_it() {
        var owed = anInvoice();

        assertThat(TenantContext.callAs(MALESHERBOIS, () -> ledger.balance(owed.invoice())))
                .isEqualTo(Money.zero());
    }

    @Test
    void whatever_is_posted_in_whatever_order_the_balances_are_the_sums() {
        var random = new Random(20260302);
        var agreement = in(() -> new Rows(database).agreement());
        var expected = new HashMap<ReceivableId, Money>();
        var due = Money.zero();
        for (var round = 0; round < 40; round++) {
            var invoice = in(() -> new Rows(database).invoice(agreement, NET, VAT));
            var net = euros(BigDecimal.valueOf(random.nextInt(-2000, 50000), 2));
            var vat = euros(BigDecimal.valueOf(random.nextInt(0, 3000), 2));
            var paid = euros(BigDecimal.valueOf(random.nextInt(1, 60000), 2));
            var allocated = random.nextBoolean() ? paid : paid.split(2).getFirst();
            var payment = UUID.randomUUID();
            var entries = List.of(
                    LedgerEntry.invoice(invoice, agreement, DAY, net, vat),
                    LedgerEntry.payment(payment, agreement, Receipt.BANK, DAY, paid, Map.of(invoice, allocated)));
            var again = random.nextInt(1, 4);
            for (var time = 0; time < again; time++) {
                entries.forEach(entry -> in(() -> ledger.post(entry)));
            }
            var comesBack = random.nextInt(4) == 0;
            if (comesBack) {
                in(() -> ledger.postReturn(payment, paid, DAY));
            }
            expected.put(invoice, net.plus(vat).minus(comesBack ? Money.zero() : allocated));
            due = due.plus(net).plus(vat).minus(comesBack ? Money.zero() : paid);
        }
        assertThat(in(() -> expected.keySet().stream().collect(toMap(id -> id, ledger::balance))))
                .isEqualTo(expected);
        assertThat(in(() -> debts.of(agreement).due())).isEqualTo(due);
        assertThat(in(() -> database.sql("""
                        select count(*) from (select entry_id from posting group by entry_id having sum(amount) <> 0) x""").query(Long.class).single())).isZero();
    }

    private Owed anInvoice() {
        return in(() -> {
            var rows = new Rows(database);
            var agreement = rows.agreement();
            var invoice = rows.invoice(agreement, NET, VAT);
            ledger.post(LedgerEntry.invoice(invoice, agreement, DAY, NET, VAT));
            return new Owed(agreement, invoice);
        });
    }

    private static LedgerEntry paymentOf(UUID payment, Owed owed, Money amount) {
        return LedgerEntry.payment(
                payment, owed.agreement(), Receipt.CARD, DAY, amount, Map.of(owed.invoice(), amount));
    }

    private Money balance(Owed owed) {
        return in(() -> ledger.balance(owed.invoice()));
    }

    private <T> T in(Supplier<T> work) {
        return TenantContext.callAs(SIEGVO, () -> transaction.execute(status -> work.get()));
    }

    private record Owed(AgreementId agreement, ReceivableId invoice) {}
}
