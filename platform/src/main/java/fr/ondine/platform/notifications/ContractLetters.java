package fr.ondine.platform.notifications;

import fr.ondine.platform.customers.AgreementLinked;
import fr.ondine.platform.customers.AgreementUnlinked;
import fr.ondine.platform.customers.ClaimAwaitsStaff;
import fr.ondine.platform.customers.ClaimConfirmationRequested;
import fr.ondine.platform.customers.ClaimDeclined;
import fr.ondine.platform.customers.ClaimRefusal;
import fr.ondine.platform.customers.DelegationAccepted;
import fr.ondine.platform.customers.DelegationEnded;
import fr.ondine.platform.customers.DelegationInvited;
import fr.ondine.platform.customers.HolderLinkedElsewhere;
import fr.ondine.platform.identity.Profiles;
import fr.ondine.platform.kernel.EmailAddress;
import fr.ondine.platform.oldaccounts.OldAccountAwaits;
import fr.ondine.platform.oldaccounts.OldAccountElsewhere;
import fr.ondine.platform.tenancy.Tenants;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Who is told, or asked, when a contract is claimed. */
@Component
class ContractLetters {

    private static final String DASHBOARD = "/tableau-de-bord";

    private final Outbox outbox;
    private final PortalLinks links;
    private final Profiles profiles;
    private final Tenants tenants;

    ContractLetters(Outbox outbox, PortalLinks links, Profiles profiles, Tenants tenants) {
        this.outbox = outbox;
        this.links = links;
        this.profiles = profiles;
        this.tenants = tenants;
    }

    @EventListener
    void on(AgreementLinked event) {
        profiles.address(event.user())
                .map(owner -> linked(event, owner))
                .ifPresent(letter -> outbox.put(letter.leadingTo(links.to(DASHBOARD))));
    }

    @EventListener
    void on(HolderLinkedElsewhere event) {
        profiles.address(event.user())
                .ifPresent(owner -> outbox.put(
                        Letter.of("linked-elsewhere", owner, event.number()).leadingTo(links.to(DASHBOARD))));
    }

    @EventListener
    void on(AgreementUnlinked event) {
        profiles.address(event.user())
                .ifPresent(owner -> outbox.put(Letter.of("agreement-unlinked", owner, event.number())));
    }

    @EventListener
    void on(OldAccountAwaits event) {
        outbox.put(Letter.of("old-account-awaits", event.email(), event.expiresAt())
                .leadingTo(links.to("/contrats/ancien-compte", event.token().value())));
    }

    @EventListener
    void on(OldAccountElsewhere event) {
        outbox.put(Letter.of("old-account-elsewhere", event.onFile(), event.number(), event.when()));
    }

    @EventListener
    void on(ClaimConfirmationRequested event) {
        outbox.put(Letter.of(
                        "claim-confirmation",
                        event.addressOnFile(),
                        event.claimant(),
                        event.number(),
                        event.expiresAt())
                .leadingTo(links.to("/contrats/confirmer", event.token().value())));
    }

    @EventListener
    void on(ClaimAwaitsStaff event) {
        var utility = new EmailAddress(tenants.current().contact().email());
        outbox.put(Letter.of("claim-to-decide", utility, event.claimant(), event.number())
                .answeredBy(event.claimant())
                .leadingTo(links.to("/gestion/demandes")));
    }

    @EventListener
    void on(ClaimDeclined event) {
        profiles.address(event.user())
                .ifPresent(claimant -> outbox.put(Letter.of(declined(event.why()), claimant, event.number())));
    }

    @EventListener
    void on(DelegationInvited event) {
        var letter = event.mayPay() ? "delegation-invited-payer" : "delegation-invited";
        outbox.put(Letter.of(letter, event.invited(), event.holder(), event.number(), event.until(), event.openUntil())
                .leadingTo(links.to("/contrats/acces", event.token().value())));
    }

    @EventListener
    void on(DelegationAccepted event) {
        var given = event.mayPay() ? "delegation-given-payer" : "delegation-given";
        outbox.put(Letter.of(given, event.holder(), event.delegate(), event.number(), event.until())
                .leadingTo(links.to("/mon-compte")));
        outbox.put(Letter.of("delegation-got", event.delegate(), event.holder(), event.number(), event.until())
                .leadingTo(links.to(DASHBOARD)));
    }

    @EventListener
    void on(DelegationEnded event) {
        outbox.put(Letter.of("delegation-taken", event.holder(), event.delegate(), event.number())
                .leadingTo(links.to("/mon-compte")));
        outbox.put(Letter.of("delegation-lost", event.delegate(), event.holder(), event.number()));
    }

    private static String declined(ClaimRefusal why) {
        return switch (why) {
            case NOT_VERIFIED -> "claim-declined";
            case HOLDER_DECLINES -> "claim-declined-by-holder";
            case ANOTHER_CONTRACT -> "claim-declined-another";
        };
    }

    private static Letter linked(AgreementLinked event, EmailAddress owner) {
        if (event.olderNumber() != null) {
            return Letter.of("agreement-linked-renumbered", owner, event.number(), event.olderNumber());
        }
        return event.agreements() > 1
                ? Letter.of("agreements-linked", owner, event.number(), event.agreements())
                : Letter.of("agreement-linked", owner, event.number());
    }
}
