package fr.ondine.platform.receivables;

import fr.ondine.platform.kernel.Money;
import java.time.LocalDate;
import java.util.List;

/**
 * One fact that changed what an agreement owes.
 *
 * @param invoices the numbers, as stored, of the invoices that it is about; none for money on account
 * @param amount positive for what is owed more (débit), negative for less (crédit)
 * @param balance what was owed in all after it; negative when the utility owed
 */
public record StatementEntry(LocalDate on, LedgerEntry.Kind kind, List<String> invoices, Money amount, Money balance) {

    public StatementEntry {
        invoices = List.copyOf(invoices);
    }
}
