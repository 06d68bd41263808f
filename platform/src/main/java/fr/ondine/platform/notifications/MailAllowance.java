package fr.ondine.platform.notifications;

import fr.ondine.platform.tenancy.RateLimits;
import fr.ondine.platform.tenancy.TenantContext;
import fr.ondine.platform.tenancy.Tenants;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** How many mails the bound utility may still send today; what is over waits and is not lost. */
@Component
class MailAllowance {

    private static final String KIND = "mails";
    private static final Duration DAY = Duration.ofDays(1);

    private final RateLimits limits;
    private final Tenants tenants;

    MailAllowance(RateLimits limits, Tenants tenants) {
        this.limits = limits;
        this.tenants = tenants;
    }

    void take() {
        var wait = limits.take(kind(), "", perDay(), DAY);
        if (!wait.isZero()) {
            throw new MailsOfTheDaySent(TenantContext.current(), wait);
        }
    }

    void giveBack() {
        limits.giveBack(kind(), "", perDay(), DAY);
    }

    /** Another limit counts anew: a counter keeps the limit that it was made with. */
    private String kind() {
        return KIND + "-" + perDay();
    }

    private int perDay() {
        return tenants.limits(TenantContext.current()).mailsPerDay();
    }
}
