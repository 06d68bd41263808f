package fr.ondine.platform.stories;

import fr.ondine.platform.kernel.DomainException;
import fr.ondine.platform.payments.Payer;
import fr.ondine.platform.payments.PaymentId;
import fr.ondine.platform.receivables.ReceivableId;
import fr.ondine.simulators.stripe.Fault;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;

/** Payments by card at the portal, and what becomes of them at the provider. */
final class CardDeeds {

    private static final String GOOD = "4242424242424242";
    private static final String LATER = "4000000000000077";
    private static final String DECLINED = "4000000000000002";

    private final Story story;
    private final Utility utility;

    CardDeeds(Story story) {
        this.story = story;
        utility = story.utility;
    }

    Deed starts(Party party, Step step) {
        return start(party, step)
                .map(card -> Deed.of(party, card + " begun for " + card.bill.number, () -> start(party, step)))
                .orElse(Deed.NONE);
    }

    /** The provider makes the page, or closes one that is outdated, and its answer does not come. */
    Deed isLost(Party party, Step step) {
        utility.stripe.arm(Fault.unanswered("POST", "/v1/checkout/sessions"));
        try {
            return start(party, step)
                    .or(() -> lost(party))
                    .map(card -> Deed.of(party, card + " of which nobody was told", () -> {}))
                    .orElse(Deed.NONE);
        } finally {
            utility.stripe.disarm();
        }
    }

    private Optional<CardPayment> lost(Party party) {
        return utility
                .strings(
                        "select id::text from payment where agreement_id = ? and state = 'INITIATED'"
                                + " and provider_session is null",
                        party.agreement().value())
                .stream()
                .filter(id -> story.cards.stream()
                        .noneMatch(card -> card.id.value().toString().equals(id)))
                .map(UUID::fromString)
                .map(id -> lost(party, new PaymentId(id)))
                .findFirst();
    }

    private CardPayment lost(Party party, PaymentId id) {
        var invoice = UUID.fromString(utility.strings("select invoice_id::text from payment where id = ?", id.value())
                .getFirst());
        var session = utility.provider.session(id.value().toString());
        var card = begun(party, id, new ReceivableId(invoice), session);
        card.isLost = true;
        story.cards.add(card);
        return card;
    }

    Deed pays(Party party, Step step) {
        return open(party, step).map(card -> pay(card, step)).orElse(Deed.NONE);
    }

    Deed paysLater(Party party, Step step) {
        return open(party, step)
                .map(card -> {
                    utility.stripe.pay(card.session, LATER);
                    card.state = CardPayment.State.PROCESSING;
                    hear(card);
                    return Deed.of(party, card + " for " + card.bill.number + " is to be settled", () -> hear(card));
                })
                .orElse(Deed.NONE);
    }

    Deed isDeclined(Party party, Step step) {
        return open(party, step)
                .map(card -> {
                    utility.stripe.pay(card.session, DECLINED);
                    hear(card);
                    return Deed.of(party, card + " declined", () -> hear(card));
                })
                .orElse(Deed.NONE);
    }

    /** The late answer, which the portal hears of at once or later. */
    Deed concludes(Step step) {
        return one(step, card -> card.state == CardPayment.State.PROCESSING)
                .map(card -> {
                    var good = step.size() % 4 != 0;
                    utility.stripe.conclude(card.session, good);
                    card.state = good ? CardPayment.State.PAID : CardPayment.State.OVER;
                    card.money = money(card);
                    return heardOrNot(card, step, (good ? "settled: " : "failed: ") + card);
                })
                .orElse(Deed.NONE);
    }

    /** Of what was paid, or else it is paid first. */
    Deed isGivenBack(Party party, Step step) {
        return one(
                        step,
                        card -> card.state == CardPayment.State.PAID
                                && card.disputed == 0
                                && card.givenBack() < card.amount)
                .map(card -> {
                    var left = card.amount - card.givenBack();
                    var cents = step.size() % 2 == 0 ? left : Math.min(left, step.amount());
                    utility.stripe.refund(card.session, cents);
                    card.refunds.push(cents);
                    return heardOrNot(card, step, Cents.text(cents) + " given back of " + card);
                })
                .orElseGet(() -> pays(party, step));
    }

    Deed isHeard(Step step) {
        return one(step, card -> true)
                .map(card -> {
                    hear(card);
                    return Deed.of(card.party, card.toString(), () -> hear(card));
                })
                .orElse(Deed.NONE);
    }

    private Deed pay(CardPayment card, Step step) {
        utility.stripe.pay(card.session, GOOD);
        card.state = CardPayment.State.PAID;
        card.money = money(card);
        return heardOrNot(card, step, card + " for " + card.bill.number);
    }

    Deed heardOrNot(CardPayment card, Step step, String words) {
        if (step.size() % 5 == 0) {
            return Deed.of(card.party, words + ", not heard of", () -> {});
        }
        hear(card);
        return Deed.of(card.party, words, () -> hear(card));
    }

    private void hear(CardPayment card) {
        utility.in(() -> utility.checks.check(card.id));
        story.asked(card);
    }

    private String money(CardPayment card) {
        return Objects.requireNonNull(
                utility.in(() -> utility.gateway.read(card.session)).payment(), "money");
    }

    /** One that was begun, or begun now. */
    private Optional<CardPayment> open(Party party, Step step) {
        return one(step, card -> card.party == party && card.state == CardPayment.State.OPEN && !card.isLost)
                .or(() -> start(party, step));
    }

    Optional<CardPayment> one(Step step, Predicate<CardPayment> which) {
        var some = story.cards.stream().filter(which).toList();
        return some.isEmpty() ? Optional.empty() : Optional.of(step.of(some));
    }

    /** Of an invoice that may be paid, as its page offers. */
    private Optional<CardPayment> start(Party party, Step step) {
        var some = utility.reading(() -> utility.debts.of(party.agreement())).open().stream()
                .filter(open -> open.payable().isPositive())
                .toList();
        if (some.isEmpty()) {
            return Optional.empty();
        }
        var invoice = step.of(some).id();
        // what is open of it is asked about first
        var asked = story.cards.stream()
                .filter(card -> card.invoice.equals(invoice) && card.isOpenHere)
                .toList();
        try {
            var page = utility.in(
                    () -> utility.cards.start(new Payer(party.reader(), utility.slug + ".localhost"), invoice));
            var card = known(party, invoice, page.getPath().substring("/c/pay/".length()));
            card.isLost = false;
            return Optional.of(card);
        } catch (DomainException refused) {
            return Optional.empty();
        } finally {
            asked.forEach(story::asked);
        }
    }

    private CardPayment known(Party party, ReceivableId invoice, String session) {
        return story.cards.stream()
                .filter(card -> card.session.equals(session))
                .findFirst()
                .orElseGet(() -> {
                    var card = begun(party, id(session), invoice, session);
                    story.cards.add(card);
                    return card;
                });
    }

    private PaymentId id(String session) {
        return new PaymentId(
                UUID.fromString(utility.strings("select id::text from payment where provider_session = ?", session)
                        .getFirst()));
    }

    private CardPayment begun(Party party, PaymentId id, ReceivableId invoice, String session) {
        var number = utility.strings("select number from invoice where id = ?", invoice.value())
                .getFirst();
        var bill = story.software.bills.stream()
                .filter(one -> one.number.equals(number))
                .findFirst()
                .orElseThrow();
        var status = utility.in(() -> utility.cards.status(party.reader(), id));
        return new CardPayment(id, party, bill, invoice, session, Cents.of(status.amount()));
    }
}
