package fr.ondine.platform.stories;

import fr.ondine.platform.leaks.CertificateFile;
import fr.ondine.platform.leaks.CertifiedRepair;
import fr.ondine.platform.leaks.LeakFile;
import fr.ondine.platform.leaks.LeakRefused;
import fr.ondine.platform.leaks.PaperNotice;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Bills of a leak: told of in time or not, certified in time or not, granted, refused, and a refusal that is taken back. */
final class LeakDeeds {

    private static final int DAYS = 181;
    private static final CertificateFile PAPER =
            new CertificateFile("%PDF-1.7 attestation".getBytes(StandardCharsets.US_ASCII));

    private final Story story;
    private final Utility utility;
    private final List<LeakCase> cases = new ArrayList<>();

    LeakDeeds(Story story) {
        this.story = story;
        utility = story.utility;
    }

    /** More than twice of what is usual, which only a reading tells. */
    Deed isBilled(Party party, Step step) {
        return party.end != null || party.isPassedOn
                ? Deed.NONE
                : Deed.elsewhere(
                        party,
                        story.software
                                .billOfUse(party, story.today(), 110 + step.size() % 200, DAYS)
                                .toString());
    }

    /** Staff open the file of a bill that came by import; the holder is written to that day. */
    Deed isOpened(Step step) {
        var some = story.software.bills.stream()
                .filter(bill -> bill.used > 0
                        && bill.isTold
                        && story.software.left(bill) > 0
                        && cases.stream().noneMatch(one -> one.bill == bill))
                .toList();
        if (some.isEmpty()) {
            return Deed.NONE;
        }
        var bill = step.of(some);
        try {
            var id = utility.in(() -> utility.leakDesk.open(utility.staff, bill.number));
            cases.add(new LeakCase(bill, id, story.today()));
        } catch (LeakRefused refused) {
            return Deed.NONE;
        }
        return Deed.of(
                bill.party, "of " + bill, () -> utility.in(() -> utility.leakDesk.open(utility.staff, bill.number)));
    }

    /** A letter went with the bill, as staff find out. */
    Deed isToldByLetter(Step step) {
        return one(step, one -> one.isOpen() && !one.isToldInTime())
                .map(one -> {
                    var letter = new PaperNotice(one.bill.issued, "2C 123");
                    utility.in(() -> utility.leakDesk.told(utility.staff, one.id, letter));
                    one.toldOn = one.bill.issued;
                    return Deed.of(one.bill.party, one.toString(), () -> {});
                })
                .orElse(Deed.NONE);
    }

    Deed isCertified(Step step) {
        return one(step, one -> one.isOpen() && !one.isChecked)
                .map(one -> {
                    var repair = new CertifiedRepair("Sous la terrasse", story.today());
                    if (step.size() % 2 == 0) {
                        utility.in(() -> utility.leaks.certify(one.bill.party.reader(), one.id, repair, PAPER));
                    } else {
                        utility.in(() -> utility.leakDesk.enter(utility.staff, one.id, repair, story.today()));
                    }
                    one.certifiedOn = one.certifiedOn == null ? story.today() : one.certifiedOn;
                    return Deed.of(one.bill.party, one.toString(), () -> {});
                })
                .orElseGet(() -> isOpened(step));
    }

    Deed isChecked(Step step) {
        return one(step, one -> one.isOpen() && !one.isChecked && one.certifiedOn != null)
                .map(one -> {
                    utility.in(() -> utility.leakDesk.check(utility.staff, seen(one)));
                    one.isChecked = true;
                    return Deed.of(one.bill.party, one.toString(), () -> {});
                })
                .orElse(Deed.NONE);
    }

    Deed isRefused(Step step) {
        return one(step, LeakCase::isOpen)
                .map(one -> {
                    utility.in(() -> {
                        utility.leakDesk.refuse(utility.staff, seen(one), "Une fuite de la chasse d'eau");
                    });
                    one.isRefused = true;
                    return Deed.of(
                            one.bill.party,
                            one.toString(),
                            () -> refused(
                                    "once more", () -> utility.leakDesk.refuse(utility.staff, seen(one), "Encore")));
                })
                .orElse(Deed.NONE);
    }

    Deed isReopened(Step step) {
        return one(step, one -> one.isRefused)
                .map(one -> {
                    utility.in(() -> utility.leakDesk.reopen(utility.staff, one.id, "Une meilleure attestation"));
                    one.isRefused = false;
                    return Deed.of(one.bill.party, one.toString(), () -> {});
                })
                .orElse(Deed.NONE);
    }

    /** What the law takes off and no cent more, or nothing where there is no ground for it. */
    Deed isGranted(Step step) {
        return one(step, one -> true)
                .map(one -> grant(one, step.size() % 3 == 0))
                .orElseGet(() -> isOpened(step));
    }

    private Deed grant(LeakCase one, boolean lateCounts) {
        var preview = utility.in(() -> utility.leakDesk.preview(utility.staff, one.id, lateCounts));
        var relief = one.isOpen() ? one.relief(lateCounts) : java.util.OptionalLong.empty();
        var seen = preview.map(some -> Cents.of(some.total())).orElse(0L);
        if (relief.isEmpty() || story.software.left(one.bill) == 0 && one.bill.creditedHere > 0) {
            PlanDeeds.same("without a ground nothing is taken off for a leak", 0, seen);
            refused(
                    one.toString(),
                    () -> utility.leakDesk.grant(utility.staff, one.id, lateCounts, Cents.euros(seen), "Une raison"));
            return new Deed("nothing for " + one, java.util.Set.of(), () -> {});
        }
        var most = relief.getAsLong() + Bill.vat(relief.getAsLong());
        if (isUntouched(one.bill)) {
            PlanDeeds.same("a leak takes off what the law says", most, seen);
        } else if (seen > most || seen > story.software.left(one.bill)) {
            throw new StoryFailed("a leak takes off no more than the law says", Cents.text(seen) + " of " + one);
        }
        if (seen == 0) {
            return Deed.NONE;
        }
        Runnable grant =
                () -> utility.leakDesk.grant(utility.staff, one.id, lateCounts, Cents.euros(seen), "Une raison");
        utility.in(grant);
        one.isGranted = true;
        one.bill.creditedHere += seen;
        one.bill.party.credited += seen;
        return Deed.of(one.bill.party, Cents.text(seen) + " off " + one.bill, () -> refused("twice", grant));
    }

    private LeakFile seen(LeakCase one) {
        return utility.leakDesk.find(utility.staff, one.id).orElseThrow();
    }

    /** Whether nobody has taken anything off it. */
    private boolean isUntouched(Bill bill) {
        return story.software.left(bill) == bill.total();
    }

    private void refused(String what, Runnable deed) {
        try {
            utility.in(deed);
        } catch (LeakRefused refused) {
            return;
        }
        throw new StoryFailed("what there is no ground for is refused", what);
    }

    private Optional<LeakCase> one(Step step, Predicate<LeakCase> which) {
        var some = cases.stream().filter(which).toList();
        return some.isEmpty() ? Optional.empty() : Optional.of(step.of(some));
    }
}
