package fr.ondine.platform.tenancy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.springframework.stereotype.Component;

/** The bound utility's clock: its time zone, and an offset that a demonstration or a test can move. */
@Component
public class TenantClock extends Clock {

    private final Tenants tenants;
    private volatile Duration offset = Duration.ZERO;

    TenantClock(Tenants tenants) {
        this.tenants = tenants;
    }

    /** Moves every utility's clock forward; tests and the demonstration travel in time with it. */
    public void advance(Duration by) {
        offset = offset.plus(by);
    }

    @Override
    public ZoneId getZone() {
        return TenantContext.isBound() ? tenants.current().zone() : ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return Clock.offset(Clock.system(zone), offset);
    }

    @Override
    public Instant instant() {
        return Clock.systemUTC().instant().plus(offset);
    }
}
