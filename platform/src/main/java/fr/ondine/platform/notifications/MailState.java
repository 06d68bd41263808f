package fr.ondine.platform.notifications;

/** What became of a mail. */
public enum MailState {
    WAITING,
    SENT,
    /** It is tried no more. */
    FAILED,
    /** It was handed over, and its server did not say that it took it; it is tried no more. */
    UNANSWERED,
    /** Somebody took it back before it left. */
    WITHDRAWN;

    /** Whether nobody tries it any more, though nobody knows that it arrived. */
    boolean isOver() {
        return this == FAILED || this == UNANSWERED;
    }
}
