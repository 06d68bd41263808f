package fr.ondine.platform.notifications;

import fr.ondine.platform.billing.InvoiceForm;
import fr.ondine.platform.billing.InvoiceFormChosen;
import fr.ondine.platform.customers.AgreementCard;
import fr.ondine.platform.customers.Agreements;
import fr.ondine.platform.identity.Profiles;
import fr.ondine.platform.kernel.EmailAddress;
import fr.ondine.platform.kernel.InvalidEmailAddress;
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

    private final Outbox outbox;
    private final PortalLinks links;
    private final Profiles profiles;
    private final Agreements agreements;

    FormLetters(Outbox outbox, PortalLinks links, Profiles profiles, Agreements agreements) {
        this.outbox = outbox;
        this.links = links;
        this.profiles = profiles;
        this.agreements = agreements;
    }

    @EventListener
    void on(InvoiceFormChosen event) {
        var stops = event.now() == InvoiceForm.ELECTRONIC;
        if (stops || event.before() == InvoiceForm.ELECTRONIC) {
            var agreement = agreements.find(event.agreement()).orElseThrow();
            for (var reader : readers(agreement)) {
                outbox.put(Letter.of(stops ? "paper-stopped" : "paper-resumed", reader, agreement.number())
                        .leadingTo(links.to(
                                "/factures/envoi?contrat=" + agreement.id().value()))
                        .about(UUID.randomUUID(), agreement.id()));
            }
        }
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
