package fr.ondine.platform.customers;

import static java.util.Comparator.comparing;

import fr.ondine.platform.customers.ClaimOutcome.AlreadyOpen;
import fr.ondine.platform.customers.ClaimOutcome.Mailed;
import fr.ondine.platform.customers.ClaimOutcome.Opened;
import fr.ondine.platform.customers.ClaimOutcome.WaitsForStaff;
import fr.ondine.platform.identity.CurrentUser;
import fr.ondine.platform.identity.NewAccount;
import fr.ondine.platform.identity.PasswordAsked;
import fr.ondine.platform.identity.Registration;
import fr.ondine.platform.identity.Visitor;
import fr.ondine.platform.kernel.RawToken;
import fr.ondine.platform.tenancy.Tenants;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Makes something of a proven claim: opens the contract, or what its proofs fall short of.
 *
 * <p>Where the address on file has to confirm, its owner's click alone opens nothing: the click only counts for a person
 * who is signed in with the account that claims. So whoever guesses a weak proof cannot have the holder open the
 * holder's own contract to them.
 */
@Service
@Transactional
public class Claims {

    private final ContractsOnFile contracts;
    private final Agreements agreements;
    private final Opening opening;
    private final Waiting waiting;
    private final Registration registration;
    private final PasswordAsked passwords;
    private final Tenants tenants;
    private final Clock clock;

    Claims(
            ContractsOnFile contracts,
            Agreements agreements,
            Opening opening,
            Waiting waiting,
            Registration registration,
            PasswordAsked passwords,
            Tenants tenants,
            Clock clock) {
        this.contracts = contracts;
        this.agreements = agreements;
        this.opening = opening;
        this.waiting = waiting;
        this.registration = registration;
        this.passwords = passwords;
        this.tenants = tenants;
        this.clock = clock;
    }

    /** For the person who is signed in and made the claim. */
    public ClaimOutcome open(CurrentUser user, ProvenClaim claim) {
        if (!user.userId().equals(claim.by())) {
            throw new IllegalArgumentException("a claim of " + claim.by() + " opened by " + user.userId());
        }
        passwords.stillSignedIn(user);
        var contract = contracts.of(claim.agreement());
        var already = already(user, claim.agreement());
        if (already.isPresent()) {
            return new AlreadyOpen(already.get());
        }
        if (!isStillProven(claim)) {
            throw new ClaimKeyReplaced();
        }
        // an account's address was confirmed when it was activated or changed
        if (claim.standing() == Standing.OPENS
                || claim.standing() == Standing.NEEDS_MAIL
                        && user.email().value().equals(contract.email())) {
            return opened(user, contract, claim.proof(), claim.number());
        }
        return waiting.file(new Claimant(user.userId(), user.email()), claim, contract);
    }

    /**
     * For a person without an account: the activation goes on with the claim. The same answer, in the same time, whether
     * or not the address has an account or is the one on file; no connection is held while the password is hashed.
     */
    @Transactional(propagation = Propagation.NEVER)
    public ClaimOutcome signUp(ProvenClaim claim, NewAccount account, Visitor visitor) {
        if (claim.by() != null) {
            throw new IllegalArgumentException("a claim of " + claim.by() + " to sign up with");
        }
        var id = UUID.randomUUID();
        registration.signUpAfterClaim(
                account, id, visitor, user -> file(id, new Claimant(user, account.email()), claim));
        return claim.standing() == Standing.NEEDS_STAFF ? new WaitsForStaff() : new Mailed();
    }

    private void file(UUID id, Claimant claimant, ProvenClaim claim) {
        if (isStillProven(claim)) {
            waiting.file(id, claimant, claim, contracts.of(claim.agreement()));
        }
    }

    private boolean isStillProven(ProvenClaim claim) {
        return contracts.isStillProven(claim, tenants.current().claims().anyKeyOfHolderProves());
    }

    /** The number of the contract that a mailed link would open to this person; it is not used up by looking. */
    public Optional<String> toConfirm(CurrentUser user, RawToken link) {
        return waiting.find(link)
                .filter(claim -> claim.user().equals(user.userId()))
                .map(claim -> opening.printed(contracts.of(claim.agreement()).number()));
    }

    /** What this person's latest claim still waits for, when it does. */
    @Transactional(readOnly = true)
    public Optional<ClaimAwaits> awaited(CurrentUser user) {
        return waiting.of(user.userId());
    }

    /** Opens what the link from the address on file confirms, once. */
    public ClaimOutcome confirm(CurrentUser user, RawToken link) {
        passwords.stillSignedIn(user);
        var claim = waiting.find(link).orElseThrow(ClaimLinkNoLongerValid::new);
        if (!claim.user().equals(user.userId())) {
            throw new ClaimOfAnotherUser();
        }
        claim.approve("mail", clock.instant());
        return opened(user, contracts.of(claim.agreement()), claim.proof() + "+MAIL", claim.typed());
    }

    private ClaimOutcome opened(CurrentUser user, ContractOnFile contract, String proof, @Nullable String typed) {
        var before = agreements.ofUser(user.userId()).stream()
                .map(AgreementSummary::id)
                .collect(Collectors.toSet());
        opening.open(user.userId(), contract.agreement(), proof, "user:" + user.userId(), typed);
        var now = agreements.ofUser(user.userId()).stream()
                .filter(agreement -> !before.contains(agreement.id()))
                .sorted(comparing(agreement -> !agreement.id().equals(contract.agreement())))
                .toList();
        return new Opened(now, opening.older(typed, contract));
    }

    private Optional<AgreementSummary> already(CurrentUser user, AgreementId agreement) {
        return agreements.ofUser(user.userId()).stream()
                .filter(open -> open.id().equals(agreement))
                .findFirst();
    }
}
