package fr.ondine.platform.customers;

import fr.ondine.platform.tenancy.OpenTenants;
import fr.ondine.platform.tenancy.RecurringJob;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** Tells both of what has ended by itself; it opened nothing any more since its last day was over. */
@Component
class EndedDelegationsRound implements RecurringJob {

    private final Delegations delegations;
    private final OpenTenants open;

    EndedDelegationsRound(Delegations delegations, OpenTenants open) {
        this.delegations = delegations;
        this.open = open;
    }

    @Override
    public String name() {
        return "tell-of-ended-delegations";
    }

    @Override
    public Duration every() {
        return Duration.ofHours(1);
    }

    @Override
    public void run() {
        open.each(this, () -> {
            while (delegations.tellOfOver()) {
                // each portion is told for good before the next
            }
        });
    }
}
