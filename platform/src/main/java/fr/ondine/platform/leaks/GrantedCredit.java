package fr.ondine.platform.leaks;

import fr.ondine.platform.billing.InvoiceId;
import fr.ondine.platform.kernel.Money;

/**
 * A credit note that was issued for a leak.
 *
 * @param invoice the number of what it takes off, as printed
 * @param number of its own, as printed
 * @param amount VAT included
 * @param billed what the invoice asked for, VAT included
 * @param due what is left of that, whatever was paid: less all that was credited of it
 */
public record GrantedCredit(String invoice, InvoiceId note, String number, Money amount, Money billed, Money due) {}
