package fr.ondine.platform.payments;

import fr.ondine.platform.customers.AgreementId;
import fr.ondine.platform.kernel.Money;
import fr.ondine.platform.receivables.ReceivableId;

/**
 * What a payer sees of his payment.
 *
 * @param retry whether it brought nothing, and the invoice may still be paid by card
 */
public record PaymentStatus(
        PaymentId id, AgreementId agreement, ReceivableId invoice, Money amount, PaymentState state, boolean retry) {}
