package fr.ondine.platform.plans;

/** From what it is known what a year will cost. */
public enum PlanBasis {
    /** What was used in a year, by today's tariff. */
    TARIFF,
    /** What the invoices of the last year came to. */
    BILLED,
    /** Somebody of the staff said so. */
    STAFF
}
