package fr.ondine.platform.identity;

import fr.ondine.platform.tenancy.OpenTenants;
import fr.ondine.platform.tenancy.RecurringJob;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** Once a day, has each utility write to those who cannot come in any more. */
@Component
class IdentityEachDay implements RecurringJob {

    private final ClosedDoor closed;
    private final OpenTenants open;

    IdentityEachDay(ClosedDoor closed, OpenTenants open) {
        this.closed = closed;
        this.open = open;
    }

    @Override
    public String name() {
        return "identity-each-day";
    }

    @Override
    public Duration every() {
        return Duration.ofDays(1);
    }

    @Override
    public void run() {
        open.each(this, () -> {
            while (closed.tell() == ClosedDoor.AT_ONCE) {
                // each portion is told for good before the next
            }
        });
    }
}
