package fr.ondine.demo;

import fr.ondine.platform.kernel.EmailAddress;
import fr.ondine.platform.kernel.RawToken;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** The invitation that somebody of the demonstration waits for. */
record InvitedByMail(Surroundings surroundings, EmailAddress email) {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** The secret of the first link of the next mail after so many. */
    RawToken link(int before) throws InterruptedException {
        var mails = surroundings.mails();
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        while (mails.to(email.value()).size() == before) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("the invitation to " + email + " did not arrive");
            }
            TimeUnit.MILLISECONDS.sleep(100);
        }
        var link = mails.to(email.value()).getFirst().links().stream()
                .filter(address -> address.contains("jeton="))
                .findFirst()
                .orElseThrow();
        return new RawToken(URI.create(link).getQuery().replace("jeton=", ""));
    }
}
