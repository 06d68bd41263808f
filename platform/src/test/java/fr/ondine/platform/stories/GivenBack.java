package fr.ondine.platform.stories;

import java.time.LocalDate;

/** Money that the billing software knows to have been given back. */
final class GivenBack {

    final String reference;
    final Party party;
    final long amount;
    final LocalDate on;
    boolean isTold;

    GivenBack(Software.Mark mark, String reference, long amount) {
        this.reference = reference;
        this.party = mark.party();
        this.amount = amount;
        this.on = mark.today();
    }

    String row() {
        return String.join(";", reference, party.number, party.holder, "virement", Cents.text(amount), on.toString());
    }

    @Override
    public String toString() {
        return "refund " + reference + " of " + Cents.text(amount);
    }
}
