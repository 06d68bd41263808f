package fr.ondine.platform.receivables;

import fr.ondine.platform.customers.AgreementId;
import fr.ondine.platform.customers.PaymentMethod;
import fr.ondine.platform.kernel.Money;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What is open on one invoice, or on the agreement itself when there is no invoice (money on account).
 *
 * @param method how the utility takes its money: {@code ON_INVOICE} also where no mandate allows more
 * @param planned whether a monthly plan takes it: not what is billed once, at the beginning or at the end
 * @param inProgress what a payment by card pays of it and the provider does not have yet
 * @param latest whether it is the agreement's latest invoice
 * @param covered whether a plan that is kept pays it (échéancier)
 * @param carried whether a plan that has ended left it to the next one
 * @param debits what the books say of the debits that were made for it
 */
record OpenItem(
        AgreementId agreement,
        @Nullable ReceivableId invoice,
        Money balance,
        PaymentMethod method,
        boolean planned,
        Money inProgress,
        boolean latest,
        boolean covered,
        boolean carried,
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

    /** The debit that should have paid it by now; null where all goes as it should. */
    @Nullable
    MissedDebit missed(ReceivableState state) {
        var isMissed = debits.sentBackOn() != null || state.isAsked() && method != PaymentMethod.ON_INVOICE;
        return isMissed && isWaiting(state) ? new MissedDebit(debits.sentBackOn()) : null;
    }

    private static boolean isWaiting(ReceivableState state) {
        return state.isAsked() || state == ReceivableState.BY_INSTALMENTS;
    }

    private ReceivableState waiting(LocalDate today) {
        if (covered || method == PaymentMethod.INSTALMENTS && planned && debits.goOn()) {
            return ReceivableState.BY_INSTALMENTS;
        }
        if (carried) {
            return ReceivableState.CARRIED;
        }
        if (isDebitedAtOnce() && debits.isAhead()) {
            return ReceivableState.DEBITED;
        }
        return today.isAfter(debits.dueOn()) ? ReceivableState.OVERDUE : ReceivableState.DUE;
    }

    private boolean isDebitedAtOnce() {
        return method == PaymentMethod.DIRECT_DEBIT || method == PaymentMethod.INSTALMENTS && !planned;
    }
}
