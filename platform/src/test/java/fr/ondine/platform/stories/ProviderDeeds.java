package fr.ondine.platform.stories;

import fr.ondine.platform.payments.ProviderUnavailable;
import fr.ondine.simulators.stripe.Fault;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** What becomes of a payment at the provider long after it was paid, and when and how often the portal is told. */
final class ProviderDeeds {

    private static final List<String> TOLD = List.of(
            "checkout.session.completed", "payment_intent.succeeded", "charge.refunded", "charge.dispute.closed");

    private final Story story;
    private final Utility utility;
    private final CardDeeds cards;

    ProviderDeeds(Story story, CardDeeds cards) {
        this.story = story;
        this.cards = cards;
        utility = story.utility;
    }

    /** As at an account that was closed: the money is the utility's again. Where there is no refund, one is made. */
    Deed refundFails(Party party, Step step) {
        return cards.one(step, card -> !card.refunds.isEmpty())
                .map(card -> {
                    utility.stripe.failRefund(card.session);
                    var cents = card.refunds.pop();
                    return cards.heardOrNot(card, step, Cents.text(cents) + " given back of " + card + " came again");
                })
                .orElseGet(() -> cards.isGivenBack(party, step));
    }

    Deed isDisputed(Step step) {
        return cards.one(step, card -> card.state == CardPayment.State.PAID && card.disputed == 0 && card.lost == 0)
                .map(card -> {
                    card.disputed = step.size() % 2 == 0 ? card.amount : Math.min(card.amount, step.amount());
                    utility.stripe.dispute(card.session, card.disputed);
                    return cards.heardOrNot(card, step, Cents.text(card.disputed) + " disputed of " + card);
                })
                .orElse(Deed.NONE);
    }

    Deed isDecided(Step step) {
        return cards.one(step, card -> card.disputed > 0)
                .map(card -> {
                    var isWon = step.size() % 3 == 0;
                    utility.stripe.decide(card.session, isWon);
                    card.lost = isWon ? 0 : card.disputed;
                    card.disputed = 0;
                    return cards.heardOrNot(card, step, (isWon ? "kept: " : "lost: ") + card);
                })
                .orElseGet(() -> isDisputed(step));
    }

    /** All that it has not told yet, in order or not. */
    Deed tells(Step step) {
        if (story.cards.isEmpty()) {
            return Deed.NONE;
        }
        var isReversed = step.size() % 2 == 0;
        utility.provider.tell(isReversed);
        return new Deed(
                "all that is new" + (isReversed ? ", the last first" : ""),
                Set.of(),
                () -> TOLD.forEach(utility.provider::tellAgain));
    }

    /** Of the whole account: others of its stories are in nobody's way. */
    Deed tellsAgain(Step step) {
        return utility.provider.tellAgain(step.of(TOLD)) ? new Deed(step.of(TOLD), Set.of(), () -> {}) : Deed.NONE;
    }

    Deed isAskedForLost() {
        if (story.cards.isEmpty()) {
            return Deed.NONE;
        }
        Runnable ask = () -> utility.jobs.run("ask-for-lost-stripe-events", UUID.randomUUID());
        ask.run();
        return new Deed("what went back", Set.of(), ask);
    }

    /** It does not answer: nothing is known that was not, and nothing is done. */
    Deed doesNotAnswer(Step step) {
        return cards.one(step, card -> true)
                .map(card -> {
                    utility.stripe.arm(Fault.refused("GET", "/v1/checkout/sessions", 503));
                    try {
                        utility.in(() -> utility.checks.check(card.id));
                        throw new StoryFailed("who is not answered is told so", card.toString());
                    } catch (ProviderUnavailable unanswered) {
                        return new Deed(card.toString(), Set.of(), () -> {});
                    } finally {
                        utility.stripe.disarm();
                    }
                })
                .orElse(Deed.NONE);
    }
}
