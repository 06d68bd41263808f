package fr.ondine.tenantconfig;

/**
 * What subscribers with an account are told of their invoices; by default nothing.
 *
 * @param issued whether each new invoice is announced
 * @param dueSoonDays so many days before one is due, or a debit or an instalment comes, that is said; 0 for never
 */
public record InvoiceMails(boolean issued, int dueSoonDays) {

    private static final int MOST_DAYS = 30;

    public InvoiceMails {
        Invalid.unless(
                dueSoonDays >= 0 && dueSoonDays <= MOST_DAYS, "dueSoonDays", "due-soon-days", MOST_DAYS, dueSoonDays);
    }

    /** Nobody is told anything. */
    public static InvoiceMails defaults() {
        return new InvoiceMails(false, 0);
    }

    public boolean isOn() {
        return issued || dueSoonDays > 0;
    }
}
