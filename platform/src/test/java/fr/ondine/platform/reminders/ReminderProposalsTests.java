package fr.ondine.platform.reminders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import fr.ondine.platform.billing.InvoiceId;
import fr.ondine.platform.customers.AgreementId;
import fr.ondine.tenantconfig.ReminderStep;
import fr.ondine.testing.Rows;
import fr.ondine.testing.StatementCount;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Who is proposed a letter, by which way, and who is kept out. */
class ReminderProposalsTests extends RemindersScene {

    @Autowired
    ReminderCases cases;

    @Autowired
    StatementCount statements;

    @Test
    void what_is_overdue_is_proposed_by_mail_or_else_on_paper_and_those_kept_out_say_why() {
        var mailed = debtor("20.00", 20, "a@exemple.fr");
        var printed = debtor("30.00", 20, null);
        var recent = debtor("30.00", 3, null);
        var little = debtor("4.00", 20, null);
        var household = debtor("40.00", 20, null);
        in(() -> run(() -> accounts.protect(ANNE, household)));
        var disputed = debtor("50.00", 20, null);
        in(() -> run(() -> accounts.dispute(
                ANNE, disputed, new InvoiceId(invoiceOf(disputed).value()), "Compteur contesté", today.plusDays(30))));

        var batch = prepared();

        assertThat(of(batch, mailed, printed, recent, little, household, disputed))
                .extracting(BatchLetter::agreement, BatchLetter::reason, BatchLetter::byMail, BatchLetter::byPaper)
                .containsExactlyInAnyOrder(
                        tuple(mailed, null, true, false),
                        tuple(printed, null, false, true),
                        tuple(little, "TOO_LITTLE", false, false),
                        tuple(household, "PROTECTED", false, false),
                        tuple(disputed, "DISPUTED", false, false));
    }

    @Test
    void a_dispute_is_over_after_its_last_day_or_when_it_is_closed() {
        var over = debtor("20.00", 20, null);
        var closed = debtor("20.00", 20, null);
        for (var one : List.of(over, closed)) {
            in(() -> run(() ->
                    accounts.dispute(ANNE, one, new InvoiceId(invoiceOf(one).value()), "Fuite", today.plusDays(3))));
        }
        in(() -> database.sql("update invoice_dispute set until = ? where invoice_id = ?")
                .params(today.minusDays(1), invoiceOf(over).value())
                .update());
        in(() -> run(() -> accounts.closeDispute(
                ANNE, closed, new InvoiceId(invoiceOf(closed).value()))));

        assertThat(of(prepared(), over, closed)).extracting(BatchLetter::state).containsOnly(LetterState.PROPOSED);
    }

    @Test
    void a_payment_by_card_in_progress_keeps_a_letter_back() {
        var paying = debtor("20.00", 20, null);
        in(() -> database.sql("insert into payment (id, agreement_id, invoice_id, method, amount, state, initiated_at)"
                        + " values (?, ?, ?, 'CARD', 20.00, 'PROCESSING', now())")
                .params(UUID.randomUUID(), paying.value(), invoiceOf(paying).value())
                .update());

        assertThat(of(prepared(), paying)).extracting(BatchLetter::reason).containsExactly("PAYMENT_IN_PROGRESS");
    }

    @Test
    void who_keeps_an_instalment_plan_is_not_reminded_of_what_it_pays_and_who_does_not_keep_it_is() {
        var keeps = debtor("20.00", 20, null);
        var isLate = debtor("20.00", 20, null);
        plan(keeps, today.plusDays(15));
        plan(isLate, today.minusDays(15));

        assertThat(of(prepared(), keeps, isLate))
                .extracting(BatchLetter::agreement, BatchLetter::reason)
                .containsExactlyInAnyOrder(tuple(keeps, "PLAN_KEPT"), tuple(isLate, null));
    }

    @Test
    void a_letter_goes_on_paper_where_its_address_came_back_whether_of_an_account_or_on_file() {
        var onFile = debtor("20.00", 20, "Perdue-" + UUID.randomUUID() + "@exemple.fr");
        var ofAccount = debtor("20.00", 20, null);
        in(() -> {
            var rows = new Rows(database);
            var user = rows.user();
            rows.link(user, ofAccount);
            return database.sql("insert into bounced_address select email, now(), '550' from user_account where id = ?")
                    .param(user.value())
                    .update();
        });
        in(() -> database.sql("insert into bounced_address select lower(c.email), now(), '550' from customer c"
                        + " join agreement a on a.customer_id = c.id where a.id = ?")
                .param(onFile.value())
                .update());

        assertThat(of(prepared(), onFile, ofAccount))
                .extracting(BatchLetter::byMail, BatchLetter::byPaper)
                .containsExactly(tuple(false, true), tuple(false, true));
    }

