package fr.ondine.platform.stories;

import fr.ondine.platform.payments.PaymentId;
import fr.ondine.platform.receivables.ReceivableId;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** A payment by card, as it truly is at the provider, and how much of that the portal has heard. */
final class CardPayment {

    final PaymentId id;
    final Party party;
    final Bill bill;
    final ReceivableId invoice;
    final String session;
    final long amount;

    State state = State.OPEN;
    /** What went back and arrived, the last first. */
    final Deque<Long> refunds = new ArrayDeque<>();
    /** What the payer's bank asks for, until it has decided. */
    long disputed;

    long lost;

    @Nullable
    String money;

    /** Whether the portal still takes it for one whose payer has not finished. */
    boolean isOpenHere = true;

    /** Whether nobody was ever sent to its page, for the answer that names it did not come. */
    boolean isLost;

    boolean isBooked;
    /** Whether the provider itself told the portal that it is paid. */
    boolean isSettledHere;

    long returnHeard;
    /** Whether the software has it in its books. */
    boolean isRepeated;

    enum State {
        OPEN,
        PROCESSING,
        PAID,
        OVER
    }

    CardPayment(PaymentId id, Party party, Bill bill, ReceivableId invoice, String session, long amount) {
        this.id = id;
        this.party = party;
        this.bill = bill;
        this.invoice = invoice;
        this.session = session;
        this.amount = amount;
    }

    /** The portal asks the provider: the money is booked once, whoever told of it first. */
    void heard() {
        isOpenHere = isOpenHere && state == State.OPEN;
        if (state != State.PAID) {
            return;
        }
        book();
        isSettledHere = true;
        party.received -= givenBack() - returnHeard;
        returnHeard = givenBack();
    }

    /** No more than was paid, though a refund and a dispute may be about the same. */
    long givenBack() {
        return Math.min(
                amount, lost + refunds.stream().mapToLong(refund -> refund).sum());
    }

    void book() {
        if (!isBooked) {
            party.received += amount;
            isBooked = true;
        }
    }

    @Override
    public String toString() {
        return "card payment of " + Cents.text(amount);
    }
}
