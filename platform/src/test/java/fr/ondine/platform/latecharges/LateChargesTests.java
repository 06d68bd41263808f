package fr.ondine.platform.latecharges;

import static fr.ondine.platform.kernel.Money.euros;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.ondine.platform.billing.InvoiceId;
import fr.ondine.platform.customers.AgreementId;
import fr.ondine.platform.fleet.Fleet;
import fr.ondine.platform.kernel.Money;
import fr.ondine.platform.latecharges.LateCharge.Obstacle;
import fr.ondine.platform.receivables.Ledger;
import fr.ondine.platform.receivables.LedgerEntry;
import fr.ondine.platform.receivables.Receipt;
import fr.ondine.platform.receivables.ReceivableId;
import fr.ondine.platform.staff.CurrentStaff;
import fr.ondine.platform.staff.RoleMissing;
import fr.ondine.platform.staff.StaffRole;
import fr.ondine.platform.tenancy.TenantContext;
import fr.ondine.platform.tenancy.TenantId;
import fr.ondine.platform.tenancy.Tenants;
import fr.ondine.testing.PlatformTest;
import fr.ondine.testing.ProvenStaff;
import fr.ondine.testing.Rows;
import fr.ondine.testing.Utilities;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** An invoice of 110.00 €, 40.00 € of it for sewerage, long overdue and formally noticed by registered letter. */
@PlatformTest
class LateChargesTests {

    private static final TenantId UTILITY = new TenantId("majorations");
    private static final CurrentStaff ANNE =
            ProvenStaff.of("majorations", UUID.randomUUID(), "a@b.example", "Anne", StaffRole.BILLER, 0);

    @Autowired
    LateCharges charges;

    @Autowired
    RegisteredNotices notices;

    @Autowired
    Ledger ledger;

    @Autowired
    Fleet fleet;

    @Autowired
    Tenants tenants;

    @Autowired
    Clock clock;

    @Autowired
    JdbcClient database;

    @Autowired
    TransactionTemplate transaction;

    private LocalDate today;
    private AgreementId agreement;
    private ReceivableId invoice;
    private NoticeId notice;

    @BeforeEach
    void a_utility_that_increases_and_a_late_invoice() {
        if (tenants.find(UTILITY.slug()).isEmpty()) {
            fleet.add(
                    Utilities.like(Utilities.SIEGVO, UTILITY.slug())
                            .replace("rounding:", "late-charges:\n  sewerage: true\n\nrounding:"),
                    "operator:test");
            tenants.refresh();
        }
        today = in(() -> LocalDate.now(clock));
        in(this::invoice);
    }

    private int invoice() {
        var rows = new Rows(database);
        agreement = rows.agreement();
        invoice = rows.invoice(agreement, euros("100.00"), euros("10.00"));
        database.sql("update invoice set issued_on = ?, due_on = ? where id = ?")
                .params(today.minusDays(200), today.minusDays(170), invoice.value())
                .update();
        for (var section : List.of("WATER", "SEWERAGE", "PUBLIC_BODIES")) {
            database.sql("insert into invoice_line values (?, ?, ?, ?, 1, 'm³', 1, ?, 10)")
                    .params(
                            invoice.value(),
                            section.length(),
                            section,
                            section,
                            euros(section.equals("SEWERAGE") ? "40.00" : "30.00")
                                    .amount())
                    .update();
        }
        ledger.post(LedgerEntry.invoice(invoice, agreement, today.minusDays(200), euros("100.00"), euros("10.00")));
        var batch = UUID.randomUUID();
        notice = new NoticeId(UUID.randomUUID());
        database.sql(
                        "insert into reminder_batch (id, state, day, created_at, created_by) values (?, 'SENT', ?, now(), 'x')")
                .params(batch, today.minusDays(60))
                .update();
        database.sql(
                        "insert into reminder_letter values (?, ?, ?, 'FORMAL_NOTICE', 'SENT', null, 110, ?, false, true, ?)")
                .params(notice.value(), batch, agreement.value(), today.minusDays(170), today.minusDays(60))
                .update();
        return database.sql("insert into reminder_debt values (?, ?, 'FORMAL_NOTICE', 110, true)")
                .params(notice.value(), invoice.value())
                .update();
    }

