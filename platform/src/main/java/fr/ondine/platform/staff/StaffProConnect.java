package fr.ondine.platform.staff;

import fr.ondine.platform.audit.AuditTrail;
import fr.ondine.platform.staff.StaffCredentialChanged.What;
import fr.ondine.platform.tenancy.TenantContext;
import fr.ondine.platform.tenancy.Tenants;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who of those whom ProConnect names may come in: somebody of a place on the utility's list who is invited, or linked
 * already. It stands for the password, never for the second factor.
 */
@Service
public class StaffProConnect {

    private static final String NOBODY = "proconnect";

    private final StaffAccounts accounts;
    private final StaffIdentities identities;
    private final StaffAttempts attempts;
    private final Tenants tenants;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    StaffProConnect(
            StaffAccounts accounts,
            StaffIdentities identities,
            StaffAttempts attempts,
            Tenants tenants,
            AuditTrail audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.accounts = accounts;
        this.identities = identities;
        this.attempts = attempts;
        this.tenants = tenants;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /** Whether somebody may come back from ProConnect once more, from that network address. */
    public boolean mayArrive(String from) {
        return attempts.mayArrive(from);
    }

    /** Nobody, for whichever reason: the trail knows it, and the person asks an administrator. */
    @Transactional
    public Optional<StaffProConnectGiven> admit(StaffIdentity identity, String from) {
        var owner = identities.owner(identity).flatMap(accounts::find);
        var account = owner.or(() -> identity.address().flatMap(accounts::find));
        var reason = reasonAgainst(identity, account, owner.isPresent());
        if (reason.isPresent()) {
            audit.record(
                    "system",
                    "staff.proconnect-refused",
                    account.map(known -> known.signedIn().actor()).orElse(NOBODY),
                    reason.get() + ", " + identity.origin());
            return Optional.empty();
        }
        attempts.arrived(from);
        return account.map(known -> new StaffProConnectGiven(
                TenantContext.current().slug(),
                known,
                identity,
                known.isActive() ? null : accounts.invitation(known.id()),
                clock.instant()));
    }

    /** Since when it opens the account of the person who is signed in. */
    @Transactional(readOnly = true)
    public Optional<Instant> linkedAt(CurrentStaff who) {
        who.require(StaffPermission.OWN_ACCOUNT);
        return identities.linkedAt(who.id());
    }

    /** Has it open the account no longer; other sessions end, this one goes on as the returned person. */
    @Transactional
    public CurrentStaff unlink(CurrentStaff who) {
        who.requireProven(StaffPermission.OWN_ACCOUNT, clock);
        var account = current(who);
        if (!drop(account, who)) {
            return who;
        }
        return accounts.find(who.id()).orElseThrow().signedIn().provenAt(clock.instant());
    }

    /** Whether what was given as the first step opens the account with the second: a first time, the two are linked by it. */
    boolean completes(StaffFirstStep given, StaffAccount account) {
        return switch (given) {
            case StaffPasswordGiven password -> true;
            case StaffProConnectGiven shown -> isAdmitted(shown.identity()) && isLinked(account, shown.identity());
        };
    }

    /** False when the account is somebody else's by now, or the identity opens another one. */
    boolean isLinked(StaffAccount account, StaffIdentity identity) {
        if (identities.link(account.id(), identity)) {
            var who = account.signedIn().actor();
            audit.record(who, "staff.proconnect-linked", who, identity.origin());
            tell(account, What.PROCONNECT_LINKED);
            return true;
        }
        return identities.owner(identity).equals(Optional.of(account.id()));
    }

    Set<UUID> linked() {
        return identities.linked();
    }

    /** An account that is opened anew: whoever it was before is somebody else. */
    void forget(UUID staff) {
        identities.unlink(staff);
    }

    /** Has it open the account no longer, in the name of whoever wants it so; their sessions end. */
    boolean drop(StaffAccount account, CurrentStaff by) {
        if (!identities.unlink(account.id())) {
            return false;
        }
        accounts.endSessions(account.id());
        audit.record(by.actor(), "staff.proconnect-unlinked", account.signedIn().actor(), "");
        tell(account, What.PROCONNECT_UNLINKED);
        return true;
    }

    private Optional<String> reasonAgainst(StaffIdentity identity, Optional<StaffAccount> account, boolean byLink) {
        if (!isAdmitted(identity)) {
            return Optional.of("siret-not-listed");
        }
        return account.map(known -> reasonAgainst(known, byLink)).orElse(Optional.of("not-invited"));
    }

    private Optional<String> reasonAgainst(StaffAccount account, boolean byLink) {
        if (!byLink && identities.linkedAt(account.id()).isPresent()) {
            return Optional.of("linked-to-another");
        }
        return switch (account.state()) {
            case ACTIVE -> Optional.empty();
            case SUSPENDED -> Optional.of("suspended");
            case INVITED -> isInvited(account) ? Optional.empty() : Optional.of("invitation-over");
        };
    }

    private boolean isInvited(StaffAccount account) {
        return account.invitedUntil() != null && clock.instant().isBefore(account.invitedUntil());
    }

    private boolean isAdmitted(StaffIdentity identity) {
        var client = tenants.current().proConnect();
        return client != null && identity.siret() != null && client.isFor(identity.siret());
    }

    private StaffAccount current(CurrentStaff who) {
        accounts.lock(who.id());
        return accounts.find(who.id())
                .filter(StaffAccount::isActive)
                .filter(account -> account.securityVersion() == who.securityVersion())
                .orElseThrow(StaffSignInRefused::atCode);
    }

    private void tell(StaffAccount account, What what) {
        events.publishEvent(new StaffCredentialChanged(TenantContext.current(), account.email(), account.name(), what));
    }
}
