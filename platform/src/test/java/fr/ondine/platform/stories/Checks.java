package fr.ondine.platform.stories;

import fr.ondine.platform.billing.InvoiceAccount;
import fr.ondine.platform.billing.InvoiceKind;
import fr.ondine.platform.billing.InvoiceSummary;
import fr.ondine.platform.payments.PaymentState;
import fr.ondine.platform.plans.Plan;
import fr.ondine.platform.receivables.OpenReceivable;
import fr.ondine.platform.receivables.ReceivableState;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What must hold after each step, whatever the story. */
final class Checks {

    /** So many days before its day a payment is at the bank, there as well. */
    private static final int AT_THE_BANK = 15;

    private final Story story;
    private final Portal portal;

    Checks(Story story, Portal portal) {
        this.story = story;
        this.portal = portal;
    }

    void untouched(Map<Party, List<String>> before, Map<Party, List<String>> after, Set<Party> touched) {
        after.forEach((party, facts) -> {
            var then = before.getOrDefault(party, List.of());
            if (!touched.contains(party) && !then.equals(facts)) {
                throw new StoryFailed("what is done to one changes no other", "of " + party + difference(then, facts));
            }
        });
    }

    static String difference(List<String> before, List<String> after) {
        var gone = new ArrayList<>(before);
        gone.removeAll(after);
        var come = new ArrayList<>(after);
        come.removeAll(before);
        return " gone " + gone + " come " + come;
    }

    void hold(Party party) {
        var view = portal.view(party);
        sums(party, view);
        places(party, view);
        view.items().forEach(item -> bounds(party, item));
        story.cards.stream().filter(card -> card.party == party).forEach(this::payment);
        idleCredit(party, view);
        asked(party, view);
        if (!view.ownPlan().equals(view.plan().filter(Plan::isRunning))) {
            throw new StoryFailed("a subscriber sees the plan that staff see", view.ownPlan() + " " + view.plan());
        }
        view.plan().ifPresent(plan -> plan(party, view, plan));
        view.refund()
                .ifPresent(refund -> atMost(
                        party,
                        "no more is to be given back than there is of credit",
                        Cents.of(refund.amount()),
                        Math.max(0, -view.due())));
    }

    private static void sums(Party party, View view) {
        same(party, "what is owed", party.balance(), view.due());
        same(party, "what came in", party.received - party.paidBack, view.money());
        same(party, "what was billed", party.billed - party.credited, view.revenue());
    }

    private static void places(Party party, View view) {
        same(
                party,
                "the subscriber's account says what is owed",
                view.due(),
                Cents.of(view.subscriber().due()));
        same(
                party,
                "the account that staff see says what is owed",
                view.due(),
                Cents.of(view.staff().due()));
        same(party, "the dashboard says what is asked for", Cents.of(view.debt().asked()), view.dashboard());
        same(
                party,
                "the account says what is asked for",
                Cents.of(view.debt().asked()),
                Cents.of(InvoiceAccount.left(view.staff().asked())));
        same(party, "the statement says what is owed", view.due(), view.statement());
        same(
                party,
                "the invoices and the credit add up",
                view.due(),
                view.sum(View.Item::balance) + view.unallocated());
        for (var open : view.debt().open()) {
            var listed = view.list().stream()
                    .filter(one -> one.id().value().equals(open.id().value()))
                    .findFirst()
                    .orElseThrow();
            same(
                    party,
                    "the list says what is left of " + listed.number(),
                    Cents.of(open.left()),
                    Cents.of(listed.left()));
        }
        var listed = view.list().stream()
                .map(InvoiceSummary::left)
                .mapToLong(Cents::of)
                .sum();
        same(party, "the list has no other rest", left(view, List.of(ReceivableState.values())), listed);
    }

    private static void bounds(Party party, View.Item item) {
        var least = Math.min(0, item.total());
        var most = Math.max(0, item.total());
        if (item.balance() < least || item.balance() > most) {
            throw new StoryFailed(
                    "no invoice is paid more than it is, nor less than nothing",
                    party + " " + item.number() + " of " + Cents.text(item.total()) + " has "
                            + Cents.text(item.balance()));
        }
    }

    /** Who began it reads what the provider last told: paid, or all of it back again. */
    private void payment(CardPayment card) {
        var state = story.utility
                .in(() -> story.utility.cards.status(card.party.reader(), card.id))
                .state();
        var expected = !card.isSettledHere
                ? null
                : card.returnHeard < card.amount ? PaymentState.SETTLED : PaymentState.RETURNED;
        var isOf = state == PaymentState.SETTLED || state == PaymentState.RETURNED ? state : null;
        if (isOf != expected) {
            throw new StoryFailed("a payment is shown as it is", card + " is " + state + ", not " + expected);
        }
    }

    /** Nothing waits as credit while an invoice could be paid of it. */
    private static void idleCredit(Party party, View view) {
        var credit = Math.max(0, -view.unallocated()) + view.sum(item -> item.isNote() ? -item.balance() : 0);
        var owed = Math.max(0, view.unallocated())
                + view.sum(item -> item.isNote() ? 0 : Math.max(0, item.balance() - item.inProgress()));
        if (credit > 0 && owed > 0) {
            throw new StoryFailed(
                    "credit pays what is owed", party + " has " + Cents.text(credit) + " and owes " + Cents.text(owed));
        }
    }

