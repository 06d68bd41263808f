package fr.ondine.testing;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.awaitility.Awaitility;

/** A mail server that delivers nothing and shows what it was given; one for all tests of the JVM. */
public final class CaughtMails {

    private static final CaughtMails SHARED = new CaughtMails();

    private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

    private CaughtMails() {
        server.start();
    }

    public static CaughtMails shared() {
        return SHARED;
    }

    public int port() {
        return server.getSmtp().getPort();
    }

    /** Everything caught for that address so far, the oldest first. */
    public List<MimeMessage> to(String address) {
        return Arrays.stream(server.getReceivedMessages())
                .filter(message -> isTo(message, address))
                .toList();
    }

    /** The latest mail to that address, once there are so many. */
    public CaughtMail await(String address, int count) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> to(address).size() >= count);
        return new CaughtMail(to(address).getLast());
    }

    /** The first mail to that address, once it is there. */
    public CaughtMail await(String address) {
        return await(address, 1);
    }

    /** The first mail to that address that is as described, once it is there. */
    public CaughtMail await(String address, Predicate<CaughtMail> description) {
        return Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(
                        () -> to(address).stream()
                                .map(CaughtMail::new)
                                .filter(description)
                                .findFirst(),
                        Optional::isPresent)
                .orElseThrow();
    }

    private static boolean isTo(MimeMessage message, String address) {
        try {
            return Arrays.stream(message.getRecipients(Message.RecipientType.TO))
                    .anyMatch(recipient -> recipient.toString().equalsIgnoreCase(address));
        } catch (MessagingException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }
}
