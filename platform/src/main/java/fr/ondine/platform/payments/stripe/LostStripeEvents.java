package fr.ondine.platform.payments.stripe;

import com.stripe.model.Event;
import com.stripe.model.StripeCollection;
import com.stripe.param.EventListParams;
import fr.ondine.platform.payments.ProviderUnavailable;
import fr.ondine.platform.tenancy.TenantContext;
import fr.ondine.platform.tenancy.TenantJob;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Asks Stripe what went back to payers, so that it is booked although no webhook told: of what is settled nobody asks
 * any more. Stripe lists the last thirty days; these are so few that all are read each time and none can be missed.
 */
@Component
class LostStripeEvents implements TenantJob {

    static final String NAME = "ask-for-lost-stripe-events";

    private static final Logger LOG = LoggerFactory.getLogger(LostStripeEvents.class);
    private static final List<String> GIVEN_BACK = List.of(
            "charge.refunded",
            "charge.refund.updated",
            "refund.failed",
            "charge.dispute.created",
            "charge.dispute.updated",
            "charge.dispute.closed",
            "charge.dispute.funds_withdrawn",
            "charge.dispute.funds_reinstated");
    private static final long PAGE = 25;

    private final StripeAccounts accounts;
    private final StripeKeyOwners owners;
    private final StripeInbox inbox;

    LostStripeEvents(StripeAccounts accounts, StripeKeyOwners owners, StripeInbox inbox) {
        this.accounts = accounts;
        this.owners = owners;
        this.inbox = inbox;
    }

    @Override
    public String name() {
        return NAME;
    }

    /** Without an answer there is nothing to try again: the next round asks for the same and for what came since. */
    @Override
    public void run(UUID id) {
        try {
            accounts.current().ifPresent(this::ask);
        } catch (ProviderUnavailable unanswered) {
            LOG.warn("{}: Stripe does not tell what went back: {}", TenantContext.current(), reason(unanswered));
        }
    }

    private void ask(StripeAccount account) {
        owners.require(account, accounts.client());
        var page = after(null);
        page.getData().forEach(this::keep);
        while (page.getHasMore()) {
            page = after(page.getData().getLast().getId());
            page.getData().forEach(this::keep);
        }
    }

    private StripeCollection<Event> after(@Nullable String last) {
        var asked = EventListParams.builder().addAllType(GIVEN_BACK).setLimit(PAGE);
        var more = last == null ? asked : asked.setStartingAfter(last);
        return StripeCall.read(() -> accounts.client().v1().events().list(more.build()));
    }

    private void keep(Event told) {
        var payload = told.toJson();
        StripeEvent.parse(payload).ifPresent(event -> inbox.keep(event, payload));
    }

    private static @Nullable String reason(ProviderUnavailable unanswered) {
        return unanswered.getCause() == null ? null : unanswered.getCause().getMessage();
    }
}
