package fr.ondine.platform.receivables;

import static fr.ondine.platform.kernel.Money.euros;
import static fr.ondine.testing.Utilities.SIEGVO;
import static org.assertj.core.api.Assertions.assertThat;

import fr.ondine.platform.customers.AgreementId;
import fr.ondine.platform.kernel.Money;
import fr.ondine.platform.tenancy.TenantContext;
import fr.ondine.testing.PlatformTest;
import fr.ondine.testing.Rows;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Credit in the ledger is set against the oldest invoices: each cent once, whoever is at it at the same time. */
@PlatformTest
class AllocationTests {

    static final LocalDate DAY = LocalDate.of(2026, 3, 2);

    @Autowired
    Allocation allocation;

    @Autowired
    Ledger ledger;

    @Autowired
    Debts debts;

    @Autowired
    JdbcClient database;

    @Autowired
    TransactionTemplate transaction;

    AgreementId agreement;
    LocalDate issuedOn = LocalDate.of(2026, 1, 1);

    @BeforeEach
    void an_agreement() {
        agreement = in(() -> new Rows(database).agreement());
    }

    @Test
    void a_transfer_that_names_no_invoice_pays_the_oldest_and_the_rest_waits_for_the_next_one() {
        var old = invoice("80.00");
        received("100.00");
        settle();
        assertThat(balance(old)).isEqualTo(Money.zero());
        assertThat(onAccount()).isEqualTo(euros("-20.00"));

        var next = invoice("50.00");
        settle();

        assertThat(balance(next)).isEqualTo(euros("30.00"));
        assertThat(onAccount()).isEqualTo(Money.zero());
        assertThat(due()).isEqualTo(euros("30.00"));
    }

    @Test
    void settled_again_nothing_is_posted() {
        invoice("80.00");
        received("100.00");
        settle();
        var posted = entries();

        settle();

        assertThat(entries()).isEqualTo(posted);
    }

    @Test
    void settled_by_many_at_once_each_cent_counts_once() throws Exception {
        var invoices = List.of(invoice("30.00"), invoice("30.00"), invoice("30.00"));
        received("75.00");
        var start = new CountDownLatch(1);
        Callable<Boolean> settle = () -> {
            start.await();
            settle();
            return true;
        };

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var outcomes =
                    Collections.nCopies(6, settle).stream().map(threads::submit).toList();
            start.countDown();
            for (var outcome : outcomes) {
                assertThat(outcome.get()).isTrue();
            }
        }

