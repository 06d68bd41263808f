package fr.ondine.isolation;

import com.icegreen.greenmail.mail.MailAddress;
import com.icegreen.greenmail.mail.MovingMessage;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.user.UserException;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A mail server that knows how often it was given a mail, and takes some slowly. */
final class CountedMails implements AutoCloseable {

    /** How an address begins whose mails are taken slowly. */
    static final String SLOWLY = "slowly";

    private static final Duration SLOWNESS = Duration.ofSeconds(1);

    private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    private final Queue<String> taken = new ConcurrentLinkedQueue<>();
    private final CountDownLatch begun = new CountDownLatch(1);

    CountedMails() {
        server.start();
        server.getUserManager().setMessageDeliveryHandler(this::deliver);
    }

    int port() {
        return server.getSmtp().getPort();
    }

    long to(String address) {
        return taken.stream().filter(address::equals).count();
    }

    void awaitSlowOne() throws InterruptedException {
        if (!begun.await(20, TimeUnit.SECONDS)) {
            throw new AssertionError("no mail that is taken slowly was given");
        }
    }

    @Override
    public void close() {
        server.stop();
    }

    private GreenMailUser deliver(MovingMessage message, MailAddress recipient) throws UserException {
        var address = recipient.getEmail();
        if (address.startsWith(SLOWLY)) {
            begun.countDown();
            pause();
        }
        taken.add(address);
        var users = server.getUserManager();
        var known = users.getUserByEmail(address);
        return known == null ? users.createUser(address, address, address) : known;
    }

    private void pause() {
        try {
            Thread.sleep(SLOWNESS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
