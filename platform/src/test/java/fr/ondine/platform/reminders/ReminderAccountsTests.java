package fr.ondine.platform.reminders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.ondine.platform.billing.InvoiceId;
import fr.ondine.platform.staff.RoleMissing;
import fr.ondine.platform.staff.StaffRole;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What staff note of an agreement for its reminders, and who sees it. */
class ReminderAccountsTests extends RemindersScene {

    @Autowired
    ReminderPaper paper;

    @Test
    void those_who_do_not_bill_see_letters_and_neither_protections_nor_batches() {
        var agent = staff(StaffRole.AGENT);
        var debtor = debtor("20.00", 20, null);

        assertThat(in(() -> accounts.history(agent, debtor))).isEmpty();
        assertThatThrownBy(() -> in(() -> accounts.find(agent, debtor))).isInstanceOf(RoleMissing.class);
        assertThatThrownBy(() -> in(() -> run(() -> accounts.protect(agent, debtor))))
                .isInstanceOf(RoleMissing.class);
        assertThatThrownBy(() -> in(() -> desk.prepare(agent))).isInstanceOf(RoleMissing.class);
        assertThatThrownBy(() -> in(() -> desk.list(agent, 0))).isInstanceOf(RoleMissing.class);
        assertThatThrownBy(() -> in(() -> paper.print(agent, new BatchId(UUID.randomUUID()), 0)))
                .isInstanceOf(RoleMissing.class);
    }

    @Test
    void a_protection_is_written_down_each_time_it_changes_and_once() {
        var debtor = debtor("20.00", 20, null);
        in(() -> run(() -> accounts.protect(ANNE, debtor)));
        in(() -> run(() -> accounts.protect(ANNE, debtor)));
        assertThat(in(() -> accounts.find(ANNE, debtor)).orElseThrow().isProtected())
                .isTrue();
        in(() -> run(() -> accounts.endProtection(ANNE, debtor)));

        assertThat(in(() -> accounts.find(ANNE, debtor)).orElseThrow().isProtected())
                .isFalse();
        assertThat(in(() -> database.sql("select action from audit_entry where subject = ? order by occurred_at")
                        .param("agreement:" + debtor.value())
                        .query(String.class)
                        .list()))
                .containsExactly("protection.noted", "protection.ended");
    }

    @Test
    void a_dispute_needs_a_reason_and_a_day_that_is_not_far() {
        var debtor = debtor("20.00", 20, null);
        var invoice = new InvoiceId(invoiceOf(debtor).value());
        assertThatThrownBy(() -> in(() -> run(() -> accounts.dispute(ANNE, debtor, invoice, " ", today))))
                .hasMessageContaining("dispute-reason");
        assertThatThrownBy(() -> in(() -> run(() -> accounts.dispute(ANNE, debtor, invoice, "x", today.minusDays(1)))))
                .hasMessageContaining("dispute-day");
        assertThatThrownBy(() -> in(() -> run(() -> accounts.dispute(ANNE, debtor, invoice, "x", today.plusDays(400)))))
                .hasMessageContaining("dispute-day");
        in(() -> run(() -> accounts.dispute(ANNE, debtor, invoice, "x", today)));
        in(() -> run(() -> accounts.dispute(ANNE, debtor, invoice, "y", today.plusDays(9))));

        assertThat(in(() -> accounts.find(ANNE, debtor)).orElseThrow().open())
                .extracting(one -> one.dispute().reason())
                .containsExactly("y");
    }
}
