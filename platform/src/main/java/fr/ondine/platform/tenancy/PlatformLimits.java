package fr.ondine.platform.tenancy;

import java.time.Duration;
import org.springframework.stereotype.Component;

/** Counts attempts that concern no utility, those at the operators' console; when Redis is away it refuses. */
@Component
public class PlatformLimits {

    private static final String OWNER = "limits";

    private final PlatformVault vault;
    private final Buckets buckets;

    PlatformLimits(PlatformVault vault, Buckets buckets) {
        this.vault = vault;
        this.buckets = buckets;
    }

    /** Takes one permit of those that {@code subject} has in each {@code window} for this {@code kind} of attempt. */
    public boolean allow(String kind, String subject, int permits, Duration window) {
        return buckets.take(key(kind, subject), permits, window).isZero();
    }

    /** The same, telling when there will be a permit again: zero when one was taken; {@link LimitsAway} if nobody knows. */
    public Duration take(String kind, String subject, int permits, Duration window) {
        return buckets.ask(key(kind, subject), permits, window).orElseThrow(LimitsAway::new);
    }

    /** Gives a permit back, when the attempt turned out to be none of those that are counted. */
    public void giveBack(String kind, String subject, int permits, Duration window) {
        buckets.giveBack(key(kind, subject), permits, window);
    }

    private String key(String kind, String subject) {
        return Realm.CONSOLE_KEYS + "limit:" + kind + ":" + vault.mac(OWNER, "limit", subject);
    }
}
