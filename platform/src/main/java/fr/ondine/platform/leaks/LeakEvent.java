package fr.ondine.platform.leaks;

import java.time.Instant;

/**
 * Something that happened to a file.
 *
 * @param by the name of who did it; empty of the subscriber, or of what happened by itself
 */
public record LeakEvent(Instant at, What what, String by, String detail) {

    /** What can happen. */
    public enum What {
        DETECTED,
        TOLD_BY_MAIL,
        TOLD_BY_INVOICE,
        TOLD_BY_LETTER,
        CERTIFIED,
        CHECKED,
        GRANTED,
        REFUSED,
        REOPENED,
        MAIL_RETURNED,
        ANSWERED_BY_MAIL,
        CHECK_ASKED,
        CHECK_ANSWERED
    }
}
