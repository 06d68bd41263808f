package fr.ondine.platform.notifications;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.springframework.stereotype.Service;

/**
 * Takes note of mails that came back after the mail server had taken them, from whoever reads the mailbox or is called by
 * the relay, and shows the key for that. A reader must not have it: who can send a reminder back is not reminded.
 */
@Service
public class MailReturns {

    private final MailSettings settings;
    private final Handover handover;

    MailReturns(MailSettings settings, Handover handover) {
        this.settings = settings;
        this.handover = handover;
    }

    /** Without a key of its own no program tells of any. */
    public boolean isOn() {
        return settings.takesReturns();
    }

    public boolean isKey(String shown) {
        return isOn() && MessageDigest.isEqual(bytes(shown), bytes(String.valueOf(settings.returnsKey())));
    }

    /** What becomes of being told that a mail came back. */
    public enum Answer {
        NOTED,
        /** It is being handed over just now: to be told again. */
        TOO_SOON,
        /** No mail was sent to that address under that id, or it came back before. */
        UNKNOWN
    }

    public Answer note(ReturnedMail returned) {
        return handover.returned(returned);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
