package fr.ondine.platform.billing;

import fr.ondine.platform.kernel.Money;
import fr.ondine.platform.receivables.UndecidedLeaks;
import java.math.BigDecimal;
import java.time.Clock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What was owed before an invoice and is not asked for with it: an answer about it was awaited when that was posted. */
@Repository
class HeldSums {

    /** Of the same postings as the balance that the invoice recalls, see Ledger.carriedOver. */
    private static final String HELD = """
            select coalesce(sum(rest.amount), 0)
              from invoice i
              join ledger_entry e on e.source = 'invoice:' || i.id
             cross join lateral (select cast(e.recorded_at at time zone :zone as date) as day,
                                        coalesce((select max(r.finished_at) from import_run r where r.state = 'DONE'
                                            and e.recorded_at between r.started_at and r.finished_at), e.recorded_at) as known) posted
              join invoice o on o.agreement_id = i.agreement_id and o.id <> i.id
             cross join lateral (select sum(p.amount) as amount from posting p join ledger_entry f on f.id = p.entry_id
                                  where p.invoice_id = o.id and p.account = 'RECEIVABLE'
                                    and (f.effective_on < i.issued_on and f.recorded_at <= posted.known
                                         or f.effective_on = i.issued_on and f.recorded_at < e.recorded_at)) rest
             where i.id = :invoice and rest.amount > 0
               and (exists (select from invoice_dispute d
                             where d.invoice_id = o.id and d.opened_at <= e.recorded_at and d.until >= posted.day
                               and (d.closed_at is null or d.closed_at > e.recorded_at))
                    or %s)""".formatted(UndecidedLeaks.then("o", "e.recorded_at", "posted.day"));

    private final JdbcClient database;
    private final Clock clock;

    HeldSums(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Of what was owed before it: never more than that. */
    Money before(ExplainedInvoice invoice) {
        var earlier = invoice.carriedOver().balance();
        if (!earlier.isPositive()) {
            return Money.zero();
        }
        var held = Money.euros(database.sql(HELD)
                .param("invoice", invoice.id().value())
                .param("zone", clock.getZone().getId())
                .query(BigDecimal.class)
                .single());
        return held.compareTo(earlier) < 0 ? held : earlier;
    }
}
