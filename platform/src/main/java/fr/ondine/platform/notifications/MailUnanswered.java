package fr.ondine.platform.notifications;

import org.springframework.mail.MailException;

/** All of a mail was handed over, and the server did not say whether it took it: it may arrive. */
class MailUnanswered extends MailException {

    MailUnanswered(MailException failure) {
        super(String.valueOf(failure.getMessage()), failure);
    }
}
