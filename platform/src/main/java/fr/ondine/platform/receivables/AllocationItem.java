package fr.ondine.platform.receivables;

import fr.ondine.platform.customers.AgreementId;
import fr.ondine.platform.kernel.Money;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What allocation looks at of one invoice, or of what an agreement has on account.
 *
 * @param invoice null on account
 * @param inProgress what a payment by card pays of it and the provider does not have yet
 * @param day on which it was issued, or on which money was last taken in or given back
 * @param moves how often credit was moved to or from it
 * @param set how much credit was set against it and stayed
 */
record AllocationItem(
        AgreementId agreement,
        @Nullable ReceivableId invoice,
        Money balance,
        Money inProgress,
        LocalDate day,
        int moves,
        Money set) {}
