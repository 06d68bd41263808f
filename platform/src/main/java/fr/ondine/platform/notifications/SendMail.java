package fr.ondine.platform.notifications;

import fr.ondine.platform.tenancy.TenantJob;
import jakarta.mail.SendFailedException;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Hands one mail to the mail server, again and again until it is taken.
 *
 * <p>A crash between the server's yes and our note of it sends the mail once more: at most one duplicate for each crash,
 * under the same message id, by which most mailboxes show it once. The other order would lose mails.
 */
@Component
class SendMail implements TenantJob {

    static final String NAME = "send-mail";

    private static final Logger LOG = LoggerFactory.getLogger(SendMail.class);

    private final OutgoingMails mails;
    private final Postman postman;
    private final BouncedAddresses bounced;
    private final TransactionTemplate transaction;
    private final MailAllowance allowance;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    SendMail(
            OutgoingMails mails,
            Postman postman,
            BouncedAddresses bounced,
            TransactionTemplate transaction,
            MailAllowance allowance,
            ApplicationEventPublisher events,
            Clock clock) {
        this.mails = mails;
        this.postman = postman;
        this.bounced = bounced;
        this.transaction = transaction;
        this.allowance = allowance;
        this.events = events;
        this.clock = clock;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void run(UUID id) {
        unsent(id).ifPresent(this::send);
    }

    private Optional<OutgoingMail> unsent(UUID id) {
        var found = transaction.execute(status -> mails.findById(id));
        return found == null ? Optional.empty() : found.filter(OutgoingMail::waits);
    }

    private void send(OutgoingMail mail) {
        allowance.take();
        try {
            postman.deliver(mail);
        } catch (MailException refused) {
            allowance.giveBack();
            var reason = String.valueOf(refused.getMessage());
            if (isForGood(refused)) {
                note(mail, waiting -> {
                    waiting.refused(reason, clock.instant());
                    bounced.bounced(mail.recipient(), reason);
                    waiting.outcome(false).ifPresent(events::publishEvent);
                });
                LOG.warn("mail {} is kept unsent: its recipient is refused", mail.id());
                return;
            }
            note(mail, waiting -> waiting.failed(reason));
            throw refused;
        }
        note(mail, sent -> {
            sent.sent(clock.instant());
            bounced.taken(mail.recipient());
            sent.outcome(true).ifPresent(events::publishEvent);
        });
    }

    private void note(OutgoingMail mail, Consumer<OutgoingMail> change) {
        transaction.executeWithoutResult(status -> mails.findById(mail.id()).ifPresent(change));
    }

    /** A mailbox that does not exist will not exist in an hour; a server that is away may be back. */
    private static boolean isForGood(MailException refused) {
        return refused instanceof MailSendException failure
                && failure.getFailedMessages().values().stream()
                        .anyMatch(cause -> cause instanceof SendFailedException bounced
                                && bounced.getInvalidAddresses() != null
                                && bounced.getInvalidAddresses().length > 0);
    }
}
