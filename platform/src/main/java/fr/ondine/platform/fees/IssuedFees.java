package fr.ondine.platform.fees;

import fr.ondine.platform.billing.InvoiceId;

/**
 * A bill of services that was issued.
 *
 * @param number as it is printed
 */
public record IssuedFees(InvoiceId id, String number) {}
