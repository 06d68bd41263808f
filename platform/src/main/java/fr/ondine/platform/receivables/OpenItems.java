package fr.ondine.platform.receivables;

import fr.ondine.platform.customers.AgreementId;
import fr.ondine.platform.customers.PaymentMethod;
import fr.ondine.platform.kernel.Money;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads what is open on agreements, with all that decides on it, in one query. */
@Repository
class OpenItems {

    /** Of an invoice; on account, a plan's from its issue on, and others from the day on which they would be made. */
    private static final String DEBITS = """
            from payment p where p.method = 'DIRECT_DEBIT' and p.agreement_id = i.agreement_id
              and (p.invoice_id = i.id or p.invoice_id is null and p.received_on
                   >= case a.payment_method when 'INSTALMENTS' then i.issued_on else i.due_on end)""";

    private static final String CARRIED = "from instalment_plan q where " + CarriedRests.isOf("i", "o.amount");

    /**
     * Whether the plan that runs pays the invoice: one of a use, issued since it was agreed or taken over from the plan
     * before. It is kept while nothing of it is late by more than the books may be; and it pays as long as more comes, or
     * the invoice is so new that its rest is not yet shared.
     */
    private static final String PLAN =
            """
            select i.kind in ('ACTUAL', 'ESTIMATED')
                   and (i.issued_on > n.agreed_on or n.carried > 0 and exists (select %s))
                   and n.late <= n.received
                   and (n.total > n.received or n.settled_on is null and i.issued_on >= cast(:today as date) - %2$d) as covers
              from (select r.*,
                           (select coalesce(sum(t.amount), 0) from instalment t
                             where t.plan_id = r.id and t.version = r.version) as total,
                           (select coalesce(sum(t.amount), 0) from instalment t
                             where t.plan_id = r.id and t.version = r.version and t.due_on + %2$d <= least(cast(:today as date),
                                   (select max(known_on) from import_run where state = 'DONE'))) as late,
                           %3$s as received
                      from instalment_plan r where r.agreement_id = i.agreement_id and r.state <> 'CLOSED') n""".formatted(CARRIED, Debits.DAYS_OF_GRACE, OnAccount.sum("r.agreement_id", "r.agreed_on", "null::date"));

    /**
     * From when on the rest of an invoice is asked for that a plan was to pay: with the last of its invoices where that left
     * all to be paid with it, and no sooner than it did, or from when the payer, or staff for any reason but payments that
     * came back, stopped it; with the invoice of a move-out where there is one.
     */
    private static final String ASKED = """
            select max(greatest(q.closed_on, case when %1$s then (
                       select max(l.due_on) from invoice l where l.agreement_id = q.agreement_id and l.issued_on > q.agreed_on
                          and l.kind = 'CLOSING' and q.closing = 'MOVE_OUT') else (
                       select max(l.due_on) from invoice l where l.agreement_id = q.agreement_id and l.issued_on > q.agreed_on
                          and (l.kind in ('ACTUAL', 'ESTIMATED') and l.issued_on <= q.settled_on or l.kind = 'CLOSING')) end)) as due_on
              from instalment_plan q
             where q.agreement_id = i.agreement_id and q.state = 'CLOSED' and (q.outcome = 'DUE' or %1$s)
               and i.kind in ('ACTUAL', 'ESTIMATED') and i.issued_on > q.agreed_on and i.issued_on <= q.closed_on""".formatted("""
            (q.closing = 'WISH' and q.outcome is distinct from 'DUE'
                or q.closing in ('MOVE_OUT', 'YEAR_END') and q.outcome is null)""");

    /**
     * Whether a plan of ours was to pay the invoice and has ended. That the software still knows the agreement as one that
     * pays by the month is of that plan then, and brings no more.
     */
    private static final String ENDED = """
            (i.kind in ('ACTUAL', 'ESTIMATED') and exists (
                select from instalment_plan q where q.agreement_id = i.agreement_id and q.state = 'CLOSED'
                   and i.issued_on > q.agreed_on and i.issued_on <= q.closed_on))""";

