package fr.ondine.platform.notifications;

import fr.ondine.platform.tenancy.TenantJob;
import jakarta.mail.SendFailedException;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;
import org.springframework.stereotype.Component;

/**
 * Hands one mail to the mail server, again and again until it is taken.
 *
 * <p>A crash between the server's yes and our note of it sends the mail once more: at most one duplicate for each crash,
 * under the same message id, by which most mailboxes show it once. The other order would lose mails.
 *
 * <p>It is claimed before: who takes mails back leaves alone what may be leaving, and what they took never leaves. A claim
 * whose owner died is taken over by the next try. What a server has all of and says nothing about is handed over once more
 * in the same way, and is then left to the utility's staff.
 */
@Component
class SendMail implements TenantJob {

    static final String NAME = "send-mail";

    private static final Logger LOG = LoggerFactory.getLogger(SendMail.class);

    private final Handover handover;
    private final Postman postman;
    private final MailAllowance allowance;

    SendMail(Handover handover, Postman postman, MailAllowance allowance) {
        this.handover = handover;
        this.postman = postman;
        this.allowance = allowance;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void run(UUID id) {
        handover.waiting(id).ifPresent(this::send);
    }

    private void send(OutgoingMail mail) {
        allowance.take();
        if (!handover.claim(mail)) {
            allowance.giveBack();
            return;
        }
        try {
            postman.deliver(mail);
        } catch (MailUnanswered silence) {
            if (handover.unanswered(mail, String.valueOf(silence.getMessage()))) {
                throw silence;
            }
            LOG.warn("mail {} may have arrived: its server did not say so when it was handed over again", mail.id());
            return;
        } catch (MailException refused) {
            allowance.giveBack();
            var reason = String.valueOf(refused.getMessage());
            if (isForGood(refused)) {
                handover.refused(mail, reason);
                LOG.warn("mail {} is kept unsent: its recipient is refused", mail.id());
                return;
            }
            handover.failed(mail, reason);
            throw refused;
        }
        handover.sent(mail);
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
