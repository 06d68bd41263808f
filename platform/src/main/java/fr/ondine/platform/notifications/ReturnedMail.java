package fr.ondine.platform.notifications;

import fr.ondine.platform.kernel.EmailAddress;
import java.util.UUID;

/**
 * A mail that a server took and sent back later, because nobody has that address.
 *
 * @param mail by its message id
 * @param reason what the server said
 */
public record ReturnedMail(UUID mail, EmailAddress recipient, String reason) {

    private static final int LONGEST_REASON = 500;

    public ReturnedMail {
        reason = reason.strip();
        reason = reason.substring(0, Math.min(reason.length(), LONGEST_REASON));
    }
}
