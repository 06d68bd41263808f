package fr.ondine.demo;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicInteger;

/** The mails caught so far, one file each: they are still there after a restart. */
final class MailFolder {

    private static final Session SESSION = Session.getInstance(new Properties());
    private static final String ENDING = ".eml";

    private final Path folder;
    private final Clock clock;
    private final AtomicInteger sequence = new AtomicInteger();

    MailFolder(Path folder, Clock clock) throws IOException {
        this.folder = Files.createDirectories(folder);
        this.clock = clock;
    }

    /** Keeps a mail for the address that it was delivered to. */
    void keep(String recipient, MimeMessage message) throws MessagingException {
        var name = "%015d-%05d".formatted(clock.millis(), sequence.incrementAndGet());
        var bytes = new ByteArrayOutputStream();
        try {
            bytes.write(("Delivered-To: " + recipient + "\r\n").getBytes(StandardCharsets.US_ASCII));
            message.writeTo(bytes);
            var unfinished = Files.write(folder.resolve(name + ".part"), bytes.toByteArray());
            Files.move(unfinished, folder.resolve(name + ENDING));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The latest first. */
    List<CaughtMail> all() {
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(ENDING))
                    .sorted(Comparator.reverseOrder())
                    .map(MailFolder::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<CaughtMail> to(String recipient) {
        return all().stream()
                .filter(mail -> mail.to().equalsIgnoreCase(recipient))
                .toList();
    }

    Optional<CaughtMail> find(String id) {
        return all().stream().filter(mail -> mail.id().equals(id)).findFirst();
    }

    private static CaughtMail read(Path file) {
        var id = file.getFileName().toString().replace(ENDING, "");
        try (var content = Files.newInputStream(file)) {
            var message = new MimeMessage(SESSION, content);
            var text = MailParts.of(message, "text/plain");
            var html = MailParts.of(message, "text/html");
            return new CaughtMail(
                    id,
                    message.getHeader("Delivered-To", null),
                    sender((InternetAddress) message.getFrom()[0]),
                    message.getSubject(),
                    Instant.ofEpochMilli(Long.parseLong(id.substring(0, id.indexOf('-')))),
                    MailParts.links(text.isEmpty() ? html : text),
                    text,
                    html);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (MessagingException unreadable) {
            throw new IllegalStateException(file.toString(), unreadable);
        }
    }

    private static String sender(InternetAddress from) {
        var name = from.getPersonal();
        return name == null ? from.getAddress() : name + " <" + from.getAddress() + ">";
    }
}
