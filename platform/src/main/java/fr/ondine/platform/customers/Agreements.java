package fr.ondine.platform.customers;

import fr.ondine.platform.identity.UserId;
import fr.ondine.platform.tenancy.Tenants;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The agreements (contrats) that a user may see, and the check that everything else about them goes through. */
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

    /** Every agreement that is open to the user; those in force first. */
    public List<AgreementSummary> ofUser(UserId user) {
        return summaries.ofUser(user, LocalDate.now(clock), tenants.current().contractNumbers());
    }

    /** Refuses with {@link UnknownAgreement} unless the agreement is open to the user. */
    public void requireLinked(UserId user, AgreementId agreement) {
        if (!links.isOpen(user, agreement)) {
            throw new UnknownAgreement();
        }
    }

    /** All that the user may see of an agreement; {@link UnknownAgreement} unless it is open to them. */
    public AgreementCard card(UserId user, AgreementId agreement) {
        return cards.find(user, agreement, tenants.current().contractNumbers()).orElseThrow(UnknownAgreement::new);
    }

    /** All of an agreement, for whoever may see those of everybody: the caller has asked that. */
    public Optional<AgreementCard> find(AgreementId agreement) {
        return cards.find(agreement, tenants.current().contractNumbers());
    }

    /** Everybody to whom an agreement is open, for what has to be told about it. */
    public List<UserId> usersOf(AgreementId agreement) {
        return links.usersOf(agreement);
    }
}
