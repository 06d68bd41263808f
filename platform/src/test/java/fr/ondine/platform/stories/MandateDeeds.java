package fr.ondine.platform.stories;

import java.util.Optional;

/** Mandates that holders sign and revoke, and the debits by which the utility takes its money. */
final class MandateDeeds {

    private static final int DAYS_TO_PAY = 30;

    private final Story story;
    private final Software software;

    MandateDeeds(Story story) {
        this.story = story;
        software = story.software;
    }

    Deed isSigned(Party party) {
        if (party.isPassedOn || party.end != null || inForce(party).isPresent()) {
            return Deed.NONE;
        }
        software.mandates.add(new Mandate("RUM-" + software.number(), party, story.today()));
        party.method = "prelevement";
        return Deed.elsewhere(party, party + " signs");
    }

    /** The software goes on taking it for one that is debited, or not. */
    Deed isRevoked(Party party, Step step) {
        return inForce(party)
                .map(mandate -> {
                    mandate.revokedOn = story.today();
                    party.method = step.size() % 2 == 0 ? "sur_facture" : party.method;
                    return Deed.elsewhere(party, party + " revokes, " + party.method);
                })
                .orElse(Deed.NONE);
    }

    /** All that is due and not paid, as the software debits it; of who let nobody debit it a mandate comes first. */
    Deed isDebited(Party party) {
        var due = software.billsOf(
                party,
                bill -> !bill.isCredit()
                        && software.owed(bill) > 0
                        && !bill.issued.plusDays(DAYS_TO_PAY).isAfter(story.today()));
        if (!party.method.equals("prelevement")) {
            return isSigned(party);
        }
        if (due.isEmpty()) {
            return Deed.NONE;
        }
        var words = due.stream()
                .map(bill -> software.receive(party, story.today(), bill, "prelevement", software.owed(bill)))
                .toList();
        return Deed.elsewhere(party, words.toString());
    }

    private Optional<Mandate> inForce(Party party) {
        return software.mandates.stream()
                .filter(mandate -> mandate.party == party && mandate.revokedOn == null)
                .findFirst();
    }
}
