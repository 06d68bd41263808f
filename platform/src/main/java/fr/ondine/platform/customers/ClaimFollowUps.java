package fr.ondine.platform.customers;

import fr.ondine.platform.identity.AccountDeleted;
import fr.ondine.platform.identity.AddressRestored;
import fr.ondine.platform.identity.UserActivated;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What happens to claims and links when accounts open and close. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class ClaimFollowUps {

    private final PendingClaims claims;
    private final CustomerLinks links;
    private final Opening opening;

    ClaimFollowUps(PendingClaims claims, CustomerLinks links, Opening opening) {
        this.claims = claims;
        this.links = links;
        this.opening = opening;
    }

    /**
     * Opens the claims that this very activation was asked for, and what staff have accepted for the account, whichever of
     * its mails was followed; another claim of the same account stays as it is.
     */
    @EventListener
    void on(UserActivated activated) {
        claims.findByUserId(activated.user().value()).stream()
                .filter(claim ->
                        claim.isApproved() || activated.claims().contains(claim.id()) && claim.opensOnActivation())
                .forEach(this::open);
    }

    /** The contracts go on; nobody sees them by that account any more. */
    @EventListener
    void on(AccountDeleted deleted) {
        links.closeAll(deleted.user());
        claims.deleteByUser(deleted.user().value());
    }

    /** Who had changed the address has the keys of the invoices, and the letter that tells of a claim by one went to them. */
    @EventListener
    void on(AddressRestored restored) {
        opening.tellOfOthersSince(restored.user(), restored.changedAt());
    }

    private void open(PendingClaim claim) {
        opening.open(claim.user(), claim.agreement(), claim.proof() + "+MAIL", "user:" + claim.user(), claim.typed());
    }
}
