package fr.ondine.platform.payments;

import fr.ondine.platform.kernel.Money;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * A payment as the provider holds it.
 *
 * @param reference the payment of ours that it says it is for
 * @param page where the payer pays; only while it is open
 * @param payment the provider's own reference of the money, once there is one
 * @param givenBack how much of what was paid has gone back to the payer since
 */
public record Checkout(
        String session,
        String reference,
        Status status,
        Money amount,
        @Nullable URI page,
        @Nullable String payment,
        Money givenBack) {

    /** What the provider says of it. */
    public enum Status {
        OPEN,
        PROCESSING,
        PAID,
        FAILED,
        EXPIRED
    }
}
