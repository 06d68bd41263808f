package fr.ondine.platform.customers;

import fr.ondine.platform.audit.AuditTrail;
import fr.ondine.platform.identity.PersonName;
import fr.ondine.platform.identity.Registration;
import fr.ondine.platform.identity.UserId;
import fr.ondine.platform.kernel.EmailAddress;
import fr.ondine.platform.tenancy.TenantContext;
import fr.ondine.platform.tenancy.Tenants;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What customer service does about claims: decides those that wait for it, and invites holders to activate an account. */
@Service
@Transactional
public class ClaimDesk {

    private static final String INVITED = "STAFF_INVITATION";

    private final PendingClaims claims;
    private final WaitingClaims waiting;
    private final ContractsOnFile contracts;
    private final Opening opening;
    private final Registration registration;
    private final Tenants tenants;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ClaimDesk(
            PendingClaims claims,
            WaitingClaims waiting,
            ContractsOnFile contracts,
            Opening opening,
            Registration registration,
            Tenants tenants,
            AuditTrail audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.claims = claims;
        this.waiting = waiting;
        this.contracts = contracts;
        this.opening = opening;
        this.registration = registration;
        this.tenants = tenants;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /** What came of an invitation. */
    public enum Invitation {
        /** A link to activate an account with the contract in it went to the address. */
        MAILED,
        /** The address has an account: the contract is open there. */
        OPENED
    }

    /** The claims that wait for a decision, the oldest first. */
    @Transactional(readOnly = true)
    public List<WaitingClaim> waiting() {
        return waiting.all();
    }

    /** Opens the contract to the claimant: at once, or when the account is activated. */
    public void approve(UUID id, String staffName) {
        var claim = waitingClaim(id);
        claim.approve(staffName, clock.instant());
        note(staffName, "claim.approved", claim.agreement(), "for user:" + claim.user());
        if (waiting.isActive(claim.user())) {
            opening.open(claim.user(), claim.agreement(), claim.proof() + "+STAFF", actor(staffName), claim.typed());
        }
    }

    /** Opens nothing, and has the claimant told. */
    public void refuse(UUID id, String staffName) {
        refuse(id, staffName, ClaimRefusal.NOT_VERIFIED);
    }

    void refuse(UUID id, String staffName, ClaimRefusal why) {
        var claim = waitingClaim(id);
        claim.refuse(staffName, clock.instant());
        note(staffName, "claim.declined", claim.agreement(), "for user:" + claim.user() + " " + why);
        if (waiting.isActive(claim.user())) {
            events.publishEvent(new ClaimDeclined(
                    TenantContext.current(),
                    claim.user(),
                    opening.printed(contracts.of(claim.agreement()).number()),
                    why));
        }
    }

    /** Has the holder of a contract, whose address customer service vouches for, choose a password and find it open. */
    public Invitation invite(String agreementNumber, EmailAddress email, String staffName) {
        var agreement = contracts.byNumber(normalised(agreementNumber)).orElseThrow(UnknownAgreement::new);
        note(staffName, "agreement.invited", agreement, "for " + email.masked());
        var known = waiting.activeUser(email);
        if (known.isPresent()) {
            opening.open(known.get(), agreement, INVITED, actor(staffName), null);
            return Invitation.OPENED;
        }
        var id = UUID.randomUUID();
        registration.invite(email, PersonName.UNKNOWN, id).ifPresent(user -> file(id, user, agreement, staffName));
        return Invitation.MAILED;
    }

    private void file(UUID id, UserId user, AgreementId agreement, String staffName) {
        var claim = PendingClaim.untilActivation(id, user, agreement, INVITED, clock.instant());
        claim.approve(staffName, clock.instant());
        claims.save(claim);
    }

    private PendingClaim waitingClaim(UUID id) {
        return claims.findById(id).filter(PendingClaim::awaitsStaff).orElseThrow(() -> new ClaimAlreadyDecided(id));
    }

    private String normalised(String number) {
        var numbers = tenants.current().contractNumbers();
        return numbers.normalise(number).orElseThrow(() -> new ImpossibleContractNumber(numbers.example()));
    }

    private void note(String staffName, String action, AgreementId agreement, String detail) {
        audit.record(actor(staffName), action, "agreement:" + agreement.value(), detail);
    }

    private static String actor(String staffName) {
        return "staff:" + staffName;
    }
}
