package fr.ondine.platform.reminders;

/** What becomes of one agreement of a batch. */
public enum LetterState {
    /** A letter will go, unless something changes before. */
    PROPOSED,
    /** No letter, by the rules. */
    KEPT,
    /** No letter, because staff said so. */
    REMOVED,
    SENT,
    /** The rules no longer allowed it when it was to be sent. */
    DROPPED,
    RECALLED
}
