package fr.ondine.platform.notifications;

import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.OutputStream;
import java.util.regex.Pattern;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSender;

/** A message that knows how far its handover came: once all of it is written, only the server's no says that it did not leave. */
final class HandedMessage extends MimeMessage {

    /** An answer that is a no, at once or for good; a connection that ended is none. */
    private static final Pattern NO = Pattern.compile("[45]\\d\\d\\b");

    private boolean isWritten;

    HandedMessage(JavaMailSender sender) {
        super(sender.createMimeMessage().getSession());
    }

    @Override
    public void writeTo(OutputStream server, String[] ignored) throws IOException, MessagingException {
        super.writeTo(server, ignored);
        isWritten = true;
    }

    /** @throws MailUnanswered if it may have left all the same */
    void goThrough(JavaMailSender sender) {
        try {
            sender.send(this);
        } catch (MailSendException failed) {
            if (!isWritten || isRefused(failed)) {
                throw failed;
            }
            if (!isGoodbye(failed)) {
                throw new MailUnanswered(failed);
            }
        }
    }

    /** The server had taken it, and was gone before we took our leave. */
    private static boolean isGoodbye(MailSendException failed) {
        return failed.getFailedMessages().isEmpty();
    }

    private static boolean isRefused(MailSendException failed) {
        return failed.getFailedMessages().values().stream()
                .anyMatch(cause -> cause instanceof SendFailedException
                        && NO.matcher(String.valueOf(cause.getMessage())).lookingAt());
    }
}