    private static final String OPEN = """
            select o.agreement_id, o.invoice_id, o.amount, greatest(i.due_on, n.due_on, w.due_on) as due_on, d.last_on, r.returned, r.sent_back_on,
                   case when m.allows and not (a.payment_method = 'INSTALMENTS' and %5$s) then a.payment_method
                        else 'ON_INVOICE' end as method,
                   i.kind in ('ACTUAL', 'ESTIMATED') as planned,
                   (select coalesce(sum(p.amount), 0) from payment p where p.invoice_id = i.id
                    and (p.state = 'PROCESSING' or p.state = 'INITIATED' and p.parked is not null)) as in_progress,
                   i.id = (select l.id from invoice l where l.agreement_id = a.id and l.kind <> 'CREDIT_NOTE'
                           order by l.issued_on desc, l.number desc limit 1) as latest,
                   (select max(known_on) from import_run where state = 'DONE') as known_on,
                   coalesce(k.covers, false) as covered,
                   i.issued_on is not null and n.is_carried and n.due_on is null as carried
            from (select agreement_id, invoice_id, sum(amount) as amount from posting
                  where account in ('RECEIVABLE', 'UNALLOCATED') and agreement_id = any(:agreements)
                  group by agreement_id, invoice_id having sum(amount) <> 0) o
            join agreement a on a.id = o.agreement_id
            left join invoice i on i.id = o.invoice_id
            cross join lateral (
                select count(*) = 0 or bool_or(m.revoked_on is null or m.revoked_on > :today)
                       and bool_or(m.signed_on <= i.due_on) as allows
                from mandate m where m.agreement_id = a.id) m
            cross join lateral (
                select max(p.received_on) as last_on %1$s and p.state = 'SETTLED') d
            cross join lateral (
                select count(*) as returned, max((select e.effective_on from ledger_entry e
                                                  where e.source = 'return:' || p.id)) as sent_back_on
                %1$s and p.state = 'RETURNED'
                  and p.received_on > coalesce(d.last_on, '-infinity')) r
            left join lateral (%3$s) k on true
            cross join lateral (
                select count(*) > 0 as is_carried, min((
                    select min(l.due_on) from invoice l where l.agreement_id = a.id
                       and l.kind in ('ACTUAL', 'ESTIMATED', 'CLOSING') and l.issued_on > q.settled_on)) as due_on %2$s) n
            cross join lateral (%4$s) w
            order by i.issued_on nulls first, i.number""".formatted(DEBITS, CARRIED, PLAN, ASKED, ENDED);

    private final JdbcClient database;
    private final Clock clock;

    OpenItems(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Money on account, then the oldest first. */
    List<OpenItem> of(Collection<AgreementId> agreements) {
        var today = LocalDate.now(clock);
        return database.sql(OPEN)
                .param("agreements", agreements.stream().map(AgreementId::value).toArray(UUID[]::new))
                .param("today", today)
                .query((row, number) -> item(row, today))
                .list();
    }

    private static OpenItem item(ResultSet row, LocalDate today) throws SQLException {
        var invoice = row.getObject("invoice_id", UUID.class);
        return new OpenItem(
                new AgreementId(row.getObject("agreement_id", UUID.class)),
                invoice == null ? null : new ReceivableId(invoice),
                Money.euros(row.getBigDecimal("amount")),
                PaymentMethod.valueOf(row.getString("method")),
                row.getBoolean("planned"),
                Money.euros(row.getBigDecimal("in_progress")),
                row.getBoolean("latest"),
                row.getBoolean("covered"),
                row.getBoolean("carried"),
                debits(row, today));
    }

    private static Debits debits(ResultSet row, LocalDate today) throws SQLException {
        var known = day(row, "known_on");
        var due = day(row, "due_on");
        return new Debits(
                due == null ? today : due,
                known == null || known.isAfter(today) ? today : known,
                day(row, "last_on"),
                row.getInt("returned"),
                day(row, "sent_back_on"));
    }

    private static @Nullable LocalDate day(ResultSet row, String column) throws SQLException {
        return row.getObject(column, LocalDate.class);
    }
}