    /** While nothing of a plan is late, nobody is asked for what it pays. */
    private void plannedAndAsked(Party party, View view, Plan plan) {
        if (plan.late(story.today()).isPositive() || plan.toCome().isZero()) {
            return;
        }
        view.list().stream()
                .filter(one -> one.kind() == InvoiceKind.ACTUAL || one.kind() == InvoiceKind.ESTIMATED)
                .filter(one ->
                        one.issuedOn().isAfter(plan.agreedOn()) && one.state().isAsked())
                .findFirst()
                .ifPresent(one -> {
                    throw new StoryFailed(
                            "what a plan pays is not asked for beside it",
                            party + " " + one.number() + " " + one.state());
                });
    }

    /** What came in for a plan is no more than what came in since, and no less than what named no invoice. */
    private void received(Party party, Plan plan) {
        var since = story.software.receipts.stream()
                .filter(one -> one.party == party && one.isTold && one.card == null && !one.isReturnTold)
                .filter(one -> !one.on.isBefore(plan.agreedOn()))
                .toList();
        var byCard = story.cards.stream()
                .filter(card -> card.party == party && card.isBooked)
                .mapToLong(card -> card.amount - card.returnHeard)
                .sum();
        atMost(
                party,
                "no more came in for a plan than came in",
                Cents.of(plan.received()),
                byCard + since.stream().mapToLong(one -> one.amount).sum());
        if (party.paidBack == 0) {
            var onAccount = since.stream()
                    .filter(one -> one.bill == null && one.on.isAfter(plan.agreedOn()))
                    .mapToLong(one -> one.amount)
                    .sum();
            atMost(party, "what came in on account came in for the plan", onAccount, Cents.of(plan.received()));
        }
    }

    private void asked(Party party, View view) {
        var owed = Math.max(0, view.due());
        atMost(party, "no more is asked for than is owed", Cents.of(view.debt().asked()), owed);
        var payable = view.debt().open().stream()
                .map(OpenReceivable::payable)
                .mapToLong(Cents::of)
                .sum();
        same(
                party,
                "all that is asked for may be paid by card",
                Cents.of(view.debt().asked()),
                payable);
        if (view.plan().isEmpty()) {
            same(
                    party,
                    "all is asked for that does not come by itself",
                    new AskedFor(story.software, party, view, story.today()).amount(story.utility.leastAsked),
                    Cents.of(view.debt().asked()));
        }
        same(
                party,
                "each cent that is owed is left of an invoice",
                view.due() - view.unallocated(),
                left(view, List.of(ReceivableState.values())));
    }

    private void plan(Party party, View view, Plan plan) {
        var paid =
                plan.payments().stream().mapToLong(one -> Cents.of(one.paid())).sum();
        same(
                party,
                "what is paid of a plan is what came in for it",
                Math.max(0, Math.min(Cents.of(plan.total()), Cents.of(plan.received()))),
                paid);
        if (!plan.isRunning()) {
            if (left(view, List.of(ReceivableState.BY_INSTALMENTS)) > 0) {
                throw new StoryFailed("a plan that has ended pays nothing", party.toString());
            }
            return;
        }
        received(party, plan);
        plannedAndAsked(party, view, plan);
        // while a payment is on its way nothing is settled
        if (plan.settled() != null
                && left(view, List.of(ReceivableState.PAYMENT_IN_PROGRESS)) == 0
                && !plan.late(story.today()).isPositive()
                && !isTakenBack(party, plan)) {
            settled(party, view, plan);
        }
    }

    /** What was taken back whole may be billed anew: the plan waits for it, though it was settled. */
    private boolean isTakenBack(Party party, Plan plan) {
        return !story.software
                .billsOf(
                        party,
                        bill -> !bill.isCredit()
                                && bill.issued.isAfter(plan.agreedOn())
                                && story.software.left(bill) <= 0)
                .isEmpty();
    }

    private void settled(Party party, View view, Plan plan) {
        var toCome = Cents.of(plan.toCome());
        // what the bank has already comes
        var soon = plan.payments().stream()
                .filter(one -> one.dueOn().isBefore(story.today().plusDays(AT_THE_BANK)))
                .mapToLong(one -> Cents.of(one.left()))
                .sum();
        var asked = Cents.of(view.debt().asked());
        if (toCome > soon && asked + toCome > view.due() + story.utility.small) {
            throw new StoryFailed(
                    "nothing is asked for twice",
                    party + " owes " + Cents.text(view.due()) + ", is asked for " + Cents.text(asked)
                            + " and a plan brings " + Cents.text(toCome));
        }
        atMost(
                party,
                "what a plan is said to pay it brings",
                left(view, List.of(ReceivableState.BY_INSTALMENTS)),
                toCome + story.utility.small);
    }

    private static long left(View view, List<ReceivableState> states) {
        return view.debt().open().stream()
                .filter(open -> states.contains(open.state()))
                .map(OpenReceivable::left)
                .mapToLong(Cents::of)
                .sum();
    }

    private static void same(Party party, String rule, long expected, long actual) {
        if (expected != actual) {
            throw new StoryFailed(
                    rule, "of " + party + " " + Cents.text(expected) + " expected, and it is " + Cents.text(actual));
        }
    }

    private static void atMost(Party party, String rule, long actual, long most) {
        if (actual > most) {
            throw new StoryFailed(rule, "of " + party + " " + Cents.text(actual) + ", more than " + Cents.text(most));
        }
    }
}
