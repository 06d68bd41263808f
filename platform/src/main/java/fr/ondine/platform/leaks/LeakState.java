package fr.ondine.platform.leaks;

/** How far the file of a leak has come. */
public enum LeakState {
    /** Nobody has been told yet. */
    DETECTED,
    /** The subscriber was told, and has a month to answer. */
    AWAITING,
    /** A certificate is here. */
    RECEIVED,
    /** Somebody has found it right. */
    CHECKED,
    REFUSED,
    /** Granted, and the credit notes are issued. */
    CREDITED;

    public boolean isOpen() {
        return this != REFUSED && this != CREDITED;
    }
}
