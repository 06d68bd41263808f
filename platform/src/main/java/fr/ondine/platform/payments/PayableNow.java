package fr.ondine.platform.payments;

import fr.ondine.platform.receivables.OpenReceivable;
import java.util.Optional;

/** Refuses what may not be paid by card now, each reason by its own name. */
final class PayableNow {

    private PayableNow() {}

    static OpenReceivable of(Optional<OpenReceivable> owed) {
        var open = owed.orElseThrow(NothingToPay::new);
        switch (open.state()) {
            case PAID, CREDIT, CARRIED -> throw new NothingToPay();
            case PAYMENT_IN_PROGRESS -> throw new PaymentInProgress();
            case DEBITED, BY_INSTALMENTS -> throw new DebitExpected();
            case DUE, OVERDUE -> {}
        }
        if (!open.payable().isPositive()) {
            throw new OnlyLatestPayable();
        }
        return open;
    }
}
