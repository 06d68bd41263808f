package fr.ondine.simulators.stripe;

import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** What a payer does on the hosted page, and what follows on the account. */
final class Checkout {

    enum Outcome {
        PAID,
        PROCESSING,
        DECLINED,
        AUTHENTICATION_REQUIRED,
        CLOSED
    }

    private final Account account;

    Checkout(Account account) {
        this.account = account;
    }

    Outcome pay(String sessionId, Card card) {
        synchronized (account) {
            var session = CheckoutSessions.find(account, sessionId);
            if (!CheckoutSessions.isOpen(session)) {
                return Outcome.CLOSED;
            }
            var intent = PaymentIntents.of(account, session);
            return switch (card) {
                case ACCEPTED -> settle(session, intent);
                case SETTLES_LATER -> process(session, intent);
                case AUTHENTICATION_REQUIRED -> {
                    PaymentIntents.save(account, intent.put("status", "requires_action"));
                    account.emit("payment_intent.requires_action", intent, Optional.empty());
                    yield Outcome.AUTHENTICATION_REQUIRED;
                }
                case DECLINED, INSUFFICIENT_FUNDS, EXPIRED, INVALID ->
                    decline(intent, "card_declined", card.declineCode());
            };
        }
    }

    /** The payer's answer to his bank. */
    Outcome authenticate(String sessionId, boolean confirmed) {
        synchronized (account) {
            var session = CheckoutSessions.find(account, sessionId);
            if (!CheckoutSessions.isOpen(session)) {
                return Outcome.CLOSED;
            }
            var intent = PaymentIntents.of(account, session);
            if (!Json.text(intent, "status").equals("requires_action")) {
                return Outcome.DECLINED;
            }
            return confirmed ? settle(session, intent) : decline(intent, "payment_intent_authentication_failure", "");
        }
    }

    /** The bank's late answer to a payment that was processing. */
    void conclude(String sessionId, boolean paid) {
        synchronized (account) {
            var session = CheckoutSessions.find(account, sessionId);
            var intent = PaymentIntents.of(account, session);
            if (!Json.text(intent, "status").equals("processing")) {
                throw StripeError.refused("", "This payment is not processing.");
            }
            if (paid) {
                succeed(session, intent);
                account.emit("checkout.session.async_payment_succeeded", session, Optional.empty());
            } else {
                decline(intent, "payment_intent_payment_attempt_failed", "");
                account.emit("checkout.session.async_payment_failed", session, Optional.empty());
            }
        }
    }

    private Outcome settle(ObjectNode session, ObjectNode intent) {
        complete(session);
        succeed(session, intent);
        account.emit("checkout.session.completed", session, Optional.empty());
        return Outcome.PAID;
    }

    private Outcome process(ObjectNode session, ObjectNode intent) {
        complete(session);
        PaymentIntents.save(account, intent.put("status", "processing"));
        CheckoutSessions.save(account, session);
        account.emit("payment_intent.processing", intent, Optional.empty());
        account.emit("checkout.session.completed", session, Optional.empty());
        return Outcome.PROCESSING;
    }

    private Outcome decline(ObjectNode intent, String code, String declineCode) {
        var error = intent.put("status", "requires_payment_method").putObject("last_payment_error");
        error.put("type", "card_error").put("code", code).put("message", "Your card was declined.");
        if (!declineCode.isEmpty()) {
            error.put("decline_code", declineCode);
        }
        PaymentIntents.save(account, intent);
        account.emit("payment_intent.payment_failed", intent, Optional.empty());
        return Outcome.DECLINED;
    }

    private void succeed(ObjectNode session, ObjectNode intent) {
        intent.put("status", "succeeded")
                .put("amount_received", intent.get("amount").asLong())
                .put("latest_charge", Json.text(Charges.of(account, intent), "id"))
                .put("payment_method", Json.id("pm"))
                .putNull("last_payment_error");
        PaymentIntents.save(account, intent);
        CheckoutSessions.save(account, session.put("payment_status", "paid"));
        account.emit("payment_intent.succeeded", intent, Optional.empty());
    }

    private static void complete(ObjectNode session) {
        session.put("status", "complete").putNull("url");
    }
}
