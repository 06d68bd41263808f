package fr.ondine.platform.leaks;

/** What is known of a file that somebody sent: without a scanner it is not looked at. */
public enum Scan {
    CLEAN,
    NOT_SCANNED
}
