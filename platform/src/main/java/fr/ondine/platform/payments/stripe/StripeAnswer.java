package fr.ondine.platform.payments.stripe;

import com.stripe.model.Dispute;
import com.stripe.model.PaymentIntent;
import com.stripe.model.Refund;
import com.stripe.model.checkout.Session;
import fr.ondine.platform.payments.Checkout;
import fr.ondine.platform.payments.Checkout.Status;
import fr.ondine.platform.payments.SentBack;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/** Stripe's objects in our words. */
final class StripeAnswer {

    private static final Set<String> FAILED = Set.of("failed", "canceled");

    private StripeAnswer() {}

    /** A session of which nothing has been paid yet, or of which nothing was lost in a dispute. */
    static Checkout of(Session session) {
        return of(session, List.of());
    }

    static Checkout of(Session session, List<Dispute> disputes) {
        var status = status(session);
        var paid = status == Status.PAID;
        var cents = paid ? session.getPaymentIntentObject().getAmountReceived() : session.getAmountTotal();
        var back = paid ? givenBack(session.getPaymentIntentObject(), disputes) : 0;
        return new Checkout(
                session.getId(),
                Objects.requireNonNullElse(session.getClientReferenceId(), ""),
                status,
                Cents.toMoney(cents, session.getCurrency()),
                session.getUrl() == null ? null : URI.create(session.getUrl()),
                session.getPaymentIntent(),
                Cents.toMoney(back, session.getCurrency()));
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
            case "succeeded" -> Status.PAID;
            case "requires_payment_method", "canceled" -> Status.FAILED;
            default -> Status.PROCESSING;
        };
    }

    /** Refunds and lost disputes; one that is still argued about is not lost, and more than was received is not ours. */
    private static long givenBack(PaymentIntent intent, List<Dispute> disputes) {
        return Math.min(
                intent.getLatestChargeObject().getAmountRefunded() + lost(disputes), intent.getAmountReceived());
    }

    /** The same of each refund; one that waits for its payer has not left yet. */
    static SentBack sentBack(Session session, List<Dispute> disputes, List<Refund> refunds) {
        var left = refunds.stream().filter(one -> !one.getStatus().equals("requires_action"));
        var failed = refunds.stream().filter(one -> FAILED.contains(one.getStatus()));
        var notArrived = sum(failed);
        var most = session.getPaymentIntentObject().getAmountReceived() + notArrived;
        return new SentBack(
                Cents.toMoney(Math.min(sum(left) + lost(disputes), most), session.getCurrency()),
                Cents.toMoney(notArrived, session.getCurrency()));
    }

    private static long sum(Stream<Refund> refunds) {
        return refunds.mapToLong(Refund::getAmount).sum();
    }

    private static long lost(List<Dispute> disputes) {
        return disputes.stream()
                .filter(dispute -> dispute.getStatus().equals("lost"))
                .mapToLong(Dispute::getAmount)
                .sum();
    }
}