    @Test
    void a_late_sewerage_charge_is_increased_once_by_an_invoice_of_its_own() {
        received(30);
        var seen = one();
        assertThat(seen.base()).isEqualTo(euros("40.00"));

        var issued = in(() -> charges.issue(ANNE, agreement, seen));
        assertThat(in(() -> charges.issue(ANNE, agreement, seen))).isEqualTo(issued);

        assertThat(in(() -> ledger.balance(new ReceivableId(issued.value())))).isEqualTo(euros("10.00"));
        assertThat(in(() -> database.sql(
                                "select kind || ' ' || total_amount || ' ' || vat_amount from invoice where id = ?")
                        .param(issued.value())
                        .query(String.class)
                        .single()))
                .isEqualTo("ONE_OFF 10.00 0.00");
        assertThat(in(() -> charges.list(ANNE, agreement)))
                .as("the increase itself is never increased")
                .extracting(LateCharge::increasedBy)
                .containsExactly(issued);
        assertThat(audited("invoice:" + invoice.value())).containsExactly("late-charge.issued");
    }

    @Test
    void two_who_issue_at_the_same_time_issue_one() throws Exception {
        received(30);
        var seen = one();
        Callable<InvoiceId> issue = () -> in(() -> charges.issue(ANNE, agreement, seen));
        try (var two = Executors.newFixedThreadPool(2)) {
            var issued = two.invokeAll(List.of(issue, issue)).stream()
                    .map(Future::resultNow)
                    .distinct()
                    .toList();

            assertThat(issued).hasSize(1);
        }
        assertThat(in(() -> database.sql("select count(*) from invoice where agreement_id = ?")
                        .param(agreement.value())
                        .query(Long.class)
                        .single()))
                .isEqualTo(2);
    }

    @Test
    void an_issue_that_dies_has_done_nothing() {
        received(30);
        var seen = one();

        assertThatThrownBy(() -> in(() -> {
                    charges.issue(ANNE, agreement, seen);
                    throw new IllegalStateException("killed");
                }))
                .hasMessage("killed");

        assertThat(one()).isEqualTo(seen);
    }

    @Test
    void what_was_paid_disputed_or_protected_since_it_was_looked_at_is_not_increased() {
        received(30);
        var seen = one();
        in(() -> ledger.post(
                LedgerEntry.payment(UUID.randomUUID(), agreement, Receipt.BANK, today, euros("55.00"), Map.of())));
        refuses(seen);
        assertThat(one().base()).as("half of it is paid").isEqualTo(euros("20.00"));

        var half = one();
        in(() -> database.sql(
                        "insert into customer_protection select customer_id, now(), 'x' from agreement where id = ?")
                .param(agreement.value())
                .update());
        refuses(half);
        refuses(one());
        assertThat(one().obstacle()).isEqualTo(Obstacle.PROTECTED);
    }

    @Test
    void what_is_not_owed_before_a_leak_is_decided_of_is_not_increased() {
        received(20);
        assertThat(one().isPossible()).isTrue();
        in(() -> database.sql(
                        "insert into leak_file (id, agreement_id, used_from, read_on, litres, mean_litres, is_of_zone, state,"
                                + " detected_at, invoice_id, notified_on, notice_channel, answer_by, certificate_on) select ?, agreement_id, issued_on - 180,"
                                + " issued_on - 1, 200000, 50000, false, 'RECEIVED', now(), id, issued_on, 'INVOICE', issued_on + 30, issued_on + 3 from invoice"
                                + " where id = ?")
                .params(UUID.randomUUID(), invoice.value())
                .update());

        assertThat(one().obstacle()).isEqualTo(Obstacle.DISPUTED);
    }

