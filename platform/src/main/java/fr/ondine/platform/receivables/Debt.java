package fr.ondine.platform.receivables;

import fr.ondine.platform.kernel.Money;
import java.util.List;
import java.util.Optional;

/** What an agreement owes in all, and invoice by invoice, the oldest first. */
public record Debt(Money due, List<OpenReceivable> open) {

    static final Debt NONE = new Debt(Money.zero(), List.of());

    public Debt {
        open = List.copyOf(open);
    }

    public Optional<OpenReceivable> on(ReceivableId invoice) {
        return open.stream().filter(one -> one.id().equals(invoice)).findFirst();
    }

    /** Whether a payment of some of it was begun and has not ended. */
    public boolean isBeingPaid() {
        return open.stream().anyMatch(one -> one.state() == ReceivableState.PAYMENT_IN_PROGRESS);
    }

    /** What the holder is asked to pay: without what comes by itself. */
    public Money asked() {
        return open.stream()
                .filter(one -> one.state().isAsked())
                .map(OpenReceivable::left)
                .reduce(Money.zero(), Money::plus);
    }
}