        assertThat(invoices.stream().map(this::balance)).containsExactly(Money.zero(), Money.zero(), euros("15.00"));
        assertThat(onAccount()).isEqualTo(Money.zero());
    }

    @Test
    void a_run_does_not_wait_for_whoever_decides_about_an_agreement() throws Exception {
        var invoice = invoice("30.00");
        received("30.00");
        var held = new CountDownLatch(1);
        var done = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var holder = threads.submit(() -> in(() -> {
                ledger.lock(invoice);
                held.countDown();
                return await(done);
            }));
            held.await();
            in(() -> {
                allocation.settleWithoutWaiting(List.of(agreement));
                return true;
            });
            assertThat(balance(invoice)).isEqualTo(euros("30.00"));
            assertThat(in(() -> debts.of(agreement).asked())).isEqualTo(Money.zero());
            done.countDown();
            holder.get();
        }
        in(() -> {
            allocation.settleWithoutWaiting(List.of(agreement));
            return true;
        });
        assertThat(balance(invoice)).isEqualTo(Money.zero());
    }

    @Test
    void a_payment_that_comes_back_opens_the_latest_invoice_that_it_had_paid() {
        var old = invoice("80.00");
        var later = invoice("50.00");
        var cheque = received("60.00");
        received("70.00");
        settle();
        assertThat(due()).isEqualTo(Money.zero());

        in(() -> ledger.postReturn(cheque, euros("60.00"), DAY.plusDays(4)));
        settle();

        assertThat(balance(old)).isEqualTo(euros("10.00"));
        assertThat(balance(later)).isEqualTo(euros("50.00"));
        assertThat(onAccount()).isEqualTo(Money.zero());
    }

    @Test
    void the_holder_who_got_money_back_owes_again_what_it_had_paid() {
        var invoice = invoice("80.00");
        received("100.00");
        settle();

        in(() -> ledger.post(LedgerEntry.refund(UUID.randomUUID(), agreement, Receipt.BANK, DAY, euros("50.00"))));
        settle();

        assertThat(balance(invoice)).isEqualTo(euros("30.00"));
        assertThat(onAccount()).isEqualTo(Money.zero());
        assertThat(in(() -> debts.of(agreement).asked())).isEqualTo(euros("30.00"));
    }

    @Test
    void the_holder_who_got_a_credit_note_back_owes_again_what_that_had_paid() {
        var old = invoice("50.00");
        received("50.00");
        settle();
        var next = invoice("60.00");
        var note = invoice("-80.00");
        settle();
        assertThat(balance(next)).isEqualTo(Money.zero());

        in(() -> ledger.post(LedgerEntry.refund(UUID.randomUUID(), agreement, Receipt.BANK, DAY, euros("80.00"))));
        settle();
        settle();

        assertThat(balance(note)).isEqualTo(Money.zero());
        assertThat(onAccount()).isEqualTo(Money.zero());
        assertThat(balance(next)).isEqualTo(euros("60.00"));
        assertThat(balance(old)).isEqualTo(Money.zero());
        received("60.00");
        settle();
        assertThat(balance(next)).isEqualTo(Money.zero());
        assertThat(due()).isEqualTo(Money.zero());
    }

    @Test
    void the_paper_of_an_invoice_still_tells_the_credit_that_was_set_against_it() {
        received("20.00");
        var invoice = invoice("80.00");
        settle();

        assertThat(balance(invoice)).isEqualTo(euros("60.00"));
        assertThat(in(() ->
                        ledger.carriedOver(invoice, agreement, DAY.plusDays(9)).balance()))
                .isEqualTo(euros("-20.00"));
    }

    @Test
    void an_invoice_that_credit_paid_has_the_day_on_which_it_did() {
        var invoice = invoice("80.00");
        received("80.00");
        settle();

        assertThat(in(() -> ledger.lastReceipts(List.of(invoice)))).isEqualTo(Map.of(invoice, DAY));
    }

    @Test
    void whatever_happens_in_whatever_order_no_cent_is_lost_and_no_invoice_is_paid_too_much() {
        var random = new Random(20261128);
        var invoices = new ArrayList<ReceivableId>();
        var payments = new HashMap<UUID, Money>();
        var expected = Money.zero();
        for (var round = 0; round < 60; round++) {
            var amount = euros(BigDecimal.valueOf(random.nextInt(1, 9000), 2));
            switch (random.nextInt(6)) {
                case 0, 1 -> {
                    invoices.add(invoice(amount.amount().toPlainString()));
                    expected = expected.plus(amount);
                }
                case 2, 3 -> {
                    payments.put(received(amount.amount().toPlainString()), amount);
                    expected = expected.minus(amount);
                }
                case 4 -> {
                    invoices.add(invoice(amount.negated().amount().toPlainString()));
                    expected = expected.minus(amount);
                }
                default -> {
                    if (!payments.isEmpty()) {
                        var payment = payments.keySet().iterator().next();
                        var all = payments.remove(payment);
                        in(() -> ledger.postReturn(payment, all, DAY));
                        expected = expected.plus(all);
                    }
                }
            }
            settle();

            assertThat(due()).isEqualTo(expected);
            var balances = invoices.stream().map(this::balance).toList();
            var open = balances.stream().anyMatch(Money::isPositive);
            var credit =
                    balances.stream().anyMatch(Money::isNegative) || onAccount().isNegative();
            assertThat(open && credit).as("round " + round).isFalse();
            assertThat(onAccount().isPositive() && credit).isFalse();
        }
        assertThat(in(() -> database.sql("select count(*) from (select entry_id from posting where agreement_id = ?"
                                + " group by entry_id having sum(amount) <> 0) x")
                        .param(agreement.value())
                        .query(Long.class)
                        .single()))
                .isZero();
    }

    /** Each a day later than the one before. */
    private ReceivableId invoice(String net) {
        issuedOn = issuedOn.plusDays(1);
        return in(() -> {
            var invoice = new Rows(database).invoice(agreement, euros(net), Money.zero());
            database.sql("update invoice set issued_on = ? where id = ?")
                    .params(issuedOn, invoice.value())
                    .update();
            ledger.post(LedgerEntry.invoice(invoice, agreement, issuedOn, euros(net), Money.zero()));
            return invoice;
        });
    }

    private UUID received(String amount) {
        var payment = UUID.randomUUID();
        in(() -> ledger.post(LedgerEntry.payment(payment, agreement, Receipt.BANK, DAY, euros(amount), Map.of())));
        return payment;
    }

    private void settle() {
        in(() -> {
            allocation.settle(List.of(agreement));
            return true;
        });
    }

    private Money balance(ReceivableId invoice) {
        return in(() -> ledger.balance(invoice));
    }

    private Money onAccount() {
        return Money.euros(in(() -> database.sql(
                        "select coalesce(sum(amount), 0) from posting where account = 'UNALLOCATED' and agreement_id = ?")
                .param(agreement.value())
                .query(BigDecimal.class)
                .single()));
    }

    private Money due() {
        return in(() -> debts.of(agreement).due());
    }

    private long entries() {
        return in(() -> database.sql("select count(*) from ledger_entry")
                .query(Long.class)
                .single());
    }

    private static boolean await(CountDownLatch latch) {
        try {
            latch.await();
            return true;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private <T> T in(Supplier<T> work) {
        return TenantContext.callAs(SIEGVO, () -> transaction.execute(status -> work.get()));
    }
}
