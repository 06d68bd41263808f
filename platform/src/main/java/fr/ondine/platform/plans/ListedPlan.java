package fr.ondine.platform.plans;

/**
 * A plan in a list.
 *
 * @param contract the number of the agreement as it is printed
 */
public record ListedPlan(Plan plan, String contract, String holder) {}
