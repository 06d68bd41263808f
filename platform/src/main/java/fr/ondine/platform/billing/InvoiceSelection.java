package fr.ondine.platform.billing;

import fr.ondine.platform.customers.AgreementId;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Which invoices a program asks for.
 *
 * @param from the first day of issue
 * @param to the last day of issue
 */
public record InvoiceSelection(Optional<AgreementId> agreement, Optional<LocalDate> from, Optional<LocalDate> to) {

    static InvoiceSelection of(AgreementId agreement) {
        return new InvoiceSelection(Optional.of(agreement), Optional.empty(), Optional.empty());
    }
}
