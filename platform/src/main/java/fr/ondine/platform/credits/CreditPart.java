package fr.ondine.platform.credits;

import fr.ondine.platform.kernel.Money;
import fr.ondine.platform.kernel.Quantity;

/**
 * A part of a line that is taken back because less of it is due.
 *
 * @param net excluding VAT, of the sign that the line has
 * @param quantity how much less, in the unit of the line
 */
public record CreditPart(Money net, Quantity quantity) {}
