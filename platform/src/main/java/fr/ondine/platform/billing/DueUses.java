package fr.ondine.platform.billing;

/**
 * Says in SQL how much of what a meter of an invoice showed is due: all of it, unless a leak was relieved; for those who
 * read many. Tiers of a year go on from there, for what is not due fills none.
 */
public final class DueUses {

    /** As leaks relieve it: water up to twice the mean, a contract for sewerage up to the mean once a leak is known of. */
    private static final String LITRES = """
            coalesce((
                select (m.litres * least(whole.litres, f.mean_litres * whole.days / (f.read_on - f.used_from)
                               * case when a.service = 'SEWERAGE' and f.certificate_on is not null then 1 else 2 end)
                           / whole.litres)::bigint
                  from leak_credit c join leak_file f on f.id = c.file_id
                  join invoice relieved on relieved.id = c.invoice_id join agreement a on a.id = relieved.agreement_id
                 cross join lateral (select sum(w.litres) as litres, max(w.read_until) - min(w.read_from) as days
                                       from invoice_meter w where w.invoice_id = c.invoice_id) whole
                 where c.invoice_id = m.invoice_id and whole.litres > 0 and %s), m.litres)""";

    private DueUses() {}

    /** Of rows {@code m} of {@code invoice_meter}, as they stand. */
    public static String litres() {
        return LITRES.formatted("true");
    }

    /** The same as it stood when an invoice was issued, which is a parameter. */
    public static String litresBefore(String invoice) {
        return LITRES.formatted("""
                (select e.recorded_at from ledger_entry e where e.source = 'invoice:' || c.credit_note_id)
                     < (select e.recorded_at from ledger_entry e where e.source = 'invoice:' || %s)""".formatted(invoice));
    }
}
