package fr.ondine.platform.billing;

import java.time.LocalDate;
import java.util.Optional;

/**
 * Which invoices staff look for.
 *
 * @param words an invoice's number, or the beginning of a contract's or of its holder's name; blank for all
 * @param from the first day of issue
 * @param to the last day of issue
 * @param isOpen only those that nothing has settled yet
 */
public record InvoiceFilter(
        String words, Optional<InvoiceKind> kind, Optional<LocalDate> from, Optional<LocalDate> to, boolean isOpen) {

    public static final InvoiceFilter ALL =
            new InvoiceFilter("", Optional.empty(), Optional.empty(), Optional.empty(), false);

    /** Whether it is only known of an invoice when it is looked at. */
    boolean isSparse() {
        return isOpen || kind.isPresent();
    }
}
