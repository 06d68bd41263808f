package fr.ondine.platform.billing;

import fr.ondine.platform.receivables.CarriedRests;
import fr.ondine.platform.receivables.OnAccount;
import java.time.Clock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which invoices are paid by an instalment plan, as was known when they were issued. */
@Repository
class PlannedInvoices {

    /**
     * A plan p of the agreement of invoice i, as it was when that was posted, whatever day it bears, and by the money that was
     * known then, whatever day that is of. An import posts all that it brings at once.
     */
    private static final String THEN = """
            select exists (
                select from invoice i
                  join ledger_entry e on e.source = 'invoice:' || i.id
                 cross join lateral (select cast(e.recorded_at at time zone :zone as date) as day,
                                            coalesce((select max(r.finished_at) from import_run r where r.state = 'DONE'
                                                         and e.recorded_at between r.started_at and r.finished_at),
                                                     e.recorded_at) as at,
                                            (select max(known_on) from import_run
                                              where state = 'DONE' and finished_at <= e.recorded_at) as known) posted
                  join instalment_plan p on p.agreement_id = i.agreement_id
                 cross join lateral (select %2$s as received,
                                            coalesce(sum(t.amount), 0) as total,
                                            coalesce(sum(t.amount) filter (
                                                where t.due_on + %1$d <= least(posted.day, posted.known)), 0) as late
                                       from instalment t where t.plan_id = p.id and t.version = p.version) paid
                 where i.id = :invoice and paid.late <= paid.received and\s""".formatted(
                    OnAccount.DAYS_OF_GRACE, OnAccount.sum("p.agreement_id", "p.agreed_on", "posted.day", "posted.at"));

    /**
     * A plan that was ended by the invoice itself pays it, unless it left the rest to be paid with it; and so does one whose
     * year was settled before, while payments are to come.
     */
    private static final String PLANNED = THEN + """
            i.kind in ('ACTUAL', 'ESTIMATED') and p.agreed_on < i.issued_on
                   and (paid.total > paid.received or coalesce(p.settled_on, 'infinity') >= posted.day)
                   and (p.closed_on is null or p.closed_on > posted.day or p.closed_on = posted.day and p.outcome <> 'DUE'))""";

    /** The invoice of a move-out ends a plan. */
    private static final String BESIDE = THEN + """
            i.kind in ('OPENING', 'ONE_OFF') and (p.closed_on is null or p.closed_on > posted.day)
                   and paid.total > paid.received
                   and exists (
                       select from invoice u
                        cross join lateral (select sum(o.amount) as amount
                                              from posting o join ledger_entry f on f.id = o.entry_id
                                             where o.invoice_id = u.id and o.account = 'RECEIVABLE'
                                               and f.recorded_at < e.recorded_at) rest
                        where u.agreement_id = i.agreement_id and u.kind in ('ACTUAL', 'ESTIMATED') and rest.amount > 0
                          and (u.issued_on > p.agreed_on or p.carried > 0 and exists (
                              select from instalment_plan q where q.closed_on <= p.agreed_on and %s))))""".formatted(CarriedRests.isOf("u", "rest.amount"));

    private final JdbcClient database;
    private final Clock clock;

    PlannedInvoices(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    boolean hold(InvoiceId invoice) {
        return holds(PLANNED, invoice);
    }

    /** Whether some of what was owed before an invoice that no plan pays is what a plan brings. */
    boolean bringEarlier(InvoiceId invoice) {
        return holds(BESIDE, invoice);
    }

    private boolean holds(String question, InvoiceId invoice) {
        return database.sql(question)
                .param("invoice", invoice.value())
                .param("zone", clock.getZone().getId())
                .query(Boolean.class)
                .single();
    }
}
