package fr.ondine.simulators.stripe;

import com.stripe.StripeClient;
import com.stripe.param.checkout.SessionCreateParams;
import com.stripe.param.checkout.SessionCreateParams.LineItem;
import com.stripe.param.checkout.SessionCreateParams.LineItem.PriceData;

/** The unchanged SDK, pointed at the simulator. */
final class StripeFixture {

    private StripeFixture() {}

    static StripeClient client(StripeSimulator simulator, String secretKey) {
        return StripeClient.builder()
                .setApiKey(secretKey)
                .setApiBase(simulator.baseUri().toString())
                .setMaxNetworkRetries(0)
                .setConnectTimeout(2_000)
                .setReadTimeout(2_000)
                .build();
    }

    static SessionCreateParams session(long cents) {
        var price = PriceData.builder()
                .setCurrency("eur")
                .setUnitAmount(cents)
                .setProductData(
                        PriceData.ProductData.builder().setName("Facture 1").build());
        return SessionCreateParams.builder()
                .setMode(SessionCreateParams.Mode.PAYMENT)
                .setSuccessUrl("http://siegvo.localhost:8080/retour?session={CHECKOUT_SESSION_ID}")
                .setCancelUrl("http://siegvo.localhost:8080/abandon")
                .setClientReferenceId("payment-1")
                .putMetadata("payment", "payment-1")
                .addLineItem(LineItem.builder()
                        .setQuantity(1L)
                        .setPriceData(price.build())
                        .build())
                .build();
    }
}
