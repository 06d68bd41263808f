package fr.ondine.platform.receivables;

import fr.ondine.platform.customers.AgreementId;
import fr.ondine.platform.kernel.Money;

/** What is owed on one invoice: who owes it, the invoice's number and the balance (a créance). */
public record Receivable(ReceivableId id, AgreementId agreement, String invoiceNumber, Money balance) {

    Receivable owing(Money owed) {
        return new Receivable(id, agreement, invoiceNumber, owed);
    }
}