    @Test
    void a_formal_notice_goes_on_paper_alone_where_the_utility_says_so_and_waits_for_its_days() {
        var debtor = debtor("20.00", 39, UUID.randomUUID() + "@exemple.fr");
        send(prepared());
        in(() -> database.sql("update reminder_letter set sent_on = ? where agreement_id = ?")
                .params(today.minusDays(14), debtor.value())
                .update());
        assertThat(of(prepared(), debtor)).extracting(BatchLetter::reason).containsExactly("ALREADY_SENT");
        in(() -> database.sql("update reminder_batch set state = 'RECALLED' where state = 'READY'")
                .update());
        in(() -> database.sql("update invoice set due_on = ? where agreement_id = ?")
                .params(today.minusDays(40), debtor.value())
                .update());

        assertThat(of(prepared(), debtor))
                .extracting(BatchLetter::step, BatchLetter::byMail, BatchLetter::byPaper)
                .containsExactly(tuple(ReminderStep.FORMAL_NOTICE, false, true));
    }

    /** CGCT L2224-12-4 III bis: the part above twice the mean is not owed, or not before the service has answered. */
    @Test
    void nobody_is_reminded_of_a_leak_while_a_certificate_or_a_check_of_the_meter_waits_for_the_service() {
        var certified = leaked("'RECEIVED'", "certificate_on = current_date");
        var found = leaked("'CHECKED'", "certificate_on = current_date");
        var asked = leaked("'AWAITING'", "check_asked_on = current_date");
        var untold = leaked("'AWAITING'", "notified_on = notified_on + 1");
        var answered = leaked("'AWAITING'", "check_asked_on = current_date, check_answered_on = current_date");
        var silent = leaked("'AWAITING'", "certificate_on = null");
        var refused = leaked("'REFUSED'", "certificate_on = current_date");
        var credited = leaked("'CREDITED'", "certificate_on = current_date");

        assertThat(of(prepared(), certified, found, asked, untold, answered, silent, refused, credited))
                .extracting(BatchLetter::agreement, BatchLetter::reason)
                .containsExactlyInAnyOrder(
                        tuple(certified, "DISPUTED"),
                        tuple(found, "DISPUTED"),
                        tuple(asked, "DISPUTED"),
                        tuple(untold, "DISPUTED"),
                        tuple(answered, null),
                        tuple(silent, null),
                        tuple(refused, null),
                        tuple(credited, null));
    }

    /** The utility's own software bills what a reading on the portal told of. */
    @Test
    void nobody_is_reminded_of_an_invoice_by_import_while_a_certificate_of_its_days_waits() {
        var certified = imported(leaked("'RECEIVED'", "certificate_on = current_date"));
        var silent = imported(leaked("'AWAITING'", "certificate_on = null"));
        var refused = imported(leaked("'REFUSED'", "certificate_on = current_date"));
        var later = imported(leaked("'RECEIVED'", "certificate_on = current_date, read_on = read_on + 2"));
        var estimated = imported(leaked("'RECEIVED'", "certificate_on = current_date"));
        in(() -> database.sql("update invoice set kind = 'ESTIMATED' where agreement_id = ?")
                .param(estimated.value())
                .update());

        assertThat(of(prepared(), certified, silent, refused, later, estimated))
                .extracting(BatchLetter::agreement, BatchLetter::reason)
                .containsExactlyInAnyOrder(
                        tuple(certified, "DISPUTED"),
                        tuple(silent, null),
                        tuple(refused, null),
                        tuple(later, null),
                        tuple(estimated, null));
    }

    /** Its invoice names no reading, and nobody said that it is of the file. */
    private AgreementId imported(AgreementId agreement) {
        in(() -> database.sql("update leak_file set invoice_id = null where agreement_id = ?")
                .param(agreement.value())
                .update());
        in(() -> database.sql(
                        "update invoice set kind = 'ACTUAL', period_from = issued_on - 180, period_to = issued_on - 1"
                                + " where agreement_id = ?")
                .param(agreement.value())
                .update());
        return agreement;
    }

