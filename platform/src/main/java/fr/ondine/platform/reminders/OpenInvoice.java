package fr.ondine.platform.reminders;

import fr.ondine.platform.billing.InvoiceId;
import fr.ondine.platform.kernel.Money;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An invoice of which something is left.
 *
 * @param number as it is printed
 * @param dueOn the day until which it is asked for, with a later one where it was carried
 * @param dispute null where its holder does not dispute it
 */
public record OpenInvoice(
        InvoiceId id,
        String number,
        LocalDate dueOn,
        Money left,
        @Nullable Dispute dispute) {}
