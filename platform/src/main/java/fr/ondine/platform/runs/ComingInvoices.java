package fr.ondine.platform.runs;

import fr.ondine.platform.kernel.Money;

/**
 * What will be issued when a run is validated.
 *
 * @param firstNumber as it is printed, unless other invoices are issued before
 */
public record ComingInvoices(int count, Money total, String firstNumber) {}
