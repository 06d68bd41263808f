package fr.ondine.platform.billing;

import fr.ondine.platform.customers.AgreementCard;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An agreement's account as staff look at it.
 *
 * @param meter the serial number of the meter that is there
 * @param emails the addresses of the accounts that may open it
 */
public record ManagedAccount(
        AgreementCard agreement, @Nullable String meter, List<String> emails, InvoiceAccount invoices) {

    public ManagedAccount {
        emails = List.copyOf(emails);
    }
}
