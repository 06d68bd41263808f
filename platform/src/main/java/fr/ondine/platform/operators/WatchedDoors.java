package fr.ondine.platform.operators;

import fr.ondine.platform.tenancy.LimitsAway;
import fr.ondine.platform.tenancy.PlatformLimits;
import fr.ondine.platform.tenancy.RateLimit;
import fr.ondine.platform.tenancy.StoppedAttempts;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Limits of the operators' doors, of which somebody is told: each attempt that one stops is counted, and once an hour what
 * operators did and the log say at which.
 */
@Component
class WatchedDoors {

    private static final Logger LOG = LoggerFactory.getLogger(WatchedDoors.class);
    private static final Duration HOUR = Duration.ofHours(1);

    private final PlatformLimits limits;
    private final StoppedAttempts stopped;
    private final OperatorActs acts;
    private final TransactionTemplate transaction;

    WatchedDoors(PlatformLimits limits, StoppedAttempts stopped, OperatorActs acts, TransactionTemplate transaction) {
        this.limits = limits;
        this.stopped = stopped;
        this.acts = acts;
        this.transaction = transaction;
    }

    boolean allow(List<RateLimit> fromTheNarrowest) {
        try {
            return fromTheNarrowest.stream().allMatch(limit -> take(limit).isZero());
        } catch (LimitsAway away) {
            return false;
        }
    }

    /** Takes one, or tells how long to wait; {@link LimitsAway} if nobody knows. */
    Duration take(RateLimit limit) {
        var wait = limits.take(limit.kind(), limit.subject(), limit.permits(), limit.window());
        if (wait.isPositive()) {
            tell(limit);
        }
        return wait;
    }

    void giveBack(List<RateLimit> taken) {
        taken.forEach(limit -> limits.giveBack(limit.kind(), limit.subject(), limit.permits(), limit.window()));
    }

    private void tell(RateLimit limit) {
        stopped.countAtConsole(limit);
        if (limits.allow("told", limit.kind(), 1, HOUR)) {
            LOG.warn("the operators' doors: attempts are stopped by the limit {}", limit.kind());
            transaction.executeWithoutResult(status -> acts.record(
                    "system", "attempts stopped", limit.kind() + " " + limit.permits() + " in " + limit.window()));
        }
    }
}
