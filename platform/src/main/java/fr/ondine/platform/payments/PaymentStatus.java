package fr.ondine.platform.payments;

import fr.ondine.platform.customers.AgreementId;
import fr.ondine.platform.kernel.Money;
import fr.ondine.platform.receivables.ReceivableId;

/** What a payer sees of his payment. */
public record PaymentStatus(
        PaymentId id, AgreementId agreement, ReceivableId invoice, Money amount, PaymentState state) {}
