package fr.ondine.platform.notifications;

import fr.ondine.platform.identity.Visitor;
import fr.ondine.platform.kernel.EmailAddress;
import fr.ondine.platform.tenancy.RateLimits;
import fr.ondine.platform.tenancy.Tenants;
import java.time.Duration;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Mails a visitor's message to the utility (formulaire de contact), so that answering it answers the visitor. */
@Service
public class ContactForm {

    private static final Duration WINDOW = Duration.ofHours(1);
    private static final int PER_ADDRESS = 5;
    private static final int PER_TENANT = 200;

    private final Outbox outbox;
    private final RateLimits limits;
    private final Tenants tenants;

    ContactForm(Outbox outbox, RateLimits limits, Tenants tenants) {
        this.outbox = outbox;
        this.limits = limits;
        this.tenants = tenants;
    }

    /** Sends the message of a visitor. */
    @Transactional
    public void send(ContactMessage message, Visitor visitor) {
        if (!limits.allow("contact", visitor.address(), PER_ADDRESS, WINDOW)
                || !limits.allow("contact-all", "utility", PER_TENANT, WINDOW)) {
            throw new TooManyContactMessages();
        }
        var utility = new EmailAddress(tenants.current().contact().email());
        outbox.put(letter(message, utility).quoting(message.message()).answeredBy(message.email()));
    }

    private static Letter letter(ContactMessage message, EmailAddress utility) {
        return message.phone().isEmpty()
                ? Letter.of(
                        "contact",
                        utility,
                        message.subject(),
                        message.name(),
                        message.email().value())
                : Letter.of(
                        "contact-with-phone",
                        utility,
                        message.subject(),
                        message.name(),
                        message.email().value(),
                        message.phone());
    }
}