    /** R2224-19-2: it is relieved with the water, once it is billed. */
    @Test
    void sewerage_of_its_own_is_not_asked_for_while_a_leak_of_the_water_is_to_be_decided_of() {
        var certified = sewerageOf(leaked("'RECEIVED'", "certificate_on = current_date"));
        var silent = sewerageOf(leaked("'AWAITING'", "certificate_on = null"));
        var refused = sewerageOf(leaked("'REFUSED'", "certificate_on = current_date"));
        var granted = sewerageOf(leaked("'CREDITED'", "decided_at = now() - interval '60 days', decided_by = 'a'"));
        var since = sewerageOf(leaked("'CREDITED'", "decided_at = now(), decided_by = 'a'"));
        var without = sewerageOf(leaked("'CREDITED'", "decided_at = now() + interval '1 hour', decided_by = 'a'"));
        var relieved = sewerageOf(leaked("'CREDITED'", "decided_at = now() - interval '60 days', decided_by = 'a'"));
        in(() -> database.sql(
                        "insert into leak_credit (invoice_id, file_id, credit_note_id) select i.id, l.id, i.id from invoice i"
                                + " join invoice_meter m on m.invoice_id = i.id join meter on meter.serial = m.serial"
                                + " join meter_installation h on h.meter_id = meter.id join agreement a on a.service_point_id = h.service_point_id"
                                + " join leak_file l on l.agreement_id = a.id where i.agreement_id = ?")
                .param(relieved.value())
                .update());

        assertThat(of(prepared(), certified, silent, refused, granted, since, without, relieved))
                .extracting(BatchLetter::agreement, BatchLetter::reason)
                .as("of what was granted, invoices that were posted since, whatever day they bear")
                .containsExactlyInAnyOrder(
                        tuple(certified, "DISPUTED"),
                        tuple(silent, null),
                        tuple(refused, null),
                        tuple(granted, "DISPUTED"),
                        tuple(since, "DISPUTED"),
                        tuple(without, null),
                        tuple(relieved, null));
    }

    /** Billed by the reading of the water meter that a file is of. */
    private AgreementId sewerageOf(AgreementId water) {
        return in(() -> {
            var rows = new Rows(database);
            var meter = rows.meter(water);
            var agreement = rows.agreement();
            database.sql(
                            "update service_point set service = 'SEWERAGE' where id = (select service_point_id from agreement"
                                    + " where id = ?)")
                    .param(agreement.value())
                    .update();
            database.sql("update agreement set service = 'SEWERAGE' where id = ?")
                    .param(agreement.value())
                    .update();
            owe(agreement, "90.00", 20);
            database.sql("insert into invoice_meter select i.id, 0, ?, l.used_from, 0, l.read_on, 200000, 200000, false"
                            + " from invoice i, leak_file l where i.agreement_id = ? and l.agreement_id = ?")
                    .params(meter.toString(), agreement.value(), water.value())
                    .update();
            return agreement;
        });
    }

    /** Told of with an invoice that is overdue. */
    private AgreementId leaked(String state, String what) {
        var agreement = debtor("200.00", 20, null);
        in(() -> database.sql(
                        "insert into leak_file (id, agreement_id, used_from, read_on, litres, mean_litres, is_of_zone, state,"
                                + " detected_at, invoice_id, notified_on, notice_channel, answer_by) select ?, agreement_id, issued_on - 180,"
                                + " issued_on - 1, 200000, 50000, false, " + state
                                + ", now(), id, issued_on, 'INVOICE', issued_on + 30 from invoice"
                                + " where agreement_id = ?")
                .params(UUID.randomUUID(), agreement.value())
                .update());
        in(() -> database.sql("update leak_file set " + what + " where agreement_id = ?")
                .param(agreement.value())
                .update());
        return agreement;
    }

    @Test
    void many_agreements_are_looked_at_in_as_many_queries_as_few() {
        var few = List.of(debtor("20.00", 20, null));
        var many = List.of(few.getFirst(), debtor("20.00", 20, null), debtor("20.00", 20, "m@exemple.fr"));

        assertThat(in(() -> statements.of(() -> cases.of(few, today))))
                .isEqualTo(in(() ->
                        statements.of(() -> assertThat(cases.of(many, today)).hasSize(3))))
                .isEqualTo(3);
    }

    /** Of one payment, agreed before anything was billed. */
    private void plan(AgreementId agreement, LocalDate dueOn) {
        var plan = UUID.randomUUID();
        in(() -> database.sql(
                        "insert into instalment_plan (id, agreement_id, state, version, day, year_amount, basis,"
                                + " agreed_on, agreed_by) values (?, ?, 'AGREED', 1, 10, 20.00, 'STAFF', '2000-01-01', 'staff:test')")
                .params(plan, agreement.value())
                .update());
        in(() -> database.sql(
                        "insert into instalment (plan_id, version, position, due_on, amount) values (?, 1, 0, ?, 20.00)")
                .params(plan, dueOn)
                .update());
    }
}
