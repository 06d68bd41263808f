package fr.ondine.platform.notifications;

import fr.ondine.platform.tenancy.Tenants;
import jakarta.mail.MessagingException;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import org.springframework.mail.MailPreparationException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;

/** Delivers a mail in the name of the bound utility; answers go to the utility, unless the mail says to whom. */
@Component
class Postman {

    private final JavaMailSender sender;
    private final Tenants tenants;
    private final MailSettings settings;

    Postman(JavaMailSender sender, Tenants tenants, MailSettings settings) {
        this.sender = sender;
        this.tenants = tenants;
        this.settings = settings;
    }

    /** @throws MailUnanswered if it may have left all the same */
    void deliver(OutgoingMail mail) {
        var utility = tenants.current();
        var message = new HandedMessage(sender);
        var words = mail.words();
        try {
            // the same for every try, so that a mailbox can tell a duplicate
            message.setHeader("Message-ID", "<" + mail.id() + "@" + utility.canonicalHost() + ">");
            message.setHeader("Auto-Submitted", "auto-generated");
            if (words.unsubscribe() != null) {
                message.setHeader("List-Unsubscribe", "<" + words.unsubscribe() + ">");
                message.setHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
            }
            var parts = new MimeMessageHelper(
                    message, MimeMessageHelper.MULTIPART_MODE_MIXED_RELATED, StandardCharsets.UTF_8.name());
            parts.setFrom(settings.senderOf(utility.canonicalHost()), utility.name());
            parts.setReplyTo(
                    mail.replyTo() == null
                            ? utility.contact().email()
                            : mail.replyTo().value());
            parts.setTo(mail.recipient().value());
            parts.setSubject(words.subject());
            parts.setText(words.plain(), words.html());
        } catch (MessagingException | UnsupportedEncodingException malformed) {
            throw new MailPreparationException("mail " + mail.id(), malformed);
        }
        message.goThrough(sender);
    }
}
