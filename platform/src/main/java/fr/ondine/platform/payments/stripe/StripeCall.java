package fr.ondine.platform.payments.stripe;

import com.stripe.exception.CardException;
import com.stripe.exception.IdempotencyException;
import com.stripe.exception.InvalidRequestException;
import com.stripe.exception.StripeException;
import fr.ondine.platform.payments.ProviderRefused;
import fr.ondine.platform.payments.ProviderUnavailable;
import java.util.Objects;

/** One call, and what its failure means: refused without doubt, or not known and to be asked again. */
@FunctionalInterface
interface StripeCall<T> {

    T run() throws StripeException;

    /**
     * A call that is to have an effect.
     *
     * <p>A key that was used for another order is a refusal for good: the same question never gets another answer, and
     * the page that the first call may have opened was shown to nobody, so that nobody pays there.
     */
    static <T> T ask(StripeCall<T> call) {
        try {
            return call.run();
        } catch (CardException | IdempotencyException | InvalidRequestException refusal) {
            throw new ProviderRefused(Objects.requireNonNullElse(refusal.getCode(), refusal.getMessage()));
        } catch (StripeException unknown) {
            throw new ProviderUnavailable(unknown);
        }
    }

    /** A call that only reads: without an answer nothing is known, whatever the reason. */
    static <T> T read(StripeCall<T> call) {
        try {
            return call.run();
        } catch (StripeException unknown) {
            throw new ProviderUnavailable(unknown);
        }
    }
}
