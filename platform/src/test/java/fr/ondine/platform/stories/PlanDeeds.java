package fr.ondine.platform.stories;

import fr.ondine.platform.plans.Plan;
import fr.ondine.platform.plans.PlanClosing;
import fr.ondine.platform.plans.PlanOrder;
import fr.ondine.platform.plans.PlanRefused;
import fr.ondine.platform.plans.PlannedPayment;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What billing staff do about a plan, and what is paid on it. */
final class PlanDeeds {

    private static final List<Integer> DAYS = List.of(5, 10, 15);

    private final Story story;
    private final Utility utility;

    PlanDeeds(Story story) {
        this.story = story;
        utility = story.utility;
    }

    Deed agrees(Party party, Step step) {
        var order = new PlanOrder(DAYS.get(step.pick() % 3), Optional.of(Cents.euros(step.amount())));
        return unlessRefused(() -> {
            var draft = utility.in(() -> utility.plans.draft(utility.staff, party.agreement(), order));
            Runnable agree = () -> utility.in(() -> {
                utility.plans.agree(utility.staff, party.agreement(), draft);
            });
            agree.run();
            var sum = Cents.of(draft.instalments().total());
            same(
                    "a plan comes to its year and what was carried",
                    Cents.of(draft.year().amount().plus(draft.carried())),
                    sum);
            same(
                    "a plan asks for what was agreed",
                    sum,
                    Cents.of(plan(party).orElseThrow().total()));
            return Deed.of(
                    party,
                    party + " of " + Cents.text(sum) + " in "
                            + draft.instalments().all().size(),
                    agree);
        });
    }

    Deed revises(Party party, Step step) {
        return running(
                party,
                plan -> unlessRefused(() -> {
                    var year = Cents.euros(step.amount());
                    var revision = utility.in(
                            () -> utility.plans.revision(utility.staff, party.agreement(), year, story.today()));
                    Runnable revise =
                            () -> utility.in(() -> utility.plans.revise(utility.staff, party.agreement(), revision));
                    revise.run();
                    var after = plan(party).orElseThrow();
                    kept(plan, after);
                    if (after.total().compareTo(year) > 0 && !after.toCome().isZero() && !isDueSoon(after)) {
                        throw new StoryFailed(
                                "a revised plan comes to what was agreed", after.total() + " for " + year);
                    }
                    return Deed.of(party, party + " to " + Cents.text(Cents.of(after.total())), revise);
                }));
    }

    /** Whether all that is still to come is at the bank already, or paid in part. */
    private boolean isDueSoon(Plan plan) {
        return plan.payments().stream()
                .filter(one -> !one.isPaid())
                .allMatch(one -> one.paid().isPositive()
                        || one.dueOn().isBefore(story.today().plusDays(15)));
    }

    /** What was paid or is past stays as it was. */
    private void kept(Plan before, Plan after) {
        var stays = before.payments().stream()
                .takeWhile(one -> one.isPaid() || one.dueOn().isBefore(story.today()))
                .toList();
        var now = after.payments().stream().limit(stays.size()).toList();
        if (!now.equals(stays)) {
            throw new StoryFailed("what was paid is kept at a revision", stays + " became " + now);
        }
    }

    Deed closes(Party party, Step step) {
        return running(party, plan -> {
            var why = step.size() % 2 == 0 ? PlanClosing.WISH : PlanClosing.RETURNS;
            Runnable close =
                    () -> utility.in(() -> utility.plans.close(utility.staff, party.agreement(), plan.id(), why));
            close.run();
            return Deed.of(party, party + " for " + why, close);
        });
    }

    /** By staff, sooner than it would be by itself. */
    Deed settles(Party party) {
        return running(
                party,
                plan -> utility.in(() -> utility.plans.yearEnd(utility.staff, plan))
                        .map(end -> {
                            Runnable settle = () -> utility.in(
                                    () -> utility.plans.settle(utility.staff, party.agreement(), plan.id(), end));
                            settle.run();
                            return Deed.of(
                                    party,
                                    party + " " + end.outcome() + " " + Cents.text(Cents.of(end.difference())),
                                    settle);
                        })
                        .orElse(Deed.NONE));
    }

    /** Staff note that their bank has paid it back. */
    Deed refunds(Party party) {
        return utility.in(() -> utility.plans.refund(utility.staff, party.agreement()))
                .map(refund -> {
                    Runnable note = () -> utility.in(() -> utility.plans.refunded(utility.staff, refund));
                    note.run();
                    story.told.note(party, Cents.of(refund.amount()), story.today());
                    return Deed.of(
                            party, "staff gave " + party + " back " + Cents.text(Cents.of(refund.amount())), note);
                })
                .orElse(Deed.NONE);
    }

    /** The next one is debited. */
    Deed isPaidOne(Party party) {
        return running(
                party,
                plan -> plan.payments().stream()
                        .filter(one -> !one.isPaid())
                        .findFirst()
                        .map(one -> pay(party, Cents.of(one.left())))
                        .orElse(Deed.NONE));
    }

    /** All that is due by now, at once. */
    Deed isPaidAllDue(Party party) {
        return running(party, plan -> {
            var due = plan.payments().stream()
                    .filter(one -> one.isLateOn(story.today().plusDays(1)))
                    .map(PlannedPayment::left)
                    .mapToLong(Cents::of)
                    .sum();
            return due > 0 ? pay(party, due) : Deed.NONE;
        });
    }

    private Deed pay(Party party, long amount) {
        return Deed.elsewhere(
                party,
                story.software
                        .receiveOnAccount(party, story.today(), "prelevement", amount)
                        .toString());
    }

    private Optional<Plan> plan(Party party) {
        return utility.in(() -> utility.plans.find(utility.staff, party.agreement()));
    }

    private Deed running(Party party, Function<Plan, Deed> does) {
        return plan(party).filter(Plan::isRunning).map(does).orElse(Deed.NONE);
    }

    static void same(String rule, long expected, long actual) {
        if (expected != actual) {
            throw new StoryFailed(rule, Cents.text(expected) + " is not " + Cents.text(actual));
        }
    }

    private static Deed unlessRefused(java.util.function.Supplier<Deed> work) {
        try {
            return work.get();
        } catch (PlanRefused refused) {
            return Deed.NONE;
        }
    }
}
