package fr.ondine.platform.receivables;

import fr.ondine.platform.customers.AgreementId;
import fr.ondine.platform.kernel.Money;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One side of an entry: so much on this account, for this agreement and, when it is a receivable, this invoice. */
record Posting(
        Account account, AgreementId agreement, @Nullable ReceivableId receivable, Money amount) {

    Posting {
        if ((account == Account.RECEIVABLE) != (receivable != null)) {
            throw new IllegalArgumentException(account + " with invoice " + receivable);
        }
    }

    Posting with(Money other) {
        return new Posting(account, agreement, receivable, other);
    }

    boolean isBeside(Posting other) {
        return account == other.account && Objects.equals(receivable, other.receivable);
    }
}
