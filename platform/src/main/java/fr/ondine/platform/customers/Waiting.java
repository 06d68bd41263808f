package fr.ondine.platform.customers;

import fr.ondine.platform.audit.AuditTrail;
import fr.ondine.platform.customers.ClaimOutcome.Mailed;
import fr.ondine.platform.customers.ClaimOutcome.WaitsForStaff;
import fr.ondine.platform.identity.UserId;
import fr.ondine.platform.kernel.EmailAddress;
import fr.ondine.platform.kernel.RawToken;
import fr.ondine.platform.tenancy.TenantContext;
import fr.ondine.platform.tenancy.Tenants;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Files claims that open nothing yet, and has whoever must confirm them asked. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class Waiting {

    private static final Duration LINK_LIVES = Duration.ofHours(24);

    private final PendingClaims claims;
    private final Tenants tenants;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Waiting(PendingClaims claims, Tenants tenants, AuditTrail audit, ApplicationEventPublisher events, Clock clock) {
        this.claims = claims;
        this.tenants = tenants;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /** The claim of an account that is active. */
    ClaimOutcome file(Claimant claimant, ProvenClaim claim, ContractOnFile contract) {
        return file(UUID.randomUUID(), claimant, claim, contract);
    }

    /** The claim of an account whose activation link names it by {@code id}. */
    ClaimOutcome file(UUID id, Claimant claimant, ProvenClaim claim, ContractOnFile contract) {
        return switch (claim.standing()) {
            case OPENS -> untilActivation(id, claimant, claim);
            case NEEDS_MAIL ->
                claimant.email().value().equals(contract.email())
                        ? untilActivation(id, claimant, claim)
                        : askAddressOnFile(id, claimant, claim, contract);
            case NEEDS_STAFF -> askStaff(id, claimant, claim, contract);
            case NEEDS_PROOF, STUCK -> throw new IllegalStateException("a claim that " + claim.standing());
        };
    }

    /** The claim that a mailed link confirms, while it may. */
    Optional<PendingClaim> find(RawToken link) {
        return claims.findByConfirmation(link.digest()).filter(claim -> claim.awaitsLink(clock.instant()));
    }

    /** What the latest claim of an active account still waits for. */
    Optional<ClaimAwaits> of(UserId user) {
        return claims.findByUserIdOrderByCreatedAtDesc(user.value()).stream()
                .flatMap(claim -> claim.awaits(clock.instant()).stream())
                .findFirst();
    }

    private ClaimOutcome untilActivation(UUID id, Claimant claimant, ProvenClaim claim) {
        claims.save(pending(id, claimant, claim));
        note("claim.waits-for-activation", claimant, claim);
        return new Mailed();
    }

    private ClaimOutcome askAddressOnFile(UUID id, Claimant claimant, ProvenClaim claim, ContractOnFile contract) {
        var token = RawToken.fresh();
        var expiry = clock.instant().plus(LINK_LIVES);
        var pending = pending(id, claimant, claim);
        pending.confirmedBy(token, expiry);
        claims.save(pending);
        note("claim.waits-for-address-on-file", claimant, claim);
        events.publishEvent(new ClaimConfirmationRequested(
                TenantContext.current(),
                new EmailAddress(Objects.requireNonNull(contract.email())),
                claimant.email(),
                printed(contract),
                token,
                expiry));
        return new Mailed();
    }

    private ClaimOutcome askStaff(UUID id, Claimant claimant, ProvenClaim claim, ContractOnFile contract) {
        claims.deleteWaitingForStaff(claimant.user().value(), claim.agreement().value());
        var pending = PendingClaim.forStaff(id, claimant.user(), claim.agreement(), claim.proof(), clock.instant());
        pending.typed(claim.number());
        claims.save(pending);
        note("claim.waits-for-staff", claimant, claim);
        events.publishEvent(new ClaimAwaitsStaff(TenantContext.current(), id, claimant.email(), printed(contract)));
        return new WaitsForStaff();
    }

    private PendingClaim pending(UUID id, Claimant claimant, ProvenClaim claim) {
        var pending =
                PendingClaim.untilActivation(id, claimant.user(), claim.agreement(), claim.proof(), clock.instant());
        pending.typed(claim.number());
        return pending;
    }

    private void note(String action, Claimant claimant, ProvenClaim claim) {
        audit.record(
                "user:" + claimant.user(),
                action,
                "agreement:" + claim.agreement().value(),
                "by " + claim.proof());
    }

    private String printed(ContractOnFile contract) {
        return tenants.current().contractNumbers().display(contract.number());
    }
}
