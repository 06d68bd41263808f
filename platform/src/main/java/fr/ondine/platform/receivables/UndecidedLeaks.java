package fr.ondine.platform.receivables;

/** Says in SQL whether all that an invoice bills is not owed, as far as is known, for those who ask for many of them. */
public final class UndecidedLeaks {

    /**
     * A certificate is here, a check of the meter is to be answered, or nobody was told in time (L2224-12-4 III bis: the
     * part above twice the mean is not owed, or not before the answer).
     */
    private static final String OPEN = """
            leak.state in ('DETECTED', 'AWAITING', 'RECEIVED', 'CHECKED')
                       and (leak.certificate_on is not null
                            or leak.check_asked_on is not null and leak.check_answered_on is null
                            or leak.notified_on is null
                            or leak.notified_on > coalesce(leak.first_billed_on, (
                                   select told.issued_on from invoice told where told.id = leak.invoice_id)))""";

    /** The same at a moment: what was decided since was open then, and what came since was not there. */
    private static final String OPEN_THEN = """
            leak.detected_at <= %1$s
                       and (leak.state in ('DETECTED', 'AWAITING', 'RECEIVED', 'CHECKED') or leak.decided_at > %1$s)
                       and (leak.certificate_on <= %2$s
                            or leak.check_asked_on <= %2$s and coalesce(leak.check_answered_on > %2$s, true)
                            or leak.notified_on is null
                            or leak.notified_on > coalesce(leak.first_billed_on, (
                                   select told.issued_on from invoice told where told.id = leak.invoice_id)))""";

    private static final String UNCREDITED = "not exists (select from leak_credit c where c.invoice_id = %1$s.id)";

    private static final String UNCREDITED_THEN = """
            not exists (select from leak_credit c join ledger_entry f on f.source = 'invoice:' || c.credit_note_id
                                          where c.invoice_id = %1$s.id and f.recorded_at <= %2$s)""";

    /**
     * One that came by import names no reading, and is of a file only once staff say so: until then it may be of those of its
     * days. Sewerage that is an agreement of its own is relieved with the water of the place, once it is billed (R2224-19-2).
     */
    private static final String OF_INVOICE = """
            (exists (select from leak_file leak where leak.invoice_id = %1$s.id and %2$s)
                or %1$s.kind in ('ACTUAL', 'CLOSING') and exists (
                    select from leak_file leak where leak.agreement_id = %1$s.agreement_id and leak.invoice_id is null
                       and leak.read_on > %1$s.period_from and leak.read_on <= %1$s.period_to + 1 and %2$s
                       and not exists (select from invoice_meter m where m.invoice_id = %1$s.id))
                or exists (
                    select from agreement sewerage
                      join invoice_meter m on m.invoice_id = %1$s.id and not m.is_estimated
                      join meter on meter.serial = m.serial
                      join meter_installation here on here.meter_id = meter.id
                      join agreement water on water.service_point_id = here.service_point_id
                      join leak_file leak on leak.agreement_id = water.id and leak.read_on = m.read_until
                     where sewerage.id = %1$s.agreement_id and sewerage.service = 'SEWERAGE' and water.id <> sewerage.id
                       and (%2$s or leak.state = 'CREDITED' and leak.decided_at > %3$s - interval '400 days'
                            and (select e.recorded_at from ledger_entry e where e.source = 'invoice:' || %1$s.id) > leak.decided_at
                            and %4$s)))""";

    private UndecidedLeaks() {}

    /** Of invoices by that name. */
    public static String of(String invoice) {
        return OF_INVOICE.formatted(invoice, OPEN, "now()", UNCREDITED.formatted(invoice));
    }

    /** The same as it was at a moment of a day, each an expression. */
    public static String then(String invoice, String moment, String day) {
        return OF_INVOICE.formatted(
                invoice, OPEN_THEN.formatted(moment, day), moment, UNCREDITED_THEN.formatted(invoice, moment));
    }
}
