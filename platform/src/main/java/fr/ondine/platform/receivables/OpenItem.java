package fr.ondine.platform.receivables;

import fr.ondine.platform.customers.AgreementId;
import fr.ondine.platform.customers.PaymentMethod;
import fr.ondine.platform.kernel.Money;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What is open on one invoice, or on the agreement itself when there is no invoice (money on account).
 *
 * @param method how the utility takes its money: {@code ON_INVOICE} also where no mandate is in force
 * @param inProgress what a payment by card pays of it and the provider does not have yet
 * @param latest whether it is the agreement's latest invoice
 * @param debits what the books say of the debits that were made for it
 */
record OpenItem(
        AgreementId agreement,
        @Nullable ReceivableId invoice,
        Money balance,
        PaymentMethod method,
        Money inProgress,
        boolean latest,
        Debits debits) {

    /** How much of it credit may cover. */
    Money uncovered() {
        var rest = balance.minus(inProgress);
        return rest.isPositive() ? rest : Money.zero();
    }

    Money credit() {
        return balance.isNegative() ? balance.negated() : Money.zero();
    }

    ReceivableState state(Money left, LocalDate today) {
        if (!left.isPositive()) {
            return left.isNegative() ? ReceivableState.CREDIT : ReceivableState.PAID;
        }
        return inProgress.isPositive() ? ReceivableState.PAYMENT_IN_PROGRESS : waiting(today);
    }

    /** Why the holder is asked for what a debit should have paid; null where none should have. */
    @Nullable
    MissedDebit missed() {
        var sentBackOn = debits.sentBackOn();
        return sentBackOn == null && method == PaymentMethod.ON_INVOICE ? null : new MissedDebit(sentBackOn);
    }

    private ReceivableState waiting(LocalDate today) {
        if (method == PaymentMethod.INSTALMENTS && debits.goOn()) {
            return ReceivableState.BY_INSTALMENTS;
        }
        if (method == PaymentMethod.DIRECT_DEBIT && debits.isAhead()) {
            return ReceivableState.DEBITED;
        }
        return today.isAfter(debits.dueOn()) ? ReceivableState.OVERDUE : ReceivableState.DUE;
    }
}
