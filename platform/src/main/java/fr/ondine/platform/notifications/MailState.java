package fr.ondine.platform.notifications;

/** What became of a mail. */
public enum MailState {
    WAITING,
    SENT,
    /** It is tried no more. */
    FAILED,
    /** Somebody took it back before it left. */
    WITHDRAWN
}
