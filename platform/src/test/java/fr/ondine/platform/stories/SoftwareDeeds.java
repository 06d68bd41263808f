package fr.ondine.platform.stories;

import java.util.List;

/** What becomes known to the billing software, and to the portal with its next file. */
final class SoftwareDeeds {

    private static final List<String> WAYS = List.of("virement", "prelevement", "cheque");

    private final Story story;
    private final Software software;

    SoftwareDeeds(Story story) {
        this.story = story;
        software = story.software;
    }

    Deed bills(Party party, String kind, Step step, int days) {
        if (party.end != null || party.isPassedOn) {
            return Deed.NONE;
        }
        return Deed.elsewhere(
                party,
                software.bill(party, story.today(), kind, step.amount(), days).toString());
    }

    /** About what its plan comes to, where there is one. */
    Deed billsYear(Party party, Step step) {
        if (party.end != null || party.isPassedOn) {
            return Deed.NONE;
        }
        var plan = story.utility.reading(() -> story.utility.plans.find(story.utility.staff, party.agreement()));
        var about = plan.map(one -> Cents.of(one.total())).orElse(step.amount());
        var net = Math.max(10_00, about * (70 + step.pick() % 60) / 100);
        return Deed.elsewhere(
                party, software.bill(party, story.today(), "reelle", net, 365).toString());
    }

    Deed movesOut(Party party, Step step) {
        if (party.end != null || party.isPassedOn) {
            return Deed.NONE;
        }
        party.end = story.today();
        return Deed.elsewhere(
                party,
                software.bill(party, story.today(), "cloture", step.amount(), 60)
                        .toString());
    }

    Deed credits(Party party, Step step) {
        var some = software.billsOf(
                party, bill -> !bill.isCredit() && software.left(bill) > 1_00 && bill.creditedHere == 0);
        if (some.isEmpty()) {
            return Deed.NONE;
        }
        var bill = step.of(some);
        var all = software.netLeft(bill);
        var net = step.size() % 3 == 0 || all <= step.amount() ? all : step.amount();
        return Deed.elsewhere(party, software.credit(bill, story.today(), net) + " off " + bill.number);
    }

    Deed givesCredit(Party party, Step step) {
        return Deed.elsewhere(
                party, software.gesture(party, story.today(), step.amount()).toString());
    }

    Deed isPaid(Party party, Step step) {
        var some = software.billsOf(party, bill -> !bill.isCredit() && software.owed(bill) > 0);
        if (some.isEmpty()) {
            return Deed.NONE;
        }
        var bill = step.of(some);
        return Deed.elsewhere(
                party,
                software.receive(party, story.today(), bill, WAYS.get(step.size() % 3), software.owed(bill))
                        .toString());
    }

    /** Too little or too much, or once more. */
    Deed isPaidOddly(Party party, Step step) {
        var some = software.billsOf(party, bill -> !bill.isCredit());
        if (some.isEmpty()) {
            return Deed.NONE;
        }
        return Deed.elsewhere(
                party,
                software.receive(party, story.today(), step.of(some), WAYS.get(step.size() % 3), step.amount())
                        .toString());
    }

    Deed isPaidOnAccount(Party party, Step step) {
        return Deed.elsewhere(
                party,
                software.receiveOnAccount(party, story.today(), WAYS.get(step.pick() % 3), step.amount())
                        .toString());
    }

    Deed comesBack(Party party, Step step) {
        var some = software.receipts.stream()
                .filter(one -> one.party == party && one.isKept() && one.card == null && !one.mode.equals("virement"))
                .toList();
        if (some.isEmpty()) {
            return Deed.NONE;
        }
        var receipt = step.of(some);
        receipt.sentBackOn = story.today();
        return Deed.elsewhere(party, receipt + " came back");
    }

    /** Of what the utility owes, all or a part; what staff gave back of a plan is told as well. */
    Deed givesBack(Party party, Step step) {
        var credit = -party.balance();
        if (credit <= 0) {
            return Deed.NONE;
        }
        var amount = step.size() % 2 == 0 ? credit : Math.min(credit, step.amount());
        return Deed.elsewhere(
                party, software.giveBack(party, story.today(), amount).toString());
    }

    Deed repeatsCard(Party party, Step step) {
        var some = story.cards.stream()
                .filter(card -> card.party == party && card.money != null && !card.isRepeated)
                .toList();
        if (some.isEmpty()) {
            return Deed.NONE;
        }
        var card = step.of(some);
        card.isRepeated = true;
        var money = java.util.Objects.requireNonNull(card.money);
        return Deed.elsewhere(
                party, software.repeat(card, money, card.bill, story.today()).toString());
    }

    /** The portal takes a file in, and the sums beside it do. */
    java.util.Set<Party> load(Archive archive) {
        var zip = archive.zip(story.utility.folder);
        var report = story.utility.in(() -> story.utility.imports.run(zip));
        if (!report.accepted()) {
            throw new StoryFailed("a file of the software is taken in", report.text());
        }
        software.tell(story.today());
        return story.told.tell(archive);
    }
}
