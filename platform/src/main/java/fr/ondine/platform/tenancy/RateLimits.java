package fr.ondine.platform.tenancy;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Counts attempts of the bound utility's visitors across all nodes; when Redis is away it refuses (fails closed). */
@Component
public class RateLimits {

    private final Vault vault;
    private final Buckets buckets;

    RateLimits(Vault vault, Buckets buckets) {
        this.vault = vault;
        this.buckets = buckets;
    }

    /**
     * Takes one permit of those that {@code subject} (an address, an account, a contract: stored as a keyed digest) has
     * in each {@code window} for this {@code kind} of attempt.
     */
    public boolean allow(String kind, String subject, int permits, Duration window) {
        return take(kind, subject, permits, window).isZero();
    }

    /** The same, telling when there will be a permit again: zero when one was taken. */
    public Duration take(String kind, String subject, int permits, Duration window) {
        return buckets.take(key(kind, subject), permits, window);
    }

    /** The same, telling how many are left; {@link LimitsAway} if nobody knows. */
    public Permits draw(String kind, String subject, int permits, Duration window) {
        return buckets.draw(key(kind, subject), permits, window).orElseThrow(LimitsAway::new);
    }

    /** Gives a permit back, when the attempt turned out to be none of those that are counted. */
    public void giveBack(String kind, String subject, int permits, Duration window) {
        buckets.giveBack(key(kind, subject), permits, window);
    }

    /**
     * Takes one of each: of the first, which is the narrowest, before the others, which are asked all at once; whoever is
     * stopped uses up nothing of those that come after.
     */
    public boolean allow(List<RateLimit> fromTheNarrowest) {
        try {
            return stopping(fromTheNarrowest).isEmpty();
        } catch (LimitsAway away) {
            return false;
        }
    }

    /** The same, telling which of them stops the attempt, where one does; {@link LimitsAway} if nobody knows. */
    public Optional<RateLimit> stopping(List<RateLimit> fromTheNarrowest) {
        var narrowest = fromTheNarrowest.getFirst();
        return draw(narrowest.kind(), narrowest.subject(), narrowest.permits(), narrowest.window())
                        .pause()
                        .isPositive()
                ? Optional.of(narrowest)
                : buckets.takeAll(fromTheNarrowest.subList(1, fromTheNarrowest.size()), this::key);
    }

    /** Gives one of each back, all at once. */
    public void giveBack(List<RateLimit> taken) {
        buckets.giveBack(taken, this::key);
    }

    private String key(RateLimit limit) {
        return key(limit.kind(), limit.subject());
    }

    private String key(String kind, String subject) {
        return TenantRedis.key("limit", kind + ":" + vault.mac("limit", subject));
    }
}
