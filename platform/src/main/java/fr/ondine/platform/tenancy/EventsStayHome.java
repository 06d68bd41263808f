package fr.ondine.platform.tenancy;

import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Stops an event of one utility in the work for another before any listener hears of it. */
@Component
class EventsStayHome {

    @EventListener
    @Order(Ordered.HIGHEST_PRECEDENCE)
    void check(TenantEvent event) {
        if (TenantContext.isBound() && !TenantContext.current().equals(event.tenant())) {
            throw new IllegalStateException(
                    "an event of " + event.tenant() + " in the work for " + TenantContext.current());
        }
    }
}
