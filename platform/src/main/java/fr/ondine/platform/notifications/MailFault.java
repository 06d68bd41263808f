package fr.ondine.platform.notifications;

import java.util.regex.Pattern;

/** Why a mail did not leave, told from what the mail server said. */
public enum MailFault {
    NO_SUCH_ADDRESS(
            "5\\.1\\.[0-36]|no such user|user unknown|unknown user|does not exist|invalid recipient|mailbox unavailable"),
    MAILBOX_FULL("\\b552\\b|5\\.2\\.2|4\\.2\\.2|quota|mailbox full|over quota"),
    SERVER_AWAY("connect|timed? ?out|unknown ?host|connection|\\b421\\b|temporar"),
    REFUSED(".*"),
    /** It had all of it, and said nothing: once, or twice where it was handed over again. */
    UNANSWERED("(?!)");

    private final Pattern said;

    MailFault(String said) {
        this.said = Pattern.compile(said, Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    }

    static MailFault of(String answer) {
        for (var fault : values()) {
            if (fault.said.matcher(answer).find()) {
                return fault;
            }
        }
        return REFUSED;
    }
}
