package fr.ondine.platform.payments.stripe;

import com.stripe.model.PaymentIntent;
import com.stripe.model.checkout.Session;
import fr.ondine.platform.payments.Checkout;
import fr.ondine.platform.payments.Checkout.Status;
import java.net.URI;
import java.util.Objects;

/** Stripe's objects in our words. */
final class StripeAnswer {

    private StripeAnswer() {}

    static Checkout of(Session session) {
        var status = status(session);
        var cents = status == Status.PAID ? kept(session.getPaymentIntentObject()) : session.getAmountTotal();
        return new Checkout(
                session.getId(),
                Objects.requireNonNullElse(session.getClientReferenceId(), ""),
                status,
                Cents.toMoney(cents, session.getCurrency()),
                session.getUrl() == null ? null : URI.create(session.getUrl()),
                session.getPaymentIntent());
    }

    private static Status status(Session session) {
        return switch (session.getStatus()) {
            case "open" -> Status.OPEN;
            case "expired" -> Status.EXPIRED;
            case "complete" -> outcome(session.getPaymentIntentObject());
            default -> throw new IllegalStateException("unknown state of a session: " + session.getStatus());
        };
    }

    /** Only money that has been received is paid; what Stripe may add one day is not decided yet. */
    private static Status outcome(PaymentIntent intent) {
        return switch (intent.getStatus()) {
            case "succeeded" -> intent.getLatestChargeObject().getRefunded() ? Status.RETURNED : Status.PAID;
            case "requires_payment_method", "canceled" -> Status.FAILED;
            default -> Status.PROCESSING;
        };
    }

    /** What was received and not given back since: a part given back is for a person to look at. */
    private static long kept(PaymentIntent intent) {
        return intent.getAmountReceived() - intent.getLatestChargeObject().getAmountRefunded();
    }
}
