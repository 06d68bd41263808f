package fr.ondine.platform.personaldata;

import fr.ondine.platform.tenancy.OpenTenants;
import fr.ondine.platform.tenancy.RecurringJob;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalTime;
import org.springframework.stereotype.Component;

/** Once a night, while each utility sleeps, has it remove what it has kept long enough. */
@Component
class RemoveEachNight implements RecurringJob {

    private static final int HOUR = 3;

    private final Retention retention;
    private final OpenTenants open;
    private final Clock clock;

    RemoveEachNight(Retention retention, OpenTenants open, Clock clock) {
        this.retention = retention;
        this.open = open;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "remove-what-is-over-each-night";
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(50); // so that no night goes by without one
    }

    @Override
    public void run() {
        open.each(this, () -> {
            if (LocalTime.now(clock).getHour() == HOUR) {
                retention.remove();
            }
        });
    }
}
