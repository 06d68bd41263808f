package fr.ondine.platform.billing;

import fr.ondine.platform.receivables.OnAccount;
import java.time.Clock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which invoices are paid by an instalment plan, as was known when they were issued. */
@Repository
class PlannedInvoices {

    /**
     * On the day on which it was posted, whatever day it bears. A plan that was ended by the invoice itself pays it, unless
     * it left the rest to be paid with it; one that was late pays nothing.
     */
    private static final String PLANNED =
            """
            select exists (
                select from invoice i
                  join ledger_entry e on e.source = 'invoice:' || i.id
                 cross join lateral (select cast(e.recorded_at at time zone :zone as date) as day,
                                            (select max(known_on) from import_run
                                              where state = 'DONE' and finished_at <= e.recorded_at) as known) posted
                  join instalment_plan p on p.agreement_id = i.agreement_id and p.agreed_on < i.issued_on
                 where i.id = :invoice and i.kind in ('ACTUAL', 'ESTIMATED')
                   and (p.closed_on is null or p.closed_on > posted.day or p.closed_on = posted.day and p.outcome <> 'DUE')
                   and (select coalesce(sum(t.amount), 0) from instalment t
                         where t.plan_id = p.id and t.version = p.version
                           and t.due_on + %d <= least(posted.day, posted.known)) <= %s)""".formatted(OnAccount.DAYS_OF_GRACE, OnAccount.sum("p.agreement_id", "p.agreed_on", "posted.day"));

    private final JdbcClient database;
    private final Clock clock;

    PlannedInvoices(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    boolean hold(InvoiceId invoice) {
        return database.sql(PLANNED)
                .param("invoice", invoice.value())
                .param("zone", clock.getZone().getId())
                .query(Boolean.class)
                .single();
    }
}
