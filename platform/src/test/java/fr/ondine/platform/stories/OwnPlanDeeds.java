package fr.ondine.platform.stories;

import fr.ondine.platform.plans.Plan;
import fr.ondine.platform.plans.PlanBasis;
import fr.ondine.platform.plans.PlanDraft;
import fr.ondine.platform.plans.PlanRefused;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What a subscriber does about their own plan: looks at one, asks for it at once or later, and stops it. */
final class OwnPlanDeeds {

    private static final List<Integer> DAYS = List.of(5, 10, 15);

    private final Story story;
    private final Utility utility;
    private final Map<Party, PlanDraft> seen = new HashMap<>();

    OwnPlanDeeds(Story story) {
        this.story = story;
        utility = story.utility;
    }

    Deed agrees(Party party, Step step) {
        return unlessRefused(() -> agree(party, look(party, step)));
    }

    /** What is agreed later is what was seen then, or refused. */
    Deed looks(Party party, Step step) {
        return unlessRefused(() -> {
            var draft = look(party, step);
            seen.put(party, draft);
            return Deed.elsewhere(party, Cents.text(Cents.of(draft.instalments().total())));
        });
    }

    Deed agreesLate(Party party) {
        var draft = seen.remove(party);
        return draft == null ? Deed.NONE : unlessRefused(() -> agree(party, draft));
    }

    Deed stops(Party party) {
        return running(party)
                .map(plan -> {
                    Runnable stop = stop(party, plan);
                    stop.run();
                    return Deed.of(party, party + " its own plan", stop);
                })
                .orElse(Deed.NONE);
    }

    /** Of another day of the month there is no plan but a new one. */
    Deed changes(Party party, Step step) {
        return running(party)
                .map(plan -> {
                    stop(party, plan).run();
                    var anew = agrees(party, step);
                    return anew.isNothing() ? Deed.of(party, party + " none instead", () -> {}) : anew;
                })
                .orElse(Deed.NONE);
    }

    private Runnable stop(Party party, Plan plan) {
        return () -> utility.in(() -> utility.ownPlans.stop(party.reader(), party.agreement(), plan.id()));
    }

    private PlanDraft look(Party party, Step step) {
        var draft = utility.in(
                () -> utility.ownPlans.draft(party.reader(), party.agreement(), DAYS.get(step.pick() % DAYS.size())));
        if (draft.year().basis() != PlanBasis.BILLED) {
            throw new StoryFailed(
                    "a year without readings is what was billed", draft.year().toString());
        }
        PlanDeeds.same(
                "a year is what was billed of the last one",
                new BilledYear(story.software, party, story.today()).amount(),
                Cents.of(draft.year().amount()));
        SharedYear.of(draft, utility.leastInstalment).requireFair(story.today());
        return draft;
    }

    private Deed agree(Party party, PlanDraft draft) {
        Runnable agree = () -> utility.in(() -> {
            utility.ownPlans.agree(party.reader(), party.agreement(), draft);
        });
        agree.run();
        PlanDeeds.same(
                "a plan asks for what was seen",
                Cents.of(draft.instalments().total()),
                Cents.of(running(party).orElseThrow().total()));
        return Deed.of(
                party,
                party + " of " + Cents.text(Cents.of(draft.instalments().total())) + " in "
                        + draft.instalments().all().size(),
                agree);
    }

    private java.util.Optional<Plan> running(Party party) {
        return utility.in(() -> utility.ownPlans.running(party.reader(), party.agreement()));
    }

    private static Deed unlessRefused(java.util.function.Supplier<Deed> work) {
        try {
            return work.get();
        } catch (PlanRefused refused) {
            return Deed.NONE;
        }
    }
}
