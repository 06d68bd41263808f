package fr.ondine.platform.billing;

import fr.ondine.platform.facturx.Operation;
import fr.ondine.platform.tariffs.ChargeTerms;
import fr.ondine.platform.tariffs.InvoiceSection;
import java.util.Optional;

/**
 * Says whether an invoice delivers goods or renders services. Water is goods, with its subscription and what the agency
 * takes on it; sewerage, and what is done once, are services.
 */
final class Operations {

    private Operations() {}

    /** Empty where no line says it. */
    static Optional<Operation> of(ExplainedInvoice invoice) {
        var services = invoice.lines().stream()
                .filter(line -> isService(line, invoice))
                .count();
        if (invoice.lines().isEmpty()) {
            return Optional.empty();
        }
        if (services == 0) {
            return Optional.of(Operation.GOODS);
        }
        return Optional.of(services == invoice.lines().size() ? Operation.SERVICES : Operation.BOTH);
    }

    /** What is done once is billed for no period, and so is what takes it back. */
    private static boolean isService(BilledLine line, ExplainedInvoice invoice) {
        return line.section() == InvoiceSection.OTHER
                || ChargeTerms.isNamedSewerage(line.section(), line.label())
                || invoice.period() == null && !line.isByVolume();
    }
}
