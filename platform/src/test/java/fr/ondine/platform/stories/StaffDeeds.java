package fr.ondine.platform.stories;

import fr.ondine.platform.billing.InvoiceId;
import fr.ondine.platform.credits.CreditOrder;
import fr.ondine.platform.credits.CreditPart;
import fr.ondine.platform.credits.CreditRefused;
import fr.ondine.platform.credits.CreditableLine;
import fr.ondine.platform.kernel.Money;
import fr.ondine.platform.kernel.Quantity;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Credit notes that are made at the portal; whoever runs the software is told, and credits no more than is left. */
final class StaffDeeds {

    private final Story story;
    private final Utility utility;

    StaffDeeds(Story story) {
        this.story = story;
        utility = story.utility;
    }

    Deed credits(Party party, Step step) {
        return bill(party, step)
                .map(bill -> {
                    try {
                        return credit(party, bill, step);
                    } catch (CreditRefused refused) {
                        return Deed.NONE;
                    }
                })
                .orElse(Deed.NONE);
    }

    private Deed credit(Party party, Bill bill, Step step) {
        var id = id(bill);
        var line = utility.in(() -> utility.credits.creditable(utility.staff, id))
                .lines()
                .getFirst();
        var part = least(line.left(), Cents.euros(step.amount()));
        Optional<Map<Integer, Money>> some =
                step.size() % 3 == 0 ? Optional.empty() : Optional.of(Map.of(line.position(), part));
        var order = new CreditOrder(some, "une erreur");
        var seen = utility.in(() -> utility.credits.preview(utility.staff, id, order));
        utility.in(() -> {
            utility.credits.issue(utility.staff, id, order, seen);
        });
        note(party, bill, Cents.of(seen.total()));
        return Deed.of(party, Cents.text(Cents.of(seen.total())) + " off " + bill, () -> {});
    }

    /** As a leak is credited: a part of a line, told to nobody. */
    Deed relieves(Party party, Step step) {
        return bill(party, step)
                .filter(bill -> bill.kind.equals("reelle"))
                .map(bill -> {
                    try {
                        return relieve(party, bill, step);
                    } catch (CreditRefused refused) {
                        return Deed.NONE;
                    }
                })
                .orElse(Deed.NONE);
    }

    private Deed relieve(Party party, Bill bill, Step step) {
        var id = id(bill);
        CreditableLine line = utility.in(() -> utility.credits.creditable(utility.staff, id))
                .lines()
                .getFirst();
        var less = least(line.left(), Cents.euros(step.amount()));
        var parts = Map.of(line.position(), new CreditPart(less, new Quantity(BigDecimal.ONE, "forfait")));
        var seen = utility.in(() -> utility.credits.preview(id, parts));
        utility.in(() -> {
            utility.credits.parts(id, parts, "une fuite", "staff:leak");
        });
        note(party, bill, Cents.of(seen.total()));
        return Deed.of(party, Cents.text(Cents.of(seen.total())) + " off " + bill, () -> {});
    }

    private static void note(Party party, Bill bill, long total) {
        bill.creditedHere += total;
        party.credited += total;
    }

    private Optional<Bill> bill(Party party, Step step) {
        var some = story.software.billsOf(party, bill -> bill.isTold && !bill.isCredit());
        return some.isEmpty() ? Optional.empty() : Optional.of(step.of(some));
    }

    private InvoiceId id(Bill bill) {
        return new InvoiceId(
                UUID.fromString(utility.strings("select id::text from invoice where number = ?", bill.number)
                        .getFirst()));
    }

    private static Money least(Money one, Money other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
