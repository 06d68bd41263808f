package fr.ondine.platform.receivables;

import fr.ondine.platform.kernel.Money;
import java.time.LocalDate;

/**
 * What an agreement owed when an invoice was issued, besides it (solde précédent): information, and no part of its total.
 *
 * @param balance negative when the utility owed
 * @param on the day on which that was so
 */
public record CarriedOver(Money balance, LocalDate on) {}
