package fr.ondine.platform.credits;

import fr.ondine.platform.kernel.Money;
import java.math.RoundingMode;
import java.util.Map;
import java.util.Optional;

/**
 * What staff want taken back of an invoice, and why.
 *
 * @param amounts of lines by their position, excluding VAT and with the sign that they have on the invoice; empty for all
 *     that is left
 */
public record CreditOrder(Optional<Map<Integer, Money>> amounts, String reason) {

    CreditNote note(CreditableInvoice invoice, RoundingMode rounding) {
        return amounts.map(some -> CreditNote.of(invoice, some, rounding)).orElseGet(() -> CreditNote.ofAll(invoice));
    }

    void requireReason() {
        requireReason(reason);
    }

    static void requireReason(String reason) {
        if (reason.isBlank()) {
            throw CreditRefused.withoutReason();
        }
    }
}
