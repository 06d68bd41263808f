package fr.ondine.platform.payments.stripe;

import fr.ondine.platform.tenancy.TenantContext;
import fr.ondine.testing.SimulatedStripe;
import org.springframework.beans.factory.BeanFactory;

/** Takes what the simulated Stripe tells as the portal does. */
public final class StripeDoor {

    private StripeDoor() {}

    public static void open(BeanFactory beans) {
        open(beans.getBean(StripeWebhook.class));
    }

    static void open(StripeWebhook webhook) {
        SimulatedStripe.shared()
                .deliverTo((tenant, exchange) -> TenantContext.callAs(
                        tenant,
                        () -> webhook.receive(
                                        exchange.getRequestHeaders().getFirst("Stripe-Signature"),
                                        exchange.getRequestBody())
                                .getStatusCode()
                                .value()));
    }
}
