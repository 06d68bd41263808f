package fr.ondine.platform.notifications;

import fr.ondine.platform.billing.InvoiceForm;
import fr.ondine.platform.billing.InvoiceFormChosen;
import fr.ondine.platform.customers.AgreementCard;
import fr.ondine.platform.customers.AgreementId;
import fr.ondine.platform.customers.Agreements;
import fr.ondine.platform.identity.Profiles;
import fr.ondine.platform.kernel.EmailAddress;
import fr.ondine.platform.kernel.InvalidEmailAddress;
import fr.ondine.platform.tenancy.RateLimits;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * What everybody is told to whom an agreement is open, and its holder at the address on file, when papers stop or come
 * again: any of them may choose that for all.
 */
@Component
class FormLetters {

    private static final int TOLD_A_DAY = 6;

    private final Outbox outbox;
    private final PortalLinks links;
    private final Profiles profiles;
    private final Agreements agreements;
    private final RateLimits limits;

    FormLetters(Outbox outbox, PortalLinks links, Profiles profiles, Agreements agreements, RateLimits limits) {
        this.outbox = outbox;
        this.links = links;
        this.profiles = profiles;
        this.agreements = agreements;
        this.limits = limits;
    }

    @EventListener
    void on(InvoiceFormChosen event) {
        var stops = event.now() == InvoiceForm.ELECTRONIC;
        if ((stops || event.before() == InvoiceForm.ELECTRONIC) && isToBeTold(event.agreement())) {
            var agreement = agreements.find(event.agreement()).orElseThrow();
            for (var reader : readers(agreement)) {
                outbox.put(Letter.of(stops ? "paper-stopped" : "paper-resumed", reader, agreement.number())
                        .leadingTo(links.to(
                                "/factures/envoi?contrat=" + agreement.id().value()))
                        .about(UUID.randomUUID(), agreement.id()));
            }
        }
    }

    /** Whoever changes it to and fro fills nobody's mailbox. */
    private boolean isToBeTold(AgreementId agreement) {
        return limits.allow("invoice-form", agreement.value().toString(), TOLD_A_DAY, Duration.ofDays(1));
    }

    private Set<EmailAddress> readers(AgreementCard agreement) {
        return Stream.concat(
                        agreements.usersOf(agreement.id()).stream().flatMap(user -> profiles.address(user).stream()),
                        Stream.ofNullable(agreement.holder().email()).flatMap(FormLetters::typed))
                .collect(Collectors.toSet());
    }

    /** What files brought in may be no address at all. */
    private static Stream<EmailAddress> typed(String address) {
        try {
            return Stream.of(new EmailAddress(address.strip()));
        } catch (InvalidEmailAddress none) {
            return Stream.empty();
        }
    }
}
