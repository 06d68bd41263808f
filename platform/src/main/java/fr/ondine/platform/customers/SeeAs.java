package fr.ondine.platform.customers;

import fr.ondine.platform.audit.AuditTrail;
import fr.ondine.platform.identity.CurrentUser;
import fr.ondine.platform.identity.Sessions;
import fr.ondine.platform.identity.UserId;
import fr.ondine.platform.staff.CurrentStaff;
import fr.ondine.platform.staff.StaffPermission;
import fr.ondine.platform.tenancy.Tenants;
import fr.ondine.tenantconfig.Feature;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Lets staff look at the portal as one of its subscribers sees it, for a while and for a reason that is written down. That
 * nothing is changed meanwhile is not asked of any façade: see {@code TenantContext.callLooking}.
 */
@Service
@Transactional
public class SeeAs {

    public static final Duration LIFE = Duration.ofMinutes(15);

    private static final int LONGEST_REASON = 200;

    private final LinkedAccounts accounts;
    private final Sessions sessions;
    private final AuditTrail audit;
    private final Tenants tenants;
    private final Clock clock;

    SeeAs(LinkedAccounts accounts, Sessions sessions, AuditTrail audit, Tenants tenants, Clock clock) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.audit = audit;
        this.tenants = tenants;
        this.clock = clock;
    }

    /** The accounts of an agreement that can be seen as; none where the utility does not want it. */
    @Transactional(readOnly = true)
    public List<SeenAccount> accounts(CurrentStaff who, AgreementId agreement) {
        who.require(StaffPermission.SEE_AS);
        return tenants.current().offers(Feature.SEE_AS_SUBSCRIBER) ? accounts.of(agreement) : List.of();
    }

    public SeenAs begin(CurrentStaff who, AgreementId agreement, UserId user, String reason) {
        who.require(StaffPermission.SEE_AS);
        if (!tenants.current().offers(Feature.SEE_AS_SUBSCRIBER)) {
            throw new SeeAsRefused("off");
        }
        if (reason.isBlank() || reason.strip().length() > LONGEST_REASON) {
            throw new SeeAsRefused("reason");
        }
        var seen = accounts.of(agreement).stream()
                .filter(account -> account.user().equals(user))
                .findFirst()
                .flatMap(account -> sessions.asSeen(user))
                .orElseThrow(() -> new SeeAsRefused("not-linked"));
        var until = clock.instant().plus(LIFE);
        audit.record(
                who.actor(),
                "see-as.begun",
                "user:" + user,
                who.displayName() + " > " + seen.displayName() + ", " + until + ": " + reason.strip());
        return new SeenAs(seen, agreement, until);
    }

    /** Whether who began it may go on: the utility still wants it, and it is not over. */
    @Transactional(readOnly = true)
    public boolean mayGoOn(CurrentStaff who, Instant until) {
        return who.may(StaffPermission.SEE_AS)
                && tenants.current().offers(Feature.SEE_AS_SUBSCRIBER)
                && clock.instant().isBefore(until);
    }

    /** Writes down that it ended before its time. */
    public void ended(CurrentStaff who, CurrentUser seen) {
        audit.record(
                who.actor(), "see-as.ended", "user:" + seen.userId(), who.displayName() + " > " + seen.displayName());
    }
}
