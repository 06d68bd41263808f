package fr.ondine.platform.stories;

import fr.ondine.platform.billing.InvoiceAccount;
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

    private final Story story;
    private final Portal portal;
    private final PlanChecks plans;

    Checks(Story story, Portal portal) {
        this.story = story;
        this.portal = portal;
        plans = new PlanChecks(story);
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
        view.plan().ifPresent(plan -> plans.hold(party, view, plan));
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

    static long left(View view, List<ReceivableState> states) {
        return view.debt().open().stream()
                .filter(open -> states.contains(open.state()))
                .map(OpenReceivable::left)
                .mapToLong(Cents::of)
                .sum();
    }

    static void same(Party party, String rule, long expected, long actual) {
        if (expected != actual) {
            throw new StoryFailed(
                    rule, "of " + party + " " + Cents.text(expected) + " expected, and it is " + Cents.text(actual));
        }
    }

    static void atMost(Party party, String rule, long actual, long most) {
        if (actual > most) {
            throw new StoryFailed(rule, "of " + party + " " + Cents.text(actual) + ", more than " + Cents.text(most));
        }
    }
}
