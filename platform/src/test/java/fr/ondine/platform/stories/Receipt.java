package fr.ondine.platform.stories;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Money that the billing software knows to have come in. */
final class Receipt {

    final String reference;
    final Party party;
    final @Nullable Bill bill;
    final String mode;
    final long amount;
    final LocalDate on;
    /** The payment by card at the portal that it is. */
    final @Nullable CardPayment card;

    @Nullable
    LocalDate sentBackOn;

    boolean isTold;
    boolean isReturnTold;

    Receipt(
            Software.Mark mark,
            String reference,
            @Nullable Bill bill,
            String mode,
            long amount,
            @Nullable CardPayment card) {
        this.reference = reference;
        this.party = mark.party();
        this.bill = bill;
        this.mode = mode;
        this.amount = amount;
        this.on = mark.today();
        this.card = card;
    }

    boolean isKept() {
        return sentBackOn == null;
    }

    String row() {
        return String.join(
                ";",
                reference,
                party.number,
                party.holder,
                bill == null ? "" : bill.number,
                mode,
                Cents.text(amount),
                on.toString(),
                isKept() ? "" : "rejete",
                isKept() ? "" : sentBackOn.toString());
    }

    @Override
    public String toString() {
        return mode + " " + reference + " of " + Cents.text(amount)
                + (bill == null ? " on account" : " for " + bill.number);
    }
}
