package fr.ondine.platform.customers;

import fr.ondine.platform.audit.WatchedLimits;
import fr.ondine.platform.identity.UserId;
import fr.ondine.platform.identity.Visitor;
import fr.ondine.platform.tenancy.RateLimit;
import fr.ondine.platform.tenancy.RateLimits;
import fr.ondine.tenantconfig.ClaimLimits;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Counts wrong claims five ways: by network address, account, contract from one address, contract and utility.
 *
 * <p>Whoever knows a contract's number can use up what their own address may try at it, which leaves its holder in
 * peace; only {@link #ADDRESSES} of them together close the contract to everybody.
 *
 * <p>A permit is taken before the proof is looked at and given back when it was right, so that attempts made at the same
 * moment cannot slip through. The utility's own count comes last: whoever is stopped before cannot use it up.
 */
@Component
class ClaimLimiter {

    /** How many addresses may use up their tries at a contract: the utility's own count bounds what all find in all. */
    private static final int ADDRESSES = 4;

    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration HOUR = Duration.ofHours(1);

    private final RateLimits limits;
    private final WatchedLimits watched;

    ClaimLimiter(RateLimits limits, WatchedLimits watched) {
        this.limits = limits;
        this.watched = watched;
    }

    /** {@code contract} names it by what does not change with the number that was typed, when there is such a contract. */
    List<RateLimit> of(ClaimLimits rule, Visitor visitor, @Nullable UserId by, String contract) {
        var all = new ArrayList<RateLimit>();
        all.add(new RateLimit("claim-from", visitor.address(), rule.perAddressPerHour(), HOUR));
        if (by != null) {
            all.add(new RateLimit("claim-by", by.value().toString(), rule.perAccountPerDay(), DAY));
        }
        all.add(new RateLimit("claim-of-from", contract + " " + visitor.address(), rule.perContractPerDay(), DAY));
        all.add(new RateLimit("claim-of", contract, ADDRESSES * rule.perContractPerDay(), DAY));
        all.add(RateLimit.ofAll("claim-all", rule.perTenantPerHour(), HOUR));
        return all;
    }

    /** Takes one permit of each; zero when there was one everywhere, else how long to wait. */
    Duration take(List<RateLimit> all) {
        for (var limit : all) {
            var wait = limits.take(limit.kind(), limit.subject(), limit.permits(), limit.window());
            if (!wait.isZero()) {
                watched.tell("claim.limited", limit);
                return wait;
            }
        }
        return Duration.ZERO;
    }

    /** A right proof is no attempt to guess. */
    void giveBack(List<RateLimit> all) {
        limits.giveBack(all);
    }

    /** Right proofs that open nothing have mails sent: so many for a contract, from wherever they come. */
    Duration takeUnopened(ClaimLimits rule, String contract) {
        return take(List.of(new RateLimit("claim-unopened", contract, rule.perContractPerDay(), DAY)));
    }
}
