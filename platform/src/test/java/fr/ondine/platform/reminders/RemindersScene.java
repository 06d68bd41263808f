package fr.ondine.platform.reminders;

import static fr.ondine.platform.kernel.Money.euros;

import fr.ondine.platform.customers.AgreementId;
import fr.ondine.platform.fleet.Fleet;
import fr.ondine.platform.kernel.Money;
import fr.ondine.platform.receivables.Ledger;
import fr.ondine.platform.receivables.LedgerEntry;
import fr.ondine.platform.receivables.ReceivableId;
import fr.ondine.platform.staff.CurrentStaff;
import fr.ondine.platform.staff.StaffRole;
import fr.ondine.platform.tenancy.TenantContext;
import fr.ondine.platform.tenancy.TenantId;
import fr.ondine.platform.tenancy.Tenants;
import fr.ondine.testing.CaughtMails;
import fr.ondine.testing.PlatformTest;
import fr.ondine.testing.ProvenStaff;
import fr.ondine.testing.Rows;
import fr.ondine.testing.Utilities;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** A utility that reminds by mail after 10 days, and formally on paper after 40. */
@PlatformTest
abstract class RemindersScene {

    static final TenantId UTILITY = new TenantId("relances");
    static final CurrentStaff ANNE = staff(StaffRole.BILLER);

    private static final int PAGES = 3;

    @Autowired
    ReminderDesk desk;

    @Autowired
    ReminderAccounts accounts;

    @Autowired
    Ledger ledger;

    @Autowired
    CaughtMails caught;

    @Autowired
    JdbcClient database;

    @Autowired
    TransactionTemplate transaction;

    LocalDate today;

    @BeforeEach
    void a_utility_that_reminds(@Autowired Fleet fleet, @Autowired Tenants tenants, @Autowired Clock clock) {
        if (tenants.find(UTILITY.slug()).isEmpty()) {
            fleet.add(Utilities.like(Utilities.SIEGVO, UTILITY.slug()).replace("rounding:", """
                    reminders:
                      reminder:
                        days-after-due: 10
                        channel: mail
                        minimum: "5.00"
                      formal-notice:
                        days-after-due: 40
                        channel: paper
                        minimum: "15.00"
                      days-between: 14

                    rounding:"""), "operator:test");
            tenants.refresh();
        }
        today = in(() -> LocalDate.now(clock));
        in(() -> database.sql(
                        "update reminder_batch set state = 'RECALLED' where state in ('PREPARING', 'READY', 'SENDING')")
                .update());
        // those of the tests before owe nothing any more
        in(() -> database.sql("update customer set email = null where email is not null")
                .update());
    }

    BatchId prepared() {
        var batch = in(() -> desk.prepare(ANNE));
        await(batch, BatchState.READY);
        return batch;
    }

    void send(BatchId batch) {
        in(() -> run(() -> desk.send(ANNE, batch)));
        await(batch, BatchState.SENT);
    }

    private void await(BatchId batch, BatchState state) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofMillis(50))
                .until(() -> in(() -> desk.find(ANNE, batch)).orElseThrow().state() == state);
    }

    List<BatchLetter> of(BatchId batch, AgreementId... agreements) {
        return in(() -> Stream.of(LetterFilter.values())
                .flatMap(filter -> IntStream.range(0, PAGES)
                        .mapToObj(page -> desk.letters(ANNE, batch, filter, page))
                        .flatMap(page -> page.rows().stream()))
                .filter(letter -> List.of(agreements).contains(letter.agreement()))
                .toList());
    }

    /** Owes one invoice that was due so many days ago. */
    AgreementId debtor(String amount, int days, @Nullable String email) {
        return in(() -> {
            var agreement = new Rows(database).agreement();
            database.sql("update customer set email = ? where id = (select customer_id from agreement where id = ?)")
                    .params(email, agreement.value())
                    .update();
            owe(agreement, amount, days);
            return agreement;
        });
    }

    /** One more invoice, in the transaction of the caller. */
    void owe(AgreementId agreement, String amount, int days) {
        var invoice = new Rows(database).invoice(agreement, euros(amount), Money.zero());
        database.sql("update invoice set due_on = ?, issued_on = ? where id = ?")
                .params(today.minusDays(days), today.minusDays(days + 30), invoice.value())
                .update();
        ledger.post(LedgerEntry.invoice(invoice, agreement, today.minusDays(days + 30), euros(amount), Money.zero()));
    }

    ReceivableId invoiceOf(AgreementId agreement) {
        return in(() -> new ReceivableId(database.sql("select id from invoice where agreement_id = ?")
                .param(agreement.value())
                .query(UUID.class)
                .single()));
    }

    static CurrentStaff staff(StaffRole role) {
        return ProvenStaff.of(UTILITY.slug(), UUID.randomUUID(), "a@b.example", "Anne", role, 0);
    }

    static boolean run(Runnable work) {
        work.run();
        return true;
    }

    <T> T in(Supplier<T> work) {
        return TenantContext.callAs(UTILITY, () -> transaction.execute(status -> work.get()));
    }
}
