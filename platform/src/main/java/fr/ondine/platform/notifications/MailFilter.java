package fr.ondine.platform.notifications;

/** Which mails are listed. */
public enum MailFilter {
    ALL("true"),
    WAITING(MailRows.WAITS),
    FAILED("sent_at is null and attempts > 0 and not (" + MailRows.WAITS + ") and withdrawn_at is null");

    private final String condition;

    MailFilter(String condition) {
        this.condition = condition;
    }

    String condition() {
        return condition;
    }
}
