package fr.ondine.platform.payments.stripe;

import fr.ondine.platform.payments.PaymentChecks;
import fr.ondine.platform.tenancy.TenantJob;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Handles an event of the inbox: it says which payment to ask about, and the answer, not the event, decides. */
@Component
class HandleStripeEvent implements TenantJob {

    static final String NAME = "handle-stripe-event";

    private final StripeInbox inbox;
    private final PaymentChecks checks;

    HandleStripeEvent(StripeInbox inbox, PaymentChecks checks) {
        this.inbox = inbox;
        this.checks = checks;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void run(UUID id) {
        var payload = inbox.waiting(id);
        payload.flatMap(StripeEvent::parse).ifPresent(this::check);
        if (payload.isPresent()) {
            inbox.handled(id);
        }
    }

    private void check(StripeEvent event) {
        event.payment().ifPresentOrElse(checks::checkNamed, () -> event.money().ifPresent(checks::checkPaidWith));
    }
}
