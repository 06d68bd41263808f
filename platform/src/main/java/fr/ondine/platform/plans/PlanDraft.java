package fr.ondine.platform.plans;

/**
 * A plan as it would be; nothing of it is kept.
 *
 * @param id by which it is agreed once, however often that is asked for
 * @param contract the number of the agreement as it is printed
 */
public record PlanDraft(
        PlanId id, String contract, String holder, PlanOrder order, YearlyAmount year, Instalments instalments) {}
