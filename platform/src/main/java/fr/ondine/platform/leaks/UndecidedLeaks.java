package fr.ondine.platform.leaks;

/** Says in SQL whether all that an invoice bills is not owed, as far as is known, for those who ask for many of them. */
public final class UndecidedLeaks {

    /**
     * Of an open file: a certificate is here, a check of the meter is to be answered, or nobody was told in time
     * (L2224-12-4 III bis: the part above twice the mean is not owed, or not before the answer).
     */
    private static final String OPEN = """
            exists (select from leak_file leak
                     where leak.invoice_id = %1$s.id and leak.state in ('DETECTED', 'AWAITING', 'RECEIVED', 'CHECKED')
                       and (leak.certificate_on is not null
                            or leak.check_asked_on is not null and leak.check_answered_on is null
                            or leak.notified_on is null
                            or leak.notified_on > coalesce(leak.first_billed_on, %1$s.issued_on)))""";

    private UndecidedLeaks() {}

    /** Of invoices by that name. */
    public static String of(String invoice) {
        return OPEN.formatted(invoice);
    }
}
