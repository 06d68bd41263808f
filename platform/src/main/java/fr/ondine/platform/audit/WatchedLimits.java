package fr.ondine.platform.audit;

import fr.ondine.platform.tenancy.LimitsAway;
import fr.ondine.platform.tenancy.RateLimit;
import fr.ondine.platform.tenancy.RateLimits;
import fr.ondine.platform.tenancy.StoppedAttempts;
import fr.ondine.platform.tenancy.TenantContext;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Limits of which somebody is told: each attempt that one stops is counted, and once an hour the trail and the log say at
 * which. A flood of attempts must not become a flood of entries.
 */
@Component
public class WatchedLimits {

    private static final Logger LOG = LoggerFactory.getLogger(WatchedLimits.class);
    private static final Duration HOUR = Duration.ofHours(1);

    private final RateLimits limits;
    private final AuditTrail audit;
    private final TransactionTemplate transaction;
    private final StoppedAttempts stopped;

    WatchedLimits(RateLimits limits, AuditTrail audit, TransactionTemplate transaction, StoppedAttempts stopped) {
        this.limits = limits;
        this.audit = audit;
        this.transaction = transaction;
        this.stopped = stopped;
    }

    /** Takes one of each, as {@link RateLimits} does; {@code fact} is what the trail is told where one stops it. */
    public boolean allow(String fact, List<RateLimit> fromTheNarrowest) {
        try {
            var stopping = limits.stopping(fromTheNarrowest);
            stopping.ifPresent(limit -> tell(fact, limit));
            return stopping.isEmpty();
        } catch (LimitsAway away) {
            return false;
        }
    }

    /** Tells of a limit that has just stopped an attempt. */
    public void tell(String fact, RateLimit limit) {
        stopped.countHere(limit);
        if (limits.allow("told", limit.kind(), 1, HOUR)) {
            LOG.warn("{}: attempts are stopped by the limit {}", TenantContext.current(), limit.kind());
            transaction.executeWithoutResult(
                    status -> audit.record("system", fact, limit.kind(), limit.permits() + " in " + limit.window()));
        }
    }
}
