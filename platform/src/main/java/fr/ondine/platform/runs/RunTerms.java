package fr.ondine.platform.runs;

import fr.ondine.platform.kernel.Period;
import java.time.LocalDate;

/**
 * What all invoices of a run have in common.
 *
 * @param period the days of which standing charges are due and, but for the last invoice of a holder, the use
 * @param readUntil the last day whose readings count; a round begins before a period ends and may end after it
 */
public record RunTerms(RunKind kind, Period period, LocalDate readUntil, LocalDate issuedOn, LocalDate dueOn) {}
