package fr.ondine.platform.customers;

import fr.ondine.platform.identity.UserId;
import fr.ondine.platform.tenancy.Tenants;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The agreements (contrats) of a user, and the check that everything else about them goes through. What is not said to be
 * for whom the holder lets see or pay is for the holder alone.
 */
@Service
@Transactional(readOnly = true)
public class Agreements {

    private final AgreementSummaries summaries;
    private final AgreementCards cards;
    private final CustomerLinks links;
    private final Tenants tenants;
    private final Clock clock;

    Agreements(AgreementSummaries summaries, AgreementCards cards, CustomerLinks links, Tenants tenants, Clock clock) {
        this.summaries = summaries;
        this.cards = cards;
        this.links = links;
        this.tenants = tenants;
        this.clock = clock;
    }

    /** Every agreement that the user holds; those in force first. */
    public List<AgreementSummary> ofUser(UserId user) {
        return summaries.heldBy(user, LocalDate.now(clock), tenants.current().contractNumbers());
    }

    /** Every agreement that the user may see: their own first, then what others let them see. */
    public List<AgreementSummary> seenBy(UserId user) {
        return summaries.seenBy(user, LocalDate.now(clock), tenants.current().contractNumbers());
    }

    /** Refuses with {@link UnknownAgreement} unless the user holds the agreement. */
    public void requireLinked(UserId user, AgreementId agreement) {
        if (!links.isOpen(user, agreement)) {
            throw new UnknownAgreement();
        }
    }

    /** Whether the user holds the agreement, and is not only let see it. */
    public boolean isHeld(UserId user, AgreementId agreement) {
        return links.isOpen(user, agreement);
    }

    /** Refuses with {@link UnknownAgreement} unless the user holds the agreement or is let see it. */
    public void requireSeen(UserId user, AgreementId agreement) {
        if (!links.maySee(user, agreement, LocalDate.now(clock))) {
            throw new UnknownAgreement();
        }
    }

    /** Refuses with {@link UnknownAgreement} unless the user holds the agreement or is let pay its invoices. */
    public void requirePayer(UserId user, AgreementId agreement) {
        if (!mayPay(user, agreement)) {
            throw new UnknownAgreement();
        }
    }

    public boolean mayPay(UserId user, AgreementId agreement) {
        return links.mayPay(user, agreement, LocalDate.now(clock));
    }

    /** What the user may see of an agreement; of a holder who lets them see it nothing of how to reach or debit them. */
    public AgreementCard seen(UserId user, AgreementId agreement) {
        var numbers = tenants.current().contractNumbers();
        return cards.find(user, agreement, numbers)
                .or(() -> cards.seen(user, agreement, LocalDate.now(clock), numbers)
                        .map(AgreementCard::asShared))
                .orElseThrow(UnknownAgreement::new);
    }

    /** All of an agreement that the user holds; {@link UnknownAgreement} unless they do. */
    public AgreementCard card(UserId user, AgreementId agreement) {
        return cards.find(user, agreement, tenants.current().contractNumbers()).orElseThrow(UnknownAgreement::new);
    }

    /** All of an agreement, for whoever may see those of everybody: the caller has asked that. */
    public Optional<AgreementCard> find(AgreementId agreement) {
        return cards.find(agreement, tenants.current().contractNumbers());
    }

    /** The same as it was when that was kept of it. */
    public Optional<AgreementCard> find(AgreementId agreement, PaperFactsId facts) {
        return cards.find(agreement, facts, tenants.current().contractNumbers());
    }

    /** Everybody to whom an agreement is open, for what has to be told about it. */
    public List<UserId> usersOf(AgreementId agreement) {
        return links.usersOf(agreement);
    }
}