    @Test
    void nothing_is_increased_before_the_reception_of_the_registered_letter_is_noted_nor_for_another_letter() {
        assertThat(one().obstacle()).isEqualTo(Obstacle.NOT_RECEIVED);
        refuses(one());
        received(5);
        assertThat(one().obstacle()).isEqualTo(Obstacle.TOO_EARLY);
        in(() -> database.sql("update reminder_debt set counts = false where letter_id = ?")
                .param(notice.value())
                .update());
        assertThat(one().obstacle()).as("excused or recalled").isEqualTo(Obstacle.NO_NOTICE);
    }

    @Test
    void a_reception_has_a_number_and_a_day_between_the_letter_and_today() {
        assertThatThrownBy(() -> received(" ", today)).hasMessageContaining("late-charges.number");
        assertThatThrownBy(() -> received("1A", today.plusDays(1))).hasMessageContaining("late-charges.day");
        assertThatThrownBy(() -> received("1A", today.minusDays(61))).hasMessageContaining("late-charges.day");
        assertThatThrownBy(() -> in(() ->
                        run(() -> notices.received(ANNE, agreement, new NoticeId(UUID.randomUUID()), "1A", today))))
                .isInstanceOf(LateChargeRefused.class);
        received("1A", today.minusDays(3));
        received("2B", today.minusDays(2));

        assertThat(one().received()).isEqualTo(new RegisteredNotice("2B", today.minusDays(2)));
    }

    @Test
    void what_a_credit_note_took_of_the_sewerage_charge_is_not_increased() {
        received(30);
        in(() -> {
            var note = new Rows(database).invoice(agreement, euros("-20.00"), Money.zero());
            database.sql("update invoice set kind = 'CREDIT_NOTE', corrects = ? where id = ?")
                    .params(invoice.value(), note.value())
                    .update();
            return database.sql("insert into invoice_line values (?, 0, 'SEWERAGE', 'x', 1, 'm³', -20, -20, 10)")
                    .param(note.value())
                    .update();
        });

        assertThat(one().base()).isEqualTo(euros("20.00"));
    }

    @Test
    void a_utility_that_did_not_ask_for_it_increases_nothing_and_only_who_bills_decides() {
        var other = ProvenStaff.of("siegvo", UUID.randomUUID(), "a@b.example", "Anne", StaffRole.BILLER, 0);
        assertThat(TenantContext.<List<LateCharge>, RuntimeException>callAs(
                        Utilities.SIEGVO,
                        () -> charges.list(
                                other,
                                TenantContext.callAs(
                                        Utilities.SIEGVO,
                                        () -> transaction.execute(status -> new Rows(database).agreement())))))
                .isEmpty();
        var agent = ProvenStaff.of("majorations", UUID.randomUUID(), "a@b.example", "Anne", StaffRole.AGENT, 0);
        assertThatThrownBy(() -> in(() -> charges.list(agent, agreement))).isInstanceOf(RoleMissing.class);
        assertThatThrownBy(() -> in(() -> charges.issue(agent, agreement, one())))
                .isInstanceOf(RoleMissing.class);
        assertThatThrownBy(() -> in(() -> run(() -> notices.received(agent, agreement, notice, "1A", today))))
                .isInstanceOf(RoleMissing.class);
    }

    private void refuses(LateCharge seen) {
        assertThatThrownBy(() -> in(() -> charges.issue(ANNE, agreement, seen))).isInstanceOf(LateChargeRefused.class);
    }

    private LateCharge one() {
        return in(() -> charges.list(ANNE, agreement)).getFirst();
    }

    private void received(int daysAgo) {
        received("1A 234 567", today.minusDays(daysAgo));
    }

    private void received(String number, LocalDate day) {
        in(() -> run(() -> notices.received(ANNE, agreement, notice, number, day)));
    }

    private List<String> audited(String subject) {
        return in(() -> database.sql("select action from audit_entry where subject = ?")
                .param(subject)
                .query(String.class)
                .list());
    }

    private static int run(Runnable work) {
        work.run();
        return 0;
    }

    private <T> T in(Supplier<T> work) {
        return TenantContext.callAs(UTILITY, () -> transaction.execute(status -> work.get()));
    }
}
