package fr.ondine.platform.provider;

import fr.ondine.platform.tenancy.OpenTenants;
import fr.ondine.platform.tenancy.RecurringJob;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** Has each utility's keys keep up, and forgets what programs were let do once it is over. */
@Component
class ProviderCare implements RecurringJob {

    private final ProviderKeys keys;
    private final Authorizations authorizations;
    private final RepeatedRequests requests;
    private final OpenTenants open;

    ProviderCare(ProviderKeys keys, Authorizations authorizations, RepeatedRequests requests, OpenTenants open) {
        this.keys = keys;
        this.authorizations = authorizations;
        this.requests = requests;
        this.open = open;
    }

    @Override
    public String name() {
        return "provider-care";
    }

    @Override
    public Duration every() {
        return Duration.ofHours(1);
    }

    @Override
    public void run() {
        open.each(this, () -> {
            keys.keepUp();
            authorizations.forgetThoseOver();
            requests.forgetThoseOver();
        });
    }
}
