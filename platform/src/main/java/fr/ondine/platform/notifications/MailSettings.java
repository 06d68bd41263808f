package fr.ondine.platform.notifications;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * @param sender from which address mails leave, when not from one under each utility's own host
 * @param returnsKey what a program shows that tells of mails which came back; without one none can
 */
@ConfigurationProperties("ondine.mail")
record MailSettings(@Nullable String sender, @Nullable String returnsKey) {

    private static final int SHORTEST_KEY = 32;

    MailSettings {
        if (returnsKey != null && !returnsKey.isEmpty() && returnsKey.length() < SHORTEST_KEY) {
            throw new IllegalArgumentException(
                    "ondine.mail.returns-key has fewer than " + SHORTEST_KEY + " characters: it would be guessed");
        }
    }

    String senderOf(String host) {
        return sender == null ? "ne-pas-repondre@" + host : sender;
    }

    boolean takesReturns() {
        return returnsKey != null && !returnsKey.isEmpty();
    }

    /** Without its key: this may be logged. */
    @Override
    public String toString() {
        return "MailSettings[" + sender + "]";
    }
}
