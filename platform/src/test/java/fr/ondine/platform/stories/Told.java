package fr.ondine.platform.stories;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Adds to the sums beside the portal what a file of the billing software tells for the first time. */
final class Told {

    /** A month and a day: so far apart may be what staff noted and what the software says of the same money given back. */
    private static final int DAYS_APART = 31;

    private final List<Noted> noted = new ArrayList<>();

    /** What staff noted as given back, until the software tells of it. */
    record Noted(Party party, long amount, java.time.LocalDate on) {}

    void note(Party party, long amount, java.time.LocalDate on) {
        party.paidBack += amount;
        noted.add(new Noted(party, amount, on));
    }

    /** Whom it is about. */
    Set<Party> tell(Archive archive) {
        var touched = new HashSet<Party>();
        archive.bills().stream().filter(Software::isNews).forEach(bill -> {
            touched.add(bill.party);
            tell(bill);
        });
        archive.receipts().stream().filter(Software::isNews).forEach(receipt -> {
            touched.add(receipt.party);
            tell(receipt);
        });
        archive.backs().stream().filter(Software::isNews).forEach(back -> {
            touched.add(back.party);
            tell(back);
        });
        return touched;
    }

    private static void tell(Bill bill) {
        bill.isTold = true;
        if (bill.isCredit()) {
            bill.party.credited -= bill.total();
        } else {
            bill.party.billed += bill.total();
        }
    }

    /** What was paid by card at the portal is the same money; what became of it the provider alone says. */
    private static void tell(Receipt receipt) {
        if (receipt.card != null) {
            receipt.card.book();
        } else {
            if (!receipt.isTold) {
                receipt.party.received += receipt.amount;
            }
            if (!receipt.isKept()) {
                receipt.party.received -= receipt.amount;
            }
        }
        receipt.isTold = true;
        receipt.isReturnTold = !receipt.isKept();
    }

    private void tell(GivenBack back) {
        back.isTold = true;
        var same = noted.stream()
                .filter(note -> note.party() == back.party && note.amount() == back.amount)
                .filter(note -> !back.on.isBefore(note.on().minusDays(DAYS_APART))
                        && !back.on.isAfter(note.on().plusDays(DAYS_APART)))
                .findFirst();
        same.ifPresentOrElse(noted::remove, () -> back.party.paidBack += back.amount);
    }
}
