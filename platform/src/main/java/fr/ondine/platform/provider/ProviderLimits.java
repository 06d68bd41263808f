package fr.ondine.platform.provider;

import fr.ondine.platform.tenancy.Permits;
import fr.ondine.platform.tenancy.RateLimits;
import java.time.Duration;
import org.springframework.stereotype.Component;

/**
 * How often programs may ask at the bound utility, and how often who they are may be guessed; where nobody can tell,
 * {@link fr.ondine.platform.tenancy.LimitsAway}.
 */
@Component
public class ProviderLimits {

    private static final Duration QUARTER = Duration.ofMinutes(15);
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final RateLimits limits;
    private final ProviderSettings settings;

    ProviderLimits(RateLimits limits, ProviderSettings settings) {
        this.limits = limits;
        this.settings = settings;
    }

    /** How long whoever is at that address has to wait before showing who they are: not at all, as a rule. */
    public Duration takeRefusal(String from) {
        return limits.draw("provider-from", from, settings.refusalsPerAddress(), QUARTER)
                .pause();
    }

    /** It was no refusal. */
    public void giveRefusalBack(String from) {
        limits.giveBack("provider-from", from, settings.refusalsPerAddress(), QUARTER);
    }

    /** One request of a program. */
    public Taken take(ApiCaller caller) {
        return take("provider-client", caller, settings.requestsPerClient(), MINUTE);
    }

    /** One import of a program. */
    public Taken takeImport(ApiCaller caller) {
        return take("provider-import", caller, settings.importsPerClient(), HOUR);
    }

    private Taken take(String kind, ApiCaller caller, int permits, Duration window) {
        return new Taken(permits, window, limits.draw(kind, caller.client().toString(), permits, window));
    }

    /** What was taken of how many permits in which window. */
    public record Taken(int permits, Duration window, Permits drawn) {

        public boolean isRefused() {
            return drawn.pause().isPositive();
        }

        public long windowSeconds() {
            return window.toSeconds();
        }

        public long pauseSeconds() {
            return drawn.pause().toSeconds() + 1;
        }
    }
}
