package fr.ondine.platform.notifications;

import fr.ondine.platform.kernel.EmailAddress;
import fr.ondine.platform.tenancy.TenantContext;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What is kept of a mail while it is handed over to the mail server, each step committed by itself. */
@Component
@Transactional
class Handover {

    private final OutgoingMails mails;
    private final BouncedAddresses bounced;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Handover(OutgoingMails mails, BouncedAddresses bounced, ApplicationEventPublisher events, Clock clock) {
        this.mails = mails;
        this.bounced = bounced;
        this.events = events;
        this.clock = clock;
    }

    /** One that is still to be sent, and can be. */
    @Transactional(readOnly = true)
    Optional<OutgoingMail> waiting(UUID id) {
        return mails.findById(id).filter(OutgoingMail::waits);
    }

    /** From now on nobody takes it back; false when somebody just did. */
    boolean claim(OutgoingMail mail) {
        return mails.claim(mail.id(), clock.instant()) == 1;
    }

    void sent(OutgoingMail mail) {
        mails.findById(mail.id()).ifPresent(sent -> sent.sent(clock.instant()));
        bounced.taken(mail.recipient());
        mail.outcome(TenantContext.current(), true).ifPresent(events::publishEvent);
    }

    /** It is tried again later; one that was claimed before may have left then, and stays so. */
    void failed(OutgoingMail mail, String reason) {
        mails.findById(mail.id()).ifPresent(waiting -> {
            waiting.failed(reason);
            if (!mail.isClaimed()) {
                waiting.letGo();
            }
        });
    }

    /** It may have left, so that nobody takes it back or calls it unread; whether it is to be handed over once more. */
    boolean unanswered(OutgoingMail mail, String reason) {
        return mails.findById(mail.id())
                .filter(handed -> handed.unanswered(reason, clock.instant()))
                .isPresent();
    }

    /** It is tried no more, and whoever had it sent hears of it in this transaction. */
    void refused(OutgoingMail mail, String reason) {
        mails.findById(mail.id()).ifPresent(waiting -> waiting.refused(reason, clock.instant()));
        unread(mail, mail.recipient(), reason);
    }

    /** It was taken, and came back later; perhaps before we noted that it was taken. */
    MailReturns.Answer returned(ReturnedMail returned) {
        var found = mails.findById(returned.mail());
        if (found.filter(mail -> mail.isBeingSentTo(returned.recipient())).isPresent()) {
            return MailReturns.Answer.TOO_SOON;
        }
        var sent = found.filter(mail -> mail.wasSentTo(returned.recipient()));
        sent.ifPresent(mail -> {
            mail.cameBack(returned.reason(), clock.instant());
            unread(mail, returned.recipient(), returned.reason());
        });
        return sent.isPresent() ? MailReturns.Answer.NOTED : MailReturns.Answer.UNKNOWN;
    }

    private void unread(OutgoingMail mail, EmailAddress reader, String reason) {
        bounced.bounced(reader, reason);
        mail.outcome(TenantContext.current(), false).ifPresent(events::publishEvent);
    }
}
