package fr.ondine.platform.stories;

import fr.ondine.platform.payments.PaymentId;
import fr.ondine.platform.receivables.ReceivableId;
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
    long givenBack;

    @Nullable
    String money;

    /** Whether the portal still takes it for one whose payer has not finished. */
    boolean isOpenHere = true;

    boolean isBooked;
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
        party.received -= givenBack - returnHeard;
        returnHeard = givenBack;
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
