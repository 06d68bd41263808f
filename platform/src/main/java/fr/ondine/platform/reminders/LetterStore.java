package fr.ondine.platform.reminders;

import fr.ondine.platform.billing.InvoiceId;
import fr.ondine.platform.customers.AgreementId;
import fr.ondine.platform.customers.CustomerId;
import fr.ondine.platform.kernel.OrderedId;
import fr.ondine.platform.reminders.Decision.KeepOut;
import fr.ondine.platform.reminders.Decision.Remind;
import fr.ondine.tenantconfig.ReminderStep;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Writes the letters of a batch and what becomes of them. */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class LetterStore {

    /** A letter whose reception is noted was posted, whatever was said of its batch. */
    private static final String NOT_POSTED = "(not by_paper or not :posted)"
            + " and not exists (select from registered_notice r where r.letter_id = l.id)";

    /**
     * Of a mail the mail itself tells whether it has left. A paper has not for some days, as long as nobody said that those of
     * its batch are posted, nor another batch was sent since.
     */
    private static final String UNSENT = """
            select l.id, l.by_mail and l.returned_at is null as mailed
              from reminder_letter l join reminder_batch b on b.id = l.batch_id
             where l.state = 'SENT' and %s and (l.returned_at is null or l.by_paper)
               and (not l.by_paper or b.posted_at is null and l.sent_on >= :since and not exists (
                       select from reminder_batch n where n.sent_on is not null and n.created_at > b.created_at))
               and not exists (select from registered_notice r where r.letter_id = l.id)
               and not exists (select from reminder_apology y where y.letter_id = l.id)""";

    private static final String TO_HOLDER = "l.agreement_id in (select id from agreement where customer_id = :whose)";
    private static final String FOR_INVOICE =
            "exists (select from reminder_debt d where d.letter_id = l.id and d.invoice_id = :whose)";

    private final JdbcClient database;

    LetterStore(JdbcClient database) {
        this.database = database;
    }

    /** A letter that waits to be sent. */
    record Waiting(LetterId id, AgreementId agreement, ReminderStep step) {}

    /** The next agreements after one, and which of them owe something in all, read along the index of their postings. */
    List<Looked> portion(UUID after, int size) {
        return database.sql("""
                        with portion as materialized (select id from agreement where id > :after order by id limit :size)
                        select p.id, coalesce((select sum(amount) from posting o where o.agreement_id = p.id
                                                  and o.account in ('RECEIVABLE', 'UNALLOCATED')), 0) > 0 as owes
                          from portion p order by p.id""")
                .param("after", after)
                .param("size", size)
                .query((row, number) -> new Looked(row.getObject("id", UUID.class), row.getBoolean("owes")))
                .list();
    }

    record Looked(UUID agreement, boolean owes) {}

    /** Keeps what was decided of an agreement: a letter that waits to be sent, or why there is none. */
    void keep(BatchId batch, AgreementId agreement, Decision decision, Delivery delivery) {
        var id = new LetterId(OrderedId.next());
        var letter = decision instanceof Remind remind ? remind : null;
        var kept = decision instanceof KeepOut out ? out : null;
        database.sql("""
                        insert into reminder_letter (id, batch_id, agreement_id, step, state, reason, amount, oldest_due,
                            by_mail, by_paper)
                        values (:id, :batch, :agreement, :step, :state, :reason, :amount, :oldest, :mail, :paper)""")
                .param("id", id.value())
                .param("batch", batch.value())
                .param("agreement", agreement.value())
                .param("step", letter == null ? null : letter.step().name())
                .param("state", (letter == null ? LetterState.KEPT : LetterState.PROPOSED).name())
                .param("reason", kept == null ? null : kept.reason().name())
                .param("amount", decision.amount().amount())
                .param("oldest", decision.oldestDue())
                .param("mail", delivery.byMail())
                .param("paper", delivery.byPaper())
                .update();
        if (letter != null) {
            debts(id, letter, false);
        }
    }

    private void debts(LetterId id, Remind letter, boolean counts) {
        database.sql("""
                        insert into reminder_debt (letter_id, invoice_id, step, amount, counts)
                        select :letter, invoice, :step, amount, :counts from unnest(:invoices, :amounts) as o (invoice, amount)""")
                .param("letter", id.value())
                .param("step", letter.step().name())
                .param("counts", counts)
                .param(
                        "invoices",
                        letter.debts().stream().map(debt -> debt.id().value()).toArray(UUID[]::new))
                .param(
                        "amounts",
                        letter.debts().stream()
                                .map(debt -> debt.left().amount())
                                .toArray(BigDecimal[]::new))
                .update();
    }

    List<Waiting> waiting(BatchId batch, int size) {
        return database.sql("select id, agreement_id, step from reminder_letter"
                        + " where batch_id = :batch and state = 'PROPOSED' order by id limit :size for update")
                .param("batch", batch.value())
                .param("size", size)
                .query((row, number) -> new Waiting(
                        new LetterId(row.getObject("id", UUID.class)),
                        new AgreementId(row.getObject("agreement_id", UUID.class)),
                        ReminderStep.valueOf(row.getString("step"))))
                .list();
    }

    /** From now on its debts count: the same step of the same invoice cannot be sent again. */
    void sent(LetterId id, Remind letter, Delivery delivery, LocalDate today) {
        database.sql("delete from reminder_debt where letter_id = :id")
                .param("id", id.value())
                .update();
        debts(id, letter, true);
        database.sql("""
                        update reminder_letter set state = 'SENT', sent_on = :today, amount = :amount, oldest_due = :oldest,
                               by_mail = :mail, by_paper = :paper where id = :id""")
                .param("today", today)
                .param("amount", letter.amount().amount())
                .param("oldest", letter.oldestDue())
                .param("mail", delivery.byMail())
                .param("paper", delivery.byPaper())
                .param("id", id.value())
                .update();
    }

    /**
     * Its mail did not arrive. Without a paper it asked for nothing: its debts count no more, so that the next batch asks for
     * them again. Tells whether there is such a letter.
     */
    boolean returned(UUID source, Instant now) {
        return database.sql("""
                        with letter as (
                            update reminder_letter set returned_at = :now
                             where id = :source and state = 'SENT' and by_mail returning id, by_paper),
                        debts as (
                            update reminder_debt set counts = false
                             where letter_id in (select id from letter where not by_paper))
                        select exists (select from letter)""")
                .param("source", source)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(Boolean.class)
                .single();
    }

    /** The release before reads no other reasons than it knows. */
    void dropped(LetterId id, KeptReason why) {
        database.sql("update reminder_letter set state = 'DROPPED', reason = :known, dropped_for = :why where id = :id")
                .param("known", (why == KeptReason.OTHER_LETTER ? KeptReason.SETTLED : why).name())
                .param("why", why.name())
                .param("id", id.value())
                .update();
    }

    /** False when it was not in that state. */
    boolean decide(BatchId batch, LetterId id, LetterState from, LetterState to, String reason, String by) {
        return database.sql("""
                        update reminder_letter set state = :to, reason = nullif(:reason, ''), decided_by = :by
                         where id = :id and batch_id = :batch and state = :from""")
                        .param("to", to.name())
                        .param("reason", reason)
                        .param("by", by)
                        .param("id", id.value())
                        .param("batch", batch.value())
                        .param("from", from.name())
                        .update()
                == 1;
    }

    /** Until the transaction ends nothing else becomes of those that a recall may take back. */
    void lock(BatchId batch) {
        database.sql("select id from reminder_letter where batch_id = :batch and state in ('PROPOSED', 'SENT')"
                        + " order by id for update")
                .param("batch", batch.value())
                .query(UUID.class)
                .list();
    }

    /** Those of a batch that can be taken back together with their mail. */
    List<UUID> recallableMails(BatchId batch, boolean isPosted) {
        return database.sql(
                        "select id from reminder_letter l where batch_id = :batch and state = 'SENT' and by_mail and "
                                + NOT_POSTED)
                .param("batch", batch.value())
                .param("posted", isPosted)
                .query(UUID.class)
                .list();
    }

    /** Takes back what has not left: letters that wait, those on paper alone, and those whose mail was withdrawn. */
    int recall(BatchId batch, boolean isPosted, Collection<UUID> withdrawn, String by) {
        var letters = database.sql("""
                        update reminder_letter l set state = 'RECALLED', decided_by = :by
                         where batch_id = :batch and (state = 'PROPOSED' or state = 'SENT'
                               and (not by_mail or id = any(:withdrawn)) and %s)
                        returning id""".formatted(NOT_POSTED))
                .param("by", by)
                .param("batch", batch.value())
                .param("posted", isPosted)
                .param("withdrawn", withdrawn.toArray(UUID[]::new))
                .query(UUID.class)
                .list();
        database.sql("update reminder_debt set counts = false where letter_id = any(:letters)")
                .param("letters", letters.toArray(UUID[]::new))
                .update();
        return letters.size();
    }

    /**
     * A letter that was sent and has not left.
     *
     * @param isMailed whether a mail may have left all the same
     */
    record Unsent(LetterId id, boolean isMailed) {}

    /**
     * Those to a holder; until the transaction ends nothing else becomes of them.
     *
     * @param since the day since which a paper may still be here
     */
    List<Unsent> unsent(CustomerId holder, LocalDate since) {
        return unsent(TO_HOLDER, holder.value(), since);
    }

    /** The same of those that ask for an invoice. */
    List<Unsent> unsent(InvoiceId invoice, LocalDate since) {
        return unsent(FOR_INVOICE, invoice.value(), since);
    }

    /** Whoever is just sending some of them has committed by the time they are looked at. */
    private List<Unsent> unsent(String which, UUID whose, LocalDate since) {
        database.sql("select l.id from reminder_letter l where l.state in ('PROPOSED', 'SENT') and " + which
                        + " order by l.id for update of l")
                .param("whose", whose)
                .query(UUID.class)
                .list();
        return database.sql(UNSENT.formatted(which))
                .param("whose", whose)
                .param("since", since)
                .query((row, number) ->
                        new Unsent(new LetterId(row.getObject("id", UUID.class)), row.getBoolean("mailed")))
                .list();
    }

    /** What they asked for is asked for no more by them. */
    void takeBack(Collection<LetterId> letters, String by) {
        var ids = letters.stream().map(LetterId::value).toArray(UUID[]::new);
        database.sql("update reminder_letter set state = 'RECALLED', decided_by = :by where id = any(:letters)")
                .param("by", by)
                .param("letters", ids)
                .update();
        database.sql("update reminder_debt set counts = false where letter_id = any(:letters)")
                .param("letters", ids)
                .update();
    }
}
