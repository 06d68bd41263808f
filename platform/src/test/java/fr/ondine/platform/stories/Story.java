package fr.ondine.platform.stories;

import fr.ondine.platform.customers.AgreementId;
import fr.ondine.platform.identity.UserId;
import fr.ondine.platform.payments.Checkout;
import fr.ondine.testing.Rows;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Three contracts of one utility and what happens to them, a step after the other, each looked at from all sides. */
final class Story {

    final Utility utility;
    final Software software;
    final Told told = new Told();
    final List<CardPayment> cards = new ArrayList<>();
    final List<String> words = new ArrayList<>();

    static final String ONCE = "twice is once";

    private final boolean isTwice;
    private final Portal portal;
    private final Deeds deeds;
    private final Checks checks;

    /** @param isTwice whether all that is done is done once more */
    Story(Utility utility, boolean isTwice) {
        this.isTwice = isTwice;
        this.utility = utility;
        this.portal = new Portal(utility);
        software = new Software(utility.begin());
        this.checks = new Checks(this, portal);
        deeds = new Deeds(this);
        begin("A", "sur_facture");
        begin("B", "sur_facture");
        begin("C", "prelevement");
        new SoftwareDeeds(this).load(software.archive(today(), one -> true));
        software.parties.forEach(this::open);
    }

    void play(List<Step> steps) {
        steps.forEach(this::play);
    }

    private void play(Step step) {
        var before = facts();
        var at = today();
        var deed = deeds.does(step);
        if (deed.isNothing()) {
            return;
        }
        words.add(at + " " + step.kind() + " " + deed.words());
        var touched = new HashSet<>(deed.touched());
        touched.addAll(work());
        checks.untouched(before, facts(), touched);
        // with time, and with what is known by then, also what nobody touches is shown anew
        var shown = step.kind() == Step.Kind.DAYS || step.kind() == Step.Kind.ARCHIVE ? software.parties : touched;
        shown.forEach(checks::hold);
        if (isTwice && !touched.isEmpty()) {
            again(deed);
        }
    }

    private void again(Deed deed) {
        var once = facts();
        deed.again().run();
        work();
        var twice = facts();
        for (var party : software.parties) {
            var before = once.getOrDefault(party, List.of());
            var after = twice.getOrDefault(party, List.of());
            if (!before.equals(after)) {
                throw new StoryFailed(ONCE, "of " + party + Checks.difference(before, after));
            }
        }
    }

    /** Whom the jobs that are due are about: they are done until none is. */
    Set<Party> work() {
        var touched = new HashSet<Party>();
        for (var due = utility.jobs.due(); !due.isEmpty(); due = utility.jobs.due()) {
            for (var job : due) {
                var asked = utility.jobs.asksAbout(job, cards);
                utility.jobs.run(job);
                asked.forEach(card -> {
                    asked(card);
                    touched.add(card.party);
                });
            }
        }
        return touched;
    }

    /** The portal has asked the provider about it, and closed its page where nobody paid there for long. */
    void asked(CardPayment card) {
        if (card.state == CardPayment.State.OPEN
                && utility.in(() -> utility.gateway.read(card.session)).status() == Checkout.Status.EXPIRED) {
            card.state = CardPayment.State.OVER;
        }
        card.heard();
    }

    private Map<Party, List<String>> facts() {
        return portal.facts(software.parties);
    }

    LocalDate today() {
        return utility.today();
    }

    Party begin(String name, String method) {
        var party = new Party(
                name,
                "T" + software.number(),
                "P" + software.number(),
                software.number(),
                method,
                today().minusYears(3));
        software.parties.add(party);
        return party;
    }

    /** Finds the contract at the portal, and somebody to whom it is open. */
    void open(Party party) {
        utility.in(() -> {
            var id = utility.strings("select id::text from agreement where number = ?", party.number)
                    .getFirst();
            party.id = new AgreementId(UUID.fromString(id));
        });
        party.user = utility.reading(() -> {
            var rows = new Rows(utility.database);
            UserId user = rows.user();
            rows.link(user, party.agreement());
            return user;
        });
    }
}
