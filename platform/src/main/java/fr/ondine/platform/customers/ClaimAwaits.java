package fr.ondine.platform.customers;

/** What a claim that opens nothing yet still waits for. */
public enum ClaimAwaits {
    /** A click in the mailbox whose address is on file. */
    MAIL,
    /** Customer service, who check it. */
    STAFF
}
