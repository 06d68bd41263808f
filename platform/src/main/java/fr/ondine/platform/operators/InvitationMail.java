package fr.ondine.platform.operators;

import fr.ondine.platform.kernel.RawToken;
import fr.ondine.platform.tenancy.Console;
import fr.ondine.platform.tenancy.PlatformJob;
import jakarta.mail.MessagingException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.UUID;
import org.springframework.mail.MailPreparationException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.util.HtmlUtils;

/** Mails an invitation, again and again until the mail server takes it; each try draws a link that replaces the last. */
@Component
class InvitationMail implements PlatformJob {

    static final String NAME = "invite-operator";

    private static final String PATH = "/console/invitation?jeton=";

    private final OperatorAccounts accounts;
    private final Invitations invitations;
    private final Console console;
    private final OperatorSettings settings;
    private final JavaMailSender sender;
    private final TransactionTemplate transaction;

    InvitationMail(
            OperatorAccounts accounts,
            Invitations invitations,
            Console console,
            OperatorSettings settings,
            JavaMailSender sender,
            TransactionTemplate transaction) {
        this.accounts = accounts;
        this.invitations = invitations;
        this.console = console;
        this.settings = settings;
        this.sender = sender;
        this.transaction = transaction;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void run(UUID id) {
        transaction
                .execute(status -> accounts.find(id))
                .filter(account -> account.state() != OperatorState.REVOKED)
                .ifPresent(account -> send(account, invitations.issue(id)));
    }

    private void send(OperatorAccount account, RawToken link) {
        var texts = ResourceBundle.getBundle("fr.ondine.platform.operators.mail", Locale.FRENCH);
        var message = sender.createMimeMessage();
        var address = console.origin() + PATH + link.value();
        try {
            message.setHeader("Auto-Submitted", "auto-generated");
            var parts = new MimeMessageHelper(
                    message, MimeMessageHelper.MULTIPART_MODE_MIXED_RELATED, StandardCharsets.UTF_8.name());
            parts.setFrom(settings.senderOf(console.host()));
            parts.setTo(account.email().value());
            parts.setSubject(texts.getString("subject"));
            parts.setText(
                    MessageFormat.format(texts.getString("plain"), account.name(), address, console.host()),
                    MessageFormat.format(
                            texts.getString("html"), HtmlUtils.htmlEscape(account.name()), address, console.host()));
        } catch (MessagingException malformed) {
            throw new MailPreparationException("invitation of " + account.id(), malformed);
        }
        sender.send(message);
    }
}
