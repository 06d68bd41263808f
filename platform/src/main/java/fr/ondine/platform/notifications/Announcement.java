package fr.ondine.platform.notifications;

/** What subscribers are told of an invoice without having asked, and may refuse. */
public enum Announcement {
    /** An invoice is there. */
    ISSUED,
    /** One is to be paid soon, or it or an instalment will be debited. */
    DUE_SOON
}
