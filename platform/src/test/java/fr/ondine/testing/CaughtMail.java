package fr.ondine.testing;

import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import java.util.regex.Pattern;

/** A mail as its recipient has it. */
public record CaughtMail(MimeMessage message) {

    private static final Pattern LINK = Pattern.compile("https?://\\S+");

    public String subject() {
        return read(message::getSubject);
    }

    public String from() {
        return read(() -> message.getFrom()[0].toString());
    }

    public String replyTo() {
        return read(() -> message.getReplyTo()[0].toString());
    }

    public String id() {
        return read(message::getMessageID);
    }

    public String plain() {
        return read(() -> part(message, "text/plain")).orElseThrow().replace("\r\n", "\n");
    }

    public String html() {
        return read(() -> part(message, "text/html")).orElseThrow();
    }

    /** The link of the one button. */
    public URI link() {
        var links = LINK.matcher(plain());
        if (!links.find()) {
            throw new IllegalStateException("no link in: " + plain());
        }
        return URI.create(links.group());
    }

    private static Optional<String> part(Part part, String type) throws MessagingException, IOException {
        if (part.isMimeType(type)) {
            return Optional.of((String) part.getContent());
        }
        if (part.getContent() instanceof Multipart parts) {
            for (int i = 0; i < parts.getCount(); i++) {
                var found = part(parts.getBodyPart(i), type);
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    private interface Reading<T> {
        T read() throws MessagingException, IOException;
    }

    private static <T> T read(Reading<T> reading) {
        try {
            return reading.read();
        } catch (MessagingException | IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }
}
