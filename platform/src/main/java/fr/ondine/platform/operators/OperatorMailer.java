package fr.ondine.platform.operators;

import fr.ondine.platform.kernel.Sentences;
import fr.ondine.platform.tenancy.Console;
import jakarta.mail.MessagingException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Arrays;
import org.springframework.mail.MailPreparationException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;
import org.springframework.web.util.HtmlUtils;

/** Sends an operator a mail, as text and as a page; its words are in the bundle, under a key of its own. */
@Component
class OperatorMailer {

    private final Console console;
    private final OperatorSettings settings;
    private final JavaMailSender sender;

    OperatorMailer(Console console, OperatorSettings settings, JavaMailSender sender) {
        this.console = console;
        this.settings = settings;
        this.sender = sender;
    }

    /** {@code values} come after the operator's name and the console's host in both texts. */
    void send(OperatorAccount to, String key, String... values) {
        var texts = Sentences.of("fr.ondine.platform.operators.mail", Sentences.commonLanguage());
        var message = sender.createMimeMessage();
        var all = new String[values.length + 2];
        all[0] = to.name();
        all[1] = console.host();
        System.arraycopy(values, 0, all, 2, values.length);
        try {
            message.setHeader("Auto-Submitted", "auto-generated");
            var parts = new MimeMessageHelper(
                    message, MimeMessageHelper.MULTIPART_MODE_MIXED_RELATED, StandardCharsets.UTF_8.name());
            parts.setFrom(settings.senderOf(console.host()));
            parts.setTo(to.email().value());
            parts.setSubject(texts.getString(key + ".subject"));
            parts.setText(
                    filled(texts.getString(key + ".plain"), all),
                    filled(
                            texts.getString(key + ".html"),
                            Arrays.stream(all).map(HtmlUtils::htmlEscape).toArray(String[]::new)));
        } catch (MessagingException malformed) {
            throw new MailPreparationException(key + " of " + to.id(), malformed);
        }
        sender.send(message);
    }

    private static String filled(String pattern, String... values) {
        return MessageFormat.format(pattern, (Object[]) values);
    }
}
