package fr.ondine.platform.reminders;

/** How far a batch of reminders is. */
public enum BatchState {
    /** The agreements are being looked at. */
    PREPARING,
    /** Waits for staff to look at it and send it. */
    READY,
    SENDING,
    SENT,
    RECALLED
}
