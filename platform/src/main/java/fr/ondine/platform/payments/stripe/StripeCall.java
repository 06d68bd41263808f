package fr.ondine.platform.payments.stripe;

import com.stripe.exception.CardException;
import com.stripe.exception.InvalidRequestException;
import com.stripe.exception.StripeException;
import fr.ondine.platform.payments.ProviderRefused;
import fr.ondine.platform.payments.ProviderUnavailable;
import java.util.Objects;

/** One call, and what its failure means: refused without doubt, or not known and to be asked again. */
@FunctionalInterface
interface StripeCall<T> {

    T run() throws StripeException;

    /** A call that is to have an effect. */
    static <T> T ask(StripeCall<T> call) {
        try {
            return call.run();
        } catch (CardException | InvalidRequestException refusal) {
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
