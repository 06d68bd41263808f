package fr.ondine.platform.billing;

import fr.ondine.platform.kernel.Money;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The other of an invoice and a credit note that takes of it.
 *
 * @param reason why, where it is a credit note
 */
public record RelatedInvoice(
        InvoiceId id,
        String number,
        LocalDate issuedOn,
        Money total,
        @Nullable String reason) {}
