package fr.ondine.platform.leaks;

import fr.ondine.platform.billing.InvoiceId;
import fr.ondine.platform.kernel.Money;
import java.util.List;

/**
 * A credit note that was issued for a leak.
 *
 * @param invoice the number of what it takes off, as printed
 * @param number of its own, as printed
 * @param amount VAT included
 * @param billed what the invoice asked for, VAT included
 * @param due what is left of that, whatever was paid: less all that was credited of it
 * @param stands whether the invoice was not taken back whole besides, so that another may have taken its place
 */
public record GrantedCredit(
        String invoice, InvoiceId note, String number, Money amount, Money billed, Money due, boolean stands) {

    /** Those that a household is told of: what was relieved of an invoice that another took the place of is no relief of theirs. */
    static List<GrantedCredit> told(List<GrantedCredit> all) {
        var standing = all.stream().filter(GrantedCredit::stands).toList();
        return standing.isEmpty() ? all : standing;
    }
}
