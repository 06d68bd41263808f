package fr.ondine.platform.billing;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which invoices are paid by an instalment plan, as was known when they were issued. */
@Repository
class PlannedInvoices {

    /** A plan that was ended by the invoice itself pays it, unless it left the rest to be paid with it. */
    private static final String PLANNED = """
            select exists (
                select from invoice i join instalment_plan p using (agreement_id)
                 where i.id = ? and i.kind in ('ACTUAL', 'ESTIMATED') and p.agreed_on < i.issued_on
                   and (p.closed_on is null or p.closed_on > i.issued_on
                        or p.closed_on = i.issued_on and p.outcome <> 'DUE'))""";

    private final JdbcClient database;

    PlannedInvoices(JdbcClient database) {
        this.database = database;
    }

    boolean hold(InvoiceId invoice) {
        return database.sql(PLANNED).param(invoice.value()).query(Boolean.class).single();
    }
}
