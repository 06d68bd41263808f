package fr.ondine.platform.plans;

import fr.ondine.platform.kernel.Money;
import java.util.Optional;

/**
 * What a plan is asked for with.
 *
 * @param day of the month, one of those that the utility offers
 * @param year what the year is to cost, where staff know better than the tariff
 */
public record PlanOrder(int day, Optional<Money> year) {}
