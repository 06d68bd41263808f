package fr.ondine.platform.plans;

import java.util.List;
import java.util.Optional;

/**
 * What a plan of an agreement can be made with.
 *
 * @param days of the month that can be chosen; none where no plan is offered
 * @param year what a year is expected to cost; empty where nobody knows
 */
public record PlanOffer(List<Integer> days, Optional<YearlyAmount> year) {

    static final PlanOffer NONE = new PlanOffer(List.of(), Optional.empty());

    public PlanOffer {
        days = List.copyOf(days);
    }

    public boolean isMade() {
        return !days.isEmpty();
    }
}
