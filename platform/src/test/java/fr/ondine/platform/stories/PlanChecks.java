package fr.ondine.platform.stories;

import fr.ondine.platform.billing.InvoiceKind;
import fr.ondine.platform.plans.Plan;
import fr.ondine.platform.receivables.ReceivableState;
import java.util.List;

/** What must hold of a plan: what came in for it, and that nothing is asked for twice beside it. */
final class PlanChecks {

    /** So many days before its day a payment is at the bank, there as well. */
    private static final int AT_THE_BANK = 15;

    private final Story story;

    PlanChecks(Story story) {
        this.story = story;
    }

    void hold(Party party, View view, Plan plan) {
        var paid =
                plan.payments().stream().mapToLong(one -> Cents.of(one.paid())).sum();
        Checks.same(
                party,
                "what is paid of a plan is what came in for it",
                Math.max(0, Math.min(Cents.of(plan.total()), Cents.of(plan.received()))),
                paid);
        if (!plan.isRunning()) {
            if (Checks.left(view, List.of(ReceivableState.BY_INSTALMENTS)) > 0) {
                throw new StoryFailed("a plan that has ended pays nothing", party.toString());
            }
            return;
        }
        received(party, plan);
        plannedAndAsked(party, view, plan);
        // while a payment is on its way nothing is settled
        if (plan.settled() != null
                && Checks.left(view, List.of(ReceivableState.PAYMENT_IN_PROGRESS)) == 0
                && !plan.late(story.today()).isPositive()
                && !isTakenBack(party, plan)) {
            settled(party, view, plan);
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
        Checks.atMost(
                party,
                "no more came in for a plan than came in",
                Cents.of(plan.received()),
                byCard + since.stream().mapToLong(one -> one.amount).sum());
        if (party.paidBack == 0) {
            var onAccount = since.stream()
                    .filter(one -> one.bill == null && one.on.isAfter(plan.agreedOn()))
                    .mapToLong(one -> one.amount)
                    .sum();
            Checks.atMost(party, "what came in on account came in for the plan", onAccount, Cents.of(plan.received()));
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
        Checks.atMost(
                party,
                "what a plan is said to pay it brings",
                Checks.left(view, List.of(ReceivableState.BY_INSTALMENTS)),
                toCome + story.utility.small);
    }
}
