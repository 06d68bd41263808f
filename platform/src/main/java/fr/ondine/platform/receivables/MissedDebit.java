package fr.ondine.platform.receivables;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A debit that should have paid an invoice, or an instalment of it, and did not.
 *
 * @param sentBackOn the day on which it came back (a rejet); null when the books know of none
 */
public record MissedDebit(@Nullable LocalDate sentBackOn) {}
