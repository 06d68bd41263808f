package fr.ondine.platform.payments.stripe;

import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What we take from an event: enough to know whose it is and which payment to ask about, never its outcome.
 *
 * @param payment the payment of ours that it names
 * @param money Stripe's reference of the money, by which a dispute names it
 */
record StripeEvent(
        String id,
        String type,
        Optional<String> account,
        boolean live,
        Optional<String> payment,
        Optional<String> money) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** Empty when the payload is no event. */
    static Optional<StripeEvent> parse(String payload) {
        try {
            var event = JSON.readTree(payload);
            var object = event.path("data").path("object");
            var reference = text(object.path("client_reference_id"))
                    .or(() -> text(object.path("metadata").path("payment")));
            return text(event.path("id"))
                    .flatMap(id -> text(event.path("type"))
                            .map(type -> new StripeEvent(
                                    id,
                                    type,
                                    text(event.path("account")),
                                    event.path("livemode").asBoolean(false),
                                    reference,
                                    text(object.path("payment_intent")))));
        } catch (JacksonException malformed) {
            return Optional.empty();
        }
    }

    private static Optional<String> text(JsonNode node) {
        return node.isString() ? Optional.of(node.asString()) : Optional.empty();
    }
}
